import type { CultivationFile, EnterpriseLadder, LadderPlace, Visit } from '../../contract/cultivation.ts'
import type { Distance } from '../../core/cultivation/distance.ts'
import type { Condition, Ladder } from '../../core/cultivation/ladder.ts'
import type { PlaceRow, RecognitionRow } from '../sql/cultivation.ts'
import type { DefinitionRow } from '../sql/definitions.ts'
import type { listWatchedIn, NoteRow, VisitRow } from '../sql/watch.ts'
import type { Placed } from './place-on-ladder.ts'

type DefinitionName = Pick<DefinitionRow, 'code' | 'name' | 'unit'>
type Names = ReadonlyMap<string, DefinitionName>

const AGE: DefinitionName = { code: 'age_years', name: { zh: '成立年限', en: 'Age' }, unit: '年' }
const nameOf = (names: Names, ref: string): DefinitionName => {
  const [code = ref] = ref.split('@')
  return names.get(code) ?? (code === AGE.code ? AGE : { code, name: { zh: code, en: code }, unit: '' })
}

export function presentLadder(
  { ladder, period, placed }: { ladder: Ladder; period: string; placed: Placed },
  names: Names,
): EnterpriseLadder {
  const { enterprise, current, next, held, distances, stated, hasScore } = placed
  return {
    enterpriseId: enterprise.id,
    name: enterprise.name,
    shortName: enterprise.short_name,
    creditCode: enterprise.credit_code,
    current: current?.code ?? null,
    next: next?.code ?? null,
    period,
    hasScore,
    steps: ladder.steps.map((step, at) => {
      const distance = distances[at]
      return {
        code: step.code,
        name: step.name,
        certainty: step.certainty,
        sources: step.sources.map(({ title, note }) => ({ title, note: note ?? null })),
        isHeld: held.has(step.code),
        met: distance?.met ?? 0,
        short: distance?.short ?? 0,
        unknown: distance?.unknown ?? 0,
        conditions: step.conditions.flatMap((condition, index) => {
          const own = distance?.distances[index]
          return own ? [presentCondition(condition, own, stated, names)] : []
        }),
        alsoAsked: [...step.alsoAsked],
      }
    }),
  }
}

function presentCondition(condition: Condition, distance: Distance, stated: Placed['stated'], names: Names) {
  const refs = refsOf(condition)
  return {
    code: condition.code,
    name: condition.name,
    unit: condition.unit,
    clause: condition.clause ?? null,
    certainty: condition.certainty,
    is: condition.is,
    state: distance.state,
    value: distance.value,
    limit: distance.limit,
    lack: distance.lack,
    remedy: distance.remedy && {
      fact: distance.remedy.fact,
      by: distance.remedy.by,
      name: nameOf(names, distance.remedy.fact).name,
      unit: nameOf(names, distance.remedy.fact).unit,
    },
    sources: refs.flatMap((ref) => {
      const fact = stated.get(ref)
      const { name, unit } = nameOf(names, ref)
      return fact ? [{ fact: ref, name, unit, period: fact.period, source: fact.source, value: Number(fact.value) }] : []
    }),
    missing: distance.missing.map((ref) => ({ fact: ref, name: nameOf(names, ref).name })),
  }
}

function refsOf({ quantity }: Condition): readonly string[] {
  if (quantity.kind === 'fact') return [quantity.fact]
  if (quantity.kind === 'share') return [...new Set([...quantity.numerator, ...quantity.denominator])]
  return quantity.kind === 'growth' ? [quantity.now, quantity.before] : []
}

export function presentVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.name,
    visitedOn: row.visited_on,
    visitors: row.visitors,
    findings: row.findings,
    followUp: row.follow_up,
    followUpOn: row.follow_up_on,
    doneAt: row.follow_up_done_at?.toISOString() ?? null,
    result: row.follow_up_result,
  }
}

export function presentFile(
  ladder: EnterpriseLadder,
  rows: {
    recognitions: readonly RecognitionRow[]
    watched: Awaited<ReturnType<typeof listWatchedIn>>
    notes: readonly NoteRow[]
    visits: readonly VisitRow[]
  },
): CultivationFile {
  return {
    ladder,
    recognitions: rows.recognitions.map((row) => ({
      id: row.id,
      step: row.step,
      recognisedOn: row.recognised_on,
      validUntil: row.valid_until,
      document: row.document,
    })),
    watched: rows.watched.map((row) => ({ listId: row.list_id, name: row.name, reason: row.reason, addedAt: row.added_at.toISOString() })),
    notes: rows.notes.map((row) => ({ id: row.id, body: row.body, writtenAt: row.written_at.toISOString(), writer: row.writer })),
    visits: rows.visits.map(presentVisit),
  }
}

export function presentPlace(row: PlaceRow): LadderPlace {
  return {
    enterpriseId: row.enterprise_id,
    name: row.name,
    shortName: row.short_name,
    creditCode: row.credit_code,
    current: row.step,
    next: row.next_step,
    met: row.met_count,
    short: row.short_count,
    unknown: row.unknown_count,
    nearest: row.nearest && { condition: row.nearest.condition, lack: row.nearest.lack },
    watched: row.watched,
    visitedOn: row.visited_on,
  }
}
