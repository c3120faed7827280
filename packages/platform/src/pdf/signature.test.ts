import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { fromPem, issueCertificate, type KeyPair, toPem } from './certificates.ts'
import type { PdfContent } from './content.ts'
import { readPages } from './read-pdf-fixture.ts'
import { signPdf } from './sign-pdf.ts'
import { verifyPdf } from './verify-pdf.ts'
import { writePdf } from './write-pdf.ts'

const signedAt = new Date('2026-11-20T03:08:00.000Z')
const content: PdfContent = {
  title: '报告',
  author: '所',
  language: 'zh',
  createdAt: signedAt,
  blocks: [{ kind: 'paragraph', text: '结论：符合。' }],
}
const validity = { validFrom: new Date('2026-01-01T00:00:00Z'), validTo: new Date('2029-01-01T00:00:00Z') }
const certify = (commonName: string, issuer?: KeyPair) =>
  issueCertificate({ commonName, organisation: '虹东区', serial: randomBytes(16), ...validity }, issuer)

let root: KeyPair
let provider: KeyPair
let signed: Buffer
beforeAll(async () => {
  root = await certify('平台根证书')
  provider = await certify('浦江医疗器械检测所', root)
  const pdf = await writePdf(content, { name: '浦江医疗器械检测所', reason: '签发', signedAt })
  signed = await signPdf(pdf, provider)
})

test('a signed document is valid, says who and when, and can still be read', async () => {
  expect(await verifyPdf(signed, [root.certificate])).toEqual({ outcome: 'valid', signer: '浦江医疗器械检测所', signedAt })
  expect((await readPages(signed))[0]).toContain('结论：符合。')
})

test('each changed byte is seen, wherever it is', async () => {
  for (let at = 0; at < signed.length; at += 61) {
    const changed = Buffer.from(signed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect((await verifyPdf(changed, [root.certificate])).outcome, `byte ${at}`).toBe('changed')
  }
})

test('bytes added behind, and a second range, are seen', async () => {
  expect((await verifyPdf(Buffer.concat([signed, Buffer.from('\n')]), [root.certificate])).outcome).toBe('changed')
  const second = Buffer.from('/ByteRange [0 1 2 3] ')
  expect((await verifyPdf(Buffer.concat([signed, second]), [root.certificate])).outcome).toBe('changed')
})

test('what another root vouches for, has no signature, or is no PDF, is told apart', async () => {
  const other = await certify('平台根证书')
  expect((await verifyPdf(signed, [other.certificate])).outcome).toBe('unknown_issuer')
  expect((await verifyPdf(await writePdf(content), [root.certificate])).outcome).toBe('unsigned')
  expect((await verifyPdf(Buffer.from('report'), [root.certificate])).outcome).toBe('unsigned')
})

test('a certificate that did not hold yet does not make a signature valid', async () => {
  const early = new Date('2025-11-20T03:08:00.000Z')
  const pdf = await writePdf(content, { name: '所', reason: '签发', signedAt: early })
  expect((await verifyPdf(await signPdf(pdf, provider), [root.certificate])).outcome).toBe('outside_validity')
})

test('a bundle of certificates comes back as it was written', () => {
  expect(fromPem(toPem(root.certificate) + toPem(provider.certificate))).toEqual([root.certificate, provider.certificate])
})
