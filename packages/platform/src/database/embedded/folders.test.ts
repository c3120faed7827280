import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePassable, makePrivate, socketFolderOf, socketUrl } from './folders.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-folders-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const modeOf = (name: string) => statSync(path.join(folder, name)).mode & 0o777

test('the socket lives in the home, or in a short folder when its name would not fit', () => {
  expect(socketFolderOf('/srv/jiju/postgres')).toBe('/srv/jiju/postgres/run')
  const long = `/srv/${'x'.repeat(80)}/postgres`
  expect(socketFolderOf(long, '/tmp')).toMatch(/^\/tmp\/jiju-\d+-[0-9a-f]{12}$/)
  expect(socketFolderOf(long, '/tmp')).toBe(socketFolderOf(long, '/tmp'))
})

test('counts bytes, not characters', () => {
  expect(socketFolderOf(`/srv/${'集'.repeat(29)}`, '/tmp')).toMatch(/^\/tmp\//)
})

test('a connection string carries any path', () => {
  expect(new URL(socketUrl('/a b/集&?/run', 'jiju')).searchParams.get('host')).toBe('/a b/集&?/run')
})

test('new folders on the way can be passed whatever the umask, existing ones stay as they are', () => {
  const before = process.umask(0o077)
  mkdirSync(path.join(folder, 'kept'))
  makePassable(path.join(folder, 'kept/a/b'))
  process.umask(before)
  expect([modeOf('kept'), modeOf('kept/a'), modeOf('kept/a/b')]).toEqual([0o700, 0o755, 0o755])
})

test('a private folder is closed to others, and a link in its place is refused', () => {
  makePrivate(path.join(folder, 'run'), null)
  expect(modeOf('run')).toBe(0o700)
  symlinkSync(folder, path.join(folder, 'trap'))
  expect(() => makePrivate(path.join(folder, 'trap'), null)).toThrow('JIJU_DATA_DIR')
})
