import { checkOwnUse, findOwnUseTimes, placeOwnUse, releaseOwnUse } from '@jiju/booking/server/bundles/own-use'
import { presentProblem } from '@jiju/booking/server/present-problem'
import type { Instruments } from '@jiju/orders/server/needs'
import type { Command } from '@jiju/platform/http/command'
import type { Transaction } from 'kysely'

// One transaction over the tables of both domains.
// biome-ignore lint/suspicious/noExplicitAny: each domain sees its own tables of the same database.
const shared = (tx: unknown) => tx as Transaction<any>

/** Calendars as the work on orders takes them: the booking domain places, gives back and looks up, in the caller's transaction. */
export const instrumentsOfOrders: Instruments = {
  place: (tx, command, use) => placeOwnUse(shared(tx), command, use),
  release: (tx, work, release) => {
    const command: Command = { actor: null, requestId: 'orders', ...work }
    return releaseOwnUse(shared(tx), command, release)
  },
  check: async (db, use, { now, language }) =>
    (await checkOwnUse(shared(db), use, now)).flatMap(({ resourceId, problems }) =>
      problems.map((problem) => ({ resourceId, code: problem.code, message: presentProblem(problem, language).message })),
    ),
  findTimes: (db, use, now) => findOwnUseTimes(shared(db), use, now),
}
