import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { gradeOf, pointsOf100, whiteListsOf } from '../../core/credit/grades.ts'
import { POINTS_ITEMS, type PointsItem } from '../../core/credit/items.ts'
import type { Explanation } from '../../core/engine/explain.ts'
import type { Model } from '../../core/engine/model.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { openRun } from '../runs/open-run.ts'
import { explainPlace } from '../runs/worked-out.ts'
import { type CreditRuleRow, listCreditRules, listOpenEnterprises, type OpenEnterprise } from '../sql/credit.ts'
import { type FinalRun, type FinalScore, findFinalRun, listScoresOf } from '../sql/final-run.ts'

type Reader = { readonly organisationId: string; readonly personId: string; readonly now: Date }

/** Unknown, never opened and no longer open are one answer. */
const NOT_OPEN = { code: 'scoring.points_not_open', kind: 'missing' } as const
/** More than a bank reads in one go; the list says when it ends there. */
const MOST_JUDGED = 500

export type PointsRead = {
  readonly enterprise: OpenEnterprise
  readonly items: readonly PointsItem[]
  readonly run: FinalRun
  /** Undefined when the final run does not know the enterprise. */
  readonly score: FinalScore | undefined
  readonly grade: CreditRuleRow | null
  readonly whiteLists: readonly CreditRuleRow[]
  readonly model: Model
  /** Null unless the enterprise opened its dimensions or its indicators. */
  readonly explanation: Explanation | null
}

/**
 * What an enterprise opened of its innovation points to a reader: consent, log and read are one transaction.
 * Refuses with `scoring.points_not_open` and `scoring.no_final_run`.
 */
export async function readPoints(
  tx: Db<ScoringTables>,
  needs: ScoringNeeds,
  reader: Reader,
  wanted: { enterpriseId: string; items?: readonly PointsItem[] },
): Promise<PointsRead> {
  const [enterprise] = await listOpenEnterprises(tx, {
    readerOrganisationId: reader.organisationId,
    now: reader.now,
    enterpriseId: wanted.enterpriseId,
    limit: 1,
  })
  if (!enterprise) throw new Refusal(NOT_OPEN)
  const run = await findFinalRun(tx)
  if (!run) throw new Refusal({ code: 'scoring.no_final_run', kind: 'conflict' })
  const items = await recordRead(tx, needs, reader, enterprise, wanted.items ?? POINTS_ITEMS)
  const [score] = await listScoresOf(tx, run.run_id, [enterprise.id])
  const opened = await openRun(tx, needs, run.run_id)
  const place = opened.placeOf(enterprise.credit_code)
  const isExplained = items.includes('points_dimensions') || items.includes('points_indicators')
  const explanation = isExplained && place >= 0 ? await explainPlace(opened, place) : null
  const judged = judge(await listCreditRules(tx), run, score, reader.now)
  return { enterprise, items, run, score, ...judged, model: opened.model, explanation }
}

type WhiteListLine = { readonly enterprise: OpenEnterprise; readonly score: string | null; readonly isListed: boolean }

/**
 * Who of the enterprises that opened their score stands on a white list. Each is read and logged, also those that are not listed:
 * to be told so is to be told of the score.
 */
export async function readWhiteList(
  tx: Db<ScoringTables>,
  needs: ScoringNeeds,
  reader: Reader,
  code: string,
): Promise<{ run: FinalRun; rule: CreditRuleRow; lines: WhiteListLine[]; isCut: boolean }> {
  const day = localDayOf(reader.now, SCORING_ZONE)
  const rules = (await listCreditRules(tx)).filter((rule) => rule.kind === 'white_list' && rule.code === code)
  const rule = rules.findLast(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day))
  if (!rule) throw new Refusal({ code: 'scoring.white_list_missing', kind: 'missing' })
  const run = await findFinalRun(tx)
  if (!run) throw new Refusal({ code: 'scoring.no_final_run', kind: 'conflict' })
  const found = await listOpenEnterprises(tx, { readerOrganisationId: reader.organisationId, now: reader.now, limit: MOST_JUDGED })
  const enterprises = found.slice(0, MOST_JUDGED)
  for (const enterprise of enterprises) await recordRead(tx, needs, reader, enterprise, [])
  const scores = new Map(
    (
      await listScoresOf(
        tx,
        run.run_id,
        enterprises.map(({ id }) => id),
      )
    ).map((score) => [score.enterprise_id, score]),
  )
  const lines = enterprises.map((enterprise) => {
    const score = scores.get(enterprise.id)
    return { enterprise, score: score?.score ?? null, isListed: judge([rule], run, score, reader.now).whiteLists.length > 0 }
  })
  return { run, rule, lines, isCut: found.length > MOST_JUDGED }
}

function judge(rules: readonly CreditRuleRow[], run: FinalRun, score: FinalScore | undefined, now: Date) {
  if (!score?.score) return { grade: null, whiteLists: [] }
  const day = localDayOf(now, SCORING_ZONE)
  const points = pointsOf100(score.score, Number(run.scale))
  return { grade: gradeOf(rules, day, points), whiteLists: whiteListsOf(rules, day, points) }
}

function recordRead(
  tx: Db<ScoringTables>,
  needs: ScoringNeeds,
  reader: Reader,
  enterprise: OpenEnterprise,
  items: readonly PointsItem[],
): Promise<readonly PointsItem[]> {
  return needs.recordPointsRead(
    tx,
    {
      ownerOrganisationId: enterprise.organisation_id,
      readerOrganisationId: reader.organisationId,
      readerPersonId: reader.personId,
      now: reader.now,
    },
    items,
  )
}
