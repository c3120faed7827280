import { Readable } from 'node:stream'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { openDatabase } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import { stateOwnFact } from '@jiju/scoring/server/facts/self-report'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import type { EnterpriseRow } from '@jiju/scoring/server/sql/enterprises'
import type pg from 'pg'
import { ZONE } from './reference.ts'

const HOUR = 3_600_000
const silent = async () => undefined

/** What enterprises state of themselves: figures that no register delivers or that they have later than it. */
const FIGURES = [
  { factCode: 'shared_instrument_hours', value: '126', what: '使用共享仪器机时', unit: '小时', note: '含区外平台的机时，见对账单。' },
  { factCode: 'foreign_experts', value: '2', what: '引进外籍专家', unit: '人', note: '工作许可通知已取得，登记尚未更新。' },
  { factCode: 'venture_capital', value: '3000', what: '获得风险投资金额', unit: '万元', note: 'A 轮第二笔到账，见验资说明。' },
] as const

/** States figures of the last year for enterprises of the demo, as their owners do, each with its paper; an officer has yet to decide. */
export async function stateFigures(pool: pg.Pool, { files, now }: { files: FileStore; now: Date }): Promise<void> {
  const { rows } = await pool.query<EnterpriseRow & { person_id: string; organisation_id: string }>(
    `select e.*, m.person_id, m.organisation_id from scoring.enterprise e
     join people.organisation o on o.uscc = e.credit_code join people.membership m on m.organisation_id = o.id
     where m.status = 'active' and 'enterprise:owner' = any(m.roles) order by e.credit_code desc limit $1`,
    [FIGURES.length],
  )
  const year = String(Number(localDayOf(now, ZONE).slice(0, 4)) - 1)
  for (const [place, { person_id, organisation_id, ...enterprise }] of rows.entries()) {
    const { what, unit, note, ...figure } = FIGURES[place] as (typeof FIGURES)[number]
    const at = new Date(now.getTime() - (place + 2) * 7 * HOUR)
    const paper = await writePdf({
      title: `${what}情况说明`,
      author: enterprise.name,
      language: 'zh',
      createdAt: at,
      blocks: [
        { kind: 'title', text: `${what}情况说明`, subtitle: enterprise.name },
        {
          kind: 'facts',
          rows: [
            ['年度', year],
            [what, `${figure.value} ${unit}`],
            ['说明', note],
          ],
        },
      ],
    })
    const actor = { userId: person_id, organisationId: organisation_id }
    const command = { actor: null, now: at, requestId: 'demo', audit: silent, publish: silent }
    await openDatabase<ScoringTables>(pool)
      .transaction()
      .execute((tx) =>
        stateOwnFact(
          tx,
          command,
          { files },
          {
            actor,
            enterprise,
            figure: { ...figure, period: year, note, evidence: { stream: Readable.from([paper]), name: `${what}情况说明.pdf` } },
          },
        ),
      )
  }
}
