import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { DecideGroundLoss } from '../../contract/qualifications.ts'
import { cancelReservation } from '../cancel-reservation.ts'
import { voidMoveRequest } from '../moves/void-move-request.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { rangeText } from '../notices/time-texts.ts'
import { endLoss, findLoss, type LossRow, takeOver } from '../sql/qualification/losses.ts'

const LOSS_MISSING = { code: 'booking.ground_loss_missing', kind: 'missing' } as const
const LOSS_DECIDED = { code: 'booking.ground_loss_decided', kind: 'conflict' } as const

/** The provider decides about a booking that lost its ground: its staff runs the instrument at the agreed price, or the slot is given back free. */
export async function decideLoss(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: DecideGroundLoss & { id: string; providerId: string; userId: string },
): Promise<void> {
  const { now } = command
  const loss = await findLoss(tx, wish.id, wish.providerId)
  if (!loss) throw new Refusal(LOSS_MISSING)
  const isTakenOver = wish.choice === 'with_operator'
  if (!(await endLoss(tx, loss.id, { state: isTakenOver ? 'with_operator' : 'released', by: wish.userId, now })))
    throw new Refusal(LOSS_DECIDED)
  const seen = { id: loss.reservation_id, version: loss.reservation_version }
  if (!isTakenOver) {
    await cancelReservation(tx, command, { ...seen, organisationId: wish.providerId, reason: wish.reason })
    return
  }
  if (!(await takeOver(tx, { ...seen, resourceId: loss.resource_id }, now))) throw new Refusal(VERSION_STALE)
  await voidMoveRequest(tx, command, seen.id, now)
  await command.audit({
    action: 'booking.reservation.take_over',
    subjectType: 'reservation',
    subjectId: loss.reservation_id,
    detail: { lossId: loss.id, cause: loss.cause, neededLevel: loss.needed_level },
  })
  await tellBooker(tx, needs, loss)
}

async function tellBooker(tx: Db<BookingTables>, needs: Pick<BookingNeeds, 'notify'>, loss: LossRow): Promise<void> {
  await needs.notify(tx, {
    kind: 'booking.ground_taken_over',
    to: [loss.person_id],
    params: {
      number: loss.number,
      resource: { zh: loss.resource_name, en: loss.resource_name_en || loss.resource_name },
      time: rangeText(loss.start, loss.end, loss.zone),
    },
    link: `/e/bookings/${loss.reservation_id}`,
    key: `ground_loss ${loss.id} decided`,
  })
}
