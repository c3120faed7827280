import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundleText } from '@jiju/orders/core/reports/bundle-text'
import { issueCertificate, toPem } from '@jiju/platform/pdf/certificates'
import { signText } from '@jiju/platform/pdf/sign-text'
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

/** The one of the test's server, so that its keys open. */
const AUTH_SECRET = 'a secret for tests, 32 characters or more'

async function run(...args: readonly string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runCommandLine(['report', ...args], {
    environment: { DATABASE_URL: orders.url, JIJU_DATA_DIR: path.join(folder, 'home'), AUTH_SECRET },
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
})

test('a bundle is signed by the root: one that was changed, is unsigned, or is by a root that is not trusted is refused', async () => {
  await reports.issued()
  const answered = (await orders.call(null, 'GET', '/report-bundle')).json()
  const write = (name: string, bundle: object) => writeFileSync(path.join(folder, name), JSON.stringify(bundle))
  write('signed.json', answered)
  expect(await run('verify', 'signed.json')).toMatchObject({ code: 0, errors: '' })
  // The order of fields is not part of what is signed.
  write('turned.json', Object.fromEntries(Object.entries(answered).toReversed()))
  expect(await run('verify', 'turned.json')).toMatchObject({ code: 0 })
  write('shorter.json', { ...answered, ended: answered.ended.slice(1) })
  expect((await run('verify', 'shorter.json')).errors).toContain('not as the platform signed it')
  write('later.json', { ...answered, madeAt: '2030-01-01T00:00:00.000Z' })
  expect(await run('verify', 'report.pdf', '--bundle', 'later.json')).toMatchObject({ code: 1 })
  write('bare.json', { ...answered, signature: null })
  expect((await run('verify', 'report.pdf', '--bundle', 'bare.json')).errors).toContain('is not signed')

  const stranger = await issueCertificate({
    commonName: 'Another root',
    organisation: 'Another',
    serial: Buffer.from([1]),
    validFrom: new Date('2026-01-01'),
    validTo: new Date('2036-01-01'),
  })
  const forged = { ...answered, certificates: toPem(stranger.certificate), ended: [] }
  write('forged.json', { ...forged, signature: signText(bundleText(forged), stranger) })
  writeFileSync(path.join(folder, 'roots.pem'), answered.certificates)
  expect(await run('verify', 'forged.json')).toMatchObject({ code: 0 })
  expect(await run('verify', 'forged.json', '--roots', 'roots.pem')).toMatchObject({ code: 1 })
  expect(await run('verify', 'signed.json', '--roots', 'roots.pem')).toMatchObject({ code: 0 })
})
