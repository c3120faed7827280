import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { EvaluationReply } from '../../contract/evaluations.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { findEvaluator, insertReply } from '../sql/use/evaluations.ts'

/** The provider answers once what a user said, and the user is told. Of two answers one counts. */
export async function giveReply(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  given: { id: string; providerId: string; userId: string; words: string },
): Promise<EvaluationReply> {
  const { id: reservationId, providerId, words } = given
  const evaluator = await findEvaluator(tx, { reservationId, providerId })
  if (!evaluator) throw new Refusal({ code: 'booking.evaluation_missing', kind: 'missing' })
  if (!(await insertReply(tx, { reservationId, providerId, words, by: given.userId, now: command.now })))
    throw new Refusal({ code: 'booking.evaluation_answered', kind: 'conflict' })
  await command.audit({ action: 'booking.evaluation.reply', subjectType: 'reservation', subjectId: reservationId, detail: { words } })
  const row = await findReservationForLetters(tx, reservationId)
  await needs.notify(tx, {
    kind: 'booking.evaluation_replied',
    to: [evaluator.person_id],
    params: {
      number: row?.number ?? '',
      resource: { zh: row?.resource_name ?? '', en: row?.resource_name_en || (row?.resource_name ?? '') },
      provider: row?.provider_name ?? '',
      words,
    },
    link: `/e/bookings/${reservationId}`,
    key: `evaluation_reply ${reservationId}`,
  })
  return { words, at: command.now.toISOString() }
}
