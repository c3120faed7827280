import type { EarliestLine } from '@jiju/orders/contract/earliest'
import type { ServiceForm } from '@jiju/orders/contract/forms'
import type { PlaceOrder } from '@jiju/orders/contract/orders'
import { validateAnswers } from '@jiju/orders/core/forms/validate-answers'
import { useQueries, useQuery } from '@tanstack/react-query'
import { fieldsOf, serviceFormOptions } from '../../lib/service-forms.ts'
import { previewOptions } from './calls.ts'
import { type DraftItem, type DraftKeeper, useDraft } from './draft.ts'

export const STEPS = ['items', 'questions', 'terms', 'check'] as const
export type Step = (typeof STEPS)[number]

const countOf = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN)
const isCount = (value: number, least: number) => value >= least && value <= 10_000

/** Everything that the steps share: the draft, the forms, price and date, and what still speaks against placing. */
export function useWizard(personId: string, serviceId: string) {
  const keeper: DraftKeeper = useDraft(personId, serviceId)
  const { draft } = keeper
  const forms = useQueries({ queries: draft.items.map((item) => serviceFormOptions(item.serviceId)) })
  const counts = draft.items.map((item) => ({ serviceId: item.serviceId, quantity: countOf(item.quantity) }))
  const isCounted = counts.every(({ quantity }) => isCount(quantity, 1))
  const preview = useQuery(previewOptions(isCounted ? counts : null))
  const lineOf = (id: string): EarliestLine | undefined => preview.data?.lines.find((line) => line.serviceId === id)
  const items = draft.items.map((item, index) => {
    const form = forms[index]?.data
    const line = lineOf(item.serviceId)
    return {
      item,
      form,
      line,
      fields: fieldsOf(form),
      takesSamples: line?.receives === 'samples',
      problems: form ? validateAnswers(fieldsOf(form), item.answers, '') : [],
    }
  })
  const itemProblems = draft.items.map((item, index) => ({
    quantity: !isCount(countOf(item.quantity), 1),
    samples: Boolean(items[index]?.takesSamples) && !isCount(countOf(item.samples), 1),
  }))
  return {
    keeper,
    draft,
    items,
    forms,
    preview,
    itemProblems,
    areItemsReady: itemProblems.every(({ quantity, samples }) => !quantity && !samples),
    areAnswersReady: items.every(({ form, problems }) => form && problems.length === 0),
    /** A service without a list price can only be asked for. */
    isPriced: preview.data ? preview.data.total !== null : undefined,
    bodyOf: (): PlaceOrder => ({
      purpose: draft.purpose,
      confidentiality: draft.confidentiality,
      items: items.map(({ item, form, takesSamples }) => itemBody(item, { form, takesSamples })),
      ...(draft.title.trim() && { title: draft.title.trim() }),
      ...(preview.data?.total && { expectedTotal: preview.data.total }),
      ...(draft.voucherProgrammeId && {
        voucherProgrammeId: draft.voucherProgrammeId,
        ...(draft.expectedVoucher && { expectedVoucher: draft.expectedVoucher }),
      }),
    }),
  }
}
export type Wizard = ReturnType<typeof useWizard>
export type WizardItem = Wizard['items'][number]

function itemBody(
  item: DraftItem,
  { form, takesSamples }: { form: ServiceForm | undefined; takesSamples: boolean },
): PlaceOrder['items'][number] {
  return {
    serviceId: item.serviceId,
    quantity: countOf(item.quantity),
    sampleCount: takesSamples ? countOf(item.samples) : 0,
    form: item.answers as PlaceOrder['items'][number]['form'],
    ...(form && form.version > 0 && { formVersion: form.version }),
  }
}
