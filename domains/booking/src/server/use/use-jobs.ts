import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { getTransition } from '../../core/reservation-states.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import { eventDetail } from '../reservation-row.ts'
import { publishFreed } from '../slot-freed.ts'
import { endReservation } from '../sql/changes.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { insertAnswer, listChargesOf, listSilent } from '../sql/use/charges.ts'
import { listForgotten, listMissed, listOverruns, listUnmetered } from '../sql/use/due.ts'
import { findRunning } from '../sql/use/running.ts'
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
      await each(() => listMissed(db, now, BATCH), miss)
      await each(
        () => listUnmetered(db, now, BATCH),
        async (tx, writer, id) => {
          const row = await findReservationForLetters(tx, id)
          if (row?.state === 'confirmed') await closeUnmetered(tx, writer, needs, row)
        },
      )
    },
    'booking.accept_silent_charges': async () => {
      const silent = new Map((await listSilent(db, needs.now(), BATCH)).map((row) => [row.id, row.reservation_id]))
      await each(
        async () => [...silent.keys()],
        async (tx, writer, id) => {
          const charge = (await listChargesOf(tx, silent.get(id) ?? '')).find((one) => one.id === id)
          if (!charge || !(await insertAnswer(tx, { chargeId: id, kind: 'silence', words: null, by: null, now: charge.answer_until })))
            return
          const detail = { ...chargeDetail(charge, writer), bySilence: true }
          await writer.audit({ action: 'booking.charge.accept', subjectType: 'charge', subjectId: id, detail })
          await writer.publish('booking.charge_accepted', detail)
        },
      )
    },
  }
}

/** Nobody came within the grace: the slot is free, the points follow from the event. */
async function miss(tx: Db<BookingTables>, writer: Writer, id: string): Promise<void> {
  const row = await findReservationForLetters(tx, id)
  if (row?.state !== 'confirmed') return
  const transition = getTransition('confirmed', 'miss')
  const target = { id: row.id, resourceId: row.resource_id, version: row.version }
  if (!(await endReservation(tx, target, transition, { by: null, reason: null, feeFen: 0n, now: writer.now }))) return
  const detail = eventDetail(row, actorIds(writer))
  await writer.audit({ action: 'booking.reservation.miss', subjectType: 'reservation', subjectId: row.id, detail })
  if (transition.event) await writer.publish(transition.event, detail)
  if (writer.now < row.end) await publishFreed(writer, row)
}

export const USE_SCHEDULES: readonly JobSchedule[] = [
  { cron: '* * * * *', job: 'booking.follow_uses' },
  { cron: '*/10 * * * *', job: 'booking.accept_silent_charges' },
]
