import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { pendingMigrations, readMigrations } from './migrate.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiju-migrations-'))
  folders.push(folder)
  for (const name of names) writeFileSync(path.join(folder, name), `-- ${name}`)
  return folder
}

const file = (name: string, sql = name) => ({ name, sql, sha256: `hash of ${sql}` })
const [a, b, c] = [file('0001-a.sql'), file('0002-b.sql'), file('0003-c.sql')]
const files = [a, b, c]

test('reads the numbered files in order and nothing else', () => {
  const folder = folderWith('0002-second.sql', '0001-first.sql', 'notes.md', 'draft.sql')
  expect(readMigrations(folder).map(({ name }) => name)).toEqual(['0001-first.sql', '0002-second.sql'])
})

test('refuses a number left out and a number used twice', () => {
  expect(() => readMigrations(folderWith('0001-a.sql', '0003-c.sql'))).toThrow('expected number 0002, found 0003-c.sql')
  expect(() => readMigrations(folderWith('0001-a.sql', '0001-b.sql'))).toThrow('expected number 0002, found 0001-b.sql')
})

test('what is pending is what follows the applied ones', () => {
  expect(pendingMigrations(files, files.slice(0, 1))).toEqual(files.slice(1))
  expect(pendingMigrations(files, files)).toEqual([])
})

test('refuses a changed text, a file that came in between, and a database from a newer version', () => {
  expect(() => pendingMigrations(files, [file('0001-a.sql', 'other')])).toThrow('0001-a.sql was changed after it had been applied')
  expect(() => pendingMigrations(files, [a, c])).toThrow('0002-b.sql stands before 0003-c.sql')
  expect(() => pendingMigrations(files, [...files, file('0004-d.sql')])).toThrow('Start the newer version')
})
