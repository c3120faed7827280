import ExcelJS from 'exceljs'
import type { CellType } from '../../core/import/cells.ts'
import { SHEETS, type Sheet, type SheetName } from '../../core/import/sheets.ts'

const PROVIDER_SHEETS: readonly SheetName[] = ['sites', 'methods', 'resources', 'services', 'facilities', 'accreditations', 'prices']
const LIST_ROWS = 2000

const HOW: Readonly<Record<CellType, readonly [rule: string, example: string]>> = {
  text: ['文字', ''],
  list: ['多项，用分号或换行分开', '液相色谱；质谱'],
  date: ['日期', '2026-11-21'],
  yuan: ['金额（元），最多两位小数', '1200.50'],
  integer: ['非负整数', '15'],
  number: ['数字', '121.4737'],
  boolean: ['是 或 否', '是'],
  option: ['从下拉列表选择', ''],
  option_list: ['多项，用分号分开', ''],
  opening: ['每周开放时间', '周一至周五 08:30-12:00,13:00-17:30；周六 09:00-12:00'],
  day_exceptions: ['与每周不同的日期', '2026-10-01 休；2026-10-10 09:00-12:00'],
  specifications: ['每行一项“名称=值”，未确认的前面加问号', '检测器=DAD 190—950 nm'],
  parameters: ['多项，限制范围写在竖线后', '细胞毒性|只用浸提液法'],
  citations: ['标准编号，限制写在括号里；多项用分号分开', 'GB/T 16886.5-2017（只用浸提液试验）'],
}

/** Sheets to fill in, with drop-down lists, and one that explains every column. An empty cell empties the field; a column that is removed is left alone. */
export async function writeTemplate(what: 'provider' | SheetName): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheets = (what === 'provider' ? PROVIDER_SHEETS : [what]).map((name) => SHEETS[name])
  const [first, ...others] = sheets
  if (first) addSheet(workbook, first)
  explain(workbook, sheets)
  for (const sheet of others) addSheet(workbook, sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, sheet: Sheet): void {
  const target = workbook.addWorksheet(sheet.zh, { views: [{ state: 'frozen', ySplit: 1 }] })
  target.columns = sheet.columns.map((column) => ({ width: Math.max(14, column.zh.length * 2.4), style: { numFmt: '@' } }))
  const head = target.addRow(sheet.columns.map((column) => (column.isRequired ? `${column.zh}*` : column.zh)))
  head.font = { bold: true }
  for (const [index, column] of sheet.columns.entries()) {
    const choices =
      column.type === 'option' ? Object.values(column.options ?? {}).map(([zh]) => zh) : column.type === 'boolean' ? ['是', '否'] : []
    if (choices.length === 0) continue
    const letter = target.getColumn(index + 1).letter
    // The library's types leave out the way to give a range one rule.
    const validations = (target as unknown as { dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void } })
      .dataValidations
    validations.add(`${letter}2:${letter}${LIST_ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
      errorTitle: column.zh,
      error: `请选择：${choices.join('、')}`.slice(0, 250),
    })
  }
}

function explain(workbook: ExcelJS.Workbook, sheets: readonly Sheet[]): void {
  const target = workbook.addWorksheet('说明')
  target.columns = [14, 24, 28, 8, 40, 48].map((width) => ({ width }))
  target.addRow(['表', '列', 'Column', '必填', '怎么填', '例']).font = { bold: true }
  for (const sheet of sheets)
    for (const column of sheet.columns) {
      const [rule, example] = HOW[column.type]
      const choices = Object.values(column.options ?? {}).map(([zh]) => zh)
      target.addRow([
        sheet.zh,
        column.zh,
        column.en,
        column.isRequired ? '是' : '',
        rule,
        choices.length > 0 ? choices.join('、') : example,
      ])
    }
  target.addRow([])
  target.addRow(['', '空单元格会清空该项；删去整列则保持原值。编号相同的行更新已有记录，不会重复。文件不超过 20 MB、50,000 行。'])
}
