import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { getTransition } from '../../core/reservation-states.ts'
import { voidMoveRequest } from '../moves/void-move-request.ts'
import type { BookingDeps, BookingNeeds, BookingTables } from '../needs.ts'
import { eventDetail } from '../reservation-row.ts'
import { publishFreed } from '../slot-freed.ts'
import { endReservation } from '../sql/changes.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { getCharge, insertAnswer, listSilent } from '../sql/use/charges.ts'
import { listForgotten, listMissed, listOverruns, listUnmetered } from '../sql/use/due.ts'
import { findRunning } from '../sql/use/running.ts'
import { chargeNoShow } from './charge-fee.ts'
import { chargeDetail } from './charge-use.ts'
import { closeUnmetered, closeUse } from './close-use.ts'
import { tellOverrun } from './tell-of-use.ts'
import { actorIds, platformWriter, type Writer } from './writer.ts'

const BATCH = 200

/** Every minute: who is over is told of the next, who has gone or never came is written down as the rules say. Each row is a transaction of its own. */
export function useJobs({ db, needs }: BookingDeps): JobHandlers {
  const each = async (
    list: () => Promise<readonly string[]>,
    work: (tx: Db<BookingTables>, writer: Writer, id: string) => Promise<void>,
  ) => {
    for (const id of await list())
      await db.transaction().execute(async (tx) => {
        try {
          await work(tx, platformWriter(tx, needs.now()), id)
        } catch (error) {
          // Somebody acted at this very moment, and that stands.
          if (!(error instanceof Refusal)) throw error
        }
      })
  }
  return {
    'booking.follow_uses': async () => {
      const now = needs.now()
      for (const row of await listOverruns(db, now)) await db.transaction().execute((tx) => tellOverrun(tx, needs, row, now))
      await each(
        () => listForgotten(db, now, BATCH),
        async (tx, writer, id) => {
          const running = await findRunning(tx, { id })
          if (running) await closeUse(tx, writer, needs, running, { at: running.planned_end, source: 'inferred' })
        },
      )
      await each(
        () => listMissed(db, now, BATCH),
        (tx, writer, id) => miss(tx, writer, needs, id),
      )
      await each(
        () => listUnmetered(db, now, BATCH),
        async (tx, writer, id) => {
          const row = await findReservationForLetters(tx, id)
          if (row?.state === 'confirmed') await closeUnmetered(tx, writer, needs, row)
        },
      )
    },
    'booking.accept_silent_charges': async () => {
      await each(
        async () => (await listSilent(db, needs.now(), BATCH)).map(({ id }) => id),
        async (tx, writer, id) => {
          const charge = await getCharge(tx, id)
          if (!(await insertAnswer(tx, { chargeId: id, kind: 'silence', words: null, by: null, now: charge.answer_until }))) return
          const detail = { ...chargeDetail(charge, writer), bySilence: true }
          await writer.audit({ action: 'booking.charge.accept', subjectType: 'charge', subjectId: id, detail })
          await writer.publish('booking.charge_accepted', detail)
        },
      )
    },
  }
}

/** Nobody came within the grace: the slot is free, the points follow from the event. */
async function miss(tx: Db<BookingTables>, writer: Writer, needs: BookingNeeds, id: string): Promise<void> {
  const row = await findReservationForLetters(tx, id)
  if (row?.state !== 'confirmed') return
  const transition = getTransition('confirmed', 'miss')
  const target = { id: row.id, resourceId: row.resource_id, version: row.version }
  if (!(await endReservation(tx, target, transition, { by: null, reason: null, feeFen: 0n, now: writer.now }))) return
  await voidMoveRequest(tx, writer, row.id, writer.now)
  const detail = eventDetail(row, actorIds(writer))
  await writer.audit({ action: 'booking.reservation.miss', subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await writer.publish(transition.event, detail)
  await chargeNoShow(tx, writer, needs, row)
  if (writer.now < row.end) await publishFreed(writer, row)
}

export const USE_SCHEDULES: readonly JobSchedule[] = [
  { cron: '* * * * *', job: 'booking.follow_uses' },
  { cron: '*/10 * * * *', job: 'booking.accept_silent_charges' },
]
