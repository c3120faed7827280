import { addDays } from '@jiju/kernel/local-date'
import { GrantConsent } from '@jiju/people/contract/consents'
import type { OrganisationSummary } from '@jiju/people/contract/organisations'
import { FACT_SETS, type FactSet, MAX_CONSENT_DAYS } from '@jiju/people/core/facts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayNow, REGION_ZONE } from '../../../lib/format.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { instantOf } from '../../../lib/zone.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { Check, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { toast } from '../../../ui/toast.tsx'
import { grantConsent } from '../calls.ts'
import { OrganisationPicker } from '../organisation-picker.tsx'

export function GrantDrawer({ ownId, isOpen, onClose }: { ownId: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('members')
  return (
    <Drawer title={t('consents.grantTitle')} isOpen={isOpen} onClose={onClose}>
      <GrantForm ownId={ownId} onDone={onClose} />
    </Drawer>
  )
}

function GrantForm({ ownId, onDone }: { ownId: string; onDone: () => void }) {
  const { t } = useTranslation('members')
  const { t: people } = useTranslation('people')
  const client = useQueryClient()
  const today = dayNow()
  const command = useCommand({
    run: grantConsent,
    onDone: async (consent) => {
      toast(t('consents.granted', { name: consent.reader.shortName }))
      await client.invalidateQueries({ queryKey: ['consents'] })
      onDone()
    },
  })
  const form = useForm({
    initial: { reader: null as OrganisationSummary | null, facts: ['profile'] as FactSet[], purpose: '', until: addDays(today, 180) },
    schema: GrantConsent,
    toInput: ({ reader, until, ...values }): GrantConsent => ({
      ...values,
      readerOrganisationId: reader?.id ?? '',
      // The named day still counts.
      validUntil: until ? new Date(instantOf(until, 1439, REGION_ZONE)).toISOString() : '',
    }),
    onSend: (input) => command.mutate(input),
  })
  const { facts } = form.values
  return (
    <form className="form" {...form.form}>
      <p className="t2">{t('consents.grantLead')}</p>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <OrganisationPicker
        label={t('consents.reader')}
        hint={t('consents.readerHint')}
        none={t('consents.readerNone')}
        value={form.values.reader}
        onPick={(reader) => form.set({ reader })}
        error={form.errorOf('readerOrganisationId')}
        filter={(organisation) => organisation.id !== ownId}
      />
      <fieldset className="form-group" style={{ gap: 4 }} id={form.idOf('facts')} tabIndex={-1}>
        <legend className="field-label">{t('consents.facts')}</legend>
        {FACT_SETS.map((fact) => (
          <Check
            key={fact}
            isChecked={facts.includes(fact)}
            onChange={(isOn) => form.set({ facts: FACT_SETS.filter((each) => (each === fact ? isOn : facts.includes(each))) })}
          >
            {people(`fact.${fact}`)}
          </Check>
        ))}
      </fieldset>
      <TextField {...form.field('purpose')} label={t('consents.purpose')} hint={t('consents.purposeHint')} />
      <DateField
        {...form.field('until')}
        id={form.idOf('validUntil')}
        label={t('consents.until')}
        min={today}
        max={addDays(today, MAX_CONSENT_DAYS - 1)}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('consents.submit')}
        </Button>
      </div>
    </form>
  )
}
