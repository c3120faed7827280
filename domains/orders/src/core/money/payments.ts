/** How money comes in: through the sandbox of a payment provider, or by bank with the payment's number as its reference. */
export const PAYMENT_CHANNELS = ['sandbox', 'bank_transfer'] as const
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number]

export const PAYMENT_STATES = ['waiting', 'paid', 'failed', 'lapsed', 'withdrawn'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** How the sandbox lets a payment end and tells of it: at once, after minutes, three times, never, or that it failed. */
export const SANDBOX_MANNERS = ['at_once', 'late', 'repeated', 'silent', 'fails'] as const
export type SandboxManner = (typeof SANDBOX_MANNERS)[number]

/** What a payment provider tells of a payment; money in fen. */
export type PaymentNotice = {
  /** The provider's id of what happened: a repeat carries the same. */
  readonly eventId: string
  readonly reference: string
  readonly outcome: 'paid' | 'failed'
  readonly amountFen: bigint
}

/** What a notice is signed over: every field in one order, each on its line. */
export const signedText = ({ eventId, reference, outcome, amountFen }: PaymentNotice): string =>
  [eventId, reference, outcome, amountFen.toString()].join('\n')

/** The days for which an announced payment is waited for, by channel. */
export const PAYMENT_WAITS_HOURS: Readonly<Record<PaymentChannel, number>> = { sandbox: 2, bank_transfer: 24 * 30 }

/** Kinds of organisation that pay for what they use; providers use the instruments of others. */
export const PAYER_KINDS = ['enterprise', 'provider'] as const
export const isPayer = (kind: string): boolean => (PAYER_KINDS as readonly string[]).includes(kind)
