import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CatalogTables } from '@jiju/catalog/server/catalog-db'
import { type ImportedProblem, type ImportReport, importFile } from '@jiju/catalog/server/import/import-file'
import { isLocalDate } from '@jiju/kernel/local-date'
import { openDatabase } from '@jiju/platform/database/pool'
import { Command, InvalidArgumentError, Option } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'
import { findOrganisationByCode } from './organisation-sql.ts'

const MODES = { all: 'all_or_nothing', valid: 'valid_rows_only', check: 'check' } as const
const SHOWN = 20

type Options = { mode: keyof typeof MODES; organisation?: string; library: boolean; checkedOn?: string; report?: string }

export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description(
      'import resources, services, sites, prices, standards or vocabularies from Excel or CSV; the layout is recognised by its header row',
    )
    .argument('<file>', 'workbook from the template, or one of the published lists as it is')
    .addOption(
      new Option('--mode <mode>', 'all: every row or none; valid: the valid rows; check: only say what would happen')
        .choices(Object.keys(MODES))
        .default('all'),
    )
    .option('--organisation <code>', 'unified social credit code of the institution that sites, resources and prices belong to')
    .option('--no-library', 'refuse rows of standards and vocabularies, as for an institution')
    .option('--checked-on <date>', 'day on which the source was compared with its publisher, such as 2026-08-15', readDay)
    .option('--report <file>', 'write every problem and warning to a CSV file: sheet, row, column, value, reason')
    .action((file: string, options: Options) => {
      const source = path.resolve(terminal.folder, file)
      if (!existsSync(source)) throw new CommandFailure(`There is no file ${source}.`)
      return withDatabase(terminal, 'migrate', async ({ pool }) => {
        const organisation = options.organisation === undefined ? undefined : await findOrganisationByCode(pool, options.organisation)
        if (options.organisation !== undefined && !organisation)
          throw new CommandFailure(
            `No verified institution has the code ${options.organisation}. Register it first, and let the operator verify it.`,
          )
        const started = performance.now()
        const report = await importFile(openDatabase<CatalogTables>(pool), {
          path: source,
          mode: MODES[options.mode],
          organisationId: organisation?.id ?? null,
          actor: { userId: null },
          keepsLibrary: options.library,
          language: 'en',
          ...(options.checkedOn !== undefined && { sourceCheckedOn: options.checkedOn }),
        })
        for (const line of describeImport(report, performance.now() - started)) terminal.write(line)
        if (options.report !== undefined) {
          const target = path.resolve(terminal.folder, options.report)
          writeFileSync(target, problemsAsCsv(report))
          terminal.write(`Problems and warnings: ${target}`)
        }
        if (report.failure !== null) throw new CommandFailure(report.failure)
        if (options.mode === 'all' && report.state !== 'applied')
          throw new CommandFailure('Nothing was imported, because rows were refused. Correct them, or take the others with --mode valid.')
      })
    })
}

function readDay(text: string): string {
  if (!isLocalDate(text)) throw new InvalidArgumentError('It must be a day such as 2026-08-15.')
  return text
}

function describeImport(report: ImportReport, milliseconds: number): string[] {
  const shown = (kind: string, problems: readonly ImportedProblem[]) => [
    ...problems.slice(0, SHOWN).map((problem) => `  ${kind} ${place(problem)}: ${problem.message}`),
    ...(problems.length > SHOWN ? [`  … and ${problems.length - SHOWN} more; see --report`] : []),
  ]
  const did =
    report.state === 'applied'
      ? `${report.rowsCreated} created, ${report.rowsUpdated} updated, ${report.rowsUnchanged} unchanged`
      : 'nothing written'
  return [
    ...shown('refused', report.problems),
    ...shown('note', report.warnings),
    `${report.format}: ${report.rowsRead} rows read, ${report.rowsValid} accepted, ${report.rowsRejected} refused, ${report.rowsWarned} with gaps; ${did}; ${(milliseconds / 1000).toFixed(1)} s`,
    ...(report.state === 'applied' ? ['The search follows while the platform runs; without it, run "jiju reindex".'] : []),
  ]
}

function place({ sheet, row, column, value }: ImportedProblem): string {
  return `${sheet ? `${sheet} ` : ''}row ${row}${column ? `, ${column}` : ''}${value ? ` (${value.slice(0, 60)})` : ''}`
}

function problemsAsCsv(report: ImportReport): string {
  const cell = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`
  const line = (kind: string) => (problem: ImportedProblem) =>
    [kind, problem.sheet, problem.row, problem.column, problem.value, problem.code, problem.message].map(cell).join(',')
  const rows = [...report.problems.map(line('refused')), ...report.warnings.map(line('note'))]
  // The mark at the start makes spreadsheet programs read UTF-8.
  return `\u{feff}kind,sheet,row,column,value,code,reason\n${rows.join('\n')}\n`
}
