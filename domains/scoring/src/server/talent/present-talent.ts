import type { ExchangedNeed, OfferedService, OwnTalentNeed, TalentNeed, TalentService } from '../../contract/talent.ts'
import type { TalentDeskNeed, TalentDeskServiceList } from '../../contract/talent-desk.ts'
import { fitOf, matchesOf } from '../../core/talent/fit.ts'
import type { FinalRun } from '../sql/final-run.ts'
import type { AnswerRow, ExchangedNeedRow, NeedRow, ServiceRow } from '../sql/talent.ts'
import type { DeskServiceRow } from '../sql/talent-desk.ts'

/** A need and the score that its enterprise lets the reader have. */
export type ReadNeed = { readonly need: ExchangedNeedRow; readonly score: string | null }

function presentNeed(row: NeedRow): TalentNeed {
  return {
    id: row.id,
    kind: row.kind as TalentNeed['kind'],
    title: row.title,
    skills: row.skills,
    headcount: row.headcount,
    detail: row.detail,
    state: row.state as TalentNeed['state'],
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  }
}

export function presentOwnNeeds(needs: readonly NeedRow[], answers: readonly AnswerRow[]): OwnTalentNeed[] {
  return needs.map((need) => ({
    ...presentNeed(need),
    answers: answers.filter(({ need_id }) => need_id === need.id).map(presentAnswer),
  }))
}

const presentAnswer = (row: AnswerRow): OwnTalentNeed['answers'][number] => ({
  peer: row.peer_name,
  message: row.message,
  matches: row.match_count,
  address: row.address,
  answeredAt: row.answered_at.toISOString(),
})

export function presentExchangedNeed({ need, score }: ReadNeed, run: FinalRun | undefined): ExchangedNeed {
  return {
    ...presentNeed(need),
    enterprise: { creditCode: need.credit_code, name: need.enterprise_name },
    answeredAt: need.answered_at?.toISOString() ?? null,
    points: presentPoints(score, run),
  }
}

const presentPoints = (score: string | null, run: FinalRun | undefined): ExchangedNeed['points'] =>
  run && score !== null
    ? { score, scale: Number(run.scale), period: run.period, asOf: run.as_of, modelVersion: `${run.model_code} ${run.model_version}` }
    : null

export function presentDeskNeed(
  { need, score }: ReadNeed,
  { run, answers, ownId, isOpen }: { run: FinalRun | undefined; answers: readonly AnswerRow[]; ownId: string; isOpen: boolean },
): TalentDeskNeed {
  return {
    ...presentNeed(need),
    enterprise: { creditCode: need.credit_code, name: need.enterprise_name },
    points: presentPoints(score, run),
    isOpen,
    answers: answers
      .filter(({ need_id }) => need_id === need.id)
      .map((row) => ({ ...presentAnswer(row), isOwn: row.peer_organisation_id === ownId })),
  }
}

export function presentDeskService(row: DeskServiceRow, hasRun: boolean): TalentDeskServiceList['items'][number] {
  return { peer: row.peer_name, ...presentOffer(row), reachedCount: hasRun ? row.reached_count : null, needCount: row.need_count }
}

function presentOffer(row: ServiceRow): OfferedService {
  return {
    id: row.id,
    kind: row.kind as OfferedService['kind'],
    title: { zh: row.title_zh, en: row.title_en },
    address: row.address,
    minScore: row.min_score === null ? null : Number(row.min_score),
    skills: row.skills,
    validUntil: row.valid_until,
  }
}

const ORDER = { open: 0, unknown: 1, short: 2 } as const

/** Those that fit first, of these the ones that match most of what is wanted. */
export function presentServices(rows: readonly ServiceRow[], points: number | null, wanted: readonly string[]): TalentService[] {
  const services = rows.map((row): TalentService => {
    const offer = { minPoints: row.min_score === null ? null : Number(row.min_score), skills: row.skills }
    return { ...presentOffer(row), ...fitOf(offer, points), matches: matchesOf(offer, wanted) }
  })
  return services.sort((a, b) => ORDER[a.fit] - ORDER[b.fit] || b.matches.length - a.matches.length)
}
