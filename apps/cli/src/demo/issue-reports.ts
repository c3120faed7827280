import { randomBytes } from 'node:crypto'
import type { OrdersTables } from '@jiju/orders/server/needs'
import { issueReport } from '@jiju/orders/server/reports/issue-report'
import { openDatabase } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type pg from 'pg'

const MINUTE = 60_000
const silent = async () => undefined

/**
 * Issues the demo's approved reports of orders that have theirs, as the running platform does: real pages, numbers and signatures. The key that signs is
 * sealed with a secret that is forgotten, so the platform makes one of its own with the first report that it issues.
 */
export async function issueReports(pool: pg.Pool, { files, publicAddress }: { files: FileStore; publicAddress: string }): Promise<void> {
  const db = openDatabase<OrdersTables>(pool)
  const needs = { files, publicAddress, notify: silent, authSecret: randomBytes(32).toString('hex') }
  const { rows } = await pool.query<{ id: string; provider_id: string; approved_by: string; approved_at: Date; version: number }>(
    `select r.id, r.provider_id, r.approved_by, r.approved_at, r.version from orders.report r join orders.service_order o on o.id = r.order_id
     where r.state = 'approved' and o.reported_at is not null order by r.approved_at, r.edition, r.id`,
  )
  for (const { id, provider_id, approved_by, approved_at, version } of rows) {
    const work = { now: new Date(approved_at.getTime() + 10 * MINUTE), audit: silent, publish: silent }
    const wanted = { reportId: id, version, providerId: provider_id, personId: approved_by }
    await db.transaction().execute(async (tx) => {
      await issueReport(tx, work, needs, wanted)
    })
  }
}
