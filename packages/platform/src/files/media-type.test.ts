import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sniffMediaType } from './media-type.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-types-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const png = bytes(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082',
)

test.each<[string, string, Buffer | string, string]>([
  ['a picture', 'photo.png', png, 'image/png'],
  ['a picture that is named otherwise', 'table.csv', png, 'image/png'],
  ['a PDF', 'report.pdf', '%PDF-1.7\n1 0 obj\n', 'application/pdf'],
  ['a table in UTF-8 with a mark', 'prices.csv', '\uFEFF名称,价格\n液相色谱,240.00\n', 'text/csv'],
  ['a table in GB 18030', 'prices.CSV', bytes('c3fbb3c62cbcdbb8f10a'), 'text/csv'],
  ['a text', 'notes.txt', 'pressure < 5 bar\n', 'text/plain'],
  ['a page that calls itself a picture', 'photo.png', '<!DOCTYPE html><script>alert(1)</script>', 'text/html'],
  ['a page behind spaces and a comment', 'a.csv', ' \n<!-- x --><img src=x onerror=alert(1)>', 'text/html'],
  ['a page in UTF-16', 'a.txt', Buffer.from('\uFEFF<html><script>', 'utf16le'), 'text/html'],
  ['a vector picture', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
  [
    'a vector picture behind a prolog',
    'logo.png',
    '<?xml version="1.0"?><!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    'image/svg+xml',
  ],
  ['a message', 'message.xml', '<?xml version="1.0"?><instruments/>', 'application/xml'],
  ['bytes of no known kind', 'a.csv', bytes('000102ff'), 'application/octet-stream'],
  ['bytes that are no text in any encoding', 'a.txt', bytes('41ff42ff'), 'application/octet-stream'],
])('%s', async (_what, name, content, type) => {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  expect(await sniffMediaType(file, name)).toBe(type)
})
