import { EditOrganisation, type Organisation } from '@jiju/people/contract/organisations'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess, useForgetAnswers } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { toast } from '../../../ui/toast.tsx'
import { editOrganisation } from '../calls.ts'
import { UsccField, useUsccError } from '../uscc-field.tsx'

/** The public part; name and code are fixed once the operator has verified them. */
export function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('members')
  const { t: people } = useTranslation('people')
  const format = useFormat()
  const mayEdit = useAccess('people.organisation.edit')
  const [isEditing, setEditing] = useState(false)
  const rows: [string, string][] = [
    [t('organisation.name'), organisation.name],
    [t('organisation.shortName'), organisation.shortName],
    [t('organisation.nameEn'), organisation.nameEn],
    [t('organisation.uscc'), organisation.uscc ?? ''],
    [t('organisation.kind'), people(`kind.${organisation.kind}`)],
    [t('organisation.district'), organisation.district],
    [t('organisation.address'), organisation.address],
    [t('organisation.website'), organisation.website],
    [t('organisation.introduction'), organisation.introduction],
  ]
  return (
    <Panel
      title={t('organisation.publicPart')}
      note={t('organisation.statusSince', {
        status: people(`status.${organisation.status}`),
        date: format.stamp(organisation.statusChangedAt).slice(0, 10),
      })}
      extra={
        <>
          <Tag kind={organisation.status === 'verified' ? 'ok' : organisation.status === 'pending' ? 'warn' : 'bad'}>
            {people(`status.${organisation.status}`)}
          </Tag>
          {mayEdit && !isEditing && (
            <Button size="sm" onClick={() => setEditing(true)}>
              {t('organisation.edit')}
            </Button>
          )}
        </>
      }
    >
      {isEditing ? (
        <Edit organisation={organisation} onClose={() => setEditing(false)} />
      ) : (
        <dl className="kv">
          {rows.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd className="pre">{value || '—'}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}

function Edit({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation('members')
  const client = useQueryClient()
  const forget = useForgetAnswers()
  const wordFault = useUsccError()
  const isFixed = organisation.status === 'verified' || organisation.status === 'suspended'
  const command = useCommand({
    run: editOrganisation,
    onDone: async (edited) => {
      toast(t('organisation.saved'))
      client.setQueryData(['organisation', organisation.id], edited)
      onClose()
      await forget()
    },
  })
  const { name, shortName, nameEn, uscc, district, address, website, introduction } = organisation
  const form = useForm({
    initial: { name, shortName, nameEn, uscc: uscc ?? '', district, address, website, introduction },
    schema: EditOrganisation,
    toInput: ({ name: newName, uscc: newUscc, ...open }): EditOrganisation => (isFixed ? open : { ...open, name: newName, uscc: newUscc }),
    extra: (values): Record<string, string> => {
      const fault = isFixed ? null : wordFault(values.uscc)
      return fault ? { uscc: fault } : {}
    },
    onSend: (body) => command.mutate({ id: organisation.id, version: organisation.version, body }),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      {isFixed && <p className="s t3">{t('organisation.verifiedNote')}</p>}
      <TextField {...form.field('name')} label={t('organisation.name')} disabled={isFixed} />
      <UsccField
        id={form.idOf('uscc')}
        value={form.values.uscc}
        onChange={(value) => form.set({ uscc: value })}
        error={form.errorOf('uscc')}
        isDisabled={isFixed}
      />
      <div className="form-pair">
        <TextField {...form.field('shortName')} label={t('organisation.shortName')} />
        <TextField {...form.field('district')} label={t('organisation.district')} />
      </div>
      <TextField {...form.field('nameEn')} label={t('organisation.nameEn')} lang="en" />
      <TextField {...form.field('address')} label={t('organisation.address')} />
      <TextField {...form.field('website')} label={t('organisation.website')} type="url" placeholder="https://" />
      <TextArea {...form.field('introduction')} label={t('organisation.introduction')} rows={5} />
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('organisation.save')}
        </Button>
        <Button onClick={onClose}>{t('organisation.cancel')}</Button>
      </div>
    </form>
  )
}
