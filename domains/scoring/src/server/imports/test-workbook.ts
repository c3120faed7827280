import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { newId } from '@jiju/kernel/ids'
import { completeUscc } from '@jiju/kernel/uscc'
import type { Db } from '@jiju/platform/database/pool'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { sql } from 'kysely'
import type { FactDefinition } from '../../core/facts/definition.ts'
import type { ScoringTables } from '../needs.ts'
import { upsertEnterprises } from '../sql/enterprises.ts'

/** Something wrong that was put into a workbook, and the code under which it has to be found. */
type Planted = { readonly sheet: string; readonly row: number; readonly column: number; readonly code: string }

const YEAR = '2025'
const FIRST_FACT = 4
const SHEETS = 3

const CODES = {
  text: 'scoring.mistake_not_a_number',
  error: 'scoring.mistake_error_cell',
  unit: 'scoring.question_unit_before',
  range: 'scoring.question_range',
  jump: 'scoring.question_jump',
  part: 'scoring.mistake_part_above_whole',
  unknown: 'scoring.mistake_enterprise_unknown',
  check: 'scoring.mistake_check_character',
  twice: 'scoring.mistake_row_twice',
  period: 'scoring.mistake_period_form',
} as const

/** A valid credit code for each number. */
export const codeOfNumber = (number: number) => completeUscc(`91310112${String(number).padStart(8, '0')}`)

type Random = () => number
type Values = Record<string, number>

/** Enterprises that differ as real ones do, without anything implausible between two years. */
function valuesOf(random: Random, definitions: readonly FactDefinition[]): { before: Values; now: Values } {
  const revenue = Math.round(Math.exp(6 + 4 * random()))
  const staff = 20 + Math.floor(random() * 400)
  const special: Values = {
    revenue,
    hightech_revenue: revenue * 0.6,
    rd_expense: revenue * (0.05 + 0.2 * random()),
    rd_deduction_relief: revenue * 0.01,
    tax_paid: revenue * 0.06,
    export_value: revenue * 0.1,
    staff_total: staff,
    rd_staff: Math.ceil(staff * 0.4),
    graduate_staff: Math.ceil(staff * 0.2),
    new_staff: Math.ceil(staff * 0.1),
    new_graduates: Math.ceil(staff * 0.05),
    research_graduates: 1,
    class_three_certificates: 2,
    innovative_device_approvals: 1,
    high_tech_status: 1,
  }
  const before: Values = {}
  const now: Values = {}
  const growth = 0.85 + 0.4 * random()
  for (const { code, unit } of definitions) {
    const base = special[code] ?? 3 + Math.floor(random() * 12)
    const isMoney = unit === '万元'
    before[code] = isMoney ? Math.round(base * 100) / 100 : base
    now[code] = isMoney ? Math.round(base * growth * 100) / 100 : base
  }
  return { before, now }
}

type Size = { readonly enterprises: number; readonly mistakes: number; readonly random: Random }

/**
 * Puts enterprises with the facts of a year earlier into the database and writes a workbook of the year after with mistakes of ten kinds.
 * Answers where each is. Four more sheets have each one fault of their headers.
 */
export async function plantWorkbook(
  db: Db<ScoringTables>,
  file: string,
  definitions: readonly FactDefinition[],
  { enterprises, mistakes, random }: Size,
): Promise<{ readonly planted: readonly Planted[]; readonly facts: number }> {
  const planted: Planted[] = []
  const headers = ['统一社会信用代码', '企业名称', '年度', ...definitions.map(({ name, unit }) => `${name.zh}（${unit}）`)]
  const columnOf = (code: string) => definitions.findIndex((definition) => definition.code === code) + FIRST_FACT
  const money = definitions.filter(({ unit }) => unit === '万元').map(({ code }) => code)
  const leaping = ['revenue', 'rd_expense', 'hightech_revenue', 'rd_deduction_relief', 'tax_paid']
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item

  const rows: (string | number)[][][] = Array.from({ length: SHEETS }, () => [])
  const sheetName = (place: number) => `第${place + 1}表`
  // Row kinds take whole rows; the rest is spread over single cells.
  const perRowKind = Math.max(1, Math.floor(enterprises / 100))
  const cellMistakes = Math.max(6, mistakes - perRowKind * 4)
  const cellsPerRow = cellMistakes / (enterprises - perRowKind * 4)
  let owed = 0
  let kindAt = 0

  for (let start = 0; start < enterprises; start += 1000) {
    const known: { id: string; code: string; before: Values }[] = []
    for (let number = start; number < Math.min(enterprises, start + 1000); number += 1) {
      const { before, now } = valuesOf(random, definitions)
      const code = codeOfNumber(number)
      known.push({ id: newId(), code, before })
      const place = number % SHEETS
      const sheet = sheetName(place)
      const own = rows[place] as (string | number)[][]
      const cells: (string | number)[] = [code, `企业${number}`, YEAR, ...definitions.map((definition) => now[definition.code] as number)]
      const row = own.length + 2
      const plant = (column: number, kind: keyof typeof CODES) => planted.push({ sheet, row, column, code: CODES[kind] })
      own.push(cells)
      if (number < perRowKind) {
        cells[0] = codeOfNumber(50_000_000 + number)
        plant(1, 'unknown')
      } else if (number < perRowKind * 2) {
        const [last] = code.slice(-1)
        cells[0] = code.slice(0, 17) + (last === '0' ? '1' : '0')
        plant(1, 'check')
      } else if (number < perRowKind * 3) {
        cells[2] = '2025-Q3'
        plant(3, 'period')
      } else {
        owed += cellsPerRow
        const taken = new Set<string>()
        for (; owed >= 1; owed -= 1) {
          const kind = (['text', 'error', 'unit', 'range', 'jump', 'part'] as const)[kindAt++ % 6] as keyof typeof CODES
          const choices = {
            text: definitions.map((definition) => definition.code),
            error: definitions.map((definition) => definition.code),
            unit: money.filter((each) => !['net_profit', 'net_assets'].includes(each)),
            range: ['valid_inventions', 'software_copyrights', 'venture_capital', 'joint_projects', 'quality_awards'],
            jump: leaping,
            part: ['rd_staff', 'graduate_staff'],
          }[kind as 'text']
          const target = pick(choices.filter((each) => !taken.has(each)))
          if (target === undefined || (kind === 'part' && taken.has('staff_total'))) {
            kindAt -= 1
            break
          }
          taken.add(target)
          if (kind === 'part') taken.add('staff_total')
          const column = columnOf(target)
          const value = now[target] as number
          cells[column - 1] = {
            text: `约${value}`,
            error: pick(['#DIV/0!', '#REF!', '#N/A', '#VALUE!']),
            unit: Math.round(value * 10_000),
            range: target === 'venture_capital' ? 2_000_001 : -5,
            jump: Math.round(value * 60),
            part: (now.staff_total as number) + 3,
          }[kind as 'text']
          // Twice as far above the year before as a limit of 20 allows, and still far from 10,000 times.
          plant(column, kind)
        }
      }
      if (number >= perRowKind * 3 && number < perRowKind * 4) {
        own.push([...cells])
        planted.push({ sheet, row: own.length + 1, column: 1, code: CODES.twice })
        for (let column = FIRST_FACT; column < FIRST_FACT + definitions.length; column += 1) {
          const spoilt = planted.find((each) => each.sheet === sheet && each.row === row && each.column === column)
          // The copy repeats mistakes of reading; what is merely doubtful is not looked at again.
          if (spoilt && (spoilt.code === CODES.text || spoilt.code === CODES.error)) planted.push({ ...spoilt, row: own.length + 1 })
        }
      }
    }
    await storeYearBefore(db, known, definitions)
  }

  const small = (header: string, code: string, name: string) => {
    planted.push({ sheet: name, row: 1, column: 2, code })
    return { title: name, headers: ['统一社会信用代码', header], rows: [] as (string | number)[][] }
  }
  const tables = [
    ...rows.map((own, place) => ({ title: sheetName(place), headers, rows: own })),
    small('研发开支（万元）', 'scoring.mistake_header_unknown', '表头未知'),
    small('营业收入', 'scoring.mistake_unit_missing', '缺单位'),
    small('营业收入（元）', 'scoring.mistake_unit_other', '单位不同'),
    { ...small('revenue', 'scoring.mistake_column_twice', '重复列'), headers: ['统一社会信用代码', '营业收入（万元）', 'revenue'] },
  ]
  const twice = planted.at(-1) as Planted
  planted[planted.length - 1] = { ...twice, column: 3 }
  await finished(workbookStream(tables).pipe(createWriteStream(file)))
  return { planted, facts: enterprises * definitions.length }
}

async function storeYearBefore(
  db: Db<ScoringTables>,
  known: readonly { id: string; code: string; before: Values }[],
  definitions: readonly FactDefinition[],
): Promise<void> {
  const nothing = { shortName: null, foundedOn: null, industry: null, park: null, district: null }
  const rows = known.map(({ id, code }, index) => ({ ...nothing, id, creditCode: code, name: `企业${index}${code.slice(8, 16)}` }))
  const at = new Date('2025-06-01T00:00:00.000Z')
  await upsertEnterprises(db, rows, at)
  for (const definition of definitions) {
    const period = definition.periodKind === 'point' ? '2024-12-31' : '2024'
    await sql`
      insert into scoring.fact (id, enterprise_id, fact_code, period, source, value, confidence, received_at)
      select * from unnest(${known.map(() => newId())}::uuid[], ${known.map(({ id }) => id)}::uuid[],
        ${known.map(() => definition.code)}::text[], ${known.map(() => period)}::text[], ${known.map(() => 'self_report')}::text[],
        ${known.map(({ before }) => String(before[definition.code]))}::numeric[], ${known.map(() => 'stated')}::text[],
        ${known.map(() => at.toISOString())}::timestamptz[])`.execute(db)
  }
}
