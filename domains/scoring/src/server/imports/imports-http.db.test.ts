import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readTableFile } from '@jiju/platform/files/read-table-file'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScoringTest, type ScoringTest } from '../test-scoring.ts'
import { codeOfNumber } from './test-workbook.ts'

let t: ScoringTest
let folder: string
beforeAll(async () => {
  t = await createScoringTest()
  folder = await mkdtemp(path.join(tmpdir(), 'jiju-imports-'))
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const data = (method: 'GET' | 'POST', at: string, body?: object) => t.as(t.people.data, method, at, body)
const bring = async (query: string, content: string | Buffer, name = 'a.csv') => {
  const sent = await t.upload(t.people.data, `/fact-imports?${query}`, { name, content })
  expect([sent.statusCode, sent.json().code]).toEqual([202, undefined])
  await t.settle()
  return (await data('GET', `/fact-imports/${sent.json().id}`)).json()
}
const write = async (id: string, mode = 'all_or_nothing') => {
  expect((await data('POST', `/fact-imports/${id}/apply`, { mode })).statusCode).toBe(202)
  await t.settle()
  return (await data('GET', `/fact-imports/${id}`)).json()
}
type Issue = { row: number; column: number | null; columnName: string | null; code: string }
const issues = async (id: string) =>
  (await data('GET', `/fact-imports/${id}/issues?limit=200`))
    .json()
    .items.map(({ row, column, columnName, code }: Issue) => [row, column, columnName, code.replace('scoring.mistake_', '')])
const sheetsOf = async (content: Buffer) => {
  const file = path.join(folder, 'back.xlsx')
  await writeFile(file, content)
  const sheets = new Map<string, string[][]>()
  for await (const { sheet, cells } of readTableFile(file)) sheets.set(sheet, [...(sheets.get(sheet) ?? []), [...cells]])
  return sheets
}
const workbook = (title: string, rows: readonly (readonly string[])[]) =>
  buffer(workbookStream([{ title, headers: rows[0] ?? [], rows: rows.slice(1) }]))
const code = codeOfNumber

const REGISTER = '统一社会信用代码,企业名称,简称,成立日期,行业,园区,所在区'

describe('the register by table', () => {
  it('adds what is new, renews what differs, leaves the rest, and keeps what a row leaves out', async () => {
    const file = `${REGISTER}\n${code(1)},澄心医疗科技有限公司,澄心,2019/5/1,医疗器械,临港,临江区\n${code(2)},联江生物有限公司,,,,,\n`
    const first = await bring('content=enterprises', file)
    expect(first).toMatchObject({ state: 'checked', rowsGood: 2, mistakeCount: 0, questionCount: 0 })
    expect((await data('GET', '/enterprises')).json().total).toBe(0)
    expect(await write(first.id)).toMatchObject({ state: 'applied', recordedCount: 2, replacedCount: 0, unchangedCount: 0 })

    expect(await write((await bring('content=enterprises', file)).id)).toMatchObject({
      recordedCount: 0,
      replacedCount: 0,
      unchangedCount: 2,
    })
    const renamed = `统一社会信用代码,企业名称\n${code(1)},澄心医疗科技股份有限公司\n${code(2)},联江生物有限公司\n`
    expect(await write((await bring('content=enterprises', renamed)).id)).toMatchObject({
      recordedCount: 0,
      replacedCount: 1,
      unchangedCount: 1,
    })
    const { items } = (await data('GET', `/enterprises?words=${code(1)}`)).json()
    expect(items).toMatchObject([
      { name: '澄心医疗科技股份有限公司', shortName: '澄心', foundedOn: '2019-05-01', park: '临港', version: 2 },
    ])
  })

  it('names every mistake by row and column as the file calls it, and writes the good rows only when told so', async () => {
    const long = '业'.repeat(101)
    const file = [
      `${REGISTER},传真`,
      `${code(3)},第三有限公司,,2020-02-30,,,,1`,
      `9131011200000003,短码,,,,,,`,
      `${code(4).slice(0, 17)}${code(4).endsWith('0') ? '1' : '0'},校验错,,,,,,`,
      `${code(5)},,,,,,,`,
      `${code(6)},第六有限公司,,2030-01-01,,,,`,
      `${code(7)},第七有限公司,,,${long},,,`,
      `${code(8)},第八有限公司,,,,,,`,
      `${code(8)},第八再来,,,,,,`,
    ].join('\n')
    const row = await bring('content=enterprises', file)
    expect(row).toMatchObject({ state: 'checked', rowsTotal: 8, rowsGood: 1, rowsRefused: 7, mistakeCount: 8 })
    expect(await issues(row.id)).toEqual([
      [1, 8, '传真', 'header_unknown'],
      [2, 4, '成立日期', 'day_form'],
      [3, 1, '统一社会信用代码', 'credit_code_form'],
      [4, 1, '统一社会信用代码', 'check_character'],
      [5, 2, '企业名称', 'name_missing'],
      [6, 4, '成立日期', 'day_form'],
      [7, 5, '行业', 'text_long'],
      [9, 1, '统一社会信用代码', 'row_twice'],
    ])
    expect((await data('POST', `/fact-imports/${row.id}/apply`, { mode: 'all_or_nothing' })).json().code).toBe(
      'scoring.import_has_mistakes',
    )
    expect(await write(row.id, 'good_rows')).toMatchObject({ state: 'applied', recordedCount: 1 })
    expect((await data('GET', '/enterprises')).json().total).toBe(3)
  })
})

const EVENTS = '统一社会信用代码,事项代码,发生日期,修复日期,来源,文号'

describe('negative events by table', () => {
  it('are recorded once, however often the file comes', async () => {
    const file = `${EVENTS}\n${code(1)},administrative_penalty,2025-03-01,,court,沪罚1号\n${code(2)},tax_arrears,2025年4月2日,2025-06-01,tax,沪税2号\n`
    expect(await write((await bring('content=events', file)).id)).toMatchObject({ recordedCount: 2, unchangedCount: 0 })
    expect(await write((await bring('content=events', file)).id)).toMatchObject({ recordedCount: 0, unchangedCount: 2 })
  })

  it('with every kind of mistake are all named, and the file given back is read again when it is mended', async () => {
    const file = [
      EVENTS,
      `${code(900)},administrative_penalty,2025-03-01,,court,沪罚3号`,
      `${code(1)},行政处罚,2025-03-01,,court,沪罚4号`,
      `${code(1)},administrative_penalty,昨天,,court,沪罚5号`,
      `${code(1)},administrative_penalty,2025-03-01,2025-02-01,court,沪罚6号`,
      `${code(1)},administrative_penalty,2025-03-01,,街道,沪罚7号`,
      `${code(1)},administrative_penalty,2025-03-01,,court,`,
      `${code(2)},administrative_penalty,2025-03-01,,court,沪罚8号`,
      `${code(2)},administrative_penalty,2025-03-01,,court,沪罚8号`,
    ].join('\n')
    const row = await bring('content=events', file)
    expect(await issues(row.id)).toEqual([
      [2, 1, '统一社会信用代码', 'enterprise_unknown'],
      [3, 2, '事项代码', 'event_code'],
      [4, 3, '发生日期', 'day_form'],
      [5, 4, '修复日期', 'day_form'],
      [6, 5, '来源', 'event_source'],
      [7, 6, '文号', 'document_missing'],
      [9, 1, '统一社会信用代码', 'row_twice'],
    ])
    expect(await write(row.id, 'good_rows')).toMatchObject({ recordedCount: 1 })

    const back = await t.as(t.people.data, 'GET', `/fact-imports/${row.id}/rejected`)
    const [[title, rows] = ['', []]] = [...(await sheetsOf(back.rawPayload))]
    const mended = [rows[0] ?? [], (rows[2] ?? []).with(1, 'administrative_penalty')]
    const again = await bring('content=events', await workbook(title, mended), 'mended.xlsx')
    expect(again).toMatchObject({ mistakeCount: 0, rowsGood: 1 })
    expect(await write(again.id)).toMatchObject({ recordedCount: 1 })
  })
})

describe('templates', () => {
  const filled = {
    facts: (headers: readonly string[]) =>
      headers.map((header) => (/代码/.test(header) ? code(1) : header === '期间' ? '2025' : /^科技人员数/.test(header) ? '1,200.50' : '')),
    'facts-list': () => [code(2), '联江生物有限公司', '2025', '科技人员数', '31', '统计表 7'],
    enterprises: () => [code(50), '第五十有限公司', '', '2018-01-01', '', '', ''],
    events: () => [code(1), 'dishonesty', '2025-05-05', '', 'court', '沪执50号'],
  }
  it.each([
    ['facts', 'content=facts&source=statistics'],
    ['facts-list', 'content=facts&source=statistics'],
    ['enterprises', 'content=enterprises'],
    ['events', 'content=events'],
  ] as const)('%s: filled in, it is read without a mistake; brought again it changes nothing', async (what, query) => {
    const template = await data('GET', `/fact-templates/${what}`)
    expect(template.headers['content-disposition']).toContain(`jiju-${what}.xlsx`)
    const [[title, [headers = []]] = ['', [[]]]] = [...(await sheetsOf(template.rawPayload))]
    const file = await workbook(title, [headers, filled[what](headers)])
    const first = await bring(query, file, `${what}.xlsx`)
    expect([first.mistakeCount, first.questionCount, await issues(first.id)]).toEqual([0, 0, []])
    expect(await write(first.id)).toMatchObject({ recordedCount: 1 })
    expect(await write((await bring(query, file, `${what}.xlsx`)).id)).toMatchObject({
      recordedCount: 0,
      replacedCount: 0,
      unchangedCount: 1,
    })
  })
})

describe('a list of facts', () => {
  it('names an unknown fact where the row does', async () => {
    const file = `统一社会信用代码,期间,数据项,数值\n${code(1)},2025,幸福指数,31\n${code(1)},2025,rd_staff,31\n`
    const row = await bring('content=facts&source=statistics', file)
    expect(await issues(row.id)).toEqual([[2, 3, '数据项', 'fact_unknown']])
    expect(row.kinds[0].example).toContain('幸福指数')
  })
})

describe('a file that is no table', () => {
  it.each([
    ['without a credit code', 'a.csv', '名称,值\n甲,1\n', '统一社会信用代码'],
    ['a torn workbook', 'a.xlsx', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200)]), ''],
  ])('%s fails in words', async (_, name, content, says) => {
    const sent = await t.upload(t.people.data, '/fact-imports?content=enterprises', { name, content })
    if (sent.statusCode !== 202) return expect(sent.json().code).toMatch(/^platform\./)
    await t.settle()
    const row = (await data('GET', `/fact-imports/${sent.json().id}`)).json()
    expect(row).toMatchObject({ state: 'failed', failure: expect.stringContaining(says) })
    expect(row.failure).not.toMatch(/^(scoring|platform)\./)
  })

  it('is taken from the data officer only, and with the right question', async () => {
    const file = { name: 'a.csv', content: `${REGISTER}\n` }
    for (const who of [t.people.points, t.people.enterprise])
      expect((await t.upload(who, '/fact-imports?content=enterprises', file)).statusCode).toBe(403)
    expect((await t.upload(t.people.data, '/fact-imports?content=facts', file)).json().code).toBe('scoring.import_source')
    expect((await t.upload(t.people.data, '/fact-imports?content=events&source=tax', file)).json().code).toBe('scoring.import_source')
    expect((await data('GET', '/fact-imports/01a0b0c0-0000-7000-8000-000000000000')).json().code).toBe('scoring.import_missing')
  })
})
