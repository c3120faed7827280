import type { Db } from '@jiju/platform/database/pool'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import { branchesOf } from '../../core/engine/model.ts'
import { periodWords } from '../../core/facts/periods.ts'
import { STATUS_WORDS } from '../../core/lists/status-words.ts'
import type { ScoringTables } from '../needs.ts'
import { findModel } from '../sql/models.ts'
import { findRobustness } from '../sql/robustness.ts'
import { listRunScores, type RunRow } from '../sql/runs.ts'

const PAGE = 2000

/** The result of a run as a sheet, read page by page, each place with its interval; and a sheet that says what it rests on. */
export async function runTables(db: Db<ScoringTables>, run: RunRow): Promise<WorkbookTable[]> {
  const document = (await findModel(db, run.model_id))?.document
  if (!document) throw new Error(`run ${run.number} has lost its model`)
  const branches = branchesOf(document).filter((branch) => branch !== document.root)
  const robustness = await findRobustness(db, run.id)
  const stages = new Map(document.stages.map(({ code, name }) => [code, name.zh]))
  return [
    {
      title: '得分',
      headers: [
        '名次',
        '名次区间下限',
        '名次区间上限',
        '企业',
        '统一社会信用代码',
        '状态',
        '阶段',
        '得分',
        '阶段名次',
        '阶段名次区间下限',
        '阶段名次区间上限',
        '阶段家数',
        '数据覆盖',
        ...branches.map(({ name }) => name.zh),
      ],
      rows: rowsOf(db, run.id, (row) => [
        row.rank_all ?? '',
        row.rank_all_low ?? '',
        row.rank_all_high ?? '',
        row.name,
        row.credit_code,
        STATUS_WORDS[row.status].zh,
        stages.get(row.stage ?? '') ?? '',
        row.score === null ? '' : Number(row.score),
        row.rank_stage ?? '',
        row.rank_stage_low ?? '',
        row.rank_stage_high ?? '',
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
        ['期间', periodWords(run.period).zh],
        ['截至', run.as_of],
        ['数据时点', run.facts_at.toISOString()],
        ['模型', `${document.name.zh} ${run.model_code} ${run.model_version}`],
        ['名次区间', intervalWords(robustness)],
        ['引擎', run.engine_version ?? ''],
        ['模型 SHA-256', run.model_sha256 ?? ''],
        ['数据 SHA-256', run.facts_sha256 ?? ''],
        ['结果 SHA-256', run.result_sha256 ?? ''],
      ],
    },
  ]
}

/** What the intervals hold, or why there are none. */
function intervalWords(robustness: Awaited<ReturnType<typeof findRobustness>>): string {
  if (robustness?.state !== 'done') return '稳健性分析尚未完成，没有区间'
  const { draws, holds, seed } = robustness.settings
  return `权重与方法随机重算 ${draws} 次，其中 ${Math.round(holds * 100)}% 的名次落在区间内；随机种子 ${seed}`
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
