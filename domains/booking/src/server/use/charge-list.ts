import { formatFen } from '@jiju/kernel/money'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { ChargeItem, ExportCharges } from '../../contract/charge-lists.ts'
import type { BookingTables } from '../needs.ts'
import { type ChargeFilter, type ChargeItemRow, listChargeItems } from '../sql/use/charge-lists.ts'
import words from './charge-list.json' with { type: 'json' }

const REGION_ZONE = 'Asia/Shanghai'
const EXPORT_BATCH = 1_000

/** Days are those of the region. */
export function chargeFilterOf(of: ChargeFilter['of'], asked: ExportCharges, now: Date): ChargeFilter {
  return {
    of,
    now,
    state: asked.state,
    kind: asked.kind,
    resourceId: asked.resourceId,
    from: asked.from === undefined ? undefined : dayRange(asked.from, REGION_ZONE).start,
    until: asked.to === undefined ? undefined : dayRange(asked.to, REGION_ZONE).end,
  }
}

export function presentChargeItem(row: ChargeItemRow): ChargeItem {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    reservationId: row.reservation_id,
    trainingId: row.training_id,
    resourceId: row.resource_id,
    name: row.name,
    nameEn: row.name_en,
    providerName: row.provider_name,
    organisationName: row.organisation_name,
    personName: row.person_name,
    start: row.start.toISOString(),
    zone: row.zone,
    chargedBy: row.charged_by,
    bookedMinutes: row.booked_minutes,
    meteredMinutes: row.metered_minutes,
    total: formatFen(row.total_fen),
    state: row.state,
    isCorrected: row.is_corrected,
    answerUntil: row.answer_until.toISOString(),
    answerWords: row.answer_words,
    createdAt: row.created_at.toISOString(),
    payment: row.paid_fen === null ? null : { paid: formatFen(row.paid_fen), isSettled: row.is_settled === true },
  }
}

/** Everything that the filters find as a sheet, read batch by batch while it is written. */
export function chargeTable(db: Db<BookingTables>, filter: ChargeFilter, language: Language): WorkbookTable {
  const text = words[language]
  return { title: text.title, headers: text.headers, rows: rowsOf(db, filter, language) }
}

async function* rowsOf(db: Db<BookingTables>, filter: ChargeFilter, language: Language): AsyncGenerator<(string | number)[]> {
  const text = words[language]
  let after: { createdAt: Date; id: string } | undefined
  do {
    const rows: ChargeItemRow[] = await listChargeItems(db, filter, { after, limit: EXPORT_BATCH })
    for (const row of rows)
      yield [
        row.number,
        text.kinds[row.kind],
        (language === 'en' && row.name_en) || row.name,
        row.provider_name,
        row.organisation_name,
        row.person_name,
        localDayOf(row.start, row.zone),
        row.booked_minutes,
        row.metered_minutes,
        text.chargedBy[row.charged_by],
        Number(formatFen(row.total_fen)),
        text.states[row.state],
        row.paid_fen === null ? '' : Number(formatFen(row.paid_fen)),
        row.answer_words ?? '',
        localDayOf(row.created_at, REGION_ZONE),
      ]
    const last = rows.length === EXPORT_BATCH ? rows.at(-1) : undefined
    after = last && { createdAt: last.created_at, id: last.id }
  } while (after)
}
