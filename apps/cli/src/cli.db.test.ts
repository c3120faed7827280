import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openPool } from '@jiju/platform/database/pool'
import { createTestDatabase, type TestDatabase, withClient } from '@jiju/platform/database/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered, differences, recompute } from '../../../bench/assessment-check.ts'
import { createProgram, runCommandLine } from './program.ts'
import type { Terminal } from './terminal.ts'

let folder: string
let demo: TestDatabase
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju cli '))
  demo = await createTestDatabase()
  expect(await run(demo.url, 'demo', '--small', '--day', '2026-11-22')).toMatchObject({ code: 0 })
})
afterAll(async () => {
  await demo.drop()
  rmSync(folder, { recursive: true })
})

async function run(url: string, ...args: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  const terminal: Terminal = {
    environment: { DATABASE_URL: url, JIJU_DATA_DIR: path.join(folder, 'home'), JIJU_ADMIN_PASSWORD: process.env.JIJU_TEST_PASSWORD },
    folder,
    write: (line) => out.push(line),
    writeError: (line) => errors.push(line),
  }
  return { code: await runCommandLine(args, terminal), out: out.join('\n'), errors: errors.join('\n') }
}

async function withEmpty(work: (url: string) => Promise<void>): Promise<void> {
  const database = await createTestDatabase()
  try {
    await work(database.url)
  } finally {
    await database.drop()
  }
}

/** Every row of every table as one hash per table. */
async function contentOf(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    await client.query(`set timezone = 'UTC'`)
    const { rows } = await client.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'migration' order by 1`,
    )
    const content: Record<string, string> = {}
    for (const { name } of rows) {
      const found = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as hash from ${name} r`,
      )
      content[name] = found.rows[0].hash
    }
    return content
  })
}

test('every command explains itself', async () => {
  const silent: Terminal = { environment: {}, folder, write: () => undefined, writeError: () => undefined }
  const names = createProgram(silent).commands.flatMap((command) => [
    [command.name()],
    ...command.commands.map((below) => [command.name(), below.name()]),
  ])
  expect(names.map((name) => name.join(' '))).toEqual(
    expect.arrayContaining([
      'start',
      'migrate',
      'demo',
      'import',
      'export',
      'reindex',
      'audit verify',
      'ledger verify',
      'backup',
      'restore',
      'create-admin',
      'jobs list',
      'jobs retry',
      'openapi',
      'bench',
    ]),
  )
  for (const name of names) {
    const { code, out } = await run(demo.url, ...name, '--help')
    expect(code, name.join(' ')).toBe(0)
    expect(out).toContain(`Usage: jiju ${name.join(' ')}`)
  }
})

test('wrong use ends with 2 and says what is wrong', async () => {
  expect(await run(demo.url, 'nothing')).toMatchObject({ code: 2, errors: expect.stringContaining('unknown command') })
  expect(await run(demo.url, 'demo', '--seed', 'x')).toMatchObject({ code: 2, errors: expect.stringContaining('whole number') })
  expect(await run(demo.url, 'demo', '--day', '2026-02-30')).toMatchObject({ code: 2, errors: expect.stringContaining('2026-11-21') })
  expect(await run(demo.url, 'backup')).toMatchObject({ code: 2 })
})

test('a demo district that is there stays, and comes back the same from its seed', async () => {
  const before = await contentOf(demo.url)
  expect(await run(demo.url, 'demo', '--small')).toMatchObject({ code: 0, out: expect.stringContaining('--reset') })
  expect(await contentOf(demo.url)).toEqual(before)
  expect(await run(demo.url, 'demo', '--small', '--reset', '--day', '2026-11-22')).toMatchObject({ code: 0 })
  const after = await contentOf(demo.url)
  const madeWhileLoading = ['platform.outbox_event', 'platform.district', 'catalog.search_document', 'catalog.provider', 'catalog.site']
  const salted = ['people.person', 'orders.signing_key', 'orders.report']
  const byTheJobs = ['enterprise_label', 'ladder_place', 'list', 'list_edition', 'list_entry', 'objection'].map(
    (table) => `scoring.${table}`,
  )
  const byTheNight = ['booking.assessment_figure', 'booking.assessment_snapshot', 'orders.signal']
  for (const table of [...madeWhileLoading, ...salted, ...byTheJobs, ...byTheNight]) {
    delete before[table]
    delete after[table]
  }
  const unlike = Object.keys(before).filter((name) => before[name] !== after[name])
  expect(unlike).toEqual([])
})

test('the assessment of the demo year is what SQL of its own makes of the records', async () => {
  const pool = openPool({ connectionString: demo.url })
  try {
    const year = { from: '2025-11-22', to: '2026-11-21', now: new Date('2026-11-22T00:00:00Z') }
    const own = await recompute(pool, year)
    const total = (name: string) => [...own.values()].reduce((sum, line) => sum + Number(line[name]), 0)
    expect([total('effective'), total('outside')].every((value) => value > 0)).toBe(true)
    expect(differences(own, await answered(pool, year))).toEqual([])
  } finally {
    await pool.end()
  }
})

test('a database with other data is never taken for a demo', () =>
  withEmpty(async (url) => {
    process.env.JIJU_TEST_PASSWORD = 'green lantern over water 7'
    expect(await run(url, 'create-admin', 'first@example.org', '管理员')).toMatchObject({ code: 0 })
    const before = await contentOf(url)
    for (const args of [['demo'], ['demo', '--reset'], ['demo', '--reset', '--small']])
      expect(await run(url, ...args)).toMatchObject({ code: 1, errors: expect.stringContaining('nothing was changed') })
    expect(await contentOf(url)).toEqual(before)
    expect(await run(url, 'district', '--name-zh', '滨江区', '--name-en', 'Binjiang')).toMatchObject({ code: 0 })
    expect(await run(url, 'district')).toMatchObject({ code: 0, out: '滨江区' })
  }))

test('an administrator needs a proper password and a new address', () =>
  withEmpty(async (url) => {
    process.env.JIJU_TEST_PASSWORD = 'short'
    expect(await run(url, 'create-admin', 'a@example.org', '管理员')).toMatchObject({ code: 1, errors: expect.stringMatching(/password/i) })
    process.env.JIJU_TEST_PASSWORD = 'green lantern over water 7'
    expect(await run(url, 'create-admin', 'a@example.org', '管理员')).toMatchObject({ code: 0 })
    expect(await run(url, 'create-admin', 'a@example.org', '管理员')).toMatchObject({ code: 1 })
    expect(await run(url, 'create-admin', 'nobody', '管理员')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('no e-mail address'),
    })
  }))

test('a backup restored into an empty database is the same database', async () => {
  const target = path.join(folder, 'backup one')
  expect(await run(demo.url, 'backup', target)).toMatchObject({ code: 0 })
  expect(await run(demo.url, 'backup', target)).toMatchObject({ code: 1, errors: expect.stringContaining('not empty') })
  await withEmpty(async (url) => {
    expect(await run(url, 'restore', target)).toMatchObject({ code: 0 })
    expect(await contentOf(url)).toEqual(await contentOf(demo.url))
    const keys = (from: string) =>
      withClient(
        from,
        async (client) =>
          (
            await client.query(
              `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d from pg_constraint order by 1, 2`,
            )
          ).rows,
      )
    expect(await keys(url)).toEqual(await keys(demo.url))
    expect(await run(url, 'restore', target)).toMatchObject({ code: 1, errors: expect.stringContaining('not empty') })
  })
})

test('a damaged backup is refused before anything is written', async () => {
  const target = path.join(folder, 'backup two')
  expect(await run(demo.url, 'backup', target)).toMatchObject({ code: 0 })
  appendFileSync(path.join(target, 'tables/people.person.ndjson.gz'), 'x')
  await withEmpty(async (url) => {
    const before = await contentOf(url)
    expect(await run(url, 'restore', target)).toMatchObject({ code: 1, errors: expect.stringContaining('people.person') })
    expect(await contentOf(url)).toEqual(before)
    const manifest = JSON.parse(readFileSync(path.join(target, 'manifest.json'), 'utf8'))
    manifest.migrations[0].sha256 = '0'.repeat(64)
    manifest.tables = manifest.tables.filter(({ name }: { name: string }) => name !== 'people.person')
    writeFileSync(path.join(target, 'manifest.json'), JSON.stringify(manifest))
    expect(await run(url, 'restore', target)).toMatchObject({ code: 1, errors: expect.stringContaining('0001-platform.sql') })
    expect(await run(url, 'restore', folder)).toMatchObject({ code: 1, errors: expect.stringContaining('no backup') })
  })
})

test('looks after audit log, jobs, index and schema', async () => {
  expect(await run(demo.url, 'migrate')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do') })
  expect(await run(demo.url, 'audit', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('0 findings') })
  expect(await run(demo.url, 'ledger', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('0 findings') })
  expect(await run(demo.url, 'audit', 'verify', '--anchor', 'ab'.repeat(32))).toMatchObject({
    code: 1,
    errors: expect.stringContaining('anchor_missing'),
  })
  expect(await run(demo.url, 'jobs', 'list')).toMatchObject({ code: 0, out: expect.stringContaining('0 failed') })
  expect(await run(demo.url, 'jobs', 'retry', '1')).toMatchObject({ code: 1, errors: expect.stringContaining('no job 1') })
  expect(await run(demo.url, 'reindex')).toMatchObject({ code: 0, out: expect.stringMatching(/Indexed \d+ published resources/) })
})

test('imports a table and tells about each row that it cannot take', async () => {
  const file = path.join(folder, 'standards.csv')
  writeFileSync(
    file,
    '标准编号,标准名称,领域,一级,二级,发布日期,实施日期,状态,代替,来源网址\nGB 9706.299-2026,试验标准,通用,一,二,2026-01-01,2026-06-01,现行,,\n不是编号,坏行,通用,一,二,2026-01-01,2026-06-01,现行,,\n',
  )
  expect(await run(demo.url, 'import', file, '--mode', 'all')).toMatchObject({ code: 1, out: expect.stringContaining('1 refused') })
  expect(await run(demo.url, 'import', file, '--mode', 'valid', '--report', 'report.csv')).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 created'),
  })
  expect(await run(demo.url, 'import', file, '--mode', 'valid')).toMatchObject({ code: 0, out: expect.stringContaining('1 unchanged') })
  expect(readFileSync(path.join(folder, 'report.csv'), 'utf8')).toContain('不是编号')
  expect(await run(demo.url, 'import', 'missing.csv')).toMatchObject({ code: 1, errors: expect.stringContaining('no file') })
  expect(await run(demo.url, 'import', file, '--organisation', '91310199000000000X')).toMatchObject({ code: 1 })
})

test('what is exported goes in again without a change', async () => {
  const code = '--organisation'
  const uscc = await withClient(
    demo.url,
    async (client) => (await client.query(`select uscc from people.organisation where short_name = '浦江检测所'`)).rows[0].uscc,
  )
  expect(await run(demo.url, 'export', 'provider', 'provider.xlsx', code, uscc)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+ rows/),
  })
  const again = await run(demo.url, 'import', 'provider.xlsx', code, uscc, '--mode', 'all')
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('0 created, 0 updated') })
  expect(await run(demo.url, 'export', 'standards', 'library.csv')).toMatchObject({ code: 0 })
  expect(await run(demo.url, 'import', 'library.csv')).toMatchObject({ code: 0, out: expect.stringContaining('0 created, 0 updated') })
  expect(await run(demo.url, 'export', 'prices', 'prices.csv')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('--organisation'),
  })
  expect(await run(demo.url, 'export', 'provider', 'all.csv', code, uscc)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('.xlsx'),
  })
})
