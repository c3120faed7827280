import type { Db } from '@jiju/platform/database/pool'
import { type Figures, NO_FIGURES } from '../../core/assessment/figures.ts'
import { openSecondsOf } from '../../core/assessment/heat-map.ts'
import type { Period } from '../../core/assessment/period.ts'
import { readHours, type SiteHours } from '../../core/opening-hours.ts'
import type { BookingTables } from '../needs.ts'
import { type FiguresRow, listFigures } from '../sql/assessment/figures.ts'
import { type InstrumentFilter, type InstrumentRow, listInstruments } from '../sql/assessment/instruments.ts'

export type Assessed = { readonly instrument: InstrumentRow; readonly figures: Figures }

// So many instruments are read at once that a year of their log stays small in the memory of the database and of this process.
const BATCH = 250

/** Every instrument of the filter with its figures, batch after batch: the whole district passes without being held. */
export async function* assess(
  db: Db<BookingTables>,
  filter: Omit<InstrumentFilter, 'limit' | 'after'>,
  period: Period,
  now: Date,
): AsyncGenerator<Assessed> {
  const openSeconds = rememberOpenSeconds(period)
  const load = async (after: string | undefined): Promise<Batch> => {
    const instruments = await listInstruments(db, { ...filter, after, limit: BATCH })
    const resourceIds = instruments.map(({ id }) => id)
    return { instruments, figures: handled(listFigures(db, { resourceIds, period, now })) }
  }
  let batch: Batch | undefined = await load(undefined)
  while (batch) {
    const { instruments, figures }: Batch = batch
    // The next batch is read while this one is.
    const next: Promise<Batch> | undefined = instruments.length === BATCH ? handled(load(instruments.at(-1)?.id)) : undefined
    const known = new Map((await figures).map((row) => [row.resource_id, row]))
    for (const instrument of instruments) {
      const row = known.get(instrument.id)
      // A retired instrument counts as long as it has done something.
      if (!instrument.is_published && !row) continue
      yield { instrument, figures: toFigures(instrument, row, instrument.is_published ? openSeconds(instrument) : 0) }
    }
    batch = await next
  }
}

type Batch = { readonly instruments: readonly InstrumentRow[]; readonly figures: Promise<FiguresRow[]> }

/** A failure of a batch is met when the batch is read; if that never comes, because an earlier one failed, it is no failure of its own. */
function handled<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  return work
}

function toFigures(instrument: InstrumentRow, row: FiguresRow | undefined, openSeconds: number): Figures {
  const facts = { instruments: instrument.is_published ? 1 : 0, openInstruments: instrument.is_open ? 1 : 0, openSeconds }
  if (!row) return { ...NO_FIGURES, ...facts }
  return {
    ...facts,
    effectiveSeconds: row.effective_seconds,
    externalSeconds: row.external_seconds,
    inferredSeconds: row.inferred_seconds,
    bookedOnlySeconds: row.booked_only_seconds,
    unitSeconds: row.unit_seconds,
    uses: row.uses,
    externalUses: row.external_uses,
    insideFen: row.inside_fen,
    outsideFen: row.outside_fen,
    pendingFen: row.pending_fen,
    evaluations: row.evaluations,
    markSum: row.mark_sum,
  }
}

type Hours = Pick<InstrumentRow, 'zone' | 'opening' | 'holiday_rule' | 'day_exceptions'>

export function siteHoursOf(row: Hours): SiteHours {
  return readHours({ zone: row.zone, opening: row.opening, holidayRule: row.holiday_rule, dayExceptions: row.day_exceptions })
}

/** Opening hours written alike; many instruments share few. */
export const hoursKey = (row: Hours): string => JSON.stringify([row.zone, row.opening, row.holiday_rule, row.day_exceptions])

function rememberOpenSeconds(period: Period): (row: Hours) => number {
  const known = new Map<string, number>()
  return (row) => {
    const key = hoursKey(row)
    const seconds = known.get(key) ?? openSecondsOf(siteHoursOf(row), period)
    known.set(key, seconds)
    return seconds
  }
}
