import { isLocalDate } from '@jiju/kernel/local-date'
import { formatFen } from '@jiju/kernel/money'
import type { ImportFormat } from '../import-formats.ts'
import { INSTRUMENT_CLASSES } from '../instrument-classes.ts'
import { parseStandardNumber } from '../standard-number.ts'
import type { TwinRelation } from '../vocabulary.ts'
import type { Issue, ParsedRow } from './parsed-row.ts'
import { plainText } from './plain-text.ts'
import type { Cells } from './read-sheet.ts'
import { isManagementClass } from './sheets.ts'

/** A published file as it is: which header it has, and how its rows are read. The reader may remember rows before. */
type ForeignLayout = {
  readonly format: ImportFormat
  readonly headers: readonly string[]
  readonly createReader: () => (cells: Cells) => ParsedRow
}

const value = (cells: Cells, header: string): string | null => {
  const text = (cells[header] ?? '').trim()
  return text === '' ? null : text
}

class Issues {
  readonly problems: Issue[] = []
  readonly warnings: Issue[] = []
  private readonly cells: Cells
  constructor(cells: Cells) {
    this.cells = cells
  }
  problem(column: string, code: string, params?: Issue['params']): void {
    this.problems.push({ column, value: value(this.cells, column), code, ...(params && { params }) })
  }
  warn(column: string | null, code: string, params?: Issue['params']): void {
    this.warnings.push({ column, value: column === null ? null : value(this.cells, column), code, ...(params && { params }) })
  }
  required(column: string): string {
    const text = value(this.cells, column)
    if (text === null) this.problem(column, 'catalog.cell_required')
    return text ?? ''
  }
}

// ------------------------------------------------------------ NIFDC's list of medical device standards

const NIFDC_STATUS: Readonly<Record<string, 'active' | 'upcoming' | 'replaced' | 'withdrawn'>> = {
  现行: 'active',
  即将实施: 'upcoming',
  被代替: 'replaced',
  废止: 'withdrawn',
}

function readNifdcStandard(cells: Cells): ParsedRow {
  const issues = new Issues(cells)
  const raw = issues.required('标准编号')
  const number = parseStandardNumber(raw)
  if (raw && !number) issues.problem('标准编号', 'catalog.standard_number_unreadable', { value: raw })
  const state = issues.required('状态')
  const status = NIFDC_STATUS[state]
  if (state && !status) issues.problem('状态', 'catalog.cell_no_option', { allowed: Object.keys(NIFDC_STATUS).join('、') })
  const fields: Record<string, string | null> = {}
  for (const [path, header] of [
    ['titleZh', '标准名称'],
    ['field', '领域'],
    ['category', '一级'],
    ['subcategory', '二级'],
    ['source', '来源网址'],
  ] as const) {
    const text = value(cells, header)
    if (text !== null) fields[path] = text
  }
  if (!fields.titleZh) issues.warn('标准名称', 'catalog.gap_title')
  const published = value(cells, '发布日期')
  if (published !== null && isLocalDate(published)) fields.publishedOn = published
  else if (published !== null) issues.problem('发布日期', 'catalog.cell_no_date')
  const effective = value(cells, '实施日期')
  const together = /^与\s*(.+?)\s*同步实施$/.exec(effective ?? '')?.[1]
  const effectiveWith = together ? parseStandardNumber(together)?.number : undefined
  if (effective === null) issues.warn('实施日期', 'catalog.gap_effective_on')
  else if (isLocalDate(effective)) fields.effectiveOn = effective
  else {
    fields.effectiveNote = effective
    if (!effectiveWith) issues.warn('实施日期', 'catalog.effective_text')
  }
  const replaces = (value(cells, '代替') ?? '').split(/[、;；,，]/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]))
  for (const text of replaces) if (!parseStandardNumber(text)) issues.problem('代替', 'catalog.standard_number_unreadable', { value: text })
  return {
    kind: 'standard',
    key: number?.key ?? raw,
    record: {
      number: number?.number ?? raw,
      status: status ?? 'unconfirmed',
      fields,
      ...(replaces.length > 0 ? { replaces: replaces.map((text) => parseStandardNumber(text)?.number ?? text) } : {}),
      ...(effectiveWith ? { effectiveWith } : {}),
    },
    problems: issues.problems,
    warnings: issues.warnings,
  }
}

// ------------------------------------------------------------ standards for the European regulation

function readEuStandard(cells: Cells): ParsedRow {
  const issues = new Issues(cells)
  const raw = issues.required('number')
  const number = parseStandardNumber(raw)
  if (raw && !number) issues.problem('number', 'catalog.standard_number_unreadable', { value: raw })
  const state = issues.required('status')
  const status = state === 'active' || state === 'withdrawn' ? state : undefined
  if (state && !status) issues.problem('status', 'catalog.cell_no_option', { allowed: 'active, withdrawn' })
  const fields: Record<string, string | null> = {}
  const headers = { titleEn: 'title_en', titleZh: 'title_zh', field: 'group', category: 'type', source: 'source_url' }
  for (const [path, header] of Object.entries(headers)) {
    const text = value(cells, header)
    if (text !== null) fields[path] = text
  }
  if (!fields.titleZh) issues.warn('title_zh', 'catalog.gap_title')
  issues.warn(null, 'catalog.gap_effective_on')
  return {
    kind: 'standard',
    key: number?.key ?? raw,
    record: { number: number?.number ?? raw, status: status ?? 'unconfirmed', fields },
    problems: issues.problems,
    warnings: issues.warnings,
  }
}

// ------------------------------------------------------------ pairs of international and national standards

const ADOPTION: Readonly<Record<string, TwinRelation | null>> = { idt: 'identical', mod: 'modified', neq: 'not_equivalent', domestic: null }

function readTwin(cells: Cells): ParsedRow {
  const issues = new Issues(cells)
  const international = issues.required('iso_number')
  const national = value(cells, 'gb_number')
  const adoption = issues.required('adoption').toLowerCase()
  const relation = ADOPTION[adoption]
  const left = parseStandardNumber(international)
  const right = national === null ? undefined : parseStandardNumber(national)
  if (international && !left) issues.problem('iso_number', 'catalog.standard_number_unreadable', { value: international })
  if (national !== null && !right) issues.problem('gb_number', 'catalog.standard_number_unreadable', { value: national })
  if (adoption && relation === undefined) issues.problem('adoption', 'catalog.cell_no_option', { allowed: 'idt、mod、neq' })
  if (national === null) issues.warn('gb_number', 'catalog.gap_twin')
  else if (relation === null) issues.problem('adoption', 'catalog.cell_no_option', { allowed: 'idt、mod、neq' })
  return {
    kind: 'twin',
    key: `${left?.key ?? international}|${right?.key ?? ''}`,
    record: {
      international: left?.number ?? international,
      national: right?.number ?? national,
      relation: relation ?? null,
      titleZh: value(cells, 'title_zh'),
      titleEn: value(cells, 'title_en'),
      field: value(cells, 'domain'),
    },
    problems: issues.problems,
    warnings: issues.warnings,
  }
}

// ------------------------------------------------------------ instruments of open facilities

const FACILITY_STATUS: Readonly<Record<string, string>> = { active: 'normal', inactive: 'out_of_service', offline: 'out_of_service' }

function readFacilityInstrument(cells: Cells): ParsedRow {
  const issues = new Issues(cells)
  const innerNumber = [issues.required('source'), issues.required('facility'), issues.required('local_id')].join('/')
  const nameEn = plainText(issues.required('name'))
  const description = value(cells, 'description')
  const status = value(cells, 'status')
  const operatingStatus = FACILITY_STATUS[status ?? '']
  if (status !== null && !operatingStatus) issues.warn('status', 'catalog.status_unknown')
  const specifications = [
    { name: 'Technique', header: 'technique' },
    { name: 'Year', header: 'year' },
  ].flatMap(({ name, header }) => {
    const text = value(cells, header)
    return text === null ? [] : [{ name, value: plainText(text).replace(/\s+/g, ' '), isConfirmed: true }]
  })
  // The file cannot have these; the gaps are told once each.
  issues.warn(null, 'catalog.gap_name_zh')
  issues.warn(null, 'catalog.gap_price')
  issues.warn(null, 'catalog.gap_class')
  issues.warn(null, 'catalog.gap_site')
  if (value(cells, 'model') === null) issues.warn('model', 'catalog.gap_model')
  if (value(cells, 'manufacturer') === null) issues.warn('manufacturer', 'catalog.gap_manufacturer')
  if (value(cells, 'year') === null) issues.warn('year', 'catalog.gap_started_on')
  if (description === null) issues.warn('description', 'catalog.gap_summary')
  return {
    kind: 'resource',
    key: innerNumber,
    record: {
      resourceKind: 'instrument',
      innerNumber,
      fields: {
        innerNumber,
        nameEn,
        model: value(cells, 'model') === null ? null : plainText(value(cells, 'model') ?? ''),
        location: [value(cells, 'facility'), value(cells, 'institution')].filter(Boolean).join(', '),
        description: description === null ? null : plainText(description),
        specifications,
        'detail.manufacturer': value(cells, 'manufacturer'),
        'detail.belongsName': value(cells, 'facility'),
      },
      ...(operatingStatus ? { operatingStatus } : {}),
    },
    problems: issues.problems,
    warnings: issues.warnings,
  }
}

// ------------------------------------------------------------ records of Chinese sharing platforms

const NATIONAL_STATUS: Readonly<Record<string, string>> = {
  正常: 'normal',
  偶尔故障: 'occasional_fault',
  维修: 'under_repair',
  停用: 'out_of_service',
}

const classByName = new Map(INSTRUMENT_CLASSES.map((entry) => [entry.zh, entry.code]))

function readNationalInstrument(cells: Cells): ParsedRow {
  const issues = new Issues(cells)
  const number = value(cells, '入网编号')
  const model = value(cells, '型号')
  const innerNumber = number ?? [value(cells, '平台'), model ?? value(cells, '名称')].filter(Boolean).join('/')
  const nameZh = issues.required('名称')
  const date = value(cells, '启用或购置日期')
  if (date !== null && !isLocalDate(date)) issues.problem('启用或购置日期', 'catalog.cell_no_date')
  const worth = value(cells, '原值_万元')
  const worthFen = worth === null ? undefined : fenOfTenThousands(worth)
  if (worth !== null && worthFen === undefined) issues.problem('原值_万元', 'catalog.cell_no_money')
  const classText = value(cells, '分类')
  const classCode = (classText ?? '')
    .split('/')
    .map((name) => classByName.get(name.trim()))
    .filter((code) => code !== undefined)
    .sort((a, b) => b.length - a.length)[0]
  const status = value(cells, '运行状态')
  const operatingStatus = NATIONAL_STATUS[status ?? '']
  if (status !== null && !operatingStatus) issues.warn('运行状态', 'catalog.status_unknown')
  if (!classCode) issues.warn('分类', 'catalog.gap_class')
  if (number === null) issues.warn('入网编号', 'catalog.gap_number')
  if (date === null) issues.warn('启用或购置日期', 'catalog.gap_started_on')
  if (worth === null) issues.warn('原值_万元', 'catalog.gap_original_value')
  issues.warn(null, 'catalog.gap_price')
  issues.warn(null, 'catalog.gap_site')
  return {
    kind: 'resource',
    key: innerNumber,
    record: {
      resourceKind: 'instrument',
      innerNumber,
      fields: {
        innerNumber,
        nameZh,
        nameEn: value(cells, '英文名'),
        model,
        classCode: classCode ?? null,
        location: [value(cells, '地区'), value(cells, '所在单位')].filter(Boolean).join(' ') || null,
        keywords:
          classText === null
            ? []
            : classText
                .split('/')
                .map((name) => name.trim())
                .filter(Boolean),
        'detail.nationalNumber': number,
        'detail.manufacturer': value(cells, '厂商'),
        'detail.manufacturerCountry': value(cells, '厂商国别'),
        'detail.startedOn': date,
        'detail.originalValue': worthFen === undefined ? null : formatFen(worthFen),
        'detail.belongsName': value(cells, '所在单位'),
        'detail.feeText': value(cells, '收费'),
      },
      ...(operatingStatus ? { operatingStatus } : {}),
    },
    problems: issues.problems,
    warnings: issues.warnings,
  }
}

/** 万元 with up to six decimals, exactly; undefined when it is no amount. */
export function fenOfTenThousands(text: string): bigint | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text)
  return match ? BigInt(`${match[1]}${(match[2] ?? '').padEnd(6, '0')}`) : undefined
}

// ------------------------------------------------------------ NMPA's device classification catalogue

function createDeviceClassReader(): (cells: Cells) => ParsedRow {
  // Some codes carry several rows with the same subdivision: they are told apart by their order.
  const seen = new Map<string, number>()
  return (cells) => {
    const issues = new Issues(cells)
    const code = issues.required('二级编号')
    if (code && !/^\d{2}-\d{2}-\d{2}$/.test(code)) issues.problem('二级编号', 'catalog.device_code_malformed')
    const subdivision = value(cells, '细分序号') ?? ''
    const managementClass = issues.required('管理类别')
    if (managementClass && !isManagementClass(managementClass))
      issues.problem('管理类别', 'catalog.cell_no_option', { allowed: 'I、II、III' })
    const combination = value(cells, '药械组合')
    const ordinal = (seen.get(`${code}|${subdivision}`) ?? 0) + 1
    seen.set(`${code}|${subdivision}`, ordinal)
    if (ordinal > 1) issues.warn('细分序号', 'catalog.code_repeats', { ordinal })
    if (value(cells, '预期用途') === null) issues.warn('预期用途', 'catalog.gap_intended_use')
    return {
      kind: 'device_class',
      key: `${code}|${subdivision}|${ordinal}`,
      record: {
        code,
        subdivision,
        ordinal,
        directoryCode: issues.required('子目录编号'),
        directoryName: issues.required('子目录'),
        groupCode: issues.required('一级编号'),
        groupName: issues.required('一级产品类别'),
        name: issues.required('二级产品类别'),
        description: value(cells, '产品描述'),
        intendedUse: value(cells, '预期用途'),
        examples: value(cells, '品名举例'),
        managementClass,
        isDrugDeviceCombination: combination === '是',
      },
      problems: issues.problems,
      warnings: issues.warnings,
    }
  }
}

// ------------------------------------------------------------ classes of the national survey

function readSurveyClass(cells: Cells): ParsedRow {
  const issues = new Issues(cells)
  const numberOf = (header: string) => {
    const text = issues.required(header)
    if (text && !/^\d{1,3}$/.test(text)) issues.problem(header, 'catalog.cell_no_integer')
    return /^\d{1,3}$/.test(text) ? Number(text) : 0
  }
  const majorNo = numberOf('大类序号')
  const minorNo = numberOf('中类序号')
  const code = value(cells, '编码_仅一处来源使用')
  if (code === null) issues.warn('编码_仅一处来源使用', 'catalog.gap_class_code')
  return {
    kind: 'survey_class',
    key: `${majorNo}|${minorNo}`,
    record: { majorNo, minorNo, majorName: issues.required('大类'), minorName: issues.required('中类'), code },
    problems: issues.problems,
    warnings: issues.warnings,
  }
}

/** Published files that are taken as they are, told by their header row. */
export const FOREIGN_LAYOUTS: readonly ForeignLayout[] = [
  {
    format: 'nifdc_standards',
    headers: ['标准编号', '标准名称', '领域', '一级', '二级', '发布日期', '实施日期', '状态', '代替', '来源网址'],
    createReader: () => readNifdcStandard,
  },
  {
    format: 'eu_mdr_standards',
    headers: ['number', 'title_en', 'title_zh', 'type', 'harmonised', 'status', 'group', 'source_url'],
    createReader: () => readEuStandard,
  },
  {
    format: 'iso_gb_mapping',
    headers: ['iso_number', 'gb_number', 'adoption', 'domain', 'title_en', 'title_zh'],
    createReader: () => readTwin,
  },
  {
    format: 'open_facility_instruments',
    headers: [
      'source',
      'institution',
      'facility',
      'local_id',
      'name',
      'technique',
      'manufacturer',
      'model',
      'year',
      'status',
      'description',
    ],
    createReader: () => readFacilityInstrument,
  },
  {
    format: 'national_instrument_records',
    headers: [
      '平台',
      '名称',
      '英文名',
      '型号',
      '厂商',
      '厂商国别',
      '所在单位',
      '地区',
      '分类',
      '启用或购置日期',
      '原值_万元',
      '收费',
      '运行状态',
      '入网编号',
    ],
    createReader: () => readNationalInstrument,
  },
  {
    format: 'nmpa_device_classes',
    headers: [
      '子目录编号',
      '子目录',
      '一级编号',
      '一级产品类别',
      '二级编号',
      '二级产品类别',
      '细分序号',
      '产品描述',
      '预期用途',
      '品名举例',
      '管理类别',
      '药械组合',
    ],
    createReader: createDeviceClassReader,
  },
  {
    format: 'survey_classes',
    headers: ['大类序号', '大类', '中类序号', '中类', '编码_仅一处来源使用'],
    createReader: () => readSurveyClass,
  },
]
