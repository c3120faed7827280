import { fieldsXml } from '@jiju/kernel/xml'
import type { Db } from '@jiju/platform/database/pool'
import { decodeCursor, encodeCursor } from '@jiju/platform/http/paging'
import { z } from 'zod'
import type { NationalReport } from '../../contract/assessment.ts'
import { ratesOf } from '../../core/assessment/figures.ts'
import { EFFECT_STATEMENTS } from '../../core/assessment/indicators.ts'
import { effectMessage, serviceMessage } from '../../core/assessment/national-report.ts'
import { type Period, referenceHoursOf, yearOf } from '../../core/assessment/period.ts'
import type { BookingTables } from '../needs.ts'
import { listServices } from '../sql/assessment/services.ts'
import { listStatements } from '../sql/assessment/statements.ts'
import { assess } from './assess.ts'

const ServiceCursor = z.tuple([z.iso.datetime(), z.uuid()])

export function readServiceCursor(cursor: string | undefined): { startedAt: Date; id: string } | undefined {
  const values = decodeCursor(cursor, ServiceCursor)
  return values && { startedAt: new Date(values[0]), id: values[1] }
}

type Asked = { readonly providerId: string; readonly period: Period; readonly now: Date }

/** Service records (6): proved uses that ended in the period, page by page. */
export async function readServiceRecords(
  db: Db<BookingTables>,
  { providerId, period }: Asked,
  page: { after: { startedAt: Date; id: string } | undefined; limit: number },
): Promise<NationalReport> {
  const rows = await listServices(db, { providerId, period, ...page })
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const messages = shown.map((row) => ({
    type: 6 as const,
    resourceId: row.resource_id,
    ...copy(
      serviceMessage({
        innerNumber: row.inner_number,
        seconds: row.seconds,
        amountFen: row.total_fen,
        purpose: row.purpose,
        operation: row.operation,
        project: row.project,
        applicant: row.applicant,
        applicantEmail: row.applicant_email,
        applicantUnit: row.applicant_unit,
        comment: row.comment,
      }),
    ),
  }))
  const nextCursor = rows.length > page.limit && last ? encodeCursor([last.started_at.toISOString(), last.id]) : null
  return { messages, gaps: countGaps(messages), nextCursor }
}

/** The yearly effect (7) of each instrument; a provider's instruments fit one page. */
export async function readYearlyEffects(db: Db<BookingTables>, { providerId, period, now }: Asked): Promise<NationalReport> {
  const assessed = []
  for await (const one of assess(db, { providerId }, period, now)) assessed.push(one)
  const statements = await listStatements(
    db,
    { providerId, year: yearOf(period) },
    assessed.map(({ instrument }) => instrument.id),
  )
  const messages = assessed.map(({ instrument, figures }) => {
    const rates = ratesOf({ ...figures, instruments: 1 }, referenceHoursOf(period))
    const own = statements.filter((row) => row.resource_id === instrument.id && isEffectField(row.field))
    return {
      type: 7 as const,
      resourceId: instrument.id,
      ...copy(
        effectMessage({
          innerNumber: instrument.inner_number,
          utilisation: rates.utilisation,
          sharingRate: rates.sharingRate,
          uses: figures.uses,
          incomeFen: figures.insideFen + figures.outsideFen,
          statements: Object.fromEntries(own.map(({ field, value }) => [field, value])),
        }),
      ),
    }
  })
  return { messages, gaps: countGaps(messages), nextCursor: null }
}

const XML_BATCH = 500
const ELEMENT = { 6: 'serviceRecord', 7: 'yearlyEffect' } as const

/** All messages of one type as an XML document. */
export async function* reportXml(db: Db<BookingTables>, asked: Asked, type: 6 | 7): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<messages>\n'
  if (type === 7) for (const message of (await readYearlyEffects(db, asked)).messages) yield fieldsXml(ELEMENT[7], 7, message.fields)
  let cursor: string | null | undefined
  while (type === 6 && cursor !== null) {
    const page = await readServiceRecords(db, asked, { after: readServiceCursor(cursor), limit: XML_BATCH })
    for (const message of page.messages) yield fieldsXml(ELEMENT[6], 6, message.fields)
    cursor = page.nextCursor
  }
  yield '</messages>\n'
}

const isEffectField = (field: string) => (EFFECT_STATEMENTS as readonly string[]).includes(field)

const copy = ({ fields, missing }: ReturnType<typeof effectMessage>) => ({ fields: { ...fields }, missing: [...missing] })

function countGaps(messages: NationalReport['messages']): NationalReport['gaps'] {
  const counts = new Map<string, number>()
  for (const { missing } of messages) for (const field of missing) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count || a.field.localeCompare(b.field))
}
