import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeCsvRow } from '@jiju/kernel/csv'
import { newId } from '@jiju/kernel/ids'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestDatabase, type TestDatabase } from '@jiju/platform/database/test-database'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogTables } from '../catalog-db.ts'
import { type ExportTable, exportList, exportSheet } from '../export/export-rows.ts'
import { type ImportReport, importFile } from './import-file.ts'

// The folder lies beside the project; where it is missing these tests say "skipped" instead of passing silently.
const FOLDER = ['/work/shared/data/reference', path.resolve('../shared/data/reference')].find((folder) => existsSync(folder)) ?? ''
const DAY = new Date('2026-11-21T02:00:00Z')

let database: TestDatabase
let pool: pg.Pool
let db: Kysely<CatalogTables>
const organisationId = newId()

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase<CatalogTables>(pool)
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

async function bring(name: string): Promise<ImportReport> {
  const begun = performance.now()
  const report = await importFile(db, {
    path: path.join(FOLDER, name),
    mode: 'valid_rows_only',
    organisationId,
    actor: { userId: null },
    keepsLibrary: true,
    now: DAY,
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(
    `${name}: ${report.rowsRead} read, ${report.rowsCreated} created, ${report.rowsUpdated} updated, ${report.rowsUnchanged} unchanged, ` +
      `${report.rowsRejected} refused, ${report.rowsWarned} with gaps, ${seconds} s`,
  )
  for (const problem of report.problems.slice(0, 3)) console.log(`  row ${problem.row}: ${problem.message}`)
  return report
}

describe.runIf(FOLDER !== '')('the published files go in as they are', () => {
  test('2,141 standards, with succession and what takes effect together', async () => {
    const report = await bring('cn_medical_device_standards_2026.csv')
    expect(report).toMatchObject({ state: 'applied', format: 'nifdc_standards', rowsRead: 2141, rowsCreated: 2141, rowsRejected: 0 })
    const again = await bring('cn_medical_device_standards_2026.csv')
    expect(again).toMatchObject({ rowsCreated: 0, rowsUpdated: 0, rowsUnchanged: 2141 })
    const row = await db.selectFrom('catalog.standard').selectAll().where('number_key', '=', 'YY/T0740-2022').executeTakeFirstOrThrow()
    expect(row).toMatchObject({ effective_note: '与GB9706.1-2020同步实施', effective_on: '2023-05-01', status: 'active' })
  })
  test('29 pairs of international and national standards', async () => {
    const report = await bring('iso_gb_standard_mapping.csv')
    expect(report).toMatchObject({ format: 'iso_gb_mapping', rowsRead: 29, rowsCreated: 29, rowsRejected: 0, rowsWarned: 1 })
    expect(await bring('iso_gb_standard_mapping.csv')).toMatchObject({ rowsUnchanged: 29 })
  })
  test('399 standards of the European regulation; laws among them are refused', async () => {
    const report = await bring('eu_mdr_standards_2026.csv')
    expect(report).toMatchObject({ format: 'eu_mdr_standards', rowsRead: 399 })
    expect(report.rowsCreated + report.rowsUpdated + report.rowsUnchanged + report.rowsRejected).toBe(399)
    expect(report.problems.every((problem) => problem.code === 'catalog.standard_number_unreadable')).toBe(true)
  })
  test('634 instruments as drafts with their gaps', async () => {
    const report = await bring('instruments_open_facilities.csv')
    expect(report).toMatchObject({ format: 'open_facility_instruments', rowsRead: 634, rowsCreated: 634, rowsRejected: 0, rowsWarned: 634 })
    expect(await bring('instruments_open_facilities.csv')).toMatchObject({ rowsCreated: 0, rowsUnchanged: 634 })
    const drafts = await db.selectFrom('catalog.resource').select('status').where('provider_id', '=', organisationId).execute()
    expect(drafts).toHaveLength(634)
    expect(drafts.every((row) => row.status === 'draft')).toBe(true)
  })
  test('1,701 rows of the device classification', async () => {
    const report = await bring('nmpa_device_classification_catalogue.csv')
    expect(report).toMatchObject({ format: 'nmpa_device_classes', rowsRead: 1701, rowsCreated: 1701, rowsRejected: 0 })
    expect(await bring('nmpa_device_classification_catalogue.csv')).toMatchObject({ rowsUnchanged: 1701 })
  })
  test('93 survey classes and 3 records of Chinese platforms', async () => {
    expect(await bring('instrument_class_two_level.csv')).toMatchObject({ rowsRead: 93, rowsCreated: 93, rowsRejected: 0 })
    expect(await bring('instruments_cn_samples.csv')).toMatchObject({ rowsRead: 3, rowsCreated: 3, rowsRejected: 0, rowsWarned: 3 })
  })

  test('everything that was imported goes out and into an empty catalogue, and comes out the same', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jiju-round-trip-'))
    const elsewhere = await createTestDatabase()
    const otherPool = openPool({ connectionString: elsewhere.url })
    const other = openDatabase<CatalogTables>(otherPool)
    try {
      const tables = (from: Kysely<CatalogTables>): [string, ExportTable][] => [
        ['standards', exportSheet(from, 'standards', null)],
        ['twins', exportList(from, 'twins')],
        ['device_classes', exportList(from, 'device_classes')],
        ['survey_classes', exportList(from, 'survey_classes')],
        ['resources', exportSheet(from, 'resources', organisationId)],
      ]
      const counts: string[] = []
      for (const [index, [name, table]] of tables(db).entries()) {
        const lines = await linesOf(table)
        const file = path.join(folder, `${name}.csv`)
        writeFileSync(file, `${writeCsvRow(table.headers)}${lines.join('')}`)
        const report = await importFile(other, {
          path: file,
          mode: 'all_or_nothing',
          organisationId,
          actor: { userId: null },
          keepsLibrary: true,
          now: DAY,
        })
        expect(report.problems).toEqual([])
        const [, again] = tables(other)[index] ?? []
        expect(again && (await linesOf(again)).sort()).toEqual(lines.sort())
        counts.push(`${name} ${lines.length}`)
      }
      console.log(`round trip, all rows equal: ${counts.join(', ')}`)
    } finally {
      await otherPool.end()
      await elsewhere.drop()
      rmSync(folder, { recursive: true })
    }
  }, 120_000)
})

async function linesOf(table: ExportTable): Promise<string[]> {
  const lines: string[] = []
  for await (const row of table.rows) lines.push(writeCsvRow(row))
  return lines
}
