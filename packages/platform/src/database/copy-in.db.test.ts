import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyIn, copyLine } from './copy-in.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  await client.query('create temporary table thing (name text, at timestamptz, amount numeric, is_on boolean, marks text[], content jsonb)')
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

const ARE_JSON = [false, false, false, false, false, true]
const COPY = 'copy thing from stdin'

describe('copying rows', () => {
  it('brings every value as it was', async () => {
    const rows = [
      [
        'tab\tline\r\nback\\slash \\N 企业',
        new Date('2026-11-22T01:02:03.000Z'),
        0.25,
        true,
        ['a,b', 'say "x"', 'c\\d', ''],
        { a: 'é\n"\\' },
      ],
      [null, undefined, -1e21, false, [], 'only a string'],
      ['', null, 0, null, null, null],
    ]
    await copyIn(client, COPY, [
      copyLine(rows[0] ?? [], ARE_JSON),
      rows
        .slice(1)
        .map((row) => copyLine(row, ARE_JSON))
        .join(''),
    ])
    const { rows: read } = await client.query({
      text: 'select name, at, amount::float8, is_on, marks, content from thing',
      rowMode: 'array',
    })
    expect(read).toEqual(rows.map((row) => row.map((value) => value ?? null)))
  })

  it('rejects what the database refuses, whose connection goes on', async () => {
    await expect(copyIn(client, COPY, ['\\N\tno time\t\\N\t\\N\t\\N\t\\N\n'])).rejects.toMatchObject({ code: '22007' })
    await expect(copyIn(client, 'copy nothing from stdin', ['x\n'])).rejects.toMatchObject({ code: '42P01' })
    expect((await client.query('select count(*)::int as count from thing')).rows).toEqual([{ count: 3 }])
  })

  it('stops making lines when the database refuses them', async () => {
    let made = 0
    function* endless() {
      for (; made < 1_000_000; made += 1) yield `${'x'.repeat(10_000)}\tno time\t\\N\t\\N\t\\N\t\\N\n`
    }
    await expect(copyIn(client, COPY, endless())).rejects.toMatchObject({ code: '22007' })
    expect(made).toBeLessThan(100_000)
  })
})
