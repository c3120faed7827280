import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { diskStore } from '@jiju/platform/files/disk-store'
import { readTableFile } from '@jiju/platform/files/read-table-file'
import { enqueue } from '@jiju/platform/jobs/jobs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signUpAs } from '../../../../../../apps/api/src/test-people.ts'
import { codeOfNumber } from '../../imports/test-workbook.ts'
import { createScoringTest, NOW, type ScoringTest } from '../../test-scoring.ts'
import { takeFile } from './take-file.ts'

let t: ScoringTest
let root: string
let clock = NOW.getTime()
let body: string
const minute = () => {
  clock += 60_000
}
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'jiju-folder-'))
  t = await createScoringTest(() => new Date(clock), { factFolder: root })
  for (let number = 0; number < 40; number += 1) await t.addEnterprise(codeOfNumber(number))
  const government = await signUpAs(t, { kind: 'government', roles: ['government:officer'] })
  body = government.organisationId
  await supply('statistics', 'bureau')
})
afterAll(async () => {
  await t.close()
  await rm(root, { recursive: true, force: true })
})

const data = (method: 'GET' | 'POST' | 'PUT', at: string, payload?: object, headers = {}) =>
  t.as(t.people.data, method, at, payload, headers)
const supply = async (source: string, folder: string) => {
  const reply = await data('POST', '/fact-suppliers', { organisationId: body, source, folder, contact: '统计科 王', expectedDays: 30 })
  expect(reply.statusCode).toBe(204)
}
const look = async () => {
  minute()
  await enqueue(t.db, 'scoring.watch_folders')
  await t.settle()
}
const put = (name: string, text: string, folder = 'bureau') => writeFile(path.join(root, folder, name), text)
const listed = async (folder = 'bureau') => (await readdir(path.join(root, folder))).sort()
const kept = async (folder = 'bureau') => (await readdir(path.join(root, folder, 'taken'))).sort()
const imports = async () => (await data('GET', '/fact-imports')).json().items.filter(({ door }: { door: string }) => door === 'folder')
const csv = (...rows: [number, string][]) =>
  `统一社会信用代码,期间,rd_staff\n${rows.map(([number, value]) => `${codeOfNumber(number)},2025,${value}`).join('\n')}\n`
const staffOf = async (number: number) => {
  const { rows } = await sql<{ value: string }>`select f.value::text from scoring.fact f join scoring.enterprise e on e.id = f.enterprise_id
    where e.credit_code = ${codeOfNumber(number)} and f.fact_code = 'rd_staff' and f.state = 'current'`.execute(t.db)
  return rows[0]?.value
}
const sheets = async (file: string) => {
  const found = new Map<string, string[][]>()
  for await (const { sheet, cells } of readTableFile(file)) found.set(sheet, [...(found.get(sheet) ?? []), [...cells]])
  return found
}

describe('a watched folder', () => {
  it('is made for its supplier, and its files are taken when they have stopped growing', async () => {
    await look()
    await put('q4.csv', csv([0, '12']))
    await look()
    expect(await imports()).toEqual([])
    await put('q4.csv', csv([0, '12'], [1, '15']))
    await look()
    expect(await imports()).toEqual([])
    await look()
    expect(await imports()).toMatchObject([{ fileName: 'q4.csv', source: 'statistics', rowsTotal: 2 }])
    expect(await listed()).toEqual(['taken'])
    await look()
    expect(await imports()).toMatchObject([{ state: 'applied', mode: 'all_or_nothing', recordedCount: 2 }])
    expect([await staffOf(0), await staffOf(1)]).toEqual(['12', '15'])
    await look()
    const [csvName = '', result = ''] = await kept()
    expect([csvName, result]).toEqual([expect.stringMatching(/^20\d{6}-\d{6}-q4\.csv$/), `${csvName}.result.xlsx`])
    expect(await readFile(path.join(root, 'bureau/taken', csvName), 'utf8')).toBe(csv([0, '12'], [1, '15']))
    const summary = (await sheets(path.join(root, 'bureau/taken', result))).get('结果') ?? []
    expect(summary.find(([item]) => item?.startsWith('新增'))?.[1]).toBe('2')
  })

  it('leaves alone what is unfinished by its name, empty, a link or a folder', async () => {
    await put('.hidden.csv', csv([2, '1']))
    await put('~$open.xlsx', csv([2, '1']))
    await put('coming.csv.part', csv([2, '1']))
    await put('empty.csv', '')
    await mkdir(path.join(root, 'bureau/old'))
    await writeFile(path.join(root, 'secret.csv'), csv([2, '9']))
    await symlink(path.join(root, 'secret.csv'), path.join(root, 'bureau/link.csv'))
    const before = (await imports()).length
    await look()
    await look()
    expect(await imports()).toHaveLength(before)
    expect(await staffOf(2)).toBeUndefined()
    await Promise.all(
      ['.hidden.csv', '~$open.xlsx', 'coming.csv.part', 'empty.csv', 'link.csv', 'old'].map((name) =>
        rm(path.join(root, 'bureau', name), { recursive: true }),
      ),
    )
  })

  it('takes nothing of a file with a mistake or a doubt until an officer decides; the result names each, and mended it goes through', async () => {
    await put('bad.csv', csv([3, '约三十'], [4, '21'], [999, '5']))
    for (let times = 0; times < 4; times += 1) await look()
    const [row] = await imports()
    expect(row).toMatchObject({ fileName: 'bad.csv', state: 'checked', mode: null, rowsGood: 1, rowsRefused: 2, mistakeCount: 2 })
    expect(await staffOf(4)).toBeUndefined()
    const name = (await kept()).find((each) => each.endsWith('bad.csv.result.xlsx')) ?? ''
    const result = await sheets(path.join(root, 'bureau/taken', name))
    expect(
      result
        .get('问题')
        ?.slice(1)
        .map(([, line, column, , value]) => [line, column, value]),
    ).toEqual([
      ['2', '3', '约三十'],
      ['4', '1', codeOfNumber(999)],
    ])
    expect((await t.inject({ method: 'GET', url: '/api/v1/notices', cookie: t.people.data.cookie })).json().items[0]).toMatchObject({
      kind: 'scoring.delivery_waits',
      link: `/o/facts/imports/${row.id}`,
    })

    const left = result.get('CSV') ?? []
    const mended = left.map((cells, index) => (index === 1 ? cells.with(2, '31') : index === 2 ? cells.with(0, codeOfNumber(5)) : cells))
    await put('mended.csv', mended.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'))
    for (let times = 0; times < 4; times += 1) await look()
    expect([await staffOf(3), await staffOf(5)]).toEqual(['31', '5'])

    expect((await data('POST', `/fact-imports/${row.id}/apply`, { mode: 'good_rows' })).statusCode).toBe(202)
    await t.settle()
    await look()
    expect(await staffOf(4)).toBe('21')
    const summary = (await sheets(path.join(root, 'bureau/taken', name))).get('结果') ?? []
    expect(summary.find(([item]) => item?.startsWith('状态'))?.[1]).toContain('已写入')
  })

  it('names a file that can not be read, and goes on with the next', async () => {
    await put('a-picture.xlsx', '\u0000\u0001\u0002 no table at all')
    await put('b-good.csv', csv([6, '44']))
    for (let times = 0; times < 4; times += 1) await look()
    const found = await imports()
    expect(found).toContainEqual(expect.objectContaining({ fileName: 'b-good.csv', state: 'applied' }))
    expect(found).toContainEqual(
      expect.objectContaining({
        fileName: 'a-picture.xlsx',
        state: 'failed',
        failure: expect.stringContaining('application/octet-stream'),
      }),
    )
    expect(await kept()).toContainEqual(expect.stringMatching(/a-picture\.xlsx\.result\.xlsx$/))
  })

  it('takes one content once, also under another name', async () => {
    const before = (await imports()).length
    await put('again.csv', csv([6, '44']))
    await look()
    await look()
    expect(await imports()).toHaveLength(before)
    expect(await listed()).toEqual(['taken'])
  })

  it('is looked into by several servers at once: of thirty files each is taken once and moved once', async () => {
    const files = diskStore(path.join(root, '.store'))
    const deps = { db: t.db, needs: { now: () => new Date(clock), files, enqueue: async () => undefined } } as never
    const at = { folder: 'bureau', organisation_id: body, name: '统计局', source: 'statistics' } as const
    for (let round = 0; round < 30; round += 1) {
      minute()
      const name = `race-${round}.csv`
      await put(name, csv([8, String(round + 100)]))
      await Promise.all(Array.from({ length: 4 }, () => takeFile(deps, root, at, name)))
    }
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from scoring.fact_import where file_name like 'race-%'`.execute(t.db)
    expect(rows[0]?.count).toBe(30)
    expect((await kept()).filter((name) => name.includes('race-'))).toHaveLength(30)
    expect(await listed()).toEqual(['taken'])
    await sql`update scoring.fact_import set state = 'cancelled', finished_at = now() where file_name like 'race-%'`.execute(t.db)
  })

  it('goes on where a server ended between the record and the move', async () => {
    await put('crash.csv', csv([7, '8']))
    for (let times = 0; times < 4; times += 1) await look()
    const name = (await kept()).find((each) => each.endsWith('crash.csv')) ?? ''
    await writeFile(path.join(root, 'bureau/crash.csv'), csv([7, '8']))
    await rm(path.join(root, 'bureau/taken', name))
    const before = (await imports()).length
    await look()
    await look()
    expect(await imports()).toHaveLength(before)
    expect(await kept()).toContain(name)
    expect(await listed()).toEqual(['taken'])
  })

  it('says when it cannot be used, and that a folder belongs to nobody', async () => {
    await mkdir(path.join(root, 'buero'))
    await rm(path.join(root, 'bureau'), { recursive: true })
    await writeFile(path.join(root, 'bureau'), 'a file where the folder should be')
    await look()
    const { items, strangeFolders, isFolderWatched } = (await data('GET', '/fact-suppliers')).json()
    expect(isFolderWatched).toBe(true)
    expect(strangeFolders).toEqual(['buero'])
    expect(items[0]).toMatchObject({ folder: 'bureau', look: { fault: expect.stringContaining('JIJU_FACT_FOLDER') } })
    await rm(path.join(root, 'bureau'))
    await rm(path.join(root, 'buero'), { recursive: true })
    await look()
    expect((await data('GET', '/fact-suppliers')).json()).toMatchObject({ strangeFolders: [], items: [{ look: { fault: null } }] })
  })
})
