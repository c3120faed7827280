import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { bundleText } from '@jiju/orders/core/reports/bundle-text'
import { zipStream } from '@jiju/platform/files/write-zip'
import { readZip } from '@jiju/platform/files/zip-guard'
import { issueCertificate, toPem } from '@jiju/platform/pdf/certificates'
import { signText } from '@jiju/platform/pdf/sign-text'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobWork } from '../../../domains/orders/src/server/order/job-work.ts'
import { createOrdersTest, type OrdersTest } from '../../../domains/orders/src/server/test-orders.ts'
import { type ReportsTest, reportsTest } from '../../../domains/orders/src/server/test-reports.ts'
import { setUpVouchers } from '../../../domains/orders/src/server/vouchers/test-vouchers.ts'
import { redeemVoucher } from '../../../domains/orders/src/server/vouchers/voucher-of-order.ts'
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

test('an archive of evidence is signed: a file that was changed, added or left out, another list, or no signature are each named', async () => {
  const vouchers = await setUpVouchers(orders)
  const { id: orderId } = await orders.placed(orders.engineer, { voucherProgrammeId: await vouchers.addProgramme() })
  await orders.db.transaction().execute((tx) => redeemVoucher(tx, jobWork(tx, orders.needs.now(), 'test'), orderId))
  const { rows } = await orders.pool.query('select id from orders.voucher where order_id = $1', [orderId])
  const sent = await orders.call(vouchers.officer, 'GET', `/voucher-claims/${rows[0].id}/evidence.zip`)
  writeFileSync(path.join(folder, 'evidence.zip'), sent.rawPayload)
  expect(await run('verify', 'evidence.zip')).toMatchObject({
    code: 0,
    errors: '',
    out: 'Signature: valid, of the platform\nFiles: 2 listed, 0 not as listed',
  })
  await run('bundle', 'bundle.json')
  expect(await run('verify', 'evidence.zip', '--bundle', 'bundle.json')).toMatchObject({ code: 0 })

  const whole = await readZip(path.join(folder, 'evidence.zip'))
  const verify = async (change: (files: Map<string, Buffer>) => void) => {
    const files = new Map(whole)
    change(files)
    const entries = [...files].map(([name, bytes]) => ({ name, read: async () => bytes }))
    writeFileSync(path.join(folder, 'other.zip'), await buffer(zipStream(entries, new Date('2026-11-23T00:00:00Z'))))
    const { code, out } = await run('verify', 'other.zip', '--bundle', 'bundle.json')
    return `${code} ${out}`
  }
  const paper = '01-订单明细.pdf'
  const flipped = Buffer.from(whole.get(paper) ?? '')
  flipped[500] = (flipped[500] ?? 0) ^ 1
  expect(await verify((files) => files.set(paper, flipped))).toContain(
    `1 Signature: valid, of the platform\nFiles: 2 listed, 1 not as listed\n  changed: ${paper}`,
  )
  expect(await verify((files) => files.set('02-发票.pdf', flipped))).toContain('added: 02-发票.pdf')
  expect(await verify((files) => files.delete(paper))).toContain(`missing: ${paper}`)
  const sha256 = createHash('sha256').update(flipped).digest('hex')
  const listed = (files: Map<string, Buffer>) => {
    const manifest = JSON.parse(String(files.get('manifest.json')))
    manifest.files[paper].sha256 = sha256
    files.set(paper, flipped).set('manifest.json', Buffer.from(JSON.stringify(manifest)))
  }
  expect(await verify(listed)).toContain('1 Signature: broken')
  expect(await verify((files) => files.delete('manifest.sig'))).toContain('1 Signature: none')
  expect(await verify((files) => files.set('manifest.json', Buffer.from('{}')))).toContain('1 Signature: none')
})
