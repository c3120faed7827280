import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CatalogDb, CatalogTables } from '@jiju/catalog/server/catalog-db'
import { type ExportTable, exportList, exportSheet } from '@jiju/catalog/server/export/export-rows'
import { openDatabase } from '@jiju/platform/database/pool'
import { csvStream } from '@jiju/platform/files/csv-stream'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { Argument, Command } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'
import { findOrganisationByCode } from './organisation-sql.ts'

const OF_PROVIDER = ['sites', 'methods', 'resources', 'services', 'facilities', 'accreditations', 'prices'] as const
const LISTS = ['twins', 'device_classes', 'survey_classes'] as const
type What = 'provider' | (typeof OF_PROVIDER)[number] | 'standards' | (typeof LISTS)[number]

export function exportCommand(terminal: Terminal): Command {
  return new Command('export')
    .description('write what the catalogue holds to Excel or CSV, such that importing the file again changes nothing')
    .addArgument(
      new Argument('<what>', 'provider: all sheets of an institution, or one of them; or a library').choices([
        'provider',
        ...OF_PROVIDER,
        'standards',
        ...LISTS,
      ]),
    )
    .argument('<file>', 'name that ends in .xlsx or .csv')
    .option('--organisation <code>', 'unified social credit code of the institution')
    .action((what: What, file: string, options: { organisation?: string }) => {
      const target = path.resolve(terminal.folder, file)
      const isCsv = target.endsWith('.csv')
      if (!isCsv && !target.endsWith('.xlsx')) throw new CommandFailure('The name must end in .xlsx or .csv.')
      if (isCsv && what === 'provider')
        throw new CommandFailure('All sheets of an institution need a workbook: end the name in .xlsx, or choose one sheet.')
      return withDatabase(terminal, 'migrate', async ({ pool }) => {
        const organisation = options.organisation === undefined ? undefined : await findOrganisationByCode(pool, options.organisation)
        if (options.organisation !== undefined && !organisation)
          throw new CommandFailure(`No verified institution has the code ${options.organisation}.`)
        const counted = { rows: 0 }
        const tables = tablesOf(openDatabase<CatalogTables>(pool), what, organisation?.id).map((table) => ({
          ...table,
          rows: counting(table.rows, counted),
        }))
        // Under its name only when it is whole.
        const partial = `${target}.part`
        try {
          await pipeline(isCsv ? csvStream(tables[0] as ExportTable) : workbookStream(tables), createWriteStream(partial))
          await rename(partial, target)
        } catch (error) {
          await rm(partial, { force: true })
          throw error
        }
        terminal.write(`${counted.rows} rows written to ${target}`)
      })
    })
}

function tablesOf(db: CatalogDb, what: What, organisationId: string | undefined): ExportTable[] {
  if (what === 'standards') return [exportSheet(db, what, null)]
  const list = LISTS.find((name) => name === what)
  if (list) return [exportList(db, list)]
  if (organisationId === undefined)
    throw new CommandFailure('Say of which institution with --organisation and its unified social credit code.')
  return OF_PROVIDER.filter((name) => what === 'provider' || name === what).map((name) => exportSheet(db, name, organisationId))
}

async function* counting(rows: ExportTable['rows'], counted: { rows: number }) {
  for await (const row of rows) {
    counted.rows += 1
    yield row
  }
}
