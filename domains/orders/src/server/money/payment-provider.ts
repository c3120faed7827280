import type { PaymentNotice } from '../../core/money/payments.ts'

/** A company through which clients pay. The platform knows it only by this. */
export type PaymentProvider = {
  /** Opens a payment at the provider; the same merchant number always leads to the same payment. */
  readonly begin: (payment: { merchantNumber: string; amountFen: bigint; subject: string }) => Promise<{
    readonly reference: string
    /** Where the payer pays: a path of this platform or an address of the provider's. */
    readonly payPath: string
  }>
  /** What became of a payment, for when no notice arrives; undefined while it is open. */
  readonly find: (reference: string) => Promise<PaymentNotice | undefined>
  /** The notice in a body that the provider has signed; undefined when the signature does not fit. */
  readonly readNotice: (body: SignedNotice) => PaymentNotice | undefined
}

/** A notice as it travels: money as decimal fen, and the provider's signature over its fields. */
export type SignedNotice = {
  readonly eventId: string
  readonly reference: string
  readonly outcome: 'paid' | 'failed'
  readonly amountFen: string
  readonly signature: string
}
