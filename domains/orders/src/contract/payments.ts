import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { OUTGOING_KINDS, OUTGOING_STATES } from '../core/money/outgoings.ts'
import { PAYMENT_CHANNELS, PAYMENT_STATES, SANDBOX_MANNERS } from '../core/money/payments.ts'
import { instant, line, payableYuan, words } from './money.ts'
import { yuan } from './orders.ts'

export const PaymentParams = z.object({ id: z.uuid() })

export const BeginPayment = z
  .object({
    amount: payableYuan,
    channel: z.enum(PAYMENT_CHANNELS),
    orderId: z.uuid().nullable().default(null).describe('Set aside for this order as soon as it is there'),
  })
  .meta({ id: 'BeginPayment' })
export type BeginPayment = z.infer<typeof BeginPayment>

export const Payment = z
  .object({
    id: z.uuid(),
    number: z.string().describe('The reference of a transfer by bank'),
    orderId: z.uuid().nullable(),
    orderNumber: z.string().nullable(),
    channel: z.enum(PAYMENT_CHANNELS),
    amount: yuan,
    state: z.enum(PAYMENT_STATES),
    payPath: z.string().nullable().describe('Where to pay; null when it is paid by bank or ended'),
    begunByName: z.string(),
    begunAt: instant,
    expiresAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Payment' })
export type Payment = z.infer<typeof Payment>
export const PaymentList = pageOf(Payment).meta({ id: 'PaymentList' })
export const ListPayments = z.object(pageQuery)

/** What a payment provider sends; its signature covers every other field. */
export const PaymentNoticeBody = z
  .object({
    eventId: z.string().min(1).max(200),
    reference: z.string().min(1).max(200),
    outcome: z.enum(['paid', 'failed']),
    amountFen: z.string().regex(/^\d{1,15}$/),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'PaymentNoticeBody' })
export const NoticeTaken = z.object({ outcome: z.enum(['booked', 'known']) }).meta({ id: 'NoticeTaken' })

export const SandboxParams = z.object({ reference: z.string().regex(/^sbx_[0-9a-f]{24}$/) })

/** A payment as the sandbox's own page shows it. */
export const SandboxPayment = z
  .object({
    reference: z.string(),
    merchantNumber: z.string(),
    amount: yuan,
    state: z.enum(['open', 'paid', 'failed']),
    manner: z.enum(SANDBOX_MANNERS).nullable(),
  })
  .meta({ id: 'SandboxPayment' })
export type SandboxPayment = z.infer<typeof SandboxPayment>
export const PayInSandbox = z
  .object({ manner: z.enum(SANDBOX_MANNERS).describe('How it ends and how the notices leave') })
  .meta({ id: 'PayInSandbox' })
export type PayInSandbox = z.infer<typeof PayInSandbox>

/** Money that leaves: a client's balance given back, or what a provider has earned. */
export const Outgoing = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: z.enum(OUTGOING_KINDS),
    organisationName: z.string(),
    amount: yuan,
    accountName: z.string(),
    accountNumber: z.string(),
    bankName: z.string(),
    reason: z.string(),
    state: z.enum(OUTGOING_STATES),
    askedByName: z.string(),
    askedAt: instant,
    endedAt: instant.nullable(),
    refusal: z.string().nullable(),
  })
  .meta({ id: 'Outgoing' })
export type Outgoing = z.infer<typeof Outgoing>
export const OutgoingList = pageOf(Outgoing).meta({ id: 'OutgoingList' })
export const ListOutgoings = z.object({
  kind: z.enum(OUTGOING_KINDS).exactOptional(),
  state: z.enum(OUTGOING_STATES).exactOptional(),
  ...pageQuery,
})
export type ListOutgoings = z.infer<typeof ListOutgoings>

export const AskOutgoing = z
  .object({
    amount: payableYuan,
    accountName: line(200).min(1),
    accountNumber: line(60).min(4),
    bankName: line(200).min(1),
    reason: line(500).default(''),
  })
  .meta({ id: 'AskOutgoing' })
export type AskOutgoing = z.infer<typeof AskOutgoing>

export const RefuseOutgoing = z.object({ reason: words }).meta({ id: 'RefuseOutgoing' })
