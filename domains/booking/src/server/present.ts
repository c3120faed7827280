import { formatFen } from '@jiju/kernel/money'
import type { Calendar } from '../contract/calendars.ts'
import type { Reservation } from '../contract/reservations.ts'
import { type ChangeTerms, cancelFee, findCancelProblems, findMoveProblems, phaseAt, type Side, stateAt } from '../core/cancellation.ts'
import type { PriceLine } from '../core/prices/quote.ts'
import type { ReservationRow, StoredPriceLine } from './sql/reservations.ts'
import type { ResourceFacts } from './sql/resource-facts.ts'

/** Who reads, and when: what can be done with a reservation depends on both. */
export type Reader = { readonly organisationId: string | null; readonly now: Date }

/** The side on which an organisation stands towards a reservation. */
export function sideOf(row: Pick<ReservationRow, 'provider_id'>, organisationId: string | null): Side {
  return row.provider_id === organisationId ? 'provider' : 'customer'
}

export function termsOf(row: ReservationRow): ChangeTerms {
  return {
    kind: row.kind,
    state: row.state,
    start: row.start,
    end: row.end,
    heldUntil: row.held_until,
    decideUntil: row.decide_until,
    priceFen: row.price_fen,
    freeCancelUntil: row.free_cancel_until,
    lateCancelPercent: row.late_cancel_percent,
    isDisplaced: row.unit < 0,
  }
}

export function storePriceLines(lines: readonly PriceLine[]): StoredPriceLine[] {
  return lines.map((line) => ({
    code: line.code,
    quantity: line.quantity,
    unit: line.unit,
    unitPriceFen: line.unitPriceFen.toString(),
    amountFen: line.amountFen.toString(),
    ...(line.percent !== 100 && { percent: line.percent }),
    ...(line.nameZh !== null && { nameZh: line.nameZh, nameEn: line.nameEn }),
    ...(line.validFrom !== null && { validFrom: line.validFrom }),
  }))
}

export function presentPrice(price: {
  customerClass: ReservationRow['customer_class']
  lines: readonly StoredPriceLine[]
  totalFen: bigint
}): Reservation['price'] {
  return {
    customerClass: price.customerClass,
    lines: price.lines.map((line) => ({
      code: line.code,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: formatFen(BigInt(line.unitPriceFen)),
      percent: line.percent ?? 100,
      amount: formatFen(BigInt(line.amountFen)),
      nameZh: line.nameZh ?? null,
      nameEn: line.nameEn ?? null,
      validFrom: line.validFrom ?? null,
    })),
    total: formatFen(price.totalFen),
  }
}

/** Row to wire. Every field is named here, so that a new column never leaks by itself. */
export function presentReservation(row: ReservationRow, reader: Reader): Reservation {
  const { now } = reader
  const terms = termsOf(row)
  const side = sideOf(row, reader.organisationId)
  const state = stateAt(terms, now)
  // A reason can still be given, so a missing one keeps nobody from the button.
  const attempt = { side, now, reason: 'given later' }
  const moveProblems = findMoveProblems(terms, attempt)
  const moveRequest = presentMoveRequest(row, { ...reader, state })
  const movesByAnswer = moveProblems.length === 0 && side === 'customer' && state === 'confirmed' && row.needs_approval
  const isBundled = row.group_kind === 'bundle'
  const canCancel = findCancelProblems(terms, attempt).length === 0
  return {
    id: row.id,
    number: row.number,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    siteName: row.site_name,
    siteAddress: row.site_address,
    zone: row.zone,
    providerId: row.provider_id,
    providerName: row.provider_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    bookerId: row.booker_id,
    bookerName: row.booker_name,
    kind: row.kind,
    state,
    phase: phaseAt(terms, now),
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    blockedStart: row.blocked_start.toISOString(),
    blockedEnd: row.blocked_end.toISOString(),
    heldUntil: state === 'held' ? (row.held_until?.toISOString() ?? null) : null,
    unit: row.unit,
    group: row.group_id && row.group_kind ? { id: row.group_id, number: row.group_number ?? '', kind: row.group_kind } : null,
    request: presentRequest(row, state),
    canAnswer: state === 'pending' && row.awaits === side,
    declineReason: row.decline_reason,
    canExtendHold: state === 'held' && !row.is_hold_extended,
    operation: row.operation,
    project: row.project,
    note: row.note,
    chargeBy: row.charge_by,
    price: presentPrice({ customerClass: row.customer_class, lines: row.price_lines, totalFen: row.price_fen }),
    cancellation: {
      freeUntil: row.free_cancel_until.toISOString(),
      percentAfter: row.late_cancel_percent,
      canCancel,
      feeNow: canCancel ? formatFen(cancelFee(terms, attempt)) : null,
    },
    noShowFee: formatFen(row.no_show_fee_fen),
    bookedUntil: row.booked_until?.toISOString() ?? null,
    canMove: moveProblems.length === 0 && !movesByAnswer,
    moveBlock: movesByAnswer
      ? isBundled
        ? 'bundle_needs_approval'
        : 'needs_approval'
      : moveProblems.some(({ code }) => code === 'booking.too_late_to_move')
        ? 'too_late'
        : null,
    canAskMove: movesByAnswer && moveRequest === null && !isBundled,
    moveRequest,
    isDisplaced: row.unit < 0 && row.ended_at === null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    cancelFee: row.cancel_fee_fen === null ? null : formatFen(row.cancel_fee_fen),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  }
}

function presentMoveRequest(row: ReservationRow, reader: Reader & { state: Reservation['state'] }): Reservation['moveRequest'] {
  const {
    move_id: id,
    move_start: start,
    move_end: end,
    move_operation: operation,
    move_price_fen: priceFen,
    move_decide_until: until,
  } = row
  if (!id || !start || !end || !operation || priceFen === null || !until) return null
  if (reader.state !== 'confirmed' || until <= reader.now) return null
  return {
    id,
    start: start.toISOString(),
    end: end.toISOString(),
    operation,
    price: formatFen(priceFen),
    words: row.move_words,
    decideUntil: until.toISOString(),
    canAnswer: sideOf(row, reader.organisationId) === 'provider',
  }
}

function presentRequest(row: ReservationRow, state: Reservation['state']): Reservation['request'] {
  if (row.request_cause === null) return null
  const isOpen = state === 'pending'
  const { asked_start: start, asked_end: end } = row
  return {
    cause: row.request_cause,
    awaits: isOpen ? row.awaits : null,
    decideUntil: isOpen ? (row.decide_until?.toISOString() ?? null) : null,
    asked: start && end ? { start: start.toISOString(), end: end.toISOString() } : null,
  }
}

export function presentCalendar(facts: ResourceFacts): Calendar {
  const { rules } = facts
  return {
    resourceId: facts.resourceId,
    providerId: facts.providerId,
    zone: facts.site.zone,
    isAccepting: facts.isOpenedByProvider,
    confirmation: rules.confirmation,
    operations: [...rules.operations],
    operatorHourPrice: rules.operatorHourFen === null ? null : formatFen(rules.operatorHourFen),
    stepMinutes: rules.stepMinutes as Calendar['stepMinutes'],
    billingStepMinutes: rules.billingStepMinutes,
    minMinutes: rules.minMinutes,
    maxMinutes: rules.maxMinutes,
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    minNoticeMinutes: rules.minNoticeMinutes,
    horizonDays: rules.horizonDays,
    freeCancelHours: rules.freeCancelHours,
    lateCancelPercent: rules.lateCancelPercent,
    decideWithinHours: rules.decideWithinHours,
    capacity: rules.capacity,
    limits: rules.limits,
    version: facts.version,
  }
}
