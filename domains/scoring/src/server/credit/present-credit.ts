import type { CreditRule, EnterprisePoints, OpenEnterprise, WhiteList } from '../../contract/credit.ts'
import type { Explanation } from '../../core/engine/explain.ts'
import type { Model } from '../../core/engine/model.ts'
import { stepsText } from '../../core/engine/rounding.ts'
import type { CreditRuleRow, OpenEnterprise as OpenRow } from '../sql/credit.ts'
import type { FinalRun } from '../sql/final-run.ts'
import type { PointsRead, readWhiteList } from './read-points.ts'

export function presentOpenEnterprise(row: OpenRow): OpenEnterprise {
  return {
    enterpriseId: row.id,
    name: row.name,
    shortName: row.short_name,
    creditCode: row.credit_code,
    items: row.items,
    purposes: row.purposes,
    validUntil: row.valid_until.toISOString(),
  }
}

export function presentCreditRule(rule: CreditRuleRow): CreditRule {
  return {
    kind: rule.kind,
    code: rule.code,
    name: { zh: rule.nameZh, en: rule.nameEn },
    threshold: rule.threshold,
    isAbove: rule.isAbove,
    validFrom: rule.validFrom,
    validUntil: rule.validUntil,
    sourceTitle: rule.sourceTitle,
    certainty: rule.certainty,
  }
}

function presentRunOfScore(run: FinalRun) {
  return {
    number: run.number,
    period: run.period,
    asOf: run.as_of,
    factsAt: run.facts_at.toISOString(),
    publishedAt: run.published_at.toISOString(),
    modelCode: run.model_code,
    modelVersion: run.model_version,
    modelName: { zh: run.model_name.zh, en: run.model_name.en },
  }
}

export function presentPoints({ enterprise, items, run, score, grade, whiteLists, model, explanation }: PointsRead): EnterprisePoints {
  const isPositionOpen = items.includes('points_position')
  const known = items.includes('points_dimensions') && explanation?.reckonedSteps !== null ? explanation : null
  return {
    enterprise: presentOpenEnterprise({ ...enterprise, items: [...items] }),
    run: presentRunOfScore(run),
    status: score?.status ?? 'not_in_run',
    score: score?.score ?? null,
    scale: Number(run.scale),
    grade: grade && presentCreditRule(grade),
    whiteLists: whiteLists.map(presentCreditRule),
    coverageRatio: score ? Number(score.coverage) : null,
    position:
      isPositionOpen && score
        ? {
            stage: model.stages.find(({ code }) => code === score.stage)?.name ?? null,
            rank: score.rank_stage,
            count: score.stage_count,
          }
        : null,
    dimensions: known && dimensionsOf(model, known),
    adjustmentPoints:
      known &&
      stepsText(
        known.adjustments.reduce((sum, { steps }) => sum + steps, 0),
        model.decimals,
      ),
    indicators: items.includes('points_indicators') && explanation ? indicatorsOf(model, explanation) : null,
  }
}

/** The children of the root, in steps that sum with the adjustments to the score. */
function dimensionsOf(model: Model, { branches, indicators }: Explanation): NonNullable<EnterprisePoints['dimensions']> {
  return model.root.children.flatMap((child) => {
    const code = 'branch' in child ? child.branch.code : child.indicator
    const name = 'branch' in child ? child.branch.name : model.indicators.find((one) => one.code === code)?.name
    const line =
      'branch' in child
        ? branches.find(({ branch, parent }) => branch === code && parent === model.root.code)
        : indicators.find(({ indicator, branch }) => indicator === code && branch === model.root.code)
    return line && name
      ? [{ code, name, points: stepsText(line.steps, model.decimals), partRatio: line.part, weightRatio: line.weightRatio }]
      : []
  })
}

function indicatorsOf(model: Model, { indicators }: Explanation): NonNullable<EnterprisePoints['indicators']> {
  const seen = new Map(indicators.map((line) => [line.indicator, line]))
  return model.indicators.flatMap(({ code, name, unit }) => {
    const line = seen.get(code)
    return line ? [{ code, name, unit, value: line.raw, isImputed: line.state === 'imputed' }] : []
  })
}

export function presentWhiteList({ run, rule, lines, isCut }: Awaited<ReturnType<typeof readWhiteList>>): WhiteList {
  const items = lines.flatMap(({ enterprise, score, isListed }) =>
    isListed && score !== null ? [{ enterprise: presentOpenEnterprise(enterprise), score }] : [],
  )
  items.sort((a, b) => Number(b.score) - Number(a.score) || a.enterprise.enterpriseId.localeCompare(b.enterprise.enterpriseId))
  return { run: presentRunOfScore(run), rule: presentCreditRule(rule), judgedCount: lines.length, isCut, items }
}
