import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { zipStream } from './write-zip.ts'
import { readZip } from './zip-guard.ts'

const AT = new Date('2026-11-23T01:40:10Z')
const FILES: readonly (readonly [string, Buffer])[] = [
  ['清单.txt', Buffer.from('协议、订单、报告\n'.repeat(500))],
  ['reports/a.pdf', Buffer.from([0, 1, 2, 255, 254])],
  ['empty.txt', Buffer.alloc(0)],
  ['large.bin', randomBytes(5_000_000)],
]
const entries = FILES.map(([name, content]) => ({ name, read: async () => content }))

const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)('an archive is read by another program, names and bytes as they were', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiju-zip-'))
  try {
    const file = path.join(folder, 'bundle.zip')
    writeFileSync(file, await buffer(zipStream(entries, AT)))
    execFileSync('python3', [
      '-c',
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])',
      file,
      folder,
    ])
    for (const [name, content] of FILES) expect(readFileSync(path.join(folder, name)).equals(content), name).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('an archive is read back by the platform, and what is none is refused', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiju-zip-'))
  try {
    const file = path.join(folder, 'bundle.zip')
    writeFileSync(file, await buffer(zipStream(entries, AT)))
    const read = await readZip(file)
    expect([...read.keys()]).toEqual(FILES.map(([name]) => name))
    for (const [name, content] of FILES) expect(read.get(name)?.equals(content), name).toBe(true)
    writeFileSync(file, 'no archive')
    await expect(readZip(file)).rejects.toMatchObject({ problems: [{ code: 'platform.file_unreadable' }] })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the same files give the same bytes, and a file that cannot be read ends the archive', async () => {
  expect((await buffer(zipStream(entries, AT))).equals(await buffer(zipStream(entries, AT)))).toBe(true)
  const broken = [{ name: 'a', read: () => Promise.reject(new Error('gone')) }]
  await expect(buffer(zipStream(broken, AT))).rejects.toThrow('gone')
})
