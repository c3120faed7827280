import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { newId } from '@jiju/kernel/ids'
import { diskStore } from '@jiju/platform/files/disk-store'
import { readZip } from '@jiju/platform/files/zip-guard'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScoringNeeds } from '../../../domains/scoring/src/server/needs.ts'
import { measureRun } from '../../../domains/scoring/src/server/robustness/measure-run.ts'
import { settingsFor } from '../../../domains/scoring/src/server/robustness/settings.ts'
import { executeRun } from '../../../domains/scoring/src/server/runs/execute-run.ts'
import { insertRobustness } from '../../../domains/scoring/src/server/sql/robustness.ts'
import { createScoringTest, creditCode, NOW, type ScoringTest } from '../../../domains/scoring/src/server/test-scoring.ts'
import { runCommandLine } from './program.ts'

const RUN = 'JF-2025-0001'
const COUNT = 12

let folder: string
let t: ScoringTest
let runId: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju scoring '))
  t = await createScoringTest()
  const modelId = await t.addModel()
  for (let number = 1; number <= COUNT; number += 1) {
    const id = await t.addEnterprise(creditCode(number))
    await t.addFact(id, 'revenue', String(500 * number))
    await t.addFact(id, 'rd_expense', String(30 * number + ((number * 7) % 5) * 11))
    if (number % 4 !== 0) await t.addFact(id, 'invention_applications', String(number % 7))
  }
  runId = newId()
  await sql`insert into scoring.run (id, number, model_id, period, as_of, facts_at, purpose, created_at)
    values (${runId}, ${RUN}, ${modelId}, '2025', '2025-12-31', ${NOW}, 'trial', ${NOW})`.execute(t.db)
  const files = diskStore(path.join(folder, 'home/files'))
  await executeRun({ db: t.db, needs: { files, now: () => NOW } as Parameters<typeof executeRun>[0]['needs'] }, runId)
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true })
})

const run = (...args: readonly string[]) => command('scoring', ...args)

async function command(...args: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runCommandLine(args, {
    environment: { DATABASE_URL: t.url, JIJU_DATA_DIR: path.join(folder, 'home') },
    folder,
    write: (line) => out.push(line),
    writeError: (line) => errors.push(line),
  })
  return { code, out: out.join('\n'), errors: errors.join('\n') }
}

/** `jiju scoring verify` as a process of its own, without a database. */
async function verifyElsewhere(bundle: string): Promise<{ code: number; out: string; errors: string }> {
  const { DATABASE_URL: _, ...environment } = process.env
  const args = ['--import', 'tsx', path.resolve('apps/cli/src/main.ts'), 'scoring', 'verify', bundle]
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env: { ...environment, JIJU_DATA_DIR: '/nowhere' } })
    return { code: 0, out: stdout, errors: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, errors: stderr }
  }
}

async function unpack(name: string): Promise<string> {
  const target = path.join(folder, name)
  mkdirSync(target)
  for (const [file, content] of await readZip(path.join(folder, 'run.zip'))) writeFileSync(path.join(target, file), content)
  return target
}

test('a run goes out under pseudonyms and comes out byte for byte in another process without a database', async () => {
  const exported = await run('export', RUN, 'run.zip')
  expect(exported).toMatchObject({ code: 0, errors: '' })
  const texts = [...(await readZip(path.join(folder, 'run.zip'))).values()].map(String).join('\n')
  expect(texts).not.toContain(creditCode(1).slice(0, 12))
  expect(texts).not.toContain('企业 0001')

  const verified = await verifyElsewhere(path.join(folder, 'run.zip'))
  expect(verified).toMatchObject({ code: 0, errors: '' })
  expect(verified.out).toContain(`Run ${RUN}, period 2025, as of 2025-12-31: ${COUNT} enterprises, engine 1`)
  expect(verified.out).toContain('OK: the result comes out here byte for byte.')
  // The hash that the export printed is the one that the check prints.
  expect(verified.out).toContain(/manifest\.json {2}([0-9a-f]{64})/.exec(exported.out)?.[1])
  // The platform's root has signed the list of its files.
  expect(await command('report', 'verify', 'run.zip')).toMatchObject({ code: 0, out: expect.stringContaining('Signature: valid') })
  const { rows } = await sql<{ detail: { withNames: boolean } }>`
    select detail from platform.audit_entry where action = 'scoring.bundle.export'`.execute(t.db)
  expect(rows).toMatchObject([{ detail: { withNames: false } }])
})

test('one digit of one fact, a place in the model, a missing file: each is named, with exit code 1', async () => {
  const whole = await unpack('whole')
  const facts = readFileSync(path.join(whole, 'facts.jsonl'), 'utf8')
  const [id, line] = /^\["(p-[0-9a-f]{20})",.*,4500\]$/m.exec(facts)?.reverse() ?? []
  expect(line).toBeDefined()

  const forged = path.join(folder, 'forged')
  cpSync(whole, forged, { recursive: true })
  writeFileSync(path.join(forged, 'facts.jsonl'), facts.replace(line as string, (line as string).replace(/4500\]$/, '4600]')))
  const found = await verifyElsewhere(forged)
  expect(found.code).toBe(1)
  expect(found.errors).toContain('facts.jsonl was changed')
  expect(found.errors).toContain(`${id}: revenue was changed, and is 4600 now`)
  expect(found.errors).toMatch(new RegExp(`${id}: the result is \\["${id}".*, in the bundle \\["${id}"`))

  const model = path.join(folder, 'model')
  cpSync(whole, model, { recursive: true })
  const text = readFileSync(path.join(model, 'model.json'), 'utf8')
  writeFileSync(path.join(model, 'model.json'), text.replace('"start":60', '"start":70'))
  expect((await run('verify', 'model')).errors).toContain('model: root.children[0].weight.start was changed')

  rmSync(path.join(model, 'result.jsonl'))
  expect((await run('verify', 'model')).errors).toContain('result.jsonl is missing')
})

test('with names only when asked, and not without a run', async () => {
  expect(await run('export', RUN, 'named.zip', '--names')).toMatchObject({ code: 0 })
  const names = JSON.parse(String((await readZip(path.join(folder, 'named.zip'))).get('names.json')))
  expect(Object.values(names)).toContainEqual({ creditCode: creditCode(1), name: '企业 0001' })
  expect(await run('export', 'JF-0000-0000', 'none.zip')).toMatchObject({ code: 1, errors: expect.stringContaining('run') })
})

test('the intervals of places come out again by the seed that the bundle names', async () => {
  expect((await run('export', RUN, 'unmeasured.zip')).code).toBe(0)
  expect(await run('verify', 'unmeasured.zip', '--places')).toMatchObject({ code: 1, errors: expect.stringContaining('no intervals') })

  const files = diskStore(path.join(folder, 'home/files'))
  const settings = { ...settingsFor(COUNT), draws: 60, sobolBase: 8 }
  await insertRobustness(t.db, runId, settings, NOW)
  await measureRun({ db: t.db, needs: { files, now: () => NOW } as ScoringNeeds }, runId, new AbortController().signal)
  expect((await run('export', RUN, 'measured.zip')).code).toBe(0)
  const verified = await run('verify', 'measured.zip', '--places')
  expect(verified).toMatchObject({ code: 0, errors: '' })
  expect(verified.out).toContain(`seed ${settings.seed}, 60 draws`)
})
