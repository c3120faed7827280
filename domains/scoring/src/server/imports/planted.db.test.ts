import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../bench/bench.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { findImport, insertImport, listIssues } from '../sql/imports.ts'
import { createScoringTest, NOW, type ScoringTest } from '../test-scoring.ts'
import { checkFile } from './check-import.ts'
import { plantWorkbook } from './test-workbook.ts'

let t: ScoringTest
let folder: string
beforeAll(async () => {
  t = await createScoringTest()
  folder = await mkdtemp(path.join(tmpdir(), 'jiju-planted-'))
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a workbook with mistakes of ten kinds in its cells and four in its headers', () => {
  it('is read with every one of them named by sheet, row and column, and nothing else', async () => {
    const file = path.join(folder, 'planted.xlsx')
    const db = t.db as never
    const definitions = await listDefinitions(db)
    const { planted } = await plantWorkbook(db, file, definitions, { enterprises: 500, mistakes: 190, random: seededRandom(7) })
    const row = await insertImport(db, {
      id: newId(),
      content: 'facts',
      door: 'upload',
      source: 'self_report',
      period: null,
      fileId: null,
      fileName: 'planted.xlsx',
      createdBy: null,
      organisationId: null,
      now: NOW,
    })
    await checkFile({ db, needs: { now: () => NOW } as never }, row, file)
    const done = await findImport(db, row.id)
    expect(done).toMatchObject({ state: 'checked', failure: null, rows_total: 505 })
    const found = await listIssues(db, { importId: row.id, show: 'all', after: undefined, limit: 10_000 })
    const keys = (places: readonly { sheet: string; row: number; column: number | null; code: string }[]) =>
      places.map(({ sheet, row: line, column, code }) => `${sheet} ${line} ${column} ${code}`).sort()
    expect(keys(found.map((each) => ({ ...each, row: each.row_no, column: each.column_no })))).toEqual(keys(planted))
    expect(new Set(planted.map(({ code }) => code)).size).toBe(14)
    expect(planted.length).toBeGreaterThanOrEqual(190)
  })
})
