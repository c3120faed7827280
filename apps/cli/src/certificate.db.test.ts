import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createListsTest, type ListsTest } from '../../../domains/scoring/src/server/lists/test-lists.ts'
import { runCommandLine } from './program.ts'

let folder: string
let t: ListsTest
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju certificate '))
  t = await createListsTest()
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true })
})

async function run(...args: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runCommandLine(['report', ...args], {
    environment: {
      DATABASE_URL: t.url,
      JIJU_DATA_DIR: path.join(folder, 'home'),
      AUTH_SECRET: 'a secret for tests, 32 characters or more',
    },
    folder,
    write: (line) => out.push(line),
    writeError: (line) => errors.push(line),
  })
  return { code, out: out.join('\n'), errors: errors.join('\n') }
}

test('offline, a certificate of points is valid, changed, or withdrawn', async () => {
  const { points, second } = t.people
  const runId = await t.run()
  const list = await t.onNotice(runId)
  const certificate = (await t.as(points, 'POST', '/certificates', { runId, enterpriseId: t.enterprises[0] })).json()
  const file = (await t.as(points, 'GET', `/certificates/${certificate.id}/file`)).rawPayload
  writeFileSync(path.join(folder, 'certificate.pdf'), file)
  expect(await run('bundle', 'bundle.json')).toMatchObject({ code: 0 })

  const offline = ['--bundle', 'bundle.json'] as const
  const valid = await run('verify', 'certificate.pdf', '--code', certificate.code, ...offline)
  expect(valid).toMatchObject({ code: 0, errors: '' })
  expect(valid.out).toContain(`Fingerprint (SHA-256): ${certificate.sha256}`)
  expect(valid.out).toMatch(/^Signature: valid, /m)

  const changed = Buffer.from(file)
  changed[1000] = (changed[1000] ?? 0) ^ 1
  writeFileSync(path.join(folder, 'changed.pdf'), changed)
  const broken = await run('verify', 'changed.pdf', ...offline)
  expect(broken.code).toBe(1)
  expect(broken.out).toContain('changed after it was signed')

  await t.must(second, list, 'withdraw', { reason: '模型版本用错' })
  expect((await run('verify', 'certificate.pdf', ...offline)).code).toBe(0)
  await run('bundle', 'bundle.json')
  const withdrawn = await run('verify', 'certificate.pdf', ...offline)
  expect(withdrawn.code).toBe(1)
  expect(withdrawn.errors).toContain('was withdrawn and no longer holds')
})
