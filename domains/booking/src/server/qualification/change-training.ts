import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Transaction } from 'kysely'
import type { EditTraining } from '../../contract/trainings.ts'
import { cancelReservation } from '../cancel-reservation.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { listEnrolments } from '../sql/qualification/enrolments.ts'
import { addPlaces, endTraining, lockTraining, removePlaces, type TrainingRow, updateTraining } from '../sql/qualification/trainings.ts'
import { findReservation } from '../sql/reservations.ts'
import { fillPlaces } from './enrol.ts'
import { getTraining } from './get-training.ts'
import { trainingParams } from './training-params.ts'

const OVER: Problem = { code: 'booking.training_over', kind: 'refused' }

type Target = { readonly id: string; readonly version: number; readonly providerId: string; readonly userId: string }

/** New words, or another number of places: more let in who waits, fewer only as long as they are free. */
export async function editTraining(
  tx: Transaction<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: Target & { readonly words: EditTraining },
): Promise<TrainingRow> {
  await lockTraining(tx, wish.id)
  const row = await getTraining(tx, wish.id, wish.userId, wish.providerId)
  if (row.state !== 'open') throw new Refusal(OVER)
  const more = wish.words.places - row.places
  if (more > 0) await addPlaces(tx, row.id, more)
  if (more < 0 && (await removePlaces(tx, row.id, -more)) < -more)
    throw new Refusal({ code: 'booking.training_places_taken', kind: 'refused', params: { taken: row.taken }, field: '/places' })
  if (!(await updateTraining(tx, wish, wish.words, command.now))) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'booking.training.edit', subjectType: 'training', subjectId: row.id, detail: { ...wish.words } })
  await fillPlaces(tx, needs, row)
  return getTraining(tx, wish.id, wish.userId)
}

/** Calls a session off: everybody is told, the instruments are given back. */
export async function cancelTraining(
  tx: Transaction<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: Target & { readonly reason: string },
): Promise<TrainingRow> {
  await lockTraining(tx, wish.id)
  const row = await getTraining(tx, wish.id, wish.userId, wish.providerId)
  if (row.state !== 'open') throw new Refusal(OVER)
  if (!(await endTraining(tx, wish, { state: 'cancelled', reason: wish.reason, now: command.now }))) throw new Refusal(VERSION_STALE)
  for (const { reservationId } of row.resources) {
    const booked = reservationId ? await findReservation(tx, reservationId, wish.providerId) : undefined
    if (booked?.state !== 'confirmed' || booked.start <= command.now) continue
    await cancelReservation(tx, command, { id: booked.id, organisationId: wish.providerId, version: booked.version, reason: wish.reason })
  }
  await command.audit({ action: 'booking.training.cancel', subjectType: 'training', subjectId: row.id, detail: { reason: wish.reason } })
  for (const enrolment of await listEnrolments(tx, row.id))
    await needs.notify(tx, {
      kind: 'booking.training_cancelled',
      to: [enrolment.person_id],
      params: { ...trainingParams(row), words: wish.reason },
      link: `/trainings/${row.id}`,
      key: `training_cancelled ${enrolment.id}`,
    })
  return getTraining(tx, wish.id, wish.userId)
}
