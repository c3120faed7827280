import { newId, readableNumber } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { HOLD_MINUTES } from '../core/vocabulary.ts'
import { type Draft, draftReservation, type SlotWish } from './draft-reservation.ts'
import type { FactsCache } from './facts-cache.ts'
import type { BookingTables } from './needs.ts'
import { storePriceLines } from './present.ts'
import { SLOT_TAKEN } from './problems.ts'
import { releaseOverlappingHolds } from './sql/holds.ts'
import type { PlacedRow, Placement } from './sql/place.ts'
import type { ReservationRow } from './sql/reservations.ts'

export type PlaceOrder = {
  readonly wish: SlotWish
  readonly state: 'held' | 'confirmed'
  readonly bookerId: string
  readonly placedBy: string
  readonly project: string | null
  readonly note: string | null
  readonly requestId: string
}

/** The answer to an Idempotency-Key, kept with the booking. */
type Receipt = {
  readonly actorId: string
  readonly key: string
  readonly requestHash: Buffer
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Where a booking is written: `insert` works in `tx` when there is one. */
type PlaceContext = {
  readonly db: Db<BookingTables>
  readonly tx?: Db<BookingTables>
  readonly insert: (row: PlacedRow) => Promise<Placement>
  readonly facts: FactsCache
  /** Makes the receipt that commits with the booking; absent when the caller keeps receipts itself. */
  readonly receiptFor?: ((row: ReservationRow) => Receipt | undefined) | undefined
}

const MAX_TRIES = 4

/**
 * Checks the rules, prices the slot and takes it, in one statement once the facts are known. Facts that turn out stale are read again; a slot that
 * seems taken is tried again when holds that ran out were in the way. Refuses with every broken rule, or with `booking.slot_taken`.
 */
export async function placeReservation(context: PlaceContext, order: PlaceOrder): Promise<ReservationRow> {
  const { wish } = order
  const ids = { resourceId: wish.resourceId, customerId: wish.customerId, bookerId: order.bookerId }
  let isFresh = false
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const draft = await draftWith(context, ids, wish, isFresh)
    const row = toRow(draft, order)
    const outcome = await context.insert(toPlaced(draft, order, row, context.receiptFor?.(row)))
    if (outcome === 'placed') return row
    if (outcome === 'stale') isFresh = true
    else if ((await releaseOverlappingHolds(context.tx ?? context.db, slotOf(row, wish.now))) === 0) throw new Refusal(SLOT_TAKEN)
  }
  throw new Refusal(SLOT_TAKEN)
}

/** A draft without problems. */
type SellableDraft = Draft & { readonly customer: NonNullable<Draft['customer']>; readonly price: NonNullable<Draft['price']> }

/** Facts from the cache may be old, so a refusal is only given on facts that were just read. */
async function draftWith(
  context: PlaceContext,
  ids: { resourceId: string; customerId: string; bookerId: string },
  wish: SlotWish,
  isFresh: boolean,
): Promise<SellableDraft> {
  const known = await context.facts.read(ids, isFresh, context.tx)
  if (isFresh || (known.resource && known.customer)) {
    const draft = draftReservation(known, wish)
    const { customer, price, problems } = draft
    if (problems.length === 0 && customer && price) return { ...draft, customer, price }
    if (isFresh) throw new Refusal(...problems)
  }
  return draftWith(context, ids, wish, true)
}

function slotOf(row: ReservationRow, now: Date) {
  return { resourceId: row.resource_id, blockedStart: row.blocked_start, blockedEnd: row.blocked_end, now }
}

function toRow(draft: SellableDraft, order: PlaceOrder): ReservationRow {
  const { facts } = draft
  const { now } = order.wish
  const id = newId(now.getTime())
  return {
    id,
    resource_id: facts.resourceId,
    provider_id: facts.providerId,
    number: readableNumber('BKG', localDayOf(now, facts.site.zone), id),
    kind: draft.customer.id === facts.providerId ? 'internal' : 'customer',
    state: order.state,
    start: draft.during.start,
    end: draft.during.end,
    blocked_start: draft.blocked.start,
    blocked_end: draft.blocked.end,
    held_until: order.state === 'held' ? new Date(now.getTime() + HOLD_MINUTES * 60_000) : null,
    is_hold_extended: false,
    organisation_id: draft.customer.id,
    booker_id: order.bookerId,
    customer_class: draft.customerClass,
    operation: draft.operation,
    project: order.project,
    note: order.note,
    price_fen: draft.price.totalFen,
    price_lines: storePriceLines(draft.price.lines),
    free_cancel_until: draft.freeCancelUntil,
    late_cancel_percent: facts.rules.lateCancelPercent,
    ended_at: null,
    end_reason: null,
    cancel_fee_fen: null,
    version: 1,
    created_at: now,
    resource_name: facts.name,
    resource_name_en: facts.nameEn,
    site_name: facts.siteName,
    site_address: facts.siteAddress,
    zone: facts.site.zone,
    provider_name: facts.providerName,
    organisation_name: draft.customer.name,
    booker_name: draft.bookerName,
  }
}

function toPlaced(draft: SellableDraft, order: PlaceOrder, row: ReservationRow, receipt: Receipt | undefined): PlacedRow {
  return {
    id: row.id,
    resource_id: row.resource_id,
    calendar_version: draft.facts.version,
    fingerprint: draft.facts.fingerprint,
    customer_id: draft.customer.id,
    customer_kind: draft.customer.kind,
    customer_district: draft.customer.district ?? '',
    provider_district: draft.facts.providerDistrict,
    provider_id: row.provider_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    start: row.start,
    end: row.end,
    blocked_start: row.blocked_start,
    blocked_end: row.blocked_end,
    held_until: row.held_until,
    booker_id: row.booker_id,
    placed_by: order.placedBy,
    placed_by_organisation_id: order.wish.actorOrganisationId,
    customer_class: row.customer_class,
    operation: row.operation,
    project: row.project,
    note: row.note,
    price_fen: row.price_fen.toString(),
    price_lines: row.price_lines,
    free_cancel_until: row.free_cancel_until,
    late_cancel_percent: row.late_cancel_percent,
    at: row.created_at,
    entry_id: newId(),
    entry_at: new Date(),
    detail: eventDetail(row, { actorUserId: order.placedBy, actorOrganisationId: order.wish.actorOrganisationId }),
    request_id: order.requestId,
    ...(receipt && {
      actor_id: receipt.actorId,
      key: receipt.key,
      request_hash: receipt.requestHash.toString('hex'),
      body: receipt.body,
      headers: receipt.headers,
    }),
  }
}

/** What leaves with an event and stays in the audit log: ids, time and money, no words and no names. */
export function eventDetail(
  row: Pick<ReservationRow, 'id' | 'resource_id' | 'provider_id' | 'organisation_id' | 'booker_id' | 'start' | 'end' | 'price_fen'>,
  by: { actorUserId: string | null; actorOrganisationId: string | null },
): Record<string, unknown> {
  return {
    reservationId: row.id,
    resourceId: row.resource_id,
    providerId: row.provider_id,
    organisationId: row.organisation_id,
    bookerId: row.booker_id,
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    priceFen: row.price_fen.toString(),
    actorUserId: by.actorUserId,
    actorOrganisationId: by.actorOrganisationId,
  }
}
