import type { LocalDate } from '@jiju/kernel/local-date'
import type { z } from 'zod'
import type { StandardDetail, StandardListItem, StandardRef } from '../../contract/standards.ts'
import { isNoLongerInForce, standardStatusOn } from '../../core/standard-status.ts'
import type { StandardRow, SuccessionRow, TwinRow } from '../sql/standards.ts'

/** Status today: the stored one is brought up by a nightly job, dates are exact at once. */
function statusToday(
  row: Pick<StandardRow, 'status' | 'effective_on' | 'withdrawn_on'>,
  successors: readonly Pick<SuccessionRow, 'effective_on'>[],
  day: LocalDate,
) {
  return standardStatusOn(day, {
    status: row.status,
    effectiveOn: row.effective_on,
    withdrawnOn: row.withdrawn_on,
    successorsEffectiveOn: successors.map((successor) => successor.effective_on),
  })
}

export function presentStandardRef(row: StandardRow, successors: readonly SuccessionRow[], day: LocalDate): StandardRef {
  const status = statusToday(row, successors, day)
  return {
    id: row.id,
    number: row.number,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    status,
    effectiveOn: row.effective_on,
    isReplaced: isNoLongerInForce(status),
    isUpcoming: status === 'upcoming',
    successors: successors.map((successor) => ({
      id: successor.id,
      number: successor.number,
      effectiveOn: successor.effective_on,
      status: statusToday(successor, [], day),
    })),
  }
}

export function presentStandardListItem(
  row: StandardRow,
  successors: readonly SuccessionRow[],
  resourceCount: number,
  day: LocalDate,
): z.infer<typeof StandardListItem> {
  return {
    ...presentStandardRef(row, successors, day),
    field: row.field,
    category: row.category,
    subcategory: row.subcategory,
    publishedOn: row.published_on,
    resourceCount,
  }
}

export function presentStandard(parts: {
  row: StandardRow
  successors: readonly SuccessionRow[]
  predecessors: readonly SuccessionRow[]
  twins: readonly TwinRow[]
  resourceCount: number
  day: LocalDate
}): StandardDetail {
  const { row, day } = parts
  return {
    ...presentStandardListItem(row, parts.successors, parts.resourceCount, day),
    effectiveNote: row.effective_note,
    withdrawnOn: row.withdrawn_on,
    source: row.source,
    lastCheckedOn: row.last_checked_on,
    predecessors: parts.predecessors.map((predecessor) => ({
      id: predecessor.id,
      number: predecessor.number,
      titleZh: predecessor.title_zh,
      status: statusToday(predecessor, [row], day),
    })),
    twins: parts.twins.map((twin) => ({
      id: twin.id,
      number: twin.number,
      titleZh: twin.title_zh,
      titleEn: twin.title_en,
      status: statusToday(twin, [], day),
      relation: twin.relation,
    })),
    version: row.version,
  }
}
