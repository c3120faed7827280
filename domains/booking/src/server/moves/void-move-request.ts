import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingTables } from '../needs.ts'
import { publishFreed } from '../slot-freed.ts'
import { dropParts, endMoveRequest, findOpenMoveRequest, type MoveRequestRow } from '../sql/move-requests.ts'

/**
 * The booking was cancelled, moved, begun or missed: nobody answers a request to move it any more, and the wished time is free. The caller has
 * changed or locked the booking in this transaction.
 */
export async function voidMoveRequest(
  tx: Db<BookingTables>,
  command: Pick<Command, 'publish'>,
  reservationId: string,
  now: Date,
): Promise<void> {
  const request = await findOpenMoveRequest(tx, reservationId)
  if (request && (await endMoveRequest(tx, request.id, { state: 'void', by: null, now }))) await giveBackWish(tx, command, request, now)
}

/** Gives the wished time back, and says so to whoever waits for it. */
export async function giveBackWish(
  tx: Db<BookingTables>,
  command: Pick<Command, 'publish'>,
  request: MoveRequestRow,
  now: Date,
): Promise<void> {
  for (const part of await dropParts(tx, request, now)) await publishFreed(command, part)
}
