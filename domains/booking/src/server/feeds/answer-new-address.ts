import { runCommand } from '@jiju/platform/http/command'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BookingDeps } from '../needs.ts'
import { type NewAddress, openAddress } from './open-address.ts'

/** Answers with the new address. It is shown this once, so the receipt does not keep it. */
export function answerNewAddress(
  { db, needs }: Pick<BookingDeps, 'db' | 'needs'>,
  request: FastifyRequest,
  reply: FastifyReply,
  wish: NewAddress,
): Promise<FastifyReply> {
  return runCommand(
    db,
    request,
    reply,
    async (tx, command) => ({ status: 201, body: await openAddress(tx, command, needs.publicAddress, wish) }),
    { holdsSecret: true },
  )
}
