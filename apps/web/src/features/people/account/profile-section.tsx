import { EditMe, type Me } from '@jiju/people/contract/me'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../../lib/api.ts'
import { changeLanguage } from '../../../lib/i18n.ts'
import { useChooseOrganisation, useForgetAnswers, useMe } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Segmented, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { editMe } from '../calls.ts'
import { useRoleNames } from '../roles.ts'
import { EmailSection } from './email-section.tsx'

type Person = NonNullable<Me['person']>

export function ProfileSection({ person }: { person: Person }) {
  const { t } = useTranslation('account')
  const forget = useForgetAnswers()
  const command = useCommand({
    run: (input: EditMe) => editMe(input, person.version),
    onDone: async (_, input) => {
      if (input.language) await changeLanguage(input.language)
      await forget()
      toast(t('profile.saved'))
    },
  })
  const form = useForm({
    initial: { name: person.name, language: person.language },
    schema: EditMe,
    onSend: (input) => command.mutate(input),
  })
  return (
    <div className="two-columns">
      <Panel title={t('tabs.profile')}>
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
          <TextField {...form.field('name')} label={t('profile.name')} autoComplete="name" />
          <TextField label={t('profile.email')} value={person.email} hint={t('profile.emailNote')} disabled />
          <div>
            <div className="field-label">{t('profile.language')}</div>
            <Segmented
              label={t('profile.language')}
              value={form.values.language}
              options={[
                { value: 'zh', label: t('language.zh') },
                { value: 'en', label: t('language.en') },
              ]}
              onPick={(language) => form.set({ language })}
            />
            <div className="s t3">{t('profile.languageNote')}</div>
          </div>
          <div>
            <Button kind="primary" type="submit" isBusy={command.isPending}>
              {t('profile.save')}
            </Button>
          </div>
        </form>
      </Panel>
      <Memberships />
      <EmailSection email={person.email} />
    </div>
  )
}

function Memberships() {
  const { t } = useTranslation('account')
  const me = useMe()
  const roles = useRoleNames()
  const choose = useChooseOrganisation()
  const forget = useForgetAnswers()
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null)
  const leave = useCommand({
    run: async ({ id }: { id: string }, headers) => {
      await answer(api.POST('/api/v1/people/organisations/{id}/leave', { params: { path: { id } }, headers }))
    },
    onDone: async () => {
      toast(t('profile.left', { name: leaving?.name ?? '' }))
      setLeaving(null)
      await forget()
    },
  })
  const memberships = me?.memberships ?? []
  return (
    <Panel
      title={t('profile.memberships')}
      isFlush
      extra={
        <ButtonLink to="/join" size="sm">
          {t('profile.join')}
        </ButtonLink>
      }
    >
      {memberships.length === 0 && <p className="panel-body t2">{t('profile.noMemberships')}</p>}
      <ul className="line-list">
        {memberships.map(({ organisation, roles: held }) => (
          <li key={organisation.id}>
            <span className="f1">
              <span>{organisation.name}</span>
              <span className="s t3" style={{ display: 'block' }}>
                {roles.names(held)}
              </span>
            </span>
            {organisation.id === me?.activeOrganisationId ? (
              <>
                <Tag kind="accent">{t('profile.active')}</Tag>
                <Button size="sm" onClick={() => setLeaving({ id: organisation.id, name: organisation.shortName })}>
                  {t('profile.leave')}
                </Button>
              </>
            ) : (
              <Button size="sm" onClick={() => void choose(organisation.id)}>
                {t('profile.switchTo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={t('profile.leaveTitle', { name: leaving?.name ?? '' })}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        foot={
          <Button kind="danger" isBusy={leave.isPending} onClick={() => leaving && leave.mutate({ id: leaving.id })}>
            {t('profile.leave')}
          </Button>
        }
      >
        <div className="stack">
          <ProblemSummary error={leave.error} />
          <p>{t('profile.leaveText')}</p>
        </div>
      </Dialog>
    </Panel>
  )
}
