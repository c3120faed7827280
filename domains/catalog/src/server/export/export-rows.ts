import { formatFen } from '@jiju/kernel/money'
import type { Citation } from '../../core/import/cells.ts'
import { writeCell } from '../../core/import/cells.ts'
import { fieldOf } from '../../core/import/empty-content.ts'
import { FOREIGN_LAYOUTS } from '../../core/import/foreign-layouts.ts'
import { FACILITY_KINDS, INSTRUMENT_SHEET_KINDS, SERVICE_KINDS, SHEETS, type Sheet, type SheetName } from '../../core/import/sheets.ts'
import type { ResourceKind } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { groupBy } from '../load-resources.ts'
import { presentSite } from '../present/sites.ts'
import { listScopeLines } from '../sql/accreditations.ts'
import { listAllTwins, listPricesByNumber, listResourcesForExport, type TwinPairRow } from '../sql/exports.ts'
import type { ResourceRow } from '../sql/resources.ts'
import { listSites } from '../sql/sites.ts'
import { listStandards, listStandardsByIds, type StandardRow } from '../sql/standards.ts'
import { listStatedPredecessors } from '../sql/succession.ts'
import { listDeviceClasses, listMethodNames, listOwnMethods, listSurveyClasses } from '../sql/vocabularies.ts'

/** A table to write: title of the sheet, headers, and rows of cells. */
export type ExportTable = { readonly title: string; readonly headers: readonly string[]; readonly rows: AsyncIterable<readonly string[]> }

const BATCH = 500

const KINDS: Readonly<Partial<Record<SheetName, readonly ResourceKind[]>>> = {
  resources: INSTRUMENT_SHEET_KINDS,
  services: SERVICE_KINDS,
  facilities: FACILITY_KINDS,
}

/** One of our own sheets with what is stored, such that importing it again changes nothing. `organisationId` is needed by all but standards. */
export function exportSheet(db: CatalogDb, name: SheetName, organisationId: string | null): ExportTable {
  const sheet = SHEETS[name]
  const headers = sheet.columns.map((column) => column.zh)
  const kinds = KINDS[name]
  if (name === 'standards') return { title: sheet.zh, headers, rows: standardRows(db, sheet) }
  if (organisationId === null) throw new Error('an institution is needed')
  if (name === 'methods') return { title: sheet.zh, headers, rows: methodRows(db, sheet, organisationId) }
  if (name === 'accreditations') return { title: sheet.zh, headers, rows: scopeRows(db, sheet, organisationId) }
  if (name === 'sites') return { title: sheet.zh, headers, rows: siteRows(db, sheet, organisationId) }
  if (kinds) return { title: sheet.zh, headers, rows: resourceRows(db, sheet, organisationId, kinds) }
  return { title: sheet.zh, headers, rows: priceRows(db, sheet, organisationId) }
}

const cellsOf = (sheet: Sheet, fieldAt: (path: string) => unknown) => sheet.columns.map((column) => writeCell(column, fieldAt(column.path)))

async function* siteRows(db: CatalogDb, sheet: Sheet, organisationId: string) {
  for (const row of await listSites(db, organisationId, { includeClosed: false })) {
    const site: Record<string, unknown> = presentSite(row)
    yield cellsOf(sheet, (path) => site[path])
  }
}

async function* methodRows(db: CatalogDb, sheet: Sheet, organisationId: string) {
  let after: string | undefined
  for (;;) {
    const rows = await listOwnMethods(db, organisationId, after, BATCH)
    for (const row of rows) {
      const values: Record<string, unknown> = {
        methodName: row.name_zh,
        methodNameEn: row.name_en,
        methodDescription: row.description,
      }
      yield cellsOf(sheet, (path) => values[path])
    }
    if (rows.length < BATCH) return
    after = rows.at(-1)?.name_zh
  }
}

async function* scopeRows(db: CatalogDb, sheet: Sheet, organisationId: string) {
  let after: readonly [string, number] | undefined
  for (;;) {
    const rows = await listScopeLines(db, organisationId, after, BATCH)
    for (const row of rows) {
      const values: Record<string, unknown> = {
        scheme: row.scheme,
        certificateNo: row.certificate_no,
        certificateFrom: row.valid_from,
        certificateTo: row.valid_to,
        certificateNote: row.note,
        product: row.product,
        parameter: row.parameter,
        standard: row.standard_number,
        standardText: row.standard_text,
        innerNumber: row.inner_number,
        fieldCode: row.field_code,
        limits: row.limits,
      }
      yield cellsOf(sheet, (path) => values[path])
    }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = [last.accreditation_id, last.position]
  }
}

async function* resourceRows(db: CatalogDb, sheet: Sheet, organisationId: string, kinds: readonly ResourceKind[]) {
  let after: string | undefined
  for (;;) {
    const rows = await listResourcesForExport(db, { providerId: organisationId, kinds, after, limit: BATCH })
    const named = await loadNames(db, organisationId, rows)
    for (const row of rows) yield cellsOf(sheet, (path) => exportedField(row, path, named))
    if (rows.length < BATCH) return
    after = rows.at(-1)?.id
  }
}

type Names = { sites: ReadonlyMap<string, string>; standards: ReadonlyMap<string, StandardRow>; methods: ReadonlyMap<string, string> }

const contentOf = (row: ResourceRow) => row.working ?? row.content

async function loadNames(db: CatalogDb, organisationId: string, rows: readonly ResourceRow[]): Promise<Names> {
  const contents = rows.map(contentOf)
  const standards = await listStandardsByIds(db, [
    ...new Set(contents.flatMap((content) => content.standards.map((cited) => cited.standardId))),
  ])
  const sites = await listSites(db, organisationId, { includeClosed: true })
  return {
    sites: new Map(sites.map((site) => [site.id, site.name])),
    standards: new Map(standards.map((standard) => [standard.id, standard])),
    methods: await listMethodNames(db, [...new Set(contents.flatMap((content) => content.methodIds))]),
  }
}

function exportedField(row: ResourceRow, path: string, names: Names): unknown {
  const content = contentOf(row)
  if (path === 'site') return content.siteId ? (names.sites.get(content.siteId) ?? null) : null
  if (path === 'operatingStatus') return row.operating_status
  if (path === 'methods') return content.methodIds.flatMap((id) => names.methods.get(id) ?? [])
  if (path === 'standards')
    return content.standards.flatMap((cited): Citation[] => {
      const standard = names.standards.get(cited.standardId)
      return standard ? [{ number: standard.number, note: cited.note }] : []
    })
  return fieldOf(content, path)
}

async function* priceRows(db: CatalogDb, sheet: Sheet, organisationId: string) {
  let after: readonly [string, string] | undefined
  for (;;) {
    const rows = await listPricesByNumber(db, organisationId, after, BATCH)
    for (const row of rows) {
      const values: Record<string, unknown> = {
        innerNumber: row.inner_number,
        customerClass: row.customer_class,
        unit: row.unit,
        price: formatFen(row.price_fen),
        validFrom: row.valid_from,
        validTo: row.valid_to,
        note: row.note,
      }
      yield cellsOf(sheet, (path) => values[path])
    }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = [last.inner_number, last.id]
  }
}

async function* standardRows(db: CatalogDb, sheet: Sheet) {
  let after: string | undefined
  for (;;) {
    const found = await listStandards(db, { after, limit: BATCH })
    const rows = found.slice(0, BATCH)
    const replaced = groupBy(
      await listStatedPredecessors(
        db,
        rows.map((row) => row.id),
      ),
      (succession) => succession.successor_id,
    )
    for (const row of rows) {
      const values: Record<string, unknown> = {
        number: row.number,
        titleZh: row.title_zh,
        titleEn: row.title_en,
        field: row.field,
        category: row.category,
        subcategory: row.subcategory,
        publishedOn: row.published_on,
        effectiveOn: row.effective_on,
        effectiveNote: row.effective_note,
        withdrawnOn: row.withdrawn_on,
        status: row.status,
        replaces: (replaced.get(row.id) ?? []).map((succession) => succession.number),
        source: row.source,
        lastCheckedOn: row.last_checked_on,
      }
      yield cellsOf(sheet, (path) => values[path])
    }
    if (found.length <= BATCH) return
    after = rows.at(-1)?.number_key
  }
}

const headersOf = (format: string) => FOREIGN_LAYOUTS.find((layout) => layout.format === format)?.headers ?? []

/** The shared lists in the layout of their publishers, so that they go in again as they came. */
export function exportList(db: CatalogDb, what: 'twins' | 'device_classes' | 'survey_classes'): ExportTable {
  if (what === 'twins') return { title: '国际对应', headers: headersOf('iso_gb_mapping'), rows: twinRows(db) }
  if (what === 'device_classes') return { title: '器械分类', headers: headersOf('nmpa_device_classes'), rows: deviceClassRows(db) }
  return { title: '仪器分类', headers: headersOf('survey_classes'), rows: surveyRows(db) }
}

const ADOPTION = { identical: 'idt', modified: 'mod', not_equivalent: 'neq' } as const

async function* twinRows(db: CatalogDb) {
  const rows: TwinPairRow[] = await listAllTwins(db)
  for (const row of rows)
    yield [row.international, row.national, ADOPTION[row.relation], row.field ?? '', row.title_en ?? '', row.title_zh ?? '']
}

async function* deviceClassRows(db: CatalogDb) {
  let after: readonly [string, string, number] | undefined
  for (;;) {
    const found = await listDeviceClasses(db, { after, limit: BATCH })
    for (const row of found.slice(0, BATCH))
      yield [
        row.directory_code,
        row.directory_name,
        row.group_code,
        row.group_name,
        row.code,
        row.name,
        row.subdivision,
        row.description ?? '',
        row.intended_use ?? '',
        row.examples ?? '',
        row.management_class,
        row.is_drug_device_combination ? '是' : '',
      ]
    const last = found[BATCH - 1]
    if (found.length <= BATCH || !last) return
    after = [last.code, last.subdivision, last.ordinal]
  }
}

async function* surveyRows(db: CatalogDb) {
  for (const row of await listSurveyClasses(db))
    yield [String(row.major_no), row.major_name, String(row.minor_no), row.minor_name, row.code ?? '']
}
