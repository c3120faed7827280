import { type RawBuilder, sql } from 'kysely'
import { LIVE_STATES } from '../../core/vocabulary.ts'

/** True for a row whose hold or request still runs at `now`: one that ran out no longer takes its slot, even before it is given back. */
export function runsAt(now: Date): RawBuilder<boolean> {
  return sql`(state <> 'held' or held_until > ${now}) and (state <> 'pending' or decide_until > ${now})`
}

/** `('held', …)`: the states of `reservation_no_overlap`, written out so that its index answers. */
export const LIVE = sql.raw(`(${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`)
