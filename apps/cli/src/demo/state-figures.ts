import { createHash } from 'node:crypto'
import type { LocalDate } from '@jiju/kernel/local-date'
import { instantAt } from '@jiju/kernel/zoned-time'
import type { FileStore } from '@jiju/platform/files/file-store'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import type pg from 'pg'
import { keepFile } from './keep-file.ts'
import { ZONE } from './reference.ts'
import { insertRows } from './sql.ts'
import { stableId } from './stable-id.ts'

const HOUR = 3_600_000

/** What enterprises state of themselves: figures that no register delivers or that they have later than it. */
const FIGURES = [
  { code: 'shared_instrument_hours', value: '126', what: '使用共享仪器机时', unit: '小时', note: '含区外平台的机时，见对账单。' },
  { code: 'foreign_experts', value: '2', what: '引进外籍专家', unit: '人', note: '工作许可通知已取得，登记尚未更新。' },
  { code: 'venture_capital', value: '3000', what: '获得风险投资金额', unit: '万元', note: 'A 轮第二笔到账，见验资说明。' },
] as const

type Owner = { readonly id: string; readonly name: string; readonly person_id: string; readonly organisation_id: string }

/** Three owners of enterprises have stated a figure of the last year with a paper in the hours before the reference day; an officer has yet to decide. */
export async function stateFigures(
  client: pg.PoolClient,
  files: FileStore,
  { seed, referenceDay }: { readonly seed: number; readonly referenceDay: LocalDate },
): Promise<void> {
  const { rows: owners } = await client.query<Owner>(
    `select e.id, e.name, m.person_id, m.organisation_id from scoring.enterprise e
     join people.organisation o on o.uscc = e.credit_code join people.membership m on m.organisation_id = o.id
     where m.status = 'active' and 'enterprise:owner' = any(m.roles) order by e.credit_code desc limit $1`,
    [FIGURES.length],
  )
  const year = String(Number(referenceDay.slice(0, 4)) - 1)
  const midnight = instantAt(referenceDay, 0, ZONE).getTime()
  for (const [place, owner] of owners.entries()) {
    const figure = FIGURES[place] as (typeof FIGURES)[number]
    const at = new Date(midnight - (place + 1) * 7 * HOUR)
    const name = `${figure.what}情况说明`
    const bytes = await writePdf({
      title: name,
      author: owner.name,
      language: 'zh',
      createdAt: at,
      blocks: [
        { kind: 'title', text: name, subtitle: owner.name },
        {
          kind: 'facts',
          rows: [
            ['年度', year],
            [figure.what, `${figure.value} ${figure.unit}`],
            ['说明', figure.note],
          ],
        },
      ],
    })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await keepFile(files, { sha256, bytes, mediaType: 'application/pdf' })
    const fileId = stableId(seed, `stated-figure-paper|${figure.code}`)
    await insertRows(client, 'platform.file', [
      {
        id: fileId,
        sha256,
        name: `${name}.pdf`,
        media_type: 'application/pdf',
        size_bytes: bytes.length,
        owner_organisation_id: owner.organisation_id,
        uploaded_by: owner.person_id,
        created_at: at,
      },
    ])
    await insertRows(client, 'scoring.self_report', [
      {
        id: stableId(seed, `stated-figure|${figure.code}`),
        enterprise_id: owner.id,
        fact_code: figure.code,
        period: year,
        value: figure.value,
        note: figure.note,
        evidence_file_id: fileId,
        stated_by: owner.person_id,
        stated_at: at,
      },
    ])
  }
}
