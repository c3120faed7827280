import { parseStandardNumber } from '../standard-number.ts'
import type { ResourceKind, StandardStatus } from '../vocabulary.ts'
import { type Citation, isFault, readCell } from './cells.ts'
import { emptyField } from './empty-content.ts'
import type { Issue, ParsedRow } from './parsed-row.ts'
import { type Column, findColumn, type Sheet } from './sheets.ts'

export type Cells = Readonly<Record<string, string>>

type Read = { readonly values: ReadonlyMap<string, unknown>; readonly headers: ReadonlyMap<string, string>; readonly problems: Issue[] }

/** Reads every cell of a row by the column that its header means; headers without a column are left to the caller. */
function readCells(sheet: Sheet, cells: Cells): Read {
  const values = new Map<string, unknown>()
  const headers = new Map<string, string>()
  const problems: Issue[] = []
  for (const [header, raw] of Object.entries(cells)) {
    const column = findColumn(sheet, header)
    if (!column || headers.has(column.path)) continue
    headers.set(column.path, header)
    if (raw.trim() === '') continue
    const value = readCell(column, raw)
    if (isFault(value)) problems.push({ column: header, value: raw, ...value })
    else values.set(column.path, value)
  }
  for (const column of sheet.columns) {
    if (column.isRequired && !values.has(column.path) && !problems.some((problem) => problem.column === headers.get(column.path)))
      problems.push({ column: headers.get(column.path) ?? column.zh, value: null, code: 'catalog.cell_required' })
  }
  return { values, headers, problems }
}

/** A row of one of our own sheets. An empty cell empties the field, a column that is not there leaves it alone. */
export function readSheetRow(sheet: Sheet, cells: Cells): ParsedRow {
  const read = readCells(sheet, cells)
  if (sheet.name === 'sites') return readSite(read)
  if (sheet.name === 'standards') return readStandard(read)
  if (sheet.name === 'methods') return readMethod(read)
  if (sheet.name === 'accreditations') return readAccreditation(read)
  if (sheet.name === 'prices') return readPrice(read)
  return readResource(sheet, read)
}

const textOf = (read: Read, path: string) => (read.values.get(path) as string | undefined) ?? null

function readSite(read: Read): ParsedRow {
  const defaults: Record<string, unknown> = { zone: 'Asia/Shanghai', opening: [], holidayRule: 'closed', dayExceptions: [] }
  const fields = Object.fromEntries([...read.headers.keys()].map((path) => [path, read.values.get(path) ?? defaults[path] ?? null]))
  const name = textOf(read, 'name') ?? ''
  return { kind: 'site', key: name, record: { name, fields }, problems: read.problems, warnings: [] }
}

/** The values of those columns that the file has, under the names of the record. */
function present(read: Read, names: Readonly<Record<string, string>>): Record<string, string | null> {
  const held = Object.entries(names).filter(([path]) => read.headers.has(path))
  return Object.fromEntries(held.map(([path, name]) => [name, textOf(read, path)]))
}

function readMethod(read: Read): ParsedRow {
  const name = textOf(read, 'methodName') ?? ''
  const fields = present(read, { methodNameEn: 'nameEn', methodDescription: 'description' })
  return { kind: 'method', key: name, record: { name, fields }, problems: read.problems, warnings: [] }
}

function readAccreditation(read: Read): ParsedRow {
  const raw = textOf(read, 'standard')
  const standard = raw === null ? null : (parseStandardNumber(raw) ?? null)
  if (raw !== null && standard === null)
    read.problems.push({
      column: read.headers.get('standard') ?? null,
      value: raw,
      code: 'catalog.standard_number_unreadable',
      params: { value: raw },
    })
  const record = {
    scheme: textOf(read, 'scheme') ?? '',
    certificateNo: textOf(read, 'certificateNo') ?? '',
    validFrom: textOf(read, 'certificateFrom') ?? '',
    validTo: textOf(read, 'certificateTo') ?? '',
    ...(read.headers.has('certificateNote') ? { note: textOf(read, 'certificateNote') } : {}),
    product: textOf(read, 'product') ?? '',
    parameter: textOf(read, 'parameter'),
    standard: standard?.number ?? null,
    standardText: textOf(read, 'standardText'),
    innerNumber: textOf(read, 'innerNumber'),
    fields: present(read, { fieldCode: 'fieldCode', limits: 'limits' }),
  }
  if (record.validTo !== '' && record.validTo < record.validFrom)
    read.problems.push({
      column: read.headers.get('certificateTo') ?? null,
      value: record.validTo,
      code: 'catalog.accreditation_days_backwards',
    })
  const certificate = [record.scheme, record.certificateNo, record.validFrom]
  const line = [record.product, record.parameter, standard?.key ?? null, record.standardText, record.innerNumber]
  return { kind: 'accreditation', key: [...certificate, ...line].join('|'), record, problems: read.problems, warnings: [] }
}

function readPrice(read: Read): ParsedRow {
  const record = {
    innerNumber: textOf(read, 'innerNumber') ?? '',
    customerClass: textOf(read, 'customerClass') ?? '',
    unit: textOf(read, 'unit') ?? '',
    price: textOf(read, 'price') ?? '',
    validFrom: textOf(read, 'validFrom') ?? '',
    validTo: textOf(read, 'validTo'),
    note: textOf(read, 'note'),
  }
  if (record.validTo !== null && record.validTo < record.validFrom)
    read.problems.push({ column: read.headers.get('validTo') ?? null, value: record.validTo, code: 'catalog.price_days_backwards' })
  return {
    kind: 'price',
    key: [record.innerNumber, record.customerClass, record.unit, record.validFrom].join('|'),
    record,
    problems: read.problems,
    warnings: [],
  }
}

function readStandard(read: Read): ParsedRow {
  const raw = textOf(read, 'number') ?? ''
  const number = parseStandardNumber(raw)
  const unreadable = (path: string, value: string): void => {
    read.problems.push({ column: read.headers.get(path) ?? null, value, code: 'catalog.standard_number_unreadable', params: { value } })
  }
  if (raw !== '' && !number) unreadable('number', raw)
  const replaces = read.values.get('replaces') as string[] | undefined
  for (const text of replaces ?? []) if (!parseStandardNumber(text)) unreadable('replaces', text)
  const fields: Record<string, string | null> = {}
  for (const path of read.headers.keys()) if (!['number', 'status', 'replaces'].includes(path)) fields[path] = textOf(read, path)
  return {
    kind: 'standard',
    key: number?.key ?? raw,
    record: {
      number: number?.number ?? raw,
      status: (textOf(read, 'status') ?? 'unconfirmed') as StandardStatus,
      fields,
      ...(read.headers.has('replaces') ? { replaces: (replaces ?? []).map((text) => parseStandardNumber(text)?.number ?? text) } : {}),
    },
    problems: read.problems,
    warnings: [],
  }
}

const REFERENCES = new Set(['kind', 'innerNumber', 'site', 'methods', 'standards', 'operatingStatus'])

function readResource(sheet: Sheet, read: Read): ParsedRow {
  // A row whose kind cannot be read is refused anyway; it is read on as the sheet's first kind, so that its other faults show too.
  const firstKind = sheet.name === 'services' ? 'testing_service' : 'laboratory'
  const kind = (sheet.name === 'resources' ? 'instrument' : (textOf(read, 'kind') ?? firstKind)) as ResourceKind
  const innerNumber = textOf(read, 'innerNumber') ?? ''
  const fields: Record<string, unknown> = { innerNumber }
  for (const column of sheet.columns) {
    if (!read.headers.has(column.path) || REFERENCES.has(column.path)) continue
    if (!belongsTo(column, kind)) {
      const value = read.values.get(column.path)
      const shown = Array.isArray(value) ? value.join('；') : String(value)
      if (value !== undefined)
        read.problems.push({ column: read.headers.get(column.path) ?? null, value: shown, code: 'catalog.cell_other_kind' })
      continue
    }
    fields[column.path] = read.values.get(column.path) ?? emptyField(kind, column.path)
  }
  const citations = (read.values.get('standards') as Citation[] | undefined) ?? []
  for (const citation of citations) {
    if (!parseStandardNumber(citation.number))
      read.problems.push({
        column: read.headers.get('standards') ?? null,
        value: citation.number,
        code: 'catalog.standard_number_unreadable',
        params: { value: citation.number },
      })
  }
  if (!textOf(read, 'nameZh') && !textOf(read, 'nameEn') && (read.headers.has('nameZh') || read.headers.has('nameEn')))
    read.problems.push({
      column: read.headers.get('nameZh') ?? read.headers.get('nameEn') ?? null,
      value: null,
      code: 'catalog.name_missing',
    })
  return {
    kind: 'resource',
    key: innerNumber,
    record: {
      resourceKind: kind,
      innerNumber,
      fields,
      ...(read.headers.has('site') ? { siteName: textOf(read, 'site') } : {}),
      ...(read.headers.has('standards') ? { standards: citations } : {}),
      ...(read.headers.has('methods') ? { methods: (read.values.get('methods') as string[] | undefined) ?? [] } : {}),
      ...(read.values.has('operatingStatus') ? { operatingStatus: textOf(read, 'operatingStatus') ?? 'normal' } : {}),
    },
    problems: read.problems,
    warnings: [],
  }
}

const belongsTo = (column: Column, kind: ResourceKind) => column.kinds === undefined || column.kinds.includes(kind)
