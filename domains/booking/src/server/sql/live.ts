import { sql } from 'kysely'
import { LIVE_STATES } from '../../core/vocabulary.ts'

/** `('held', …)`: the states of `reservation_no_overlap`, written out so that its index answers. */
export const LIVE = sql.raw(`(${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`)
