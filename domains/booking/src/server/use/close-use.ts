import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { getTransition } from '../../core/reservation-states.ts'
import { freedFrom, isMetered } from '../../core/use/rules.ts'
import type { UseSource } from '../../core/use/vocabulary.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { eventDetail } from '../reservation-row.ts'
import { publishFreed } from '../slot-freed.ts'
import { findReservationForLetters, type ReservationRow } from '../sql/reservations.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { insertUseEvent, insertUseRecord, type UseRecordRow } from '../sql/use/records.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { changeUseState, freeRest, type RunningUseRow, takeRunning } from '../sql/use/running.ts'
import { chargeUse } from './charge-use.ts'
import { eventOf, type Signal } from './signal.ts'
import { tellInferred } from './tell-of-use.ts'
import { actorIds, type Writer } from './writer.ts'

const ALREADY_ENDED = { code: 'booking.use_already_ended', kind: 'conflict' } as const

/** Ends a running use: the unit is free, the log has its record, the customer its charge. Of two who end it one wins. */
export async function closeUse(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: BookingNeeds,
  running: RunningUseRow,
  signal: Signal,
): Promise<UseRecordRow> {
  const use = await takeRunning(tx, { id: running.id })
  if (!use) throw new Refusal(ALREADY_ENDED)
  const endedAt = signal.at < use.started_at ? use.started_at : signal.at
  const row = use.reservation_id === null ? undefined : await findReservationForLetters(tx, use.reservation_id)
  if (row) await finish(tx, writer, row)
  if (row) await giveRestBack(tx, writer, row, endedAt)
  await insertUseEvent(tx, eventOf(use, 'end', { ...signal, at: endedAt }, writer))
  const record = recordOf(use, { end: endedAt, endSource: signal.source }, writer)
  await insertUseRecord(tx, record)
  if (row) await afterUse(tx, writer, needs, row, record)
  else
    await writer.audit({
      action: 'booking.use.finish',
      subjectType: 'use',
      subjectId: use.id,
      detail: { resourceId: use.resource_id, start: use.started_at.toISOString(), end: endedAt.toISOString(), source: signal.source },
    })
  return record
}

/** A booking that nobody metered counts as used as booked; its record says that nobody said so. */
export async function closeUnmetered(tx: Db<BookingTables>, writer: Writer, needs: BookingNeeds, row: ReservationRow): Promise<boolean> {
  const { now } = writer
  const target = { id: row.id, resourceId: row.resource_id, version: row.version }
  if (!(await changeUseState(tx, target, getTransition('confirmed', 'start'), now))) return false
  await finish(tx, writer, { ...row, state: 'in_use', version: row.version + 1 })
  const use: RunningUseRow = {
    id: newId(now.getTime()),
    resource_id: row.resource_id,
    unit: row.unit,
    provider_id: row.provider_id,
    reservation_id: row.id,
    organisation_id: row.organisation_id,
    person_id: row.booker_id,
    started_at: row.start,
    planned_end: row.end,
    source: 'inferred',
    device: null,
    purpose: null,
  }
  const record = recordOf(use, { end: row.end, endSource: 'inferred' }, writer)
  await insertUseEvent(tx, eventOf(use, 'start', { at: row.start, source: 'inferred' }, writer))
  await insertUseEvent(tx, eventOf(use, 'end', { at: row.end, source: 'inferred' }, writer))
  await insertUseRecord(tx, record)
  await afterUse(tx, writer, needs, row, record)
  return true
}

/** What is left of the slot goes to whoever wants it, where the resource's rules say so; the charge follows what was agreed. */
async function giveRestBack(tx: Db<BookingTables>, writer: Writer, row: ReservationRow, endedAt: Date): Promise<void> {
  const facts = await findResourceFacts(tx, row.resource_id)
  const from = facts && freedFrom(row, endedAt, facts.rules.stepMinutes)
  if (!from || !(await readUseRules(tx, row.resource_id)).freesRest) return
  await freeRest(tx, { id: row.id, resourceId: row.resource_id }, from)
  await publishFreed(writer, { ...row, start: from })
}

async function finish(tx: Db<BookingTables>, writer: Writer, row: ReservationRow): Promise<void> {
  const target = { id: row.id, resourceId: row.resource_id, version: row.version }
  if (!(await changeUseState(tx, target, getTransition('in_use', 'finish'), writer.now))) throw new Refusal(ALREADY_ENDED)
}

async function afterUse(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: BookingNeeds,
  row: ReservationRow,
  record: UseRecordRow,
): Promise<void> {
  const detail = {
    ...eventDetail(row, actorIds(writer)),
    startedAt: record.started_at.toISOString(),
    endedAt: record.ended_at.toISOString(),
    source: record.end_source,
  }
  await writer.audit({ action: 'booking.reservation.finish', subjectType: 'reservation', subjectId: row.id, detail })
  await writer.publish('booking.reservation_finished', detail)
  await chargeUse(tx, writer, needs, row, record)
  if (!record.is_proved) await tellInferred(tx, needs, row, record)
}

function recordOf(use: RunningUseRow, end: { end: Date; endSource: UseSource }, writer: Writer): UseRecordRow {
  return {
    id: newId(writer.now.getTime()),
    use_id: use.id,
    replaces: null,
    resource_id: use.resource_id,
    unit: use.unit,
    provider_id: use.provider_id,
    reservation_id: use.reservation_id,
    organisation_id: use.organisation_id,
    person_id: use.person_id,
    is_outside: use.organisation_id !== use.provider_id,
    started_at: use.started_at,
    ended_at: end.end,
    start_source: use.source,
    end_source: end.endSource,
    is_proved: isMetered(use.source, end.endSource),
    device: use.device,
    purpose: use.purpose,
    recorded_by: writer.actor?.userId ?? null,
    recorded_at: writer.now,
    reason: null,
    confirmed_by: null,
  }
}
