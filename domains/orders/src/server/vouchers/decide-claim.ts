import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { limitAfter } from '../../core/order/clock.ts'
import { claimMoveOf } from '../../core/vouchers/claims.ts'
import type { ClaimAct } from '../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { type ClaimRow, insertClaimStep, lockClaim, moveClaim } from '../sql/vouchers/claims.ts'
import { moveAmounts } from '../sql/vouchers/quotas.ts'
import { findVoucherOfOrder, markRejected } from '../sql/vouchers/vouchers.ts'
import { freezeEvidence } from './frozen-evidence.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { VOUCHER_MISSING } from './matter.ts'
import { voucherEvent } from './voucher-event.ts'
import { OFFICE_DAYS } from './voucher-of-order.ts'

/** Working days in which a provider brings what the office asks for. */
const PROVIDER_DAYS = 10

type Wanted = {
  readonly voucherId: string
  readonly act: Exclude<ClaimAct, 'claim'>
  readonly side: 'office' | 'provider'
  /** The provider that acts; the office acts on every claim. */
  readonly providerId?: string
  readonly personId: string
  readonly version: number
  readonly words: string | undefined
}

/**
 * The one door through which a claim changes. What the papers were is kept with the decision. A rejected claim gives quota and budget back. Refuses with
 * `orders.voucher_missing`, `orders.claim_act_not_allowed`, `orders.claim_reject_needs_fault` or `platform.version_stale`.
 */
export async function changeClaim(tx: Db<OrdersTables>, work: Work, files: FileStore, wanted: Wanted): Promise<ClaimRow> {
  const { voucherId, act, personId, words = null } = wanted
  const { now } = work
  const claim = await lockClaim(tx, voucherId)
  if (!claim || (wanted.side === 'provider' && claim.provider_id !== wanted.providerId)) throw new Refusal(VOUCHER_MISSING)
  const move = claimMoveOf(claim.state, act)
  if (move?.by !== wanted.side)
    throw new Refusal({ code: 'orders.claim_act_not_allowed', kind: 'conflict', params: { act, state: claim.state } })
  if (claim.state === 'accepted' && !claim.has_fault) throw new Refusal({ code: 'orders.claim_reject_needs_fault', kind: 'refused' })
  const isDecided = move.to === 'accepted' || move.to === 'rejected'
  const answerUntil = isDecided ? null : limitAfter(now, move.to === 'pending' ? OFFICE_DAYS : PROVIDER_DAYS)
  const isMoved = await moveClaim(tx, {
    voucherId,
    from: claim.state,
    version: wanted.version,
    to: move.to,
    answerUntil,
    by: personId,
    reason: act === 'supply' ? claim.reason : words,
    evidence: isDecided && claim.evidence === null ? await freezeEvidence(files, await gatherEvidence(tx, files, voucherId)) : null,
    at: now,
  })
  if (!isMoved) throw new Refusal(VERSION_STALE)
  await insertClaimStep(tx, { id: newId(now.getTime()), voucherId, version: claim.version + 1, act, personId, words, at: now })
  await work.audit({
    action: `orders.voucher_claim.${act}`,
    subjectType: 'voucher',
    subjectId: voucherId,
    detail: { number: claim.number, from: claim.state, to: move.to, amount: formatFen(claim.amount_fen), ...(words !== null && { words }) },
  })
  if (move.to === 'rejected') await giveBack(tx, work, claim, words ?? '')
  await work.publish('orders.voucher_claim_changed', {
    voucherId,
    number: claim.number,
    orderId: claim.order_id,
    providerId: claim.provider_id,
    organisationId: claim.organisation_id,
    act,
    from: claim.state,
    to: move.to,
    amountFen: claim.amount_fen.toString(),
    words,
    answerUntil: answerUntil?.toISOString() ?? null,
  })
  const moved = await lockClaim(tx, voucherId)
  if (!moved) throw new Error('a claim that moved is gone')
  return moved
}

/** What the programme does not pay counts neither in the quota nor in the budget. */
async function giveBack(tx: Db<OrdersTables>, work: Work, claim: ClaimRow, reason: string): Promise<void> {
  const voucher = await findVoucherOfOrder(tx, claim.order_id)
  if (!voucher) throw new Error('a claim without a voucher')
  const key = { programmeId: voucher.programme_id, organisationId: voucher.organisation_id, year: voucher.year }
  const isMoved = await moveAmounts(tx, key, { reservedFen: 0n, redeemedFen: -voucher.amount_fen })
  if (!isMoved || !(await markRejected(tx, voucher.id, reason, work.now)))
    throw new Error(`what voucher ${voucher.number} has redeemed is not there`)
  await work.publish('orders.voucher_changed', voucherEvent(voucher, 'rejected', voucher.amount_fen))
}
