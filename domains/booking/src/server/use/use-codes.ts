import { randomInt } from 'node:crypto'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { qrSvg } from '@jiju/platform/qr/qr-code'
import type { MakeUseCodes, UseCodeList } from '../../contract/use.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { listOwnCalendars, listUseCodes, writeUseCodes } from '../sql/use/codes.ts'

// Crockford's letters: none is taken for another when it is typed from paper.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** Gives resources their codes, or new ones when a sheet was lost. */
export async function makeUseCodes(
  tx: Db<BookingTables>,
  command: Command,
  order: MakeUseCodes & { organisationId: string; userId: string },
): Promise<void> {
  const ids = [...new Set(order.resourceIds)]
  const own = await listOwnCalendars(tx, order.organisationId, ids)
  if (own.length < ids.length) throw new Refusal(RESOURCE_MISSING)
  const isRenewal = order.isRenewal ?? false
  const codes = own.map((resourceId) => ({ resourceId, code: newCode() }))
  await writeUseCodes(tx, order.organisationId, codes, { userId: order.userId, now: command.now, isRenewal })
  for (const resourceId of own)
    await command.audit({ action: 'booking.use_code.make', subjectType: 'calendar', subjectId: resourceId, detail: { isRenewal } })
}

/** What is on the sheets: the address that a phone opens. */
export async function readUseCodes(
  db: Db<BookingTables>,
  of: { organisationId: string; resourceIds: readonly string[]; publicAddress: string },
): Promise<UseCodeList> {
  const rows = await listUseCodes(db, of.organisationId, of.resourceIds)
  const items = rows.map(async (row) => {
    const url = `${of.publicAddress}/use/${row.code}`
    return {
      resourceId: row.resource_id,
      resourceName: row.resource_name,
      resourceNameEn: row.resource_name_en,
      model: row.model,
      siteName: row.site_name,
      providerName: row.provider_name,
      code: row.code,
      url,
      qrSvg: await qrSvg(url),
    }
  })
  return { items: await Promise.all(items) }
}
