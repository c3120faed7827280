import type { Db } from '@jiju/platform/database/pool'
import { emptyGrid, openGrid, openSecondsOf } from '../../core/assessment/heat-map.ts'
import { type Period, type Step, stepsOf } from '../../core/assessment/period.ts'
import type { BookingTables } from '../needs.ts'
import { type InstrumentFilter, type InstrumentRow, listInstruments } from '../sql/assessment/instruments.ts'
import { listStepUse, listWeekUse } from '../sql/assessment/patterns.ts'
import { hoursKey, siteHoursOf } from './assess.ts'

// A picture of more instruments than this says nothing that a picture of these does not.
const MAX_INSTRUMENTS = 5_000

/** When instruments are used: by weekday and hour over what is open, and step by step through the period. */
export async function readPatterns(
  db: Db<BookingTables>,
  filter: Pick<InstrumentFilter, 'providerId' | 'resourceId'>,
  { period, step, now }: { period: Period; step: Step; now: Date },
) {
  const instruments = await listInstruments(db, { ...filter, limit: MAX_INSTRUMENTS })
  const of = { resourceIds: instruments.map(({ id }) => id), period, now }
  const steps = stepsOf(period, step)
  const patterns = countPatterns(instruments)
  const used = emptyGrid()
  for (const { weekday, hour, seconds } of await listWeekUse(db, of)) used[(weekday - 1) * 24 + hour] = seconds
  const open = emptyGrid()
  for (const { count, row } of patterns)
    for (const [index, seconds] of openGrid(siteHoursOf(row), period).entries()) open[index] = (open[index] ?? 0) + seconds * count
  const inSteps = new Map((await listStepUse(db, of, steps)).map((row) => [row.from_day, row]))
  return {
    instruments: instruments.length,
    cells: used.map((seconds, index) => ({
      weekday: Math.floor(index / 24) + 1,
      hour: index % 24,
      usedSeconds: Math.round(seconds),
      openSeconds: Math.round(open[index] ?? 0),
    })),
    steps: steps.map((span) => ({
      from: span.from,
      to: span.to,
      effectiveSeconds: Math.round(inSteps.get(span.from)?.effective_seconds ?? 0),
      externalSeconds: Math.round(inSteps.get(span.from)?.external_seconds ?? 0),
      openSeconds: patterns.reduce((sum, { count, row }) => sum + count * openSecondsOf(siteHoursOf(row), span), 0),
    })),
  }
}

/** Opening hours written alike, with the number of published instruments that have them. */
function countPatterns(instruments: readonly InstrumentRow[]): { row: InstrumentRow; count: number }[] {
  const patterns = new Map<string, { row: InstrumentRow; count: number }>()
  for (const row of instruments) {
    if (!row.is_published) continue
    const key = hoursKey(row)
    patterns.set(key, { row, count: (patterns.get(key)?.count ?? 0) + 1 })
  }
  return [...patterns.values()]
}
