import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest } from '../../../domains/orders/src/server/test-orders.ts'
import { type ReportsTest, reportsTest } from '../../../domains/orders/src/server/test-reports.ts'
import { runCommandLine } from './program.ts'

let folder: string
let orders: OrdersTest
let reports: ReportsTest
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju report '))
  orders = await createOrdersTest()
  reports = await reportsTest(orders)
})
afterAll(async () => {
  await orders.close()
  rmSync(folder, { recursive: true })
})

async function run(...args: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runCommandLine(['report', ...args], {
    environment: { DATABASE_URL: orders.url, JIJU_DATA_DIR: path.join(folder, 'home') },
    folder,
    write: (line) => out.push(line),
    writeError: (line) => errors.push(line),
  })
  return { code, out: out.join('\n'), errors: errors.join('\n') }
}

test('offline, a report is valid, changed, replaced, or of another code', async () => {
  const first = await reports.issued()
  const file = await orders.call(orders.engineer, 'GET', `/reports/${first.id}/file`)
  writeFileSync(path.join(folder, 'report.pdf'), file.rawPayload)
  expect(await run('bundle', 'bundle.json')).toMatchObject({ code: 0 })

  const offline = ['--bundle', 'bundle.json'] as const
  const valid = await run('verify', 'report.pdf', '--code', first.code ?? '', ...offline)
  expect(valid).toMatchObject({ code: 0, errors: '' })
  expect(valid.out).toContain(`Fingerprint (SHA-256): ${first.sha256}`)
  expect(valid.out).toContain('Signature: valid, 浦江医疗器械检测所')
  expect(await run('verify', 'report.pdf', '--code', 'AAAA-AAAA-AAAA-AAAA', ...offline)).toMatchObject({ code: 1 })

  const changed = Buffer.from(file.rawPayload)
  changed[1000] = (changed[1000] ?? 0) ^ 1
  writeFileSync(path.join(folder, 'changed.pdf'), changed)
  const broken = await run('verify', 'changed.pdf', ...offline)
  expect(broken.code).toBe(1)
  expect(broken.out).toContain('changed after it was signed')

  await reports.issued(first.orderId, { replacesId: first.id, replaceReason: '更正' })
  // The own database knows at once, an old bundle does not.
  const replaced = await run('verify', 'report.pdf')
  expect(replaced.code).toBe(1)
  expect(replaced.errors).toContain('was replaced and no longer holds')
  expect((await run('verify', 'report.pdf', ...offline)).code).toBe(0)
  await run('bundle', 'bundle.json')
  expect(JSON.parse(readFileSync(path.join(folder, 'bundle.json'), 'utf8')).ended).toHaveLength(1)
  expect((await run('verify', 'report.pdf', ...offline)).code).toBe(1)
  expect((await run('verify', 'bundle.json', ...offline)).out).toContain('not signed')
})
