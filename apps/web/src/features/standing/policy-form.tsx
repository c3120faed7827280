import { type NoShowPolicy, NoShowPolicyEntry } from '@jiju/booking/contract/no-shows'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { policyOptions, savePolicy } from './calls.ts'

/** What the provider asks of people who do not come. */
export function PolicyPanel() {
  const { t } = useTranslation('standing')
  const query = useQuery(policyOptions)
  return (
    <Panel title={t('policy.title')}>
      <QueryView query={query}>{(policy) => <PolicyForm key={policy.version} policy={policy} />}</QueryView>
    </Panel>
  )
}

function PolicyForm({ policy }: { policy: NoShowPolicy }) {
  const { t } = useTranslation('standing')
  const client = useQueryClient()
  const mayEdit = useAccess('booking.calendar.edit')
  const command = useCommand({
    run: savePolicy,
    onDone: async () => {
      toast(t('policy.saved'))
      await client.invalidateQueries({ queryKey: policyOptions.queryKey })
    },
  })
  const form = useForm({
    initial: { points: String(policy.points), threshold: String(policy.threshold), expiresAfterDays: String(policy.expiresAfterDays) },
    schema: NoShowPolicyEntry,
    toInput: ({ points, threshold, expiresAfterDays }) => ({
      points: Number(points),
      threshold: Number(threshold),
      expiresAfterDays: Number(expiresAfterDays),
    }),
    onSend: (body) => command.mutate({ version: policy.version, body }),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} />
      <fieldset className="form-group" disabled={!mayEdit} aria-label={t('policy.title')}>
        <UnitField {...form.field('points')} label={t('policy.points')} unit={t('policy.pointsUnit')} inputMode="numeric" />
        <UnitField
          {...form.field('threshold')}
          label={t('policy.threshold')}
          hint={t('policy.thresholdHint')}
          unit={t('policy.pointsUnit')}
          inputMode="numeric"
        />
        <UnitField {...form.field('expiresAfterDays')} label={t('policy.expires')} unit={t('policy.days')} inputMode="numeric" />
      </fieldset>
      {mayEdit && (
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('policy.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
