import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { TakeEnquiry } from '@jiju/orders/contract/enquiries'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { enquiryKey, takeEnquiry } from './calls.ts'

/** Takes a need at its price: whoever is first has the order. */
export function TakeForm({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const offered = enquiry.offered ?? '0.00'
  const command = useCommand({
    run: (body: TakeEnquiry, headers) => takeEnquiry({ id: enquiry.id, body }, headers),
    onDone: async (order) => {
      toast(t('take.done'))
      await navigate({ to: '/p/orders/$id', params: { id: order.id } })
      void client.invalidateQueries({ queryKey: enquiryKey })
    },
  })
  const form = useForm({
    initial: { turnaroundDays: '' },
    schema: TakeEnquiry,
    toInput: (values): TakeEnquiry => ({ turnaroundDays: Number(values.turnaroundDays), expectedOffered: offered }),
    onSend: (body) => command.mutate(body),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <p>{t('take.text', { offered: format.price(offered) })}</p>
      <UnitField
        {...form.field('turnaroundDays')}
        label={t('quote.turnaround')}
        unit={t('quote.workingDays')}
        inputMode="numeric"
        hint={enquiry.deadlineDay ? t('take.deadline', { day: format.day(enquiry.deadlineDay) }) : t('quote.turnaroundHint')}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('take.button', { offered: format.price(offered) })}
        </Button>
      </div>
    </form>
  )
}
