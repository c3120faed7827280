import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { addMinutes } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { findResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { listBookingsAround } from '../sql/use/board.ts'
import { insertUseEvent } from '../sql/use/records.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { findRunning, listRunningOn, type RunningUseRow } from '../sql/use/running.ts'
import { occupy } from './begin-use.ts'
import { closeUse } from './close-use.ts'
import { eventOf, type Signal } from './signal.ts'
import type { Writer } from './writer.ts'

/** The least that is worth beginning before the next booking. */
const MIN_MINUTES = 5

/** A unit that nobody is on, with the instant until which nobody has booked it; the longest such. */
export async function findIdleUnit(
  db: Db<BookingTables>,
  facts: ResourceFacts,
  window: { now: Date; until: Date },
): Promise<{ unit: number; freeUntil: Date; nextStart: Date | null } | undefined> {
  const running = new Set((await listRunningOn(db, facts.resourceId)).filter((use) => use.planned_end > window.now).map((use) => use.unit))
  const bookings = await listBookingsAround(db, facts.resourceId, { from: window.now, until: window.until })
  const units = Array.from({ length: facts.rules.capacity }, (_, index) => index + 1).filter((unit) => !running.has(unit))
  const idle = units.map((unit) => {
    const next = bookings.find((booking) => booking.unit === unit && booking.end > window.now)
    const freeUntil = !next ? window.until : addMinutes(next.start, -facts.rules.bufferBeforeMinutes)
    return { unit, freeUntil, nextStart: next?.start ?? null }
  })
  return idle.sort((a, b) => b.freeUntil.getTime() - a.freeUntil.getTime())[0]
}

/** The provider's own people use what stands idle, until the next booking at most. It is recorded like any other use and costs nothing. */
export async function useUnbooked(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  wish: { resourceId: string; organisationId: string; minutes: number; purpose: string; signal: Signal },
): Promise<RunningUseRow> {
  const facts = await findResourceFacts(tx, wish.resourceId)
  if (facts?.providerId !== wish.organisationId) throw new Refusal(RESOURCE_MISSING)
  const rules = await readUseRules(tx, wish.resourceId)
  if (!rules.allowsUnbooked) throw new Refusal({ code: 'booking.unbooked_not_allowed', kind: 'refused' })
  const planned = addMinutes(command.now, wish.minutes)
  const idle = await findIdleUnit(tx, facts, { now: command.now, until: planned })
  if (!idle) throw new Refusal({ code: 'booking.use_by_somebody', kind: 'conflict' })
  if (idle.freeUntil < addMinutes(command.now, MIN_MINUTES))
    throw new Refusal({
      code: 'booking.unbooked_booked_next',
      kind: 'refused',
      params: { start: (idle.nextStart ?? planned).toISOString() },
    })
  return beginUnbooked(tx, command, needs, {
    facts,
    unit: idle.unit,
    plannedEnd: idle.freeUntil < planned ? idle.freeUntil : planned,
    personId: command.actor?.userId ?? null,
    purpose: wish.purpose,
    signal: wish.signal,
  })
}

export async function beginUnbooked(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: BookingNeeds,
  on: { facts: ResourceFacts; unit: number; plannedEnd: Date; personId: string | null; purpose: string | null; signal: Signal },
): Promise<RunningUseRow> {
  const { facts, signal } = on
  const use: RunningUseRow = {
    id: newId(writer.now.getTime()),
    resource_id: facts.resourceId,
    unit: on.unit,
    provider_id: facts.providerId,
    reservation_id: null,
    organisation_id: facts.providerId,
    person_id: on.personId,
    started_at: signal.at,
    planned_end: on.plannedEnd,
    source: signal.source,
    device: signal.device?.name ?? null,
    purpose: on.purpose,
  }
  await occupy(tx, writer, needs, use)
  await insertUseEvent(tx, eventOf(use, 'start', signal, writer))
  const detail = {
    resourceId: use.resource_id,
    start: signal.at.toISOString(),
    plannedEnd: on.plannedEnd.toISOString(),
    source: signal.source,
  }
  await writer.audit({ action: 'booking.use.begin', subjectType: 'use', subjectId: use.id, detail })
  return use
}

/** Ends a use without booking; anybody of the provider may. */
export async function finishUnbooked(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  target: { id: string; organisationId: string; signal: Signal },
): Promise<void> {
  const running = await findRunning(tx, { id: target.id })
  if (running?.provider_id !== target.organisationId) throw new Refusal({ code: 'booking.use_missing', kind: 'missing' })
  if (running.reservation_id !== null) throw new Refusal({ code: 'booking.use_has_booking', kind: 'refused' })
  await closeUse(tx, command, needs, running, target.signal)
}
