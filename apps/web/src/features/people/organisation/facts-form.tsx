import { EditProfileFacts, type ProfileFacts } from '@jiju/people/contract/consents'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { toast } from '../../../ui/toast.tsx'
import { UnitField } from '../../../ui/unit-field.tsx'
import { editProfileFacts } from '../calls.ts'
import { ProfileFactList } from './profile-fact-list.tsx'

/** Facts that others read only under a consent. */
export function FactsForm({ facts }: { facts: ProfileFacts }) {
  const { t } = useTranslation('members')
  const mayEdit = useAccess('people.fact.edit')
  const [isEditing, setEditing] = useState(false)
  return (
    <Panel
      title={t('organisation.factsPart')}
      note={t('organisation.factsNote')}
      extra={
        mayEdit &&
        !isEditing && (
          <Button size="sm" onClick={() => setEditing(true)}>
            {t('organisation.edit')}
          </Button>
        )
      }
    >
      {isEditing ? <Edit facts={facts} onClose={() => setEditing(false)} /> : <ProfileFactList facts={facts} />}
    </Panel>
  )
}

function Edit({ facts, onClose }: { facts: ProfileFacts; onClose: () => void }) {
  const { t } = useTranslation('members')
  const client = useQueryClient()
  const command = useCommand({
    run: editProfileFacts,
    onDone: async (edited) => {
      toast(t('organisation.saved'))
      client.setQueryData(['facts', facts.organisationId], edited)
      await client.invalidateQueries({ queryKey: ['organisation', facts.organisationId] })
      onClose()
    },
  })
  const form = useForm({
    initial: {
      legalRepresentative: facts.legalRepresentative,
      contactName: facts.contactName,
      contactPhone: facts.contactPhone,
      contactEmail: facts.contactEmail,
      foundedOn: facts.foundedOn ?? '',
      registeredCapital: facts.registeredCapital ?? '',
      employeeCount: facts.employeeCount === null ? '' : String(facts.employeeCount),
    },
    schema: EditProfileFacts,
    toInput: (values): EditProfileFacts => ({
      ...values,
      foundedOn: values.foundedOn || null,
      registeredCapital: values.registeredCapital.trim() || null,
      employeeCount: values.employeeCount.trim() === '' ? null : Number(values.employeeCount),
    }),
    onSend: (body) => command.mutate({ id: facts.organisationId, version: facts.version, body }),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <div className="form-pair">
        <TextField {...form.field('legalRepresentative')} label={t('organisation.legalRepresentative')} />
        <TextField {...form.field('contactName')} label={t('organisation.contactName')} />
        <TextField {...form.field('contactPhone')} label={t('organisation.contactPhone')} type="tel" />
        <TextField {...form.field('contactEmail')} label={t('organisation.contactEmail')} type="email" />
        <DateField {...form.field('foundedOn')} label={t('organisation.foundedOn')} />
        <UnitField
          {...form.field('registeredCapital')}
          label={t('organisation.registeredCapital')}
          unit={t('organisation.yuan')}
          inputMode="decimal"
        />
        <UnitField
          {...form.field('employeeCount')}
          label={t('organisation.employeeCount')}
          unit={t('organisation.people')}
          inputMode="numeric"
        />
      </div>
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('organisation.save')}
        </Button>
        <Button onClick={onClose}>{t('organisation.cancel')}</Button>
      </div>
    </form>
  )
}
