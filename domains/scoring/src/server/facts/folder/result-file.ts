import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Db } from '@jiju/platform/database/pool'
import { type WorkbookTable, workbookStream } from '@jiju/platform/files/write-workbook'
import { failureText } from '../../imports/import-failure.ts'
import { rejectedTables } from '../../imports/rejected-workbook.ts'
import type { ScoringTables } from '../../needs.ts'
import { listDefinitions } from '../../sql/definitions.ts'
import type { TakenRow } from '../../sql/deliveries.ts'
import { type ImportRow, listIssues } from '../../sql/imports.ts'
import { issueMessage } from '../present-issue.ts'
import { placeOf } from './take-file.ts'

const STATES = {
  uploaded: '核对中 Being checked',
  checked: '等待区数据管理人员处理，尚未写入 Waits for the data officer; nothing is written yet',
  applied: '已写入 Written',
  failed: '无法读取，未写入 Could not be read; nothing is written',
  cancelled: '已放弃，未写入 Dropped; nothing is written',
} as const

const MAX_ISSUES = 10_000

/** Writes beside a taken file what became of it: counts, every mistake with its place, and the rows that were left out, to be mended. */
export async function writeResult(db: Db<ScoringTables>, root: string, taken: TakenRow, row: ImportRow): Promise<void> {
  const target = `${placeOf(root, taken)}.result.xlsx`
  const unfinished = path.join(path.dirname(target), `.${path.basename(target)}.tmp`)
  await mkdir(path.dirname(target), { recursive: true })
  await pipeline(workbookStream(await resultTables(db, taken, row)), createWriteStream(unfinished))
  await rename(unfinished, target)
}

async function resultTables(db: Db<ScoringTables>, taken: TakenRow, row: ImportRow): Promise<WorkbookTable[]> {
  const definitions = new Map((await listDefinitions(db)).map((definition) => [definition.code, definition]))
  const issues = await listIssues(db, { importId: row.id, show: 'all', after: undefined, limit: MAX_ISSUES })
  const summary: WorkbookTable = {
    title: '结果',
    headers: ['项目 Item', '内容 Content'],
    rows: [
      ['文件 File', taken.file_name],
      ['SHA-256', taken.sha256],
      ['编号 Number', row.id],
      ['状态 State', STATES[row.state]],
      ...(row.failure ? [['原因 Reason', `${failureText(row.failure, 'zh')} ${failureText(row.failure, 'en')}`]] : []),
      ['行 Rows', row.rows_total],
      ['无误行 Good rows', row.rows_good],
      ['有误行 Refused rows', row.rows_refused],
      ['待确认行 Rows that are asked about', row.rows_asked],
      ['新增 Recorded', row.recorded_count],
      ['更新 Replaced', row.replaced_count],
      ['没有变化 Unchanged', row.unchanged_count],
      ['缺企业授权，暂不使用 Kept unused until the enterprise consents', row.lacking_consent_count],
    ],
  }
  const mistakes: WorkbookTable = {
    title: '问题',
    headers: ['工作表 Sheet', '行 Row', '列 Column', '列名 Name', '值 Value', '类别 Kind', '原因', 'Reason'],
    rows: issues.map((issue) => [
      issue.sheet,
      issue.row_no,
      issue.column_no ?? '',
      issue.column_name ?? '',
      issue.value ?? '',
      issue.is_question ? '疑问 Question' : '错误 Mistake',
      issueMessage(issue, definitions, 'zh'),
      issueMessage(issue, definitions, 'en'),
    ]),
  }
  if (issues.length === 0) return [summary]
  return [summary, mistakes, ...(row.rows_refused + row.rows_asked > 0 ? await rejectedTables(db, row, 'zh') : [])]
}
