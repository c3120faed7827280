import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { addMinutes } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { MeterAnswer, MeterEvent } from '../../contract/use.ts'
import { findBeginProblems } from '../../core/use/begin.ts'
import { readMeteredInstant } from '../../core/use/meter.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { listBookingsAround } from '../sql/use/board.ts'
import { findDeviceEvent, insertUseEvent, type UseEventRow } from '../sql/use/records.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { listRunningOn, type RunningUseRow } from '../sql/use/running.ts'
import { beginUse, termsOfUse } from './begin-use.ts'
import { closeUse } from './close-use.ts'
import { eventOf, type Signal } from './signal.ts'
import { beginUnbooked } from './use-unbooked.ts'

/** What a machine runs without a booking and without an end is closed after so long. */
const UNBOOKED_MINUTES = 240

/** A device said that its instrument began or ended to be used. The same event again changes nothing and answers the same. */
export async function recordMeterEvent(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  report: { resourceId: string; organisationId: string; event: MeterEvent },
): Promise<MeterAnswer> {
  const { event } = report
  const facts = await findResourceFacts(tx, report.resourceId)
  if (facts?.providerId !== report.organisationId) throw new Refusal(RESOURCE_MISSING)
  const key = { providerId: facts.providerId, device: event.device, eventId: event.eventId }
  const known = await findDeviceEvent(tx, key)
  if (known) return repeat(known, report.resourceId, event)
  const metered = readMeteredInstant({
    at: new Date(event.at),
    sentAt: event.sentAt === undefined ? undefined : new Date(event.sentAt),
    receivedAt: command.now,
  })
  if ('problem' in metered) throw new Refusal(metered.problem)
  const device = { name: event.device, eventId: event.eventId, at: new Date(event.at), skewSeconds: metered.skewSeconds }
  const signal: Signal = { at: metered.at, source: 'api_key', device }
  const use =
    event.kind === 'start'
      ? await begin(tx, command, needs, facts, { unit: event.unit, signal })
      : await end(tx, command, needs, facts, { unit: event.unit, signal })
  if (!use) await insertUseEvent(tx, unmatched(facts, event, signal, command))
  return {
    outcome: use ? (event.kind === 'start' ? 'started' : 'finished') : 'unmatched',
    isRepeat: false,
    at: metered.at.toISOString(),
    skewSeconds: metered.skewSeconds,
    useId: use?.id ?? null,
    reservationId: use?.reservation_id ?? null,
  }
}

function repeat(known: UseEventRow, resourceId: string, event: MeterEvent): MeterAnswer {
  if (known.resource_id !== resourceId || known.kind !== event.kind || known.device_at?.getTime() !== Date.parse(event.at))
    throw new Refusal({ code: 'booking.meter_event_reused', kind: 'refused', field: '/eventId' })
  return {
    outcome: known.outcome,
    isRepeat: true,
    at: known.at.toISOString(),
    skewSeconds: known.skew_seconds,
    useId: known.use_id,
    reservationId: known.reservation_id,
  }
}

type On = { readonly unit: number | undefined; readonly signal: Signal }

/** The use of the booking whose time it is; a machine that runs without one is recorded as the provider's own use. */
async function begin(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  facts: ResourceFacts,
  { unit, signal }: On,
): Promise<RunningUseRow | undefined> {
  const running = (await listRunningOn(tx, facts.resourceId)).filter((use) => unit === undefined || use.unit === unit)
  const same = running.find((use) => use.planned_end > signal.at && use.started_at <= signal.at)
  if (same && (unit !== undefined || facts.rules.capacity === 1)) {
    // Somebody has checked in by page before the machine was switched on: the signal belongs to that use.
    await insertUseEvent(tx, eventOf(same, 'start', signal, command))
    return same
  }
  const rules = await readUseRules(tx, facts.resourceId)
  const window = { from: addMinutes(signal.at, -1), until: addMinutes(signal.at, Math.max(rules.earlyMinutes, UNBOOKED_MINUTES)) }
  const bookings = (await listBookingsAround(tx, facts.resourceId, window)).filter((booking) => unit === undefined || booking.unit === unit)
  for (const booking of bookings) {
    const row = booking.state === 'confirmed' ? await findReservationForLetters(tx, booking.id) : undefined
    if (row && findBeginProblems(termsOfUse(row), rules, signal.at).length === 0) return beginUse(tx, command, needs, row, signal)
  }
  if (signal.at < addMinutes(command.now, -UNBOOKED_MINUTES)) return undefined
  const taken = new Set(running.filter((use) => use.planned_end > signal.at).map((use) => use.unit))
  const idle = Array.from({ length: facts.rules.capacity }, (_, index) => index + 1).find(
    (one) => (unit === undefined || one === unit) && !taken.has(one),
  )
  if (idle === undefined) return undefined
  const next = bookings.find((booking) => booking.unit === idle && booking.start > signal.at)
  const limit = addMinutes(signal.at, UNBOOKED_MINUTES)
  const plannedEnd = next && next.start < limit ? next.start : limit
  return beginUnbooked(tx, command, needs, { facts, unit: idle, plannedEnd, personId: null, purpose: null, signal })
}

async function end(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  facts: ResourceFacts,
  { unit, signal }: On,
): Promise<RunningUseRow | undefined> {
  const running = (await listRunningOn(tx, facts.resourceId)).filter(
    (use) => (unit === undefined || use.unit === unit) && use.started_at <= signal.at,
  )
  const [use] = running
  // Of several units it must say which one.
  if (!use || running.length > 1) return undefined
  await closeUse(tx, command, needs, use, signal)
  return use
}

function unmatched(facts: ResourceFacts, event: MeterEvent, signal: Signal, command: Command): UseEventRow {
  return {
    id: newId(command.now.getTime()),
    use_id: null,
    resource_id: facts.resourceId,
    provider_id: facts.providerId,
    reservation_id: null,
    kind: event.kind,
    at: signal.at,
    received_at: command.now,
    source: 'api_key',
    device: event.device,
    device_event: event.eventId,
    device_at: new Date(event.at),
    skew_seconds: signal.device?.skewSeconds ?? null,
    outcome: 'unmatched',
    recorded_by: command.actor?.userId ?? null,
  }
}
