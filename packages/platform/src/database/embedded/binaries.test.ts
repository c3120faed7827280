import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkLibraries, stageBinaries } from './binaries.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-binaries-'))
  const native = path.join(folder, 'native')
  mkdirSync(path.join(native, 'lib'), { recursive: true })
  mkdirSync(path.join(native, 'bin'))
  writeFileSync(path.join(native, 'lib/libpq.so.5.18'), 'library', { mode: 0o600 })
  writeFileSync(path.join(native, 'bin/postgres'), 'program', { mode: 0o700 })
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

test('makes the links that the package lists, and does nothing the second time', () => {
  const native = path.join(folder, 'native')
  linkLibraries(native)
  linkLibraries(native)
  expect(readlinkSync(path.join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
})

test('the staged copy has its own links and can be read by everybody', () => {
  const staged = stageBinaries({ folder: path.join(folder, 'native'), version: '18.4.0' }, path.join(folder, 'home'))
  expect(staged.folder).toBe(path.join(folder, 'home/postgres-18.4.0'))
  expect(readFileSync(path.join(staged.folder, 'lib/libpq.so.5'), 'utf8')).toBe('library')
  expect(statSync(path.join(staged.folder, 'lib/libpq.so.5.18')).mode & 0o777).toBe(0o644)
  expect(statSync(path.join(staged.folder, 'bin/postgres')).mode & 0o777).toBe(0o755)
})

test('a copy that was interrupted is not taken for a whole one', () => {
  mkdirSync(path.join(folder, 'home/postgres-18.4.0.draft-1'), { recursive: true })
  const staged = stageBinaries({ folder: path.join(folder, 'native'), version: '18.4.0' }, path.join(folder, 'home'))
  expect(existsSync(path.join(staged.folder, 'bin/postgres'))).toBe(true)
})
