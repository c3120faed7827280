/** 普通发票 and 专用发票: only with the second can the buyer deduct the tax, and it names address and bank. */
export const INVOICE_KINDS = ['general', 'special'] as const
export type InvoiceKind = (typeof INVOICE_KINDS)[number]

export const INVOICE_STATES = ['asked', 'issued', 'refused', 'withdrawn'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]

type InvoiceData = {
  readonly title: string
  readonly taxpayerNumber: string
  readonly kind: InvoiceKind
  readonly address: string
  readonly phone: string
  readonly bankName: string
  readonly bankAccount: string
}

/** What is missing before an invoice can be asked for, by the name of the field. */
export function missingInvoiceData(data: InvoiceData): (keyof InvoiceData)[] {
  const always = ['title', 'taxpayerNumber'] as const
  const forSpecial = ['address', 'phone', 'bankName', 'bankAccount'] as const
  const needed: readonly (keyof InvoiceData)[] = data.kind === 'special' ? [...always, ...forSpecial] : always
  return needed.filter((field) => data[field].trim() === '')
}
