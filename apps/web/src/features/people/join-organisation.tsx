import type { OwnJoinRequest } from '@jiju/people/contract/members'
import { type Organisation, type OrganisationSummary, RegisterOrganisation } from '@jiju/people/contract/organisations'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { useForgetAnswers } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { registerOrganisation } from './calls.ts'
import { OrganisationPicker } from './organisation-picker.tsx'
import { UsccField, useUsccError } from './uscc-field.tsx'

const REGISTRABLE = ['enterprise', 'provider', 'bank', 'government'] as const

/** Asks to join an organisation that is on the platform, or registers one that is not. */
export function JoinOrganisation() {
  const { t } = useTranslation('signin')
  const [way, setWay] = useState<'join' | 'register'>('register')
  return (
    <>
      <OwnRequests />
      <Panel
        title={way === 'join' ? t('join.askJoin') : t('join.register')}
        extra={
          <Segmented
            label={t('join.organisationTitle')}
            value={way}
            options={[
              { value: 'register', label: t('join.register') },
              { value: 'join', label: t('join.askJoin') },
            ]}
            onPick={setWay}
          />
        }
      >
        {way === 'join' ? <AskToJoin /> : <Register />}
      </Panel>
    </>
  )
}

function AskToJoin() {
  const { t } = useTranslation('signin')
  const client = useQueryClient()
  const [organisation, setOrganisation] = useState<OrganisationSummary | null>(null)
  const [message, setMessage] = useState('')
  const command = useCommand({
    run: async ({ id, message }: { id: string; message: string }, headers) => {
      await answer(api.POST('/api/v1/people/organisations/{id}/join-requests', { params: { path: { id } }, body: { message }, headers }))
    },
    onDone: async () => {
      toast(t('join.joinPlaced', { name: organisation?.shortName ?? '' }))
      setOrganisation(null)
      setMessage('')
      await client.invalidateQueries({ queryKey: ['own-join-requests'] })
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (organisation) command.mutate({ id: organisation.id, message })
      }}
    >
      <ProblemSummary error={command.error} />
      <OrganisationPicker
        label={t('join.find')}
        hint={t('join.findHint')}
        none={t('join.findNone')}
        value={organisation}
        onPick={setOrganisation}
      />
      <TextArea
        label={t('join.message')}
        hint={t('join.messageHint')}
        value={message}
        maxLength={500}
        onChange={(event) => setMessage(event.target.value)}
      />
      <div>
        <Button kind="primary" type="submit" disabled={!organisation} isBusy={command.isPending}>
          {t('join.sendJoin')}
        </Button>
      </div>
    </form>
  )
}

function Register() {
  const { t } = useTranslation('signin')
  const { t: word } = useTranslation('people')
  const forget = useForgetAnswers()
  const wordFault = useUsccError()
  const [done, setDone] = useState<Organisation | null>(null)
  const command = useCommand({
    run: registerOrganisation,
    onDone: async (organisation) => {
      await answer(api.PUT('/api/v1/people/me/active-organisation', { body: { organisationId: organisation.id } }))
      await forget()
      setDone(organisation)
    },
  })
  const form = useForm({
    initial: { kind: 'enterprise' as (typeof REGISTRABLE)[number], name: '', shortName: '', uscc: '', district: '', address: '' },
    schema: RegisterOrganisation,
    toInput: ({ shortName, ...values }): RegisterOrganisation => ({ ...values, nameEn: '', ...(shortName.trim() ? { shortName } : {}) }),
    extra: (values): Record<string, string> => {
      const fault = wordFault(values.uscc)
      return fault ? { uscc: fault } : {}
    },
    onSend: (input) => command.mutate(input),
  })
  if (done)
    return (
      <div className="stack">
        <div className="h3">{t('join.registeredTitle')}</div>
        <p>{t('join.registered', { name: done.name })}</p>
        <div className="row g8 wrap">
          <ButtonLink to="/workspace" kind="primary">
            {t('join.goBench')}
          </ButtonLink>
          <ButtonLink to="/search">{t('join.goSearch')}</ButtonLink>
        </div>
      </div>
    )
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <SelectField
        label={t('join.kind')}
        value={form.values.kind}
        options={REGISTRABLE.map((value) => ({ value, label: word(`kind.${value}`) }))}
        onPick={(kind) => form.set({ kind })}
      />
      <TextField
        {...form.field('name')}
        label={t('join.organisationName')}
        hint={t('join.organisationNameHint')}
        autoComplete="organization"
      />
      <UsccField id={form.idOf('uscc')} value={form.values.uscc} onChange={(uscc) => form.set({ uscc })} error={form.errorOf('uscc')} />
      <div className="form-pair">
        <TextField {...form.field('shortName')} label={<Optional text={t('join.shortName')} />} />
        <TextField {...form.field('district')} label={<Optional text={t('join.district')} />} />
      </div>
      <TextField {...form.field('address')} label={<Optional text={t('join.address')} />} autoComplete="street-address" />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('join.submitOrganisation')}
        </Button>
      </div>
    </form>
  )
}

function Optional({ text }: { text: string }) {
  const { t } = useTranslation('common')
  return (
    <>
      {text} <span className="t3">{t('optional')}</span>
    </>
  )
}

function OwnRequests() {
  const { t } = useTranslation('signin')
  const format = useFormat()
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['own-join-requests'],
    queryFn: async (): Promise<{ items: OwnJoinRequest[] }> =>
      await answer(api.GET('/api/v1/people/me/join-requests', { params: { query: { limit: 50 } } })),
  })
  const withdraw = useCommand({
    run: async ({ id }: { id: string }, headers) => {
      await answer(api.POST('/api/v1/people/me/join-requests/{id}/withdraw', { params: { path: { id } }, headers }))
    },
    onDone: () => client.invalidateQueries({ queryKey: ['own-join-requests'] }),
  })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t('join.ownRequests')} isFlush>
      <ProblemSummary error={withdraw.error} />
      <ul className="line-list">
        {items.map((item) => (
          <li key={item.id}>
            <span className="f1">
              <span className="ell">{item.organisation.name}</span>
              <span className="s t3" style={{ display: 'block' }}>
                {format.instant(item.createdAt)}
                {item.reason && ` · ${item.reason}`}
              </span>
            </span>
            <Tag kind={item.status === 'pending' ? 'warn' : item.status === 'approved' ? 'ok' : 'plain'}>
              {t(`requestStatus.${item.status}`)}
            </Tag>
            {item.status === 'pending' && (
              <Button size="sm" isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ id: item.id })}>
                {t('join.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
