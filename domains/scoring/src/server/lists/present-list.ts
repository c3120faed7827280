import { localDayOf } from '@jiju/kernel/zoned-time'
import type { ListEntry, ListShifts, PublicList, ScoringList } from '../../contract/lists.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { compareEditions, type Place } from '../../core/lists/compare-editions.ts'
import type { ListRules } from '../../core/lists/vocabulary.ts'
import type { EntryRow, ListRow, NewEntry } from '../sql/lists.ts'

export function presentList(row: ListRow, readerId: string): ScoringList {
  const person = (id: string | null, at: Date | null) => (id && at ? { name: row.names[id] ?? '', at: at.toISOString() } : null)
  const withdrawn = person(row.withdrawn_by, row.withdrawn_at)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    rules: presentRules(row.rules),
    showsScores: row.shows_scores,
    contact: row.contact,
    noticeDays: row.notice_days,
    objectionDays: row.objection_days,
    state: row.state,
    edition: row.edition,
    entryCount: row.entry_count,
    run: { id: row.run_id, number: row.run_number, period: row.period, asOf: row.as_of, factsAt: row.facts_at.toISOString() },
    newerRun: row.newer_run && {
      id: row.newer_run.id,
      number: row.newer_run.number,
      state: row.newer_run.state,
      reason: row.newer_run.reason,
    },
    model: { id: row.model_id, code: row.model_code, version: row.model_version, name: row.model_name, ties: row.ties },
    stages: row.stages.map(({ code, name }) => ({ code, name })),
    openObjections: row.open_objections,
    correctedSince: row.corrected_since,
    preparedBy: row.names[row.prepared_by] ?? '',
    isOwn: row.prepared_by === readerId,
    approved: person(row.approved_by, row.approved_at),
    announced: person(row.announced_by, row.announced_at),
    noticeFrom: row.notice_from,
    noticeUntil: row.notice_until,
    finalised: person(row.finalised_by, row.finalised_at),
    withdrawn: withdrawn && { ...withdrawn, reason: row.withdraw_reason ?? '' },
    createdAt: row.created_at.toISOString(),
    corrects: presentCorrected(row),
    supplement: row.supplement && { id: row.supplement.id, number: row.supplement.number, state: row.supplement.state },
    certificateCount: row.certificate_count,
    replacedAt: row.replaced_at?.toISOString() ?? null,
    version: row.version,
  }
}

const presentCorrected = ({ corrects, supplement_reason }: ListRow) =>
  corrects && { id: corrects.id, number: corrects.number, reason: supplement_reason ?? '' }

/** What everybody may know of a list that was announced. */
export function presentPublicList(row: ListRow, now: Date): PublicList {
  if (!row.notice_from || !row.notice_until || row.state === 'draft' || row.state === 'approved') throw new Error('this list is not public')
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    rules: presentRules(row.rules),
    showsScores: row.shows_scores,
    contact: row.contact,
    objectionDays: row.objection_days,
    state: row.state,
    edition: row.edition,
    entryCount: row.entry_count,
    period: row.period,
    dataDate: row.facts_at.toISOString(),
    runId: row.run_id,
    runNumber: row.run_number,
    resultSha256: row.result_sha256,
    model: { code: row.model_code, version: row.model_version, name: row.model_name, ties: row.ties },
    stages: row.stages.map(({ code, name }) => ({ code, name })),
    noticeFrom: row.notice_from,
    noticeUntil: row.notice_until,
    takesObjections: row.state === 'notice' && row.notice_until >= localDayOf(now, SCORING_ZONE),
    finalisedAt: row.finalised_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawReason: row.withdraw_reason,
    corrects: presentCorrected(row),
    // A draft is nobody's matter yet.
    supplement: row.supplement?.isPublic ? { id: row.supplement.id, number: row.supplement.number, state: row.supplement.state } : null,
    replacedAt: row.replaced_at?.toISOString() ?? null,
  }
}

function presentRules(rules: ListRules): ScoringList['rules'] {
  return rules.kind === 'top'
    ? { kind: 'top', size: rules.size }
    : { kind: 'shares', rounding: rules.rounding, tiers: rules.tiers.map(({ name, upToPercent }) => ({ name, upToPercent })) }
}

export function presentEntry(row: EntryRow, showsScores: boolean): ListEntry {
  return {
    position: row.position,
    enterpriseId: row.enterprise_id,
    name: row.name,
    tier: row.tier,
    stage: row.stage,
    rank: row.rank,
    score: showsScores ? row.score : null,
  }
}

type Edition = { readonly edition: number; readonly listNumber: string; readonly runNumber: string; readonly entries: readonly NewEntry[] }

export type SplitMovement = ListShifts['items'][number]['movement']

export function presentShifts(
  from: Edition | null,
  to: Edition,
  { showsScores, movementOf }: { showsScores: boolean; movementOf: (enterpriseId: string) => SplitMovement },
): ListShifts {
  const place = (one: Place | null) => one && { ...one, score: showsScores ? one.score : null }
  return {
    from: from && { edition: from.edition, listNumber: from.listNumber, runNumber: from.runNumber },
    to: { edition: to.edition, listNumber: to.listNumber, runNumber: to.runNumber },
    items: from
      ? compareEditions(from.entries, to.entries).map((shift) => ({
          ...shift,
          from: place(shift.from),
          to: place(shift.to),
          movement: movementOf(shift.enterpriseId),
        }))
      : [],
  }
}
