import { formatFen } from '@jiju/kernel/money'
import type { NoticeKind, NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { OrdersDeps } from '../needs.ts'
import texts from '../notices/vouchers.json' with { type: 'json' }
import { listOperators } from '../sql/organisations.ts'
import { findOrder } from '../sql/service-orders.ts'
import { type ClaimRow, findClaim } from '../sql/vouchers/claims.ts'

type Kind = keyof typeof texts

const kindOf = (kind: Kind, isUrgent = false): NoticeKind => ({ group: 'orders', mail: 'at_once', isUrgent, texts: texts[kind] })

export const VOUCHER_NOTICES: NoticeKinds = {
  'orders.voucher_adjusted': kindOf('orders.voucher_adjusted'),
  'orders.voucher_freed': kindOf('orders.voucher_freed'),
  'orders.voucher_more_asked': kindOf('orders.voucher_more_asked', true),
  'orders.voucher_supplied': kindOf('orders.voucher_supplied'),
  'orders.voucher_accepted': kindOf('orders.voucher_accepted'),
  'orders.voucher_rejected': kindOf('orders.voucher_rejected', true),
  'orders.voucher_claim_late_office': kindOf('orders.voucher_claim_late_office', true),
  'orders.voucher_claim_late_provider': kindOf('orders.voucher_claim_late_provider', true),
}

const CLAIMANTS = ['provider:lab_manager', 'provider:finance']
const OFFICERS = ['operator:policy_officer', 'operator:operator']
const PAYERS = ['enterprise:owner', 'enterprise:finance']

const Changed = z.object({
  orderId: z.uuid(),
  number: z.string(),
  state: z.string(),
  amountFen: z.string(),
  fromFen: z.string().exactOptional(),
  reason: z.string().exactOptional(),
})
/** As it was at that moment, whatever came after. */
const ClaimChanged = z.object({
  voucherId: z.uuid(),
  act: z.string(),
  words: z.string().nullable(),
  answerUntil: z.iso.datetime().nullable(),
})

/** People are told of what the steps of an order do not say: a voucher that an amendment changes, and what becomes of a claim. */
export function voucherEvents(deps: OrdersDeps): EventHandlers {
  return {
    'orders.voucher_changed': { 'orders.tell_of_voucher': async (event) => tellOfAmendment(deps, event.id, Changed.parse(event.payload)) },
    'orders.voucher_claim_changed': {
      'orders.tell_of_claim': async (event) => tellOfClaim(deps, event.id, ClaimChanged.parse(event.payload)),
    },
  }
}

async function tellOfAmendment({ db, needs }: OrdersDeps, key: string, change: z.infer<typeof Changed>): Promise<void> {
  const isAdjusted = change.state === 'reserved' && change.fromFen !== undefined
  const isFreed = change.state === 'freed' && change.reason === 'amend'
  const order = isAdjusted || isFreed ? await findOrder(db, change.orderId) : undefined
  if (!order) return
  await needs.notify(db, {
    kind: isAdjusted ? 'orders.voucher_adjusted' : 'orders.voucher_freed',
    to: [order.person_id],
    params: {
      number: change.number,
      order: order.number,
      amount: formatFen(BigInt(change.amountFen)),
      ...(change.fromFen !== undefined && { from: formatFen(BigInt(change.fromFen)) }),
    },
    link: `/e/orders/${order.id}`,
    key,
  })
}

async function tellOfClaim(
  deps: OrdersDeps,
  key: string,
  { voucherId, act, words, answerUntil }: z.infer<typeof ClaimChanged>,
): Promise<void> {
  const { db, needs } = deps
  const claim = await findClaim(db, voucherId)
  if (!claim) return
  const params = { ...claimParams(claim), words: words ?? '', ...(answerUntil !== null && { until: answerUntil }) }
  if (act === 'ask_more') await tellProvider(deps, claim, 'orders.voucher_more_asked', params, key)
  if (act === 'accept') await tellProvider(deps, claim, 'orders.voucher_accepted', params, key)
  if (act === 'supply') await tellOffice(deps, 'orders.voucher_supplied', params, key)
  if (act === 'reject') {
    await tellProvider(deps, claim, 'orders.voucher_rejected', params, key)
    await needs.notify(db, {
      kind: 'orders.voucher_rejected',
      to: { organisationId: claim.organisation_id, roles: PAYERS },
      params,
      link: `/e/orders/${claim.order_id}`,
      key,
    })
  }
}

type Params = ReturnType<typeof claimParams> & { readonly words?: string; readonly until?: string }

function claimParams(claim: ClaimRow) {
  return {
    number: claim.number,
    order: claim.order_number,
    provider: claim.provider_name,
    amount: formatFen(claim.amount_fen),
  }
}

async function tellProvider({ db, needs }: OrdersDeps, claim: ClaimRow, kind: Kind, params: Params, key: string): Promise<void> {
  const link = `/p/vouchers?claim=${claim.voucher_id}`
  await needs.notify(db, { kind, to: { organisationId: claim.provider_id, roles: CLAIMANTS }, params, link, key })
}

async function tellOffice({ db, needs }: OrdersDeps, kind: Kind, params: Params, key: string): Promise<void> {
  for (const organisationId of await listOperators(db))
    await needs.notify(db, { kind, to: { organisationId, roles: OFFICERS }, params, link: '/o/vouchers?tab=claims', key })
}

/** Reminds whoever is next of a claim that waits too long. */
export async function tellOfLateClaim(deps: OrdersDeps, voucherId: string, key: string): Promise<void> {
  const claim = await findClaim(deps.db, voucherId)
  if (!claim) return
  if (claim.state === 'more_asked') await tellProvider(deps, claim, 'orders.voucher_claim_late_provider', claimParams(claim), key)
  if (claim.state === 'pending') await tellOffice(deps, 'orders.voucher_claim_late_office', claimParams(claim), key)
}
