import { workingDaysBetween } from '@jiju/kernel/working-days'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Objection, OwnObjection } from '../../contract/objections.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ObjectionRow } from '../sql/objections.ts'

export function presentOwnObjection(row: ObjectionRow, now: Date): OwnObjection {
  return {
    id: row.id,
    number: row.number,
    listId: row.list_id,
    listTitleZh: row.list_title_zh,
    listTitleEn: row.list_title_en,
    enterpriseName: row.enterprise_name,
    claim: row.claim,
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    dueOn: row.due_on,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reasons: row.reasons,
    workingDaysLeft: row.state === 'open' ? daysLeft(row.due_on, now) : null,
    files: row.files.map(({ id, name, mediaType, sizeBytes }) => ({ id, name, mediaType, sizeBytes })),
  }
}

export function presentObjection(row: ObjectionRow, now: Date): Objection {
  return {
    ...presentOwnObjection(row, now),
    enterpriseId: row.enterprise_id,
    edition: row.edition,
    objectorName: row.objector_name,
    contact: row.contact,
    isCitizen: row.person_id === null,
    handlerName: row.handler_name,
    decidedByName: row.decided_by_name,
    corrections: row.corrections.map(({ factCode, period, source, value }) => ({ factCode, period, source, value })),
    version: row.version,
  }
}

function daysLeft(dueOn: string, now: Date): number {
  const today = localDayOf(now, SCORING_ZONE)
  return today <= dueOn ? workingDaysBetween(today, dueOn) : -workingDaysBetween(dueOn, today)
}
