import { EditServicePlan, type ServicePlanView } from '@jiju/orders/contract/earliest'
import { RECEIVES } from '@jiju/orders/core/earliest/plan-result'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { ownInstrumentsOptions, saveServicePlan, servicePlanOptions } from './calls.ts'

/** What a service can take on at once: from this clients see their first day. */
export function PlanPanel({ serviceId, providerId }: { serviceId: string; providerId: string }) {
  const { t } = useTranslation('order-form-editor')
  const query = useQuery(servicePlanOptions(serviceId))
  return (
    <Panel title={t('plan.title')} note={query.data && !query.data.isStated ? t('plan.default') : undefined}>
      <QueryView query={query}>{(plan) => <PlanForm key={plan.version} plan={plan} providerId={providerId} />}</QueryView>
    </Panel>
  )
}

function PlanForm({ plan, providerId }: { plan: ServicePlanView; providerId: string }) {
  const { t } = useTranslation('order-form-editor')
  const client = useQueryClient()
  const instruments = useQuery(ownInstrumentsOptions(providerId))
  const command = useCommand({
    run: saveServicePlan,
    onDone: (saved) => {
      toast(t('plan.saved'))
      client.setQueryData(servicePlanOptions(plan.serviceId).queryKey, saved)
    },
  })
  const form = useForm({
    initial: {
      receives: plan.receives,
      parallelOrders: String(plan.parallelOrders),
      intakeDays: String(plan.intakeDays),
      instrumentId: plan.instrumentId ?? '',
      instrumentHours: plan.instrumentMinutes === null ? '' : String(plan.instrumentMinutes / 60),
    },
    schema: EditServicePlan,
    toInput: (values) => ({
      receives: values.receives,
      parallelOrders: Number(values.parallelOrders || Number.NaN),
      intakeDays: Number(values.intakeDays || Number.NaN),
      instrumentId: values.instrumentId || null,
      instrumentMinutes: values.instrumentId === '' ? null : Math.round(Number(values.instrumentHours || Number.NaN) * 60),
    }),
    onSend: (body) => command.mutate({ serviceId: plan.serviceId, version: plan.version, body }),
  })
  const { values } = form
  return (
    <form className="form" {...form.form}>
      <p className="m t2">{t('plan.lead')}</p>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('plan.receives')}
        value={values.receives}
        options={RECEIVES.map((value) => ({ value, label: t(`plan.receive.${value}`) }))}
        onPick={(receives) => form.set({ receives })}
      />
      <div className="form-pair">
        <UnitField {...form.field('parallelOrders')} label={t('plan.parallel')} unit={t('plan.orders')} inputMode="numeric" />
        <UnitField {...form.field('intakeDays')} label={t('plan.intake')} unit={t('plan.days')} inputMode="numeric" />
      </div>
      <SelectField
        id={form.idOf('instrumentId')}
        label={t('plan.instrument')}
        hint={t('plan.instrumentHint')}
        value={values.instrumentId}
        options={[
          { value: '', label: t('plan.noInstrument') },
          ...(instruments.data?.map(({ id, nameZh, nameEn }) => ({ value: id, label: nameZh ?? nameEn ?? id })) ?? []),
        ]}
        onPick={(instrumentId) => form.set({ instrumentId })}
      />
      {values.instrumentId !== '' && (
        <UnitField {...form.field('instrumentHours')} label={t('plan.hours')} unit={t('plan.hour')} inputMode="decimal" />
      )}
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('plan.save')}
        </Button>
      </div>
    </form>
  )
}
