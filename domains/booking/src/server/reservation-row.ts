import { newId, readableNumber } from '@jiju/kernel/ids'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type GroupKind, HOLD_MINUTES, type RequestCause } from '../core/vocabulary.ts'
import { chargeBasisOf, type Draft, noShowFeeOf, type SlotWish } from './draft-reservation.ts'
import { storePriceLines } from './present.ts'
import type { PlacedRow } from './sql/place.ts'
import type { ReservationRow } from './sql/reservations.ts'

export type PlaceOrder = {
  readonly wish: SlotWish
  /** `booked`: confirmed, or pending where the provider answers first. */
  readonly state: 'held' | 'booked'
  readonly bookerId: string
  readonly placedBy: string
  readonly project: string | null
  readonly note: string | null
  /** What the booker was quoted; another price is refused. */
  readonly quotedFen?: bigint | undefined
  readonly requestId: string
  /** The series or bundle that the booking is part of. */
  readonly group?: OrderGroup | undefined
  /** Of a hold that is kept longer or shorter than usual, and cannot be extended. */
  readonly heldUntil?: Date | undefined
}

export type OrderGroup = {
  readonly id: string
  readonly number: string
  readonly kind: GroupKind
  /** What the provider answers for all of them together; null when they are confirmed at once. */
  readonly request: BookedAs['request']
}

/** What the rules and the booker's standing make of an order. */
export type BookedAs = {
  readonly state: 'held' | 'confirmed' | 'pending'
  readonly unit: number
  readonly request: { readonly cause: RequestCause; readonly decideUntil: Date } | null
}

/** The answer to an Idempotency-Key, kept with the booking. */
export type Receipt = {
  readonly actorId: string
  readonly key: string
  readonly requestHash: Buffer
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** A draft without problems. */
export type SellableDraft = Draft & { readonly customer: NonNullable<Draft['customer']>; readonly price: NonNullable<Draft['price']> }

/** The draft when nothing speaks against it. */
export function sellable(draft: Draft): SellableDraft | undefined {
  const { customer, price, problems } = draft
  return problems.length === 0 && customer && price ? { ...draft, customer, price } : undefined
}

/** True when the booker was quoted this price, or asked for none. */
export function isQuoted(order: PlaceOrder, { price }: SellableDraft): boolean {
  return order.quotedFen === undefined || order.quotedFen === price.totalFen
}

/** The row that a booking would be. */
export function toRow(draft: SellableDraft, order: PlaceOrder, as: BookedAs): ReservationRow {
  const { facts } = draft
  const { now } = order.wish
  const id = newId(now.getTime())
  return {
    id,
    resource_id: facts.resourceId,
    provider_id: facts.providerId,
    number: readableNumber('BKG', localDayOf(now, facts.site.zone), id),
    kind: draft.customer.id === facts.providerId ? 'internal' : 'customer',
    state: as.state,
    start: draft.during.start,
    end: draft.during.end,
    blocked_start: draft.blocked.start,
    blocked_end: draft.blocked.end,
    held_until: as.state === 'held' ? (order.heldUntil ?? new Date(now.getTime() + HOLD_MINUTES * 60_000)) : null,
    is_hold_extended: order.heldUntil !== undefined,
    unit: as.unit,
    group_id: order.group?.id ?? null,
    group_number: order.group?.number ?? null,
    group_kind: order.group?.kind ?? null,
    decide_until: as.request?.decideUntil ?? null,
    awaits: as.request ? 'provider' : null,
    request_cause: as.request?.cause ?? null,
    asked_start: null,
    asked_end: null,
    decline_reason: null,
    organisation_id: draft.customer.id,
    booker_id: order.bookerId,
    customer_class: draft.customerClass,
    operation: draft.operation,
    project: order.project,
    note: order.note,
    price_fen: draft.price.totalFen,
    price_lines: storePriceLines(draft.price.lines),
    charge_by: chargeBasisOf(facts, draft.during),
    free_cancel_until: draft.freeCancelUntil,
    late_cancel_percent: facts.rules.lateCancelPercent,
    no_show_fee_fen: noShowFeeOf(facts, draft.during, { priceFen: draft.price.totalFen, customerClass: draft.customerClass }),
    booked_until: null,
    needs_approval: facts.rules.confirmation === 'approval',
    move_id: null,
    move_start: null,
    move_end: null,
    move_operation: null,
    move_price_fen: null,
    move_words: null,
    move_decide_until: null,
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

/** The row as the placing statement takes it, with its audit entry and event. */
export function toPlaced(draft: SellableDraft, order: PlaceOrder, row: ReservationRow, receipt?: Receipt | undefined): PlacedRow {
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
    ...(row.no_show_fee_fen > 0n && { no_show_fee_fen: row.no_show_fee_fen.toString() }),
    ...(row.charge_by !== 'booked' && { charge_by: row.charge_by }),
    ...(row.unit > 1 && { unit: row.unit }),
    ...(row.group_id && { group_id: row.group_id }),
    ...(row.is_hold_extended && { is_hold_extended: true }),
    ...(row.decide_until && { decide_until: row.decide_until }),
    ...(row.awaits && { awaits: row.awaits }),
    ...(row.request_cause && { request_cause: row.request_cause }),
    at: row.created_at,
    entry_id: newId(),
    entry_at: new Date(),
    detail: {
      ...eventDetail(row, { actorUserId: order.placedBy, actorOrganisationId: order.wish.actorOrganisationId }),
      ...(order.group && toldAsGroup(order.group.id)),
    },
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

/** In an event of a reservation whose group is told of as a whole. */
export function toldAsGroup(groupId: string): { toldAsGroup: string } {
  return { toldAsGroup: groupId }
}

/** What leaves with an event and stays in the audit log: ids, time and money, no words and no names. */
export function eventDetail(
  row: Pick<ReservationRow, 'id' | 'resource_id' | 'provider_id' | 'organisation_id' | 'booker_id' | 'start' | 'end' | 'price_fen'> &
    Partial<Pick<ReservationRow, 'decide_until'>>,
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
    ...(row.decide_until && { decideUntil: row.decide_until.toISOString() }),
    actorUserId: by.actorUserId,
    actorOrganisationId: by.actorOrganisationId,
  }
}
