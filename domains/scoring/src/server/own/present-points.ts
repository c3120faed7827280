import { localDayOf } from '@jiju/kernel/zoned-time'
import type {
  DimensionOfPoints,
  EnterprisePointsExplained,
  FactOfPoints,
  IndicatorOfPoints,
  PointsMovement,
  PointsOfRun,
  WhatIfAnswer,
} from '../../contract/own-points.ts'
import { type CreditRule, pointsOf100, rulesOn, whiteListsOf } from '../../core/credit/grades.ts'
import { factsOf } from '../../core/engine/absence.ts'
import type { CohortIndex } from '../../core/engine/cohort-index.ts'
import type { CohortSummary } from '../../core/engine/cohort-summary.ts'
import { quantileOf } from '../../core/engine/distribution.ts'
import type { Explanation, IndicatorLine } from '../../core/engine/explain.ts'
import type { Indicator, Model, Words } from '../../core/engine/model.ts'
import type { Share } from '../../core/engine/movement.ts'
import { ownFactsOf, type Standing, type WhatIf } from '../../core/engine/what-if.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { CreditRuleRow } from '../sql/credit.ts'
import type { ListPlaceRow, PointsRow, StatementRow } from '../sql/own-points.ts'
import type { MovedPoints, OpenedPoints } from './opened-points.ts'

export function presentPointsOfRun(row: PointsRow): PointsOfRun {
  return {
    runId: row.run_id,
    number: row.number,
    period: row.period,
    asOf: row.as_of,
    factsAt: row.facts_at.toISOString(),
    modelName: row.model_name,
    modelVersion: row.model_version,
    publication: row.publication && row.published_at ? { state: row.publication, publishedAt: row.published_at.toISOString() } : null,
    status: row.status,
    stageName: row.stage_name,
    score: row.score,
    rankStage: row.rank_stage,
    stageCount: row.stage_count,
    coverageRatio: Number(row.coverage),
  }
}

type Explained = {
  readonly explanation: Explanation
  /** What is known of the peers; undefined without any. */
  readonly peers: CohortIndex | undefined
}

type Beside = {
  readonly statements: readonly StatementRow[]
  readonly lists: readonly ListPlaceRow[]
  readonly noticeUntil: string | null
  readonly rules: readonly CreditRuleRow[]
  readonly now: Date
}

export function presentExplained(points: OpenedPoints, explained: Explained, beside: Beside): EnterprisePointsExplained {
  const { enterprise, row, run } = points
  const { explanation } = explained
  const proved = new Set([...takenOf(beside.statements)].flatMap(([ref, { confidence }]) => (confidence === 'proved' ? [ref] : [])))
  return {
    enterprise: { id: enterprise.id, name: enterprise.name, creditCode: enterprise.credit_code },
    run: presentPointsOfRun(row),
    noticeUntil: beside.noticeUntil,
    rankAll: row.rank_all,
    scoredCount: row.scored_count,
    interval: intervalOf(row),
    decimals: run.model.decimals,
    steps: explanation.steps,
    reckonedSteps: explanation.reckonedSteps,
    obstacles: explanation.obstacles.map((obstacle) => ({
      kind: obstacle.kind,
      code:
        'code' in obstacle ? obstacle.code : 'indicator' in obstacle ? obstacle.indicator : 'branch' in obstacle ? obstacle.branch : null,
      coverage: 'coverage' in obstacle ? obstacle.coverage : null,
      minimum: 'minimum' in obstacle ? obstacle.minimum : null,
      on: 'on' in obstacle ? obstacle.on : null,
    })),
    dimensions: dimensionsOf(points, explained),
    indicators: explanation.indicators.map((line) => presentIndicator(run.model, line, proved)),
    adjustments: explanation.adjustments.map((line) => ({
      kind: line.kind,
      code: line.kind === 'bonus' ? line.indicator : 'code' in line ? line.code : null,
      on: line.kind === 'deduction' ? line.on : null,
      repairedOn: line.kind === 'deduction' ? line.repairedOn : null,
      steps: line.steps,
    })),
    facts: presentFacts(beside.statements),
    lists: beside.lists.map(({ list_id, title_zh, title_en, state, tier, position }) => ({
      listId: list_id,
      title: { zh: title_zh, en: title_en },
      state,
      tier,
      position,
    })),
    whiteLists: whiteListsFor(row, run.model, beside),
    model: run.model as unknown as Record<string, unknown>,
  }
}

function intervalOf({
  rank_stage_low: low,
  rank_stage_high: high,
  robustness,
  measured_at,
}: PointsRow): EnterprisePointsExplained['interval'] {
  if (low === null || high === null || !robustness || !measured_at) return null
  const { draws, holds, noise, normalisations, aggregations, seed } = robustness
  return {
    low,
    high,
    draws,
    holdsRatio: holds,
    noiseRatio: noise.ratio,
    normalisations: normalisations.length,
    aggregations: aggregations.length,
    seed,
    measuredAt: measured_at.toISOString(),
  }
}

function whiteListsFor({ score }: PointsRow, { scale }: Model, { rules, now }: Beside): EnterprisePointsExplained['whiteLists'] {
  const day = localDayOf(now, SCORING_ZONE)
  const points = score === null ? null : pointsOf100(score, scale)
  const reached = new Set<CreditRule>(points === null ? [] : whiteListsOf(rules, day, points))
  return rulesOn(rules, day)
    .filter(({ kind }) => kind === 'white_list')
    .map((rule) => ({
      code: rule.code,
      name: { zh: rule.nameZh, en: rule.nameEn },
      threshold: rule.threshold,
      isAbove: rule.isAbove,
      isReached: reached.has(rule),
      certainty: rule.certainty,
    }))
}

/** The children of the root, and what deductions leave of their cap. */
function dimensionsOf({ run, place }: OpenedPoints, { explanation, peers }: Explained): DimensionOfPoints[] {
  const { model } = run
  const own = model.root.children.map((child): DimensionOfPoints => {
    if ('branch' in child) {
      const line = explanation.branches.find(({ branch }) => branch === child.branch.code) as Explanation['branches'][number]
      const { code, name } = child.branch
      const { part, position, steps } = line
      return { code, name, kind: 'branch', steps, part, median: position?.median ?? null, topTenth: position?.topTenth ?? null }
    }
    const line = explanation.indicators.find(({ indicator, branch }) => indicator === child.indicator && branch === model.root.code)
    const indicator = model.indicators.find(({ code }) => code === child.indicator) as Indicator
    return {
      code: indicator.code,
      name: indicator.name,
      kind: 'indicator',
      steps: line?.steps ?? 0,
      part: line?.part ?? null,
      median: null,
      topTenth: null,
    }
  })
  const { cap } = model.deductions
  if (cap === 0) return own
  const left = (deduction: number) => 1 - deduction / cap
  // Who lost most has least left.
  const leftAt = (share: number) => (peers?.deduction.length ? left(quantileOf(peers.deduction, 1 - share)) : null)
  return [
    ...own,
    {
      code: 'deductions',
      name: { zh: '信用（逆向）', en: 'Conduct (deductions)' },
      kind: 'deductions',
      steps: explanation.adjustments.reduce(
        (sum, line) => sum + (line.kind === 'deduction' || line.kind === 'deduction_cap' ? line.steps : 0),
        0,
      ),
      part: left(run.scores.deduction[place] as number),
      median: leftAt(0.5),
      topTenth: leftAt(0.9),
    },
  ]
}

function presentIndicator(model: Model, line: IndicatorLine, proved: ReadonlySet<string>): IndicatorOfPoints {
  const indicator = model.indicators.find(({ code }) => code === line.indicator) as Indicator
  const facts = factsOf(indicator.measure)
  return {
    code: line.indicator,
    branch: line.branch,
    dimension: dimensionOf(model, line.branch),
    steps: line.steps,
    raw: line.raw,
    part: line.part,
    weightRatio: line.weightRatio,
    appliedRatio: line.appliedRatio,
    state: line.state,
    why: line.why && {
      kind: line.why.kind,
      ...('facts' in line.why && { facts: [...line.why.facts] }),
      ...('fact' in line.why && { facts: [line.why.fact] }),
      ...('branch' in line.why && { branch: line.why.branch }),
    },
    position: line.position && { ...line.position },
    ifKnown: line.ifKnown?.map(({ raw, steps }) => ({ raw, steps })) ?? null,
    isProved: line.state === 'known' && facts.every((ref) => proved.has(ref)),
    facts: [...facts],
  }
}

/** The branch right under the root in which a branch lies. */
function dimensionOf({ root }: Model, code: string): string {
  const holds = (branch: Model['root']): boolean =>
    branch.code === code || branch.children.some((child) => 'branch' in child && holds(child.branch))
  const found = root.children.find((child) => 'branch' in child && holds(child.branch))
  return found && 'branch' in found ? found.branch.code : root.code
}

/** The statement that was taken of each column. */
function takenOf(rows: readonly StatementRow[]): ReadonlyMap<string, StatementRow> {
  const taken = new Map<string, StatementRow>()
  for (const row of rows) if (row.fact_id !== null && !taken.has(row.ref)) taken.set(row.ref, row)
  return taken
}

function presentFacts(rows: readonly StatementRow[]): FactOfPoints[] {
  const taken = takenOf(rows)
  return [...new Set(rows.map(({ ref }) => ref))].map((ref) => {
    const own = rows.filter((row) => row.ref === ref)
    const head = own[0] as StatementRow
    const period = taken.get(ref)?.period
    return {
      ref,
      code: head.code,
      name: { zh: head.name_zh, en: head.name_en },
      unit: head.unit,
      period: period ?? head.wanted_period,
      certainty: head.certainty,
      expectedFrom: head.authority[0] as string,
      // Of a point in time earlier ones are known too; what was said of the one taken counts.
      statements: own
        .filter((row) => row.fact_id !== null && row.period === period)
        .map((row) => ({
          source: row.source,
          period: row.period,
          value: row.value,
          confidence: row.confidence,
          document: row.document,
          receivedAt: row.received_at.toISOString(),
          isChosen: row.is_chosen,
        })),
    }
  })
}

export function presentMovement({ row, run }: OpenedPoints, moved: MovedPoints | null): PointsMovement {
  const nothing = { changedSteps: null, own: null, peers: null, method: null }
  if (!moved) return { from: null, kind: 'none', decimals: run.model.decimals, ...nothing, peersBefore: null }
  const { before, movement, models } = moved
  const from = presentPointsOfRun(before)
  const peersBefore = before.stage === row.stage ? before.stage_count : null
  if (movement.kind !== 'stayed') return { from, kind: 'entered', decimals: run.model.decimals, ...nothing, peersBefore }
  const nameOf = (code: string | null): Words | null =>
    models.flatMap(({ stages }) => stages).find((stage) => stage.code === code)?.name ?? null
  const share = ({ steps, causes, stageChange }: Share): NonNullable<PointsMovement['own']> => ({
    steps,
    causes: causes.map(({ line, steps }) => ({
      kind: line.kind,
      code: 'indicator' in line ? line.indicator : 'code' in line ? line.code : null,
      steps,
    })),
    stageChange: stageChange && { from: nameOf(stageChange.from), to: nameOf(stageChange.to) },
  })
  const { decimals, changedSteps, own, peers, method } = movement
  return { from, kind: 'stayed', decimals, changedSteps, own: share(own), peers: share(peers), method: share(method), peersBefore }
}

export function presentGround({ run, place, row }: OpenedPoints, peers: CohortSummary) {
  const own = ownFactsOf(run.table, place)
  const steps = run.scores.steps[place] as number
  return {
    asOf: row.as_of,
    shownSteps: Number.isNaN(steps) ? null : steps,
    own: { id: own.id, facts: { ...own.facts }, events: own.events.map((event) => ({ ...event })) },
    summary: peers as unknown as Record<string, unknown>,
  }
}

export function presentWhatIf({ stages }: Model, { before, after, changedSteps }: WhatIf): WhatIfAnswer {
  const standing = ({ status, steps, stage, placeInStage }: Standing) => ({
    status,
    steps,
    stageName: stages.find(({ code }) => code === stage)?.name ?? null,
    placeInStage: placeInStage?.[0] ?? null,
  })
  return { before: standing(before), after: standing(after), changedSteps }
}
