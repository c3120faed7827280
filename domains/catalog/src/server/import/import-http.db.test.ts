import { deflateRawSync } from 'node:zlib'
import { readCsv, writeCsvRow } from '@jiju/kernel/csv'
import { newId } from '@jiju/kernel/ids'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCell } from '../../core/import/cells.ts'
import { FACILITY_KINDS, SERVICE_KINDS, SHEETS, type SheetName } from '../../core/import/sheets.ts'
import { type CatalogTest, createCatalogTest, SITE } from '../test-catalog.ts'
import { dropOldLines } from './drop-lines.ts'

let t: CatalogTest

beforeAll(async () => {
  t = await createCatalogTest()
  await t.call('POST', '/sites', { as: t.provider, body: SITE })
})
afterAll(() => t.testApp.close())

type Actor = CatalogTest['provider']
const csv = (...rows: string[][]) => rows.map(writeCsvRow).join('')

async function upload(name: string, content: string | Buffer, as: Actor = t.provider, query = ''): Promise<string> {
  const reply = await t.upload(`/imports${query}`, as, { name, content })
  expect(reply.statusCode, reply.body).toBe(202)
  await t.testApp.settle()
  return reply.json().id
}
const read = async (id: string, as: Actor = t.provider) => (await t.call('GET', `/imports/${id}`, { as })).json()
async function apply(id: string, mode = 'valid_rows_only', as: Actor = t.provider) {
  const reply = await t.call('POST', `/imports/${id}/apply`, { as, body: { mode } })
  expect(reply.statusCode, reply.body).toBe(202)
  await t.testApp.settle()
  return read(id, as)
}
const rowsOf = async (id: string, show = 'all', as: Actor = t.provider) =>
  (await t.call('GET', `/imports/${id}/rows?show=${show}`, { as })).json().items
const exported = async (what: SheetName, as: Actor = t.provider) =>
  [...readCsv((await t.call('GET', `/exports/${what}?format=csv`, { as })).body)].map((row) => [...row.cells])

describe('an import over HTTP', () => {
  const HEADER = ['单位内编号', '中文名', '分类编码', '场所', '原值（元）', '启用日期', '仪器状态', '没有这一列']
  const GOOD = ['A-1', '透射电镜', '0101', '理化楼', '1,200,000', '2020/3/1', '正常', '']
  const rows = csv(
    HEADER,
    GOOD,
    ['A-2', '扫描电镜', '9999', '没有的楼', '面议', '2020-02-30', '坏了', ''],
    ['', '无编号', '0101', '', '', '', '', ''],
    ['A-1', '再来一次', '0101', '', '', '', '', ''],
    ['A-3', '=cmd()', '0102', '理化楼', '', '', '维修', ''],
  )

  test('the preview names sheet, row, column, value and reason of each error, and writes nothing', async () => {
    const id = await upload('仪器.csv', rows)
    expect(await read(id)).toMatchObject({ state: 'checked', format: 'jiju', rowsTotal: 5, rowsValid: 2, rowsRejected: 3, rowsCreated: 2 })
    const problems = (await rowsOf(id, 'rejected')).flatMap((row: { problems: unknown[] }) => row.problems)
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 3, column: '原值（元）', value: '面议', code: 'catalog.cell_no_money' }),
        expect.objectContaining({ row: 3, column: '启用日期', value: '2020-02-30', code: 'catalog.cell_no_date' }),
        expect.objectContaining({
          row: 3,
          column: '仪器状态',
          value: '坏了',
          code: 'catalog.cell_no_option',
          message: expect.stringContaining('停用'),
        }),
        expect.objectContaining({ row: 4, column: '单位内编号', code: 'catalog.cell_required' }),
        expect.objectContaining({ row: 5, code: 'catalog.row_twice', message: expect.stringContaining('2') }),
      ]),
    )
    expect(await t.testApp.db.selectFrom('catalog.resource').selectAll().execute()).toHaveLength(0)

    const all = await t.call('POST', `/imports/${id}/apply`, { as: t.provider, body: { mode: 'all_or_nothing' } })
    expect(all.json().problems[0]).toMatchObject({ code: 'catalog.import_has_rejected', params: { count: 3 } })
    expect((await t.call('GET', `/imports/${id}`, { as: t.other })).statusCode).toBe(404)
    expect((await t.call('GET', `/imports/${id}`, { as: t.officer })).statusCode).toBe(404)

    expect(await apply(id)).toMatchObject({ state: 'applied', rowsCreated: 2, rowsRejected: 3, mode: 'valid_rows_only' })
    const again = await t.call('POST', `/imports/${id}/apply`, { as: t.provider, body: { mode: 'valid_rows_only' } })
    expect(again.json().code).toBe('catalog.import_not_checked')
  })

  test('reasons come with the rejected rows, and a corrected file goes in', async () => {
    const id = await upload('仪器.csv', csv(HEADER, ['B-1', '色谱', '0105', '', '多', '', '', '']))
    const reply = await t.call('GET', `/imports/${id}/rejected`, { as: t.provider })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    const sheet = workbook.worksheets[0]
    const width = HEADER.length + 1
    expect(sheet?.getCell(1, width).text).toBe('原因')
    expect(sheet?.getCell(2, width).text).toContain('金额')
    if (sheet) sheet.getCell(2, 5).value = 880000
    const corrected = await upload('更正.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))
    expect(await read(corrected)).toMatchObject({ state: 'checked', rowsValid: 1, rowsRejected: 0 })
    expect(await apply(corrected, 'all_or_nothing')).toMatchObject({ rowsCreated: 1 })
  })

  test('the same file again changes nothing; another value updates instead of doubling', async () => {
    const same = await upload('again.csv', csv(HEADER, GOOD))
    expect(await read(same)).toMatchObject({ rowsUnchanged: 1, rowsCreated: 0 })
    const other = await upload('other.csv', csv(['单位内编号', '中文名', '原值（元）'], ['A-1', '透射电子显微镜', '1300000']))
    expect(await apply(other)).toMatchObject({ rowsUpdated: 1, rowsCreated: 0 })
    const row = await t.testApp.db.selectFrom('catalog.resource').selectAll().where('inner_number', '=', 'A-1').executeTakeFirstOrThrow()
    // Columns that the file does not have stay as they were.
    expect(row).toMatchObject({
      name_zh: '透射电子显微镜',
      original_value_fen: 130_000_000n,
      class_code: '0101',
      operating_status: 'normal',
      version: 2,
    })
  })

  test('prices by class, unit and day; the rules of the price table hold here too', async () => {
    const header = ['资源编号', '客户类别', '计价单位', '单价（元）', '生效日期', '截止日期']
    const first = await upload(
      '价格.csv',
      csv(
        header,
        ['A-1', '企业', '小时', '180', '2026-01-01', '2026-12-31'],
        ['A-1', '企业', '小时', '200', '2027-01-01', ''],
        ['A-1', '企业', '小时', '210', '2027-06-01', ''],
        ['Z-9', '企业', '小时', '1', '2026-01-01', ''],
      ),
    )
    expect((await rowsOf(first, 'rejected')).map((row: { problems: { code: string }[] }) => row.problems[0]?.code)).toEqual([
      'catalog.price_overlaps',
      'catalog.price_resource_unknown',
    ])
    expect(await apply(first)).toMatchObject({ rowsCreated: 2 })
    const second = await upload(
      '价格.csv',
      csv(header, ['A-1', '企业', '小时', '99', '2026-01-01', '2026-12-31'], ['A-1', '企业', '小时', '220', '2027-01-01', '']),
    )
    expect(await read(second)).toMatchObject({ rowsUpdated: 1, rowsRejected: 1 })
    expect((await rowsOf(second, 'rejected'))[0].problems[0]).toMatchObject({
      code: 'catalog.price_in_force',
      column: '单价（元）',
      value: '99',
    })
  })

  test('what is under review is refused by import as by hand', async () => {
    const { id, version } = (await t.call('GET', '/own/resources?q=A-3', { as: t.provider })).json().items[0]
    const submitted = await t.call('POST', `/own/resources/${id}/submit`, { as: t.provider, body: { note: null }, version })
    expect(submitted.statusCode, submitted.body).toBe(200)
    const importId = await upload('x.csv', csv(['单位内编号', '中文名'], ['A-3', '新名']))
    expect((await rowsOf(importId, 'rejected'))[0].problems[0].code).toBe('catalog.under_review')
  })

  test('an institution cannot write standards; the data officer can, and chooses an institution for its resources', async () => {
    const standards = csv(['标准号', '中文标题', '标准状态', '代替标准'], ['GB/T 1-2030', '甲', '即将实施', 'GB/T 1-2009'])
    const own = await upload('standards.csv', standards)
    expect((await rowsOf(own, 'rejected'))[0].problems[0].code).toBe('catalog.import_not_allowed')
    const officers = await upload('standards.csv', standards, t.officer, '?sourceCheckedOn=2026-11-20')
    expect(await apply(officers, 'all_or_nothing', t.officer)).toMatchObject({ rowsCreated: 1 })
    const listed = (await t.call('GET', '/standards?q=GB/T 1-')).json().items
    expect(listed).toMatchObject([
      { number: 'GB/T 1-2009', status: 'unconfirmed', successors: [{ number: 'GB/T 1-2030' }] },
      { number: 'GB/T 1-2030' },
    ])
    const none = await upload('r.csv', csv(['单位内编号', '中文名'], ['C-1', '甲']), t.officer)
    expect((await rowsOf(none, 'rejected', t.officer))[0].problems[0].code).toBe('catalog.import_no_organisation')
    const chosen = await upload(
      'r.csv',
      csv(['单位内编号', '中文名'], ['C-1', '甲']),
      t.officer,
      `?organisationId=${t.other.organisationId}`,
    )
    expect(await apply(chosen, 'all_or_nothing', t.officer)).toMatchObject({ rowsCreated: 1 })
  })

  test('two confirmations at once write once', async () => {
    const id = await upload('r.csv', csv(['单位内编号', '中文名'], ['D-1', '甲'], ['D-2', '乙']))
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => t.call('POST', `/imports/${id}/apply`, { as: t.provider, body: { mode: 'all_or_nothing' } })),
    )
    expect(replies.filter((reply) => reply.statusCode === 202)).toHaveLength(1)
    await t.testApp.settle()
    expect(await read(id)).toMatchObject({ state: 'applied', rowsCreated: 2 })
  })

  test('all or nothing: what somebody broke in between leaves nothing behind', async () => {
    const id = await upload('r.csv', csv(['单位内编号', '中文名'], ['E-1', '甲'], ['D-1', '改名']))
    const { id: resourceId, version } = (await t.call('GET', '/own/resources?q=D-1', { as: t.provider })).json().items[0]
    const work = (await t.call('GET', `/own/resources/${resourceId}`, { as: t.provider })).json()
    const site = (await t.call('GET', '/sites', { as: t.provider })).json().items[0].id
    const saved = await t.call('PUT', `/own/resources/${resourceId}`, {
      as: t.provider,
      body: { ...work.content, siteId: site, classCode: '0101' },
      version,
    })
    await t.call('POST', `/own/resources/${resourceId}/submit`, { as: t.provider, body: { note: null }, version: saved.json().version })
    expect(await apply(id, 'all_or_nothing')).toMatchObject({ state: 'failed', failure: { code: 'catalog.import_rows_refused' } })
    expect((await t.call('GET', '/own/resources?q=E-1', { as: t.provider })).json().items).toEqual([])
  })

  test('a cancelled import cannot be applied', async () => {
    const id = await upload('r.csv', csv(['单位内编号', '中文名'], ['F-1', '甲']))
    expect((await t.call('POST', `/imports/${id}/cancel`, { as: t.provider })).json()).toMatchObject({ state: 'cancelled' })
    expect((await t.call('POST', `/imports/${id}/apply`, { as: t.provider, body: { mode: 'all_or_nothing' } })).statusCode).toBe(409)
  })
})

describe('files that are no tables', () => {
  test.each<[string, string, string | Buffer, string]>([
    ['unknown header', 'a.csv', '姓名,年龄\n甲,3\n', 'catalog.import_not_recognised'],
    ['doubled header', 'a.csv', '单位内编号,中文名,中文名\n1,a,b\n', 'catalog.import_header_twice'],
    ['open quote', 'a.csv', '单位内编号,中文名\n1,"a\n', 'platform.csv_broken'],
    ['no header at all', 'a.csv', '\n\n', 'catalog.import_not_recognised'],
    ['a torn workbook', 'a.xlsx', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200)]), 'platform.file_unreadable'],
  ])('%s', async (_name, name, content, code) => {
    const reply = await t.upload('/imports', t.provider, { name, content })
    if (reply.statusCode !== 202) {
      expect(reply.json().code).toBe('platform.file_type_refused')
      return
    }
    await t.testApp.settle()
    expect(await read(reply.json().id)).toMatchObject({ state: 'failed', failure: { code } })
  })

  test('a bomb is refused before it is unpacked', async () => {
    const id = await upload('bomb.xlsx', zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(40 * 1_048_576), 8))
    expect(await read(id)).toMatchObject({ state: 'failed', failure: { code: 'platform.file_unpacks_too_large' } })
  })

  test('too many rows are refused', async () => {
    const id = await upload('long.csv', `单位内编号,中文名\n${'x,y\n'.repeat(50_001)}`)
    expect(await read(id)).toMatchObject({ state: 'failed', failure: { code: 'catalog.import_too_many_rows' } })
  })

  test('GB 18030, as old spreadsheets write it, is read', async () => {
    // 单位内编号,中文名 / G-1,仪器
    const id = await upload('gbk.csv', Buffer.from('b5a5ceBBc4dab1e0bac52cd6d0cec4c3fb0a472d312cd2c7c6f70a', 'hex'))
    expect(await rowsOf(id)).toMatchObject([{ state: 'valid', cells: { 单位内编号: 'G-1', 中文名: '仪器' } }])
  })
})

describe('templates and exports', () => {
  test('each template is recognised when it comes back filled in, with its lists to choose from', async () => {
    for (const what of ['provider', 'sites', 'resources', 'services', 'facilities', 'prices', 'standards']) {
      const reply = await t.call('GET', `/import-templates/${what}`, { as: t.provider })
      expect(reply.statusCode).toBe(200)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
      expect(workbook.worksheets[1]?.name).toBe('说明')
      if (what !== 'resources') continue
      const sheet = workbook.getWorksheet('仪器')
      const status = SHEETS.resources.columns.findIndex((column) => column.path === 'operatingStatus') + 1
      expect(sheet?.getCell(2, status).dataValidation?.formulae).toEqual(['"正常,偶尔故障,维修,停用"'])
      sheet?.addRow(['T-1', '来自模板'])
      const id = await upload('filled.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))
      expect(await read(id)).toMatchObject({ rowsTotal: 1, rowsValid: 1 })
    }
  })

  test('exports as CSV run no formula, and import as they are without change', async () => {
    const reply = await t.call('GET', '/exports/resources?format=csv', { as: t.provider })
    expect(reply.body).toContain(",'=cmd(),")
    const id = await upload('export.csv', reply.body)
    const state = await read(id)
    expect(state.rowsRejected).toBe(0)
    expect(state.rowsUnchanged).toBe(state.rowsTotal)
  })

  test('any rows: what goes in comes out, and goes in elsewhere the same', async () => {
    const text = (max: number) =>
      fc
        .string({
          minLength: 1,
          maxLength: max,
          unit: fc.constantFrom('a', '中', '=', '-', '"', ',', '；', ';', '\n', "'", '&', '<', ' ', '1'),
        })
        .map((value) => value.trim().replace(/\n+/g, '\n'))
        .filter((value) => value !== '')
    const line = (max: number) =>
      text(max)
        .map((value) => value.replace(/\s+/g, ' ').trim())
        .filter((value) => value !== '')
    const valuesByType: Record<string, fc.Arbitrary<unknown>> = {
      date: fc.constantFrom('2020-02-29', '1999-12-31'),
      yuan: fc.constantFrom('0.00', '1234567.89'),
      integer: fc.integer({ min: 0, max: 300 }),
      number: fc.constantFrom(0, 2.75, 12),
      boolean: fc.boolean(),
      list: fc.uniqueArray(line(12), { minLength: 1, maxLength: 3 }),
      specifications: fc.array(
        fc.record({
          name: fc.constantFrom('波长', '检出限'),
          value: line(10).filter((value) => !value.startsWith('=')),
          isConfirmed: fc.boolean(),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      parameters: fc.array(fc.record({ name: fc.constantFrom('细胞毒性', '致敏'), limits: fc.option(line(10), { nil: null }) }), {
        minLength: 1,
        maxLength: 2,
      }),
      citations: fc.uniqueArray(fc.record({ number: fc.constantFrom('GB/T 16886.5-2017', 'ISO 10993-5:2009'), note: fc.constant(null) }), {
        minLength: 1,
        maxLength: 2,
        selector: (item) => item.number,
      }),
      option_list: fc.constantFrom(['zh'], ['zh', 'en']),
      text: text(30),
    }
    const special: Record<string, fc.Arbitrary<unknown>> = {
      classCode: fc.constantFrom('01', '0105', '010503'),
      site: fc.constantFrom('理化楼'),
      contactEmail: fc.constant('lab@test.example'),
      'detail.serviceUrl': fc.constant('https://lab.test.example/a'),
      'detail.customs.hsCode': fc.constant('9027809990'),
      deviceClassCodes: fc.constant([]),
      nameZh: line(20),
      nameEn: line(20),
      // One range must not end before it begins.
      'detail.turnaroundDaysMin': fc.constant(1),
      'detail.durationDaysMin': fc.constant(1),
      'detail.collectedFrom': fc.constant('1990-01-01'),
    }
    let number = 0
    const nextNumber = () => {
      number += 1
      return `P-${number}`
    }
    for (const name of ['resources', 'services', 'facilities'] as const) {
      const sheet = SHEETS[name]
      const kinds = name === 'resources' ? ['instrument'] : name === 'services' ? SERVICE_KINDS : FACILITY_KINDS
      const [rows] = fc.sample(
        fc.array(
          fc.constantFrom(...kinds).chain((kind) =>
            fc.tuple(
              ...sheet.columns.map((column) => {
                if (column.path === 'innerNumber') return fc.constant('#')
                if (column.path === 'kind') return fc.constant(writeCell(column, kind))
                if (column.kinds && !column.kinds.includes(kind as never)) return fc.constant('')
                const values =
                  special[column.path] ??
                  (column.type === 'option' ? fc.constantFrom(...Object.keys(column.options ?? {})) : valuesByType[column.type])
                const cell = (values as fc.Arbitrary<unknown>).map((value) => writeCell(column, value))
                return ['nameZh', 'operatingStatus'].includes(column.path) ? cell : fc.option(cell, { nil: '', freq: 2 })
              }),
            ),
          ),
          { minLength: 40, maxLength: 40 },
        ),
        1,
      )
      const table = (rows ?? []).map((row) => row.map((cell) => (cell === '#' ? nextNumber() : cell)))
      const header = sheet.columns.map((column) => column.zh)
      const content = csv(header, ...table)
      const id = await upload(`${name}.csv`, content)
      expect((await rowsOf(id, 'rejected')).map((row: { problems: unknown[] }) => row.problems)).toEqual([])
      await apply(id, 'all_or_nothing')

      // The other institution takes over what the first one exports; both exports are the same but for order.
      const out = (await exported(name)).filter((row, index) => index === 0 || row[0]?.startsWith('P-'))
      if (!(await exported('sites', t.other)).some((row) => row[0] === '理化楼'))
        await t.call('POST', '/sites', { as: t.other, body: SITE })
      const second = await upload(`${name}.csv`, csv(...out), t.other)
      expect((await rowsOf(second, 'rejected', t.other)).map((row: { problems: unknown[] }) => row.problems)).toEqual([])
      await apply(second, 'all_or_nothing', t.other)
      const elsewhere = (await exported(name, t.other)).filter((row, index) => index === 0 || row[0]?.startsWith('P-'))
      const sorted = (list: string[][]) => [...list].sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
      expect(sorted(elsewhere)).toEqual(sorted(out))
      expect(out).toHaveLength(table.length + 1)
    }
  })

  test('a workbook of everything goes in again without change', async () => {
    const reply = await t.call('GET', '/exports/provider', { as: t.provider })
    const id = await upload('all.xlsx', reply.rawPayload)
    const state = await read(id)
    expect(
      (await rowsOf(id, 'rejected')).flatMap((row: { row: number; sheet: string; problems: unknown[] }) => [row.sheet, row.problems]),
    ).toEqual([])
    expect(state.rowsUnchanged).toBe(state.rowsTotal)
    expect(state.rowsTotal).toBeGreaterThan(120)
  })
})

/** A zip that names its one deflated entry several times and states its size as tiny. */
function zipOf(name: string, content: Buffer, times: number): Buffer {
  const packed = deflateRawSync(content, { level: 1 })
  const file = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(100, 22)
  head.writeUInt16LE(file.length, 26)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014b50, 0)
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(packed.length, 20)
  directory.writeUInt32LE(100, 24)
  directory.writeUInt16LE(file.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(times * (46 + file.length), 12)
  end.writeUInt32LE(30 + file.length + packed.length, 16)
  return Buffer.concat([head, file, packed, ...Array.from({ length: times }, () => [directory, file]).flat(), end])
}

describe('the lines of old imports', () => {
  const DAY_MS = 86_400_000
  const header = ['单位内编号', '中文名', '分类编码']
  const age = (id: string, days: number) =>
    t.testApp.db
      .updateTable('catalog.import')
      .set({ created_at: sql`created_at - make_interval(days => ${days})`, finished_at: sql`finished_at - make_interval(days => ${days})` })
      .where('id', '=', id)
      .execute()
  const dropAt = (now = new Date('2026-11-21T02:00:00Z')) => dropOldLines(t.testApp.db, now)

  test('go after 90 days, the counts stay; what nobody confirmed is cancelled, what is younger or being written is left', async () => {
    const rowsIn = csv(header, ['DROP-1', '离心机', '0101'], ['DROP-2', '坏行', '9999'])
    const applied = await upload('旧.csv', rowsIn)
    await apply(applied)
    const waiting = await upload('旧未确认.csv', rowsIn)
    const young = await upload('新.csv', rowsIn)
    const writing = await upload('正在写.csv', rowsIn)
    await t.testApp.db.updateTable('catalog.import').set({ mode: 'valid_rows_only' }).where('id', '=', writing).execute()
    const before = await read(applied)
    for (const id of [applied, waiting, writing]) await age(id, 91)
    await age(young, 89)
    expect(await Promise.all([dropAt(), dropAt(), dropAt()]).then((counts) => counts.reduce((a, b) => a + b))).toBe(2)
    expect(await read(applied)).toEqual({
      ...before,
      createdAt: new Date(Date.parse(before.createdAt) - 91 * DAY_MS).toISOString(),
      finishedAt: new Date(Date.parse(before.finishedAt) - 91 * DAY_MS).toISOString(),
      linesDroppedAt: '2026-11-21T02:00:00.000Z',
    })
    expect(await rowsOf(applied)).toEqual([])
    const rejected = await t.call('GET', `/imports/${applied}/rejected`, { as: t.provider })
    expect([rejected.statusCode, rejected.json().code]).toEqual([404, 'catalog.import_lines_dropped'])
    expect(await read(waiting)).toMatchObject({ state: 'cancelled', rowsTotal: 2, linesDroppedAt: '2026-11-21T02:00:00.000Z' })
    expect((await t.call('POST', `/imports/${waiting}/apply`, { as: t.provider, body: { mode: 'valid_rows_only' } })).statusCode).toBe(409)
    expect(await rowsOf(young)).toHaveLength(2)
    expect([await read(writing), (await rowsOf(writing)).length]).toEqual([
      expect.objectContaining({ state: 'checked', linesDroppedAt: null }),
      2,
    ])
    expect(await dropAt()).toBe(0)
  })
})

describe('scopes and methods', () => {
  const HEAD = [
    '资质',
    '证书编号',
    '有效期自',
    '有效期至',
    '检测对象',
    '检测参数',
    '依据标准',
    '条款或方法',
    '单位内编号',
    '领域代码',
    '限制范围',
  ]
  const line = (product: string, more: Partial<Record<string, string>> = {}) =>
    HEAD.map(
      (head) => ({ 资质: 'CMA', 证书编号: 'C-1', 有效期自: '2024-01-01', 有效期至: '2030-01-01', 检测对象: product, ...more })[head] ?? '',
    )
  const scopes = async () =>
    Promise.all(
      (await t.call('GET', '/accreditations', { as: t.provider }))
        .json()
        .items.map(async ({ id }: { id: string }) => (await t.call('GET', `/accreditations/${id}`, { as: t.provider })).json()),
    )

  test('the preview names sheet, row, column and reason, and writes nothing', async () => {
    const id = await upload(
      '资质.csv',
      csv(
        HEAD,
        line('医用导管', { 依据标准: 'GB/T 16886.5-2017', 检测参数: '细胞毒性' }),
        line('医用导管', { 有效期至: '2023-01-01' }),
        line('注射器', { 资质: 'ISO', 有效期自: '2024-13-01' }),
        line('手套', { 依据标准: '某标准' }),
        line('口罩', { 单位内编号: '没有这台' }),
        line('敷料', { 有效期至: '2031-01-01' }),
        line(''),
      ),
    )
    expect(await read(id)).toMatchObject({ format: 'jiju', rowsTotal: 7, rowsValid: 1, rowsRejected: 6, rowsCreated: 1 })
    const problems = (await rowsOf(id, 'rejected')).flatMap((row: { problems: object[] }) => row.problems)
    expect(problems).toEqual([
      expect.objectContaining({ row: 3, column: '有效期至', code: 'catalog.accreditation_days_backwards' }),
      expect.objectContaining({ row: 4, column: '资质', value: 'ISO' }),
      expect.objectContaining({ row: 4, column: '有效期自', value: '2024-13-01', code: 'catalog.cell_no_date' }),
      expect.objectContaining({ row: 5, column: '依据标准', value: '某标准', code: 'catalog.standard_number_unreadable' }),
      expect.objectContaining({ row: 6, column: '单位内编号', value: '没有这台', code: 'catalog.scope_resource_unknown' }),
      expect.objectContaining({ row: 7, column: '有效期至', code: 'catalog.certificate_differs' }),
      expect.objectContaining({ row: 8, column: '检测对象', code: 'catalog.cell_required' }),
    ])
    expect(await scopes()).toEqual([])
  })

  test('bringing a file again changes what differs, adds what is new, and leaves what it does not name', async () => {
    const first = csv(
      HEAD,
      line('医用导管', { 依据标准: 'GB/T 16886.5-2017', 检测参数: '细胞毒性', 限制范围: '只用浸提液法' }),
      line('注射器', { 条款或方法: '第 5 章' }),
    )
    expect(await apply(await upload('一.csv', first), 'all_or_nothing')).toMatchObject({ rowsCreated: 2 })
    const [before] = await scopes()
    expect(before.items).toMatchObject([
      { product: '医用导管', standardNumber: 'GB/T 16886.5-2017', limits: '只用浸提液法' },
      { product: '注射器', standardText: '第 5 章' },
    ])
    expect(await apply(await upload('再.csv', first), 'all_or_nothing')).toMatchObject({ rowsCreated: 0, rowsUpdated: 0, rowsUnchanged: 2 })
    expect(await scopes()).toEqual([before])

    const second = csv(
      HEAD,
      line('医用导管', { 有效期至: '2032-01-01', 依据标准: 'GB/T 16886.5—2017', 检测参数: '细胞毒性' }),
      line('手套', { 有效期至: '2032-01-01', 领域代码: '01.02' }),
    )
    expect(await apply(await upload('二.csv', second), 'all_or_nothing')).toMatchObject({
      rowsCreated: 1,
      rowsUpdated: 1,
      rowsUnchanged: 0,
    })
    const [after] = await scopes()
    expect(after).toMatchObject({ id: before.id, validTo: '2032-01-01', version: before.version + 1 })
    expect(after.items.map((item: { product: string; limits: string | null }) => [item.product, item.limits])).toEqual([
      ['医用导管', null],
      ['注射器', null],
      ['手套', null],
    ])
  })

  test('a withdrawn certificate is left alone; another institution has its own of the same number', async () => {
    const [mine] = await scopes()
    const withdrawn = await t.call('POST', `/accreditations/${mine.id}/withdraw`, {
      as: t.provider,
      body: { withdrawnOn: '2026-11-01' },
      version: mine.version,
    })
    expect(withdrawn.statusCode, withdrawn.body).toBe(200)
    const again = await upload('撤销.csv', csv(HEAD, line('医用导管', { 有效期至: '2032-01-01' })))
    expect((await rowsOf(again, 'rejected'))[0].problems).toMatchObject([{ column: '证书编号', code: 'catalog.certificate_withdrawn' }])
    const other = await upload('别家.csv', csv(HEAD, line('医用导管')), t.other)
    expect(await apply(other, 'all_or_nothing', t.other)).toMatchObject({ rowsCreated: 1 })
  })

  test('methods by name; those that all share stay as they are', async () => {
    await t.testApp.db
      .insertInto('catalog.method')
      .values({ id: newId(), provider_id: null, name_zh: '共用方法', name_en: null, description: null })
      .execute()
    const HEADER = ['方法名称', '方法英文名', '方法说明']
    const one = csv(HEADER, ['浸提法', 'Extraction', '37 ℃ 72 h'], ['共用方法', '', ''], ['长'.repeat(201), '', ''])
    const id = await upload('方法.csv', one)
    expect(await read(id)).toMatchObject({ rowsValid: 1, rowsRejected: 2 })
    expect((await rowsOf(id, 'rejected')).flatMap((row: { problems: object[] }) => row.problems)).toMatchObject([
      { row: 3, column: '方法名称', code: 'catalog.method_shared' },
      { row: 4, column: '方法名称', code: 'catalog.cell_too_large' },
    ])
    expect(await apply(id)).toMatchObject({ rowsCreated: 1 })
    expect(await apply(await upload('方法.csv', csv(['方法名称', '方法说明'], ['浸提法', '50 ℃ 24 h'])))).toMatchObject({ rowsUpdated: 1 })
    const own = (await t.call('GET', `/methods?providerId=${t.provider.organisationId}&q=浸提`, { as: t.provider })).json().items
    expect(own).toMatchObject([{ nameZh: '浸提法', nameEn: 'Extraction', description: '50 ℃ 24 h' }])
  })

  test.each(['methods', 'accreditations'] as const)('what is exported as %s goes in again and changes nothing', async (what) => {
    const reply = await t.call('GET', `/exports/${what}?format=csv`, { as: t.other })
    const mine = await t.call('GET', `/exports/${what}?format=csv`, { as: t.provider })
    const [as, body] = what === 'methods' ? [t.provider, mine.body] : [t.other, reply.body]
    const rows = [...readCsv(body)].length - 1
    expect(rows).toBeGreaterThan(0)
    expect(await apply(await upload(`${what}.csv`, body, as), 'all_or_nothing', as)).toMatchObject({
      rowsCreated: 0,
      rowsUpdated: 0,
      rowsUnchanged: rows,
    })
    const template = await t.call('GET', `/import-templates/${what}`, { as: t.provider })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(template.rawPayload as never)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([SHEETS[what].zh, '说明'])
  })
})
