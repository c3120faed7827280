import { newId } from '@jiju/kernel/ids'
import { addDays } from '@jiju/kernel/local-date'
import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { OfferQuote, type Quote } from '@jiju/orders/contract/quotes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { offerQuote } from './calls.ts'
import { LineRows } from './line-rows.tsx'
import { firstLines, toLines, totalOf } from './quote-lines.ts'

const VALID_DAYS = 30

/** A quote, or the next revision of one: lines, total, days, until when it holds. */
export function QuoteForm({
  enquiry,
  before,
  termsIds,
  children,
  onDone,
  onCancel,
}: {
  enquiry: Enquiry
  before: Quote | undefined
  /** Terms that were chosen instead of the defaults. */
  termsIds: string[]
  /** Where they are chosen. */
  children?: ReactNode
  onDone: (next: Enquiry) => void
  onCancel?: (() => void) | undefined
}) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const today = dayNow()
  const command = useCommand({
    run: (body: OfferQuote, headers) => offerQuote({ id: enquiry.id, body }, headers),
    onDone: (next) => {
      toast(t(before ? 'quote.revised' : 'quote.sent'))
      onDone(next)
    },
  })
  const form = useForm({
    initial: {
      lines: firstLines(enquiry, before),
      turnaroundDays: before ? String(before.turnaroundDays) : '',
      validDay: addDays(today, VALID_DAYS),
      needsSamples: before ? before.needsSamples : enquiry.items.some(({ sampleCount }) => sampleCount > 0),
      words: before?.words ?? '',
    },
    schema: OfferQuote,
    toInput: (values): OfferQuote => ({
      lines: toLines(values.lines),
      turnaroundDays: Number(values.turnaroundDays),
      validDay: values.validDay,
      needsSamples: values.needsSamples,
      words: values.words.trim(),
      termsIds,
      expectedRevision: enquiry.quotes[0]?.revision ?? 0,
    }),
    onSend: (body) => command.mutate(body),
  })
  const { lines } = form.values
  const total = totalOf(lines)
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1).replaceAll('/', '.'))} />
      <LineRows
        lines={lines}
        items={enquiry.items}
        errorOf={form.errorOf}
        idOf={form.idOf}
        onChange={(next) => form.set({ lines: next })}
      />
      <div className="row sb wrap g8">
        <Button
          size="sm"
          onClick={() =>
            form.set({
              lines: [
                ...lines,
                {
                  key: newId(),
                  kind: 'other',
                  enquiryItemId: undefined,
                  serviceId: undefined,
                  name: '',
                  method: '',
                  quantity: '1',
                  unit: 'item',
                  unitPrice: '',
                },
              ],
            })
          }
        >
          {t('quote.addLine')}
        </Button>
        <span>
          {t('quote.total')} <strong className="figure-value">{total === null ? '—' : format.price(total)}</strong>
        </span>
      </div>
      <div className="form-pair">
        <UnitField
          {...form.field('turnaroundDays')}
          label={t('quote.turnaround')}
          unit={t('quote.workingDays')}
          inputMode="numeric"
          hint={t('quote.turnaroundHint')}
        />
        <TextField {...form.field('validDay')} label={t('quote.validDay')} type="date" min={today} />
      </div>
      <Check isChecked={form.values.needsSamples} onChange={(needsSamples) => form.set({ needsSamples })}>
        {t('quote.needsSamples')}
      </Check>
      <TextArea {...form.field('words')} label={t('quote.words')} hint={t('quote.wordsHint')} rows={3} maxLength={2000} />
      {children}
      <div className="row g8 wrap">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t(before ? 'quote.revise' : 'quote.send')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('back')}</Button>}
      </div>
    </form>
  )
}
