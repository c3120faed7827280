import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { pointsOf100 } from '../../core/credit/grades.ts'
import { distanceTo, nearestOf, nextStep, type Standing, type StepDistance } from '../../core/cultivation/distance.ts'
import { type Ladder, ladderFacts, ladderOn, type Step } from '../../core/cultivation/ladder.ts'
import LADDERS from '../../core/cultivation/ladders.json' with { type: 'json' }
import { SCORING_ZONE, yearsBetween } from '../../core/facts/periods.ts'
import type { ScoringDeps, ScoringTables } from '../needs.ts'
import { wantedColumn } from '../runs/take-snapshot.ts'
import { listRecognitions, writePlaces } from '../sql/cultivation.ts'
import { findFinalRun, listScoresOf } from '../sql/final-run.ts'
import { listPeriodKinds } from '../sql/snapshot.ts'
import { type EnterpriseRow, listCurrentEvents, listEnterprises, listStatedFacts, type StatedFact } from '../sql/standing.ts'

/** High-tech status is also stated as a fact: whoever holds it stands on that step without a recognition in the register. */
const STEP_BY_FACT = { step: 'high_tech', fact: 'high_tech_status' } as const

/** The ladder of a day. There is always one: the shipped data has no gap up to the present. */
export function currentLadder(day: string): Ladder {
  const ladder = ladderOn(LADDERS as unknown as Ladder[], day)
  if (!ladder) throw new Error(`no ladder holds on ${day}`)
  return ladder
}

export type Placed = {
  readonly enterprise: EnterpriseRow
  readonly current: Step | null
  readonly next: Step | null
  readonly held: ReadonlySet<string>
  readonly distances: readonly StepDistance[]
  readonly stated: ReadonlyMap<string, StatedFact>
  readonly hasScore: boolean
}

/** Where the named enterprises stand: what they are recognised for, and their distance to every step. */
export async function placeOnLadder(
  db: Db<ScoringTables>,
  { enterprises, now, isAll = false }: { enterprises: readonly EnterpriseRow[]; now: Date; isAll?: boolean },
): Promise<{ ladder: Ladder; period: string; placed: Placed[] }> {
  const day = localDayOf(now, SCORING_ZONE)
  const ladder = currentLadder(day)
  const period = lastYear(day)
  const ids = enterprises.map(({ id }) => id)
  const some = isAll ? null : ids
  const kinds = await listPeriodKinds(db)
  const refs = [...new Set([...ladderFacts(ladder), STEP_BY_FACT.fact])]
  // Points in time are taken as they are today; years are those that have ended.
  const columns = refs.flatMap((ref) =>
    wantedColumn(ref, kinds, period).map((column) => (column.isPoint && !ref.includes('@') ? { ...column, period: day } : column)),
  )
  const stated = groupBy(await listStatedFacts(db, columns, some, now), ({ enterprise_id }) => enterprise_id)
  const events = groupBy(await listCurrentEvents(db, some), ({ enterprise_id }) => enterprise_id)
  const recognitions = groupBy(await listRecognitions(db, day, ids.length === 1 ? ids[0] : undefined), ({ enterprise_id }) => enterprise_id)
  const run = await findFinalRun(db)
  const scores = new Map(run ? (await listScoresOf(db, run.run_id, ids)).map((score) => [score.enterprise_id, score]) : [])

  const placed = enterprises.map((enterprise): Placed => {
    const own = new Map((stated.get(enterprise.id) ?? []).map((fact) => [fact.ref, fact]))
    const score = scores.get(enterprise.id)
    const facts: Record<string, number | null> = Object.fromEntries([...own].map(([ref, fact]) => [ref, Number(fact.value)]))
    facts.age_years = enterprise.founded_on === null ? null : yearsBetween(enterprise.founded_on, day)
    const standing: Standing = {
      facts,
      points: score?.score && run ? pointsOf100(score.score, Number(run.scale)) : null,
      rank: score?.rank_stage && score.stage_count ? { rank: score.rank_stage, count: score.stage_count } : null,
      events: (events.get(enterprise.id) ?? []).map((event) => ({
        code: event.code,
        on: event.occurred_on,
        isRepaired: event.repaired_on !== null,
      })),
      day,
    }
    const held = new Set((recognitions.get(enterprise.id) ?? []).map(({ step }) => step))
    if (facts[STEP_BY_FACT.fact] === 1) held.add(STEP_BY_FACT.step)
    const distances = ladder.steps.map((step) => distanceTo(step, standing))
    return { enterprise, ...nextStep(ladder, held), held, distances, stated: own, hasScore: score?.score != null }
  })
  return { ladder, period, placed }
}

/** What placing and labelling ask for: a database and what time it is. */
export type Clocked = { readonly db: ScoringDeps['db']; readonly needs: Pick<ScoringDeps['needs'], 'now'> }

/** Looks at the ladder for all enterprises and keeps where they stand. */
export async function refreshPlaces({ db, needs }: Clocked): Promise<number> {
  const now = needs.now()
  const { period, placed } = await placeOnLadder(db, { enterprises: await listEnterprises(db), now, isAll: true })
  await db.transaction().execute((tx) => keepPlaces(tx, placed, period, now))
  return placed.length
}

/** Keeps where the placed enterprises stand. */
export async function keepPlaces(tx: Db<ScoringTables>, placed: readonly Placed[], period: string, now: Date): Promise<void> {
  const places = placed.map(({ enterprise, current, next, distances }) => {
    const distance = distances.find(({ step }) => step === next?.code)
    const nearest = distance ? nearestOf(distance) : null
    return {
      enterpriseId: enterprise.id,
      step: current?.code ?? null,
      nextStep: next?.code ?? null,
      met: distance?.met ?? 0,
      short: distance?.short ?? 0,
      unknown: distance?.unknown ?? 0,
      nearest: nearest && { condition: nearest.condition, lack: nearest.lack, part: nearest.part },
    }
  })
  await writePlaces(tx, places, period, now)
}

const lastYear = (day: string) => String(Number(day.slice(0, 4)) - 1)

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
