import type { Agreement } from '@jiju/orders/contract/agreements'
import type { Order } from '@jiju/orders/contract/orders'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { chooseTerms, termsOptions } from './calls.ts'

/** The provider puts another published version in place, as long as nobody has changed its clauses. Nothing is shown while there is no choice. */
export function ChooseTermsForm({
  order,
  agreement,
  topic,
  onDone,
}: {
  order: Order
  agreement: Agreement
  topic: Agreement['terms'][number]['topic']
  onDone: (next: Agreement) => void
}) {
  const { t } = useTranslation('order-agreement')
  const current = agreement.terms.find((one) => one.topic === topic)
  const isNegotiated = agreement.changes.some((one) => one.topic === topic && (one.state === 'proposed' || one.state === 'accepted'))
  const items = useQuery({ ...termsOptions, enabled: !isNegotiated }).data?.items ?? []
  const choose = useCommand({
    run: chooseTerms,
    onDone: (next) => {
      toast(t('choose.done'))
      onDone(next)
    },
  })
  const offered = items.filter((one) => one.topic === topic && (one.state === 'published' || one.id === current?.termsId))
  if (isNegotiated || !current || offered.length < 2) return null
  return (
    <div style={{ maxWidth: 400 }}>
      <ProblemSummary error={choose.error} />
      <SelectField
        label={t('choose.label')}
        value={current.termsId}
        disabled={choose.isPending}
        options={offered.map((one) => ({
          value: one.id,
          label: t(one.isPlatform ? 'choose.platform' : 'choose.own', { name: one.name, number: one.number }),
        }))}
        onPick={(termsId) => choose.mutate({ id: order.id, version: agreement.version, termsIds: [termsId] })}
      />
    </div>
  )
}
