import { formatFen, parseFen } from '@jiju/kernel/money'
import type { Enquiry } from '@jiju/orders/contract/enquiries'
import type { OfferQuote, Quote } from '@jiju/orders/contract/quotes'
import type { LineKind } from '@jiju/orders/core/vocabulary'

/** A line as it is typed. */
export type LineDraft = {
  readonly key: string
  readonly kind: LineKind
  readonly enquiryItemId: string | undefined
  readonly serviceId: string | undefined
  readonly name: string
  readonly method: string
  readonly quantity: string
  readonly unit: string
  readonly unitPrice: string
}

/** What is asked for, unpriced; or the quote before, to be revised. */
export function firstLines(enquiry: Enquiry, before: Quote | undefined): LineDraft[] {
  if (before)
    return before.lines.map((line) => ({
      key: `${before.id}-${line.position}`,
      kind: line.kind,
      enquiryItemId: line.enquiryItemId ?? undefined,
      serviceId: line.serviceId ?? undefined,
      name: line.name,
      method: line.method,
      quantity: String(line.quantity),
      unit: line.unit,
      unitPrice: line.unitPrice,
    }))
  return enquiry.items.map((item) => ({
    key: item.id,
    kind: 'test',
    enquiryItemId: item.id,
    serviceId: undefined,
    name: item.name,
    method: item.method,
    quantity: String(item.quantity),
    unit: 'item',
    unitPrice: '',
  }))
}

export function toLines(drafts: readonly LineDraft[]): OfferQuote['lines'] {
  return drafts.map(({ kind, enquiryItemId, serviceId, name, method, quantity, unit, unitPrice }) => ({
    kind,
    ...(enquiryItemId ? { enquiryItemId } : {}),
    ...(serviceId ? { serviceId } : {}),
    name: name.trim(),
    method: method.trim(),
    quantity: Number(quantity),
    unit,
    unitPrice: unitPrice.trim(),
  }))
}

/** What a line comes to; undefined while it is not a number. */
export function amountOf({ quantity, unitPrice }: LineDraft): bigint | undefined {
  const price = parseFen(unitPrice.trim())
  const count = /^\d{1,5}$/.test(quantity) ? BigInt(quantity) : undefined
  return price === undefined || count === undefined ? undefined : price * count
}

/** Null while a line has no price. */
export function totalOf(drafts: readonly LineDraft[]): string | null {
  let total = 0n
  for (const draft of drafts) {
    const amount = amountOf(draft)
    if (amount === undefined) return null
    total += amount
  }
  return formatFen(total)
}
