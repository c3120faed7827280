import type { Db } from '@jiju/platform/database/pool'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import { branchesOf } from '../../core/engine/model.ts'
import { STATUS_WORDS } from '../../core/lists/status-words.ts'
import type { ScoringTables } from '../needs.ts'
import { findModel } from '../sql/models.ts'
import { listRunScores, type RunRow } from '../sql/runs.ts'

const PAGE = 2000

/** The result of a run as a sheet, read page by page; and a sheet that says what it rests on. */
export async function runTables(db: Db<ScoringTables>, run: RunRow): Promise<WorkbookTable[]> {
  const document = (await findModel(db, run.model_id))?.document
  if (!document) throw new Error(`run ${run.number} has lost its model`)
  const branches = branchesOf(document).filter((branch) => branch !== document.root)
  const stages = new Map(document.stages.map(({ code, name }) => [code, name.zh]))
  return [
    {
      title: '得分',
      headers: [
        '名次',
        '企业',
        '统一社会信用代码',
        '状态',
        '阶段',
        '得分',
        '阶段名次',
        '阶段家数',
        '数据覆盖',
        ...branches.map(({ name }) => name.zh),
      ],
      rows: rowsOf(db, run.id, (row) => [
        row.rank_all ?? '',
        row.name,
        row.credit_code,
        STATUS_WORDS[row.status].zh,
        stages.get(row.stage ?? '') ?? '',
        row.score === null ? '' : Number(row.score),
        row.rank_stage ?? '',
        row.stage_count ?? '',
        Number(row.coverage),
        ...branches.map(({ code }) => row.branches[code] ?? ''),
      ]),
    },
    {
      title: '依据',
      headers: ['项目', '内容'],
      rows: [
        ['评分批次', run.number],
        ['期间', run.period],
        ['截至', run.as_of],
        ['数据时点', run.facts_at.toISOString()],
        ['模型', `${document.name.zh} ${run.model_code} ${run.model_version}`],
        ['引擎', run.engine_version ?? ''],
        ['模型 SHA-256', run.model_sha256 ?? ''],
        ['数据 SHA-256', run.facts_sha256 ?? ''],
        ['结果 SHA-256', run.result_sha256 ?? ''],
      ],
    },
  ]
}

type Row = Awaited<ReturnType<typeof listRunScores>>[number]

async function* rowsOf(db: Db<ScoringTables>, runId: string, cells: (row: Row) => (string | number)[]) {
  let after: { rank: number; enterpriseId: string } | undefined
  for (;;) {
    const rows = await listRunScores(db, { runId, stage: undefined, status: undefined, words: undefined, after, limit: PAGE })
    for (const row of rows.slice(0, PAGE)) yield cells(row)
    const last = rows[PAGE - 1]
    if (rows.length <= PAGE || !last) return
    after = { rank: last.rank_all ?? 2_147_483_647, enterpriseId: last.enterprise_id }
  }
}
