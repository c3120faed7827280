import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { ReleaseReport } from '../../contract/reports.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { findReleaseByToken, insertRead, insertRelease, type ReadRow, type ReleaseRow, revokeRelease } from '../sql/reports/releases.ts'
import { findReport, type ReportRow } from '../sql/reports/reports.ts'

const DAY_MS = 86_400_000
const TOKEN_BYTES = 24

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type By = { readonly organisationId: string; readonly personId: string }

/** A link under which somebody else reads a copy until it expires; it is shown once, and only its hash is kept. */
export async function releaseReport(
  tx: Db<OrdersTables>,
  command: Command,
  { publicAddress }: Pick<OrdersNeeds, 'publicAddress'>,
  report: ReportRow,
  { recipient, note, days }: ReleaseReport,
  by: By,
): Promise<{ id: string; url: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const id = newId(command.now.getTime())
  await insertRelease(tx, {
    id,
    report_id: report.id,
    organisation_id: by.organisationId,
    recipient,
    note,
    tokenHash: hashOf(token),
    personId: by.personId,
    created_at: command.now,
    expires_at: new Date(command.now.getTime() + days * DAY_MS),
  })
  await command.audit({
    action: 'orders.report.release',
    subjectType: 'report',
    subjectId: report.id,
    detail: { releaseId: id, recipient, days },
  })
  return { id, url: `${publicAddress}/copies#token=${token}` }
}

/** Refuses with `orders.release_missing`. */
export async function revokeCopy(
  tx: Db<OrdersTables>,
  command: Command,
  reportId: string,
  releaseId: string,
  personId: string,
): Promise<void> {
  if (!(await revokeRelease(tx, { id: releaseId, reportId, personId, now: command.now })))
    throw new Refusal({ code: 'orders.release_missing', kind: 'missing' })
  await command.audit({ action: 'orders.report.revoke_release', subjectType: 'report', subjectId: reportId, detail: { releaseId } })
}

type Visit = { readonly act: ReadRow['act']; readonly address: string; readonly now: Date }

/** The copy behind a link; each visit is written down. Refuses with `orders.copy_missing`, `orders.copy_expired` or `orders.copy_revoked`. */
export async function openCopy(
  db: Db<OrdersTables>,
  token: string,
  { act, address, now }: Visit,
): Promise<{ release: ReleaseRow; report: ReportRow }> {
  const release = await findReleaseByToken(db, hashOf(token))
  const report = release && (await findReport(db, release.report_id))
  if (!release || !report?.sha256) throw new Refusal({ code: 'orders.copy_missing', kind: 'missing' })
  if (release.revoked_at) throw new Refusal({ code: 'orders.copy_revoked', kind: 'missing' })
  if (release.expires_at <= now)
    throw new Refusal({ code: 'orders.copy_expired', kind: 'missing', params: { expiresAt: release.expires_at.toISOString() } })
  await insertRead(db, { id: newId(now.getTime()), release_id: release.id, act, address: address.slice(0, 64), at: now })
  return { release, report }
}
