import { formatFen } from '@jiju/kernel/money'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { CLAIM_STATES, VOUCHER_STATES } from '../../core/vouchers/vocabulary.ts'

const voucher = {
  voucherId: z.uuid(),
  number: z.string(),
  orderId: z.uuid(),
  programmeId: z.uuid(),
  organisationId: z.uuid().describe('The organisation that ordered'),
  providerId: z.uuid(),
  year: z.int().describe('The year whose quota it uses'),
  state: z.enum(VOUCHER_STATES),
}
const VoucherPayload = z.object({ ...voucher, amountFen: z.string() })

const claim = {
  voucherId: z.uuid(),
  number: z.string(),
  orderId: z.uuid(),
  providerId: z.uuid(),
  from: z.enum(CLAIM_STATES),
  to: z.enum(CLAIM_STATES),
  words: z.string().nullable().describe('What is asked for, or why it was rejected'),
}
const ClaimPayload = z.object({ ...claim, amountFen: z.string() })
const amount = z.string().describe('Yuan, such as "600.00"')

/** What other programs may be told of vouchers. */
export const VOUCHER_PUBLIC_EVENTS: PublicEvents = {
  'orders.voucher_changed': {
    title: { zh: '创新券已锁定、调整、释放或兑付', en: 'A voucher was reserved, adjusted, freed or redeemed' },
    data: z.object({ ...voucher, amount }),
    present: async ({ payload }) => {
      const { amountFen, ...event } = VoucherPayload.parse(payload)
      // Before it is redeemed a voucher is the client's alone: the order may still wait for the client's approvers.
      const isClaimed = event.state === 'redeemed' || event.state === 'rejected'
      const organisationIds = isClaimed ? [event.organisationId, event.providerId] : [event.organisationId]
      return { organisationIds, data: { ...event, amount: formatFen(BigInt(amountFen)) } }
    },
  },
  'orders.voucher_claim_changed': {
    title: { zh: '创新券兑付申请有新进展', en: 'A voucher claim has moved' },
    data: z.object({ ...claim, amount }),
    present: async ({ payload }) => {
      const { amountFen, ...event } = ClaimPayload.parse(payload)
      return { organisationIds: [event.providerId], data: { ...event, amount: formatFen(BigInt(amountFen)) } }
    },
  },
}
