import {
  ACCREDITATION_SCHEMES,
  ACQUISITIONS,
  CUSTOMER_CLASSES,
  HOLIDAY_RULES,
  MANAGEMENT_CLASSES,
  OPERATING_STATUSES,
  PRICE_UNITS,
  type ResourceKind,
  SHARE_MODES,
  STANDARD_STATUSES,
} from '../vocabulary.ts'
import type { CellFormat } from './cells.ts'
import names from './option-names.json' with { type: 'json' }

/** The sheets of our own workbook, in the order in which they are applied. */
export const SHEET_NAMES = ['sites', 'standards', 'methods', 'resources', 'services', 'facilities', 'accreditations', 'prices'] as const
export type SheetName = (typeof SHEET_NAMES)[number]

/** A column: its headers in both languages, how its cells are read, and where the value goes (`detail.manufacturer`). */
export type Column = CellFormat & {
  readonly path: string
  readonly zh: string
  readonly en: string
  readonly isRequired?: boolean
  /** Kinds that have this field; all when left out. */
  readonly kinds?: readonly ResourceKind[]
}

export type Sheet = { readonly name: SheetName; readonly zh: string; readonly en: string; readonly columns: readonly Column[] }

type OptionNames = Readonly<Record<string, readonly [zh: string, en: string]>>
const optionNames = names as unknown as Readonly<Record<string, OptionNames>>

function option(vocabulary: keyof typeof names, codes: readonly string[]): CellFormat {
  return { type: 'option', options: Object.fromEntries(codes.map((code) => [code, optionNames[vocabulary]?.[code] ?? [code, code]])) }
}

const text = (path: string, zh: string, en: string, more: Partial<Column> = {}): Column => ({ path, zh, en, type: 'text', ...more })

export const INSTRUMENT_SHEET_KINDS: readonly ResourceKind[] = ['instrument']
export const SERVICE_KINDS: readonly ResourceKind[] = ['testing_service', 'technical_service', 'glp_study']
export const FACILITY_KINDS: readonly ResourceKind[] = [
  'laboratory',
  'pilot_line',
  'animal_facility',
  'computing',
  'data_set',
  'clean_room',
]

const identity = (): Column[] => [
  text('innerNumber', '单位内编号', 'Inner number', { isRequired: true }),
  text('nameZh', '中文名', 'Chinese name'),
  text('nameEn', '英文名', 'English name'),
]

const common = (): Column[] => [
  text('site', '场所', 'Site'),
  text('location', '安放地址', 'Location'),
  text('summary', '简介', 'Summary'),
  text('description', '详细介绍', 'Description'),
  text('contactName', '联系人', 'Contact'),
  text('contactPhone', '电话', 'Phone'),
  text('contactEmail', '邮件', 'E-mail'),
  text('contactHours', '联系时间', 'Contact hours'),
  { path: 'keywords', zh: '关键词', en: 'Keywords', type: 'list' },
  { path: 'specifications', zh: '技术参数', en: 'Specifications', type: 'specifications' },
  { path: 'methods', zh: '方法', en: 'Methods', type: 'list' },
  { path: 'standards', zh: '标准', en: 'Standards', type: 'citations' },
  { path: 'deviceClassCodes', zh: '适用器械分类', en: 'Device classes', type: 'list' },
  { path: 'operatingStatus', zh: '仪器状态', en: 'Operating status', ...option('operatingStatus', OPERATING_STATUSES) },
]

const detail = (field: string, zh: string, en: string, more: Partial<Column> = {}): Column => text(`detail.${field}`, zh, en, more)

const resources: Column[] = [
  ...identity(),
  text('model', '型号规格', 'Model'),
  text('classCode', '分类编码', 'Class code'),
  ...common(),
  detail('nationalNumber', '仪器编号', 'National number'),
  detail('manufacturer', '生产厂商', 'Manufacturer'),
  detail('manufacturerCountry', '产地国别', 'Country of origin'),
  detail('startedOn', '启用日期', 'Start date', { type: 'date' }),
  detail('originalValue', '原值（元）', 'Original value (yuan)', { type: 'yuan' }),
  detail('acquisition', '设备来源', 'Acquisition', option('acquisition', ACQUISITIONS)),
  detail('isCustomsSupervised', '海关监管', 'Customs supervision', { type: 'boolean' }),
  detail('belongsType', '所属载体类型', 'Belongs to (type)'),
  detail('belongsName', '所属载体名称', 'Belongs to (name)'),
  detail('technicalIndicators', '主要技术指标', 'Technical indicators'),
  detail('functions', '主要功能', 'Functions'),
  detail('accessories', '主要附件及功能', 'Accessories'),
  detail('uses', '主要用途', 'Uses'),
  detail('subjects', '学科领域', 'Subjects', { type: 'list' }),
  detail('serviceContent', '服务内容', 'Service content'),
  detail('achievements', '应用成果', 'Achievements'),
  detail('knownUsers', '知名用户', 'Known users'),
  detail('certification', '认证情况', 'Certification'),
  detail('requirements', '对外开放规定', 'Requirements'),
  detail('feeText', '参考收费标准', 'Reference fees'),
  detail('openHoursText', '开放机时安排', 'Open hours'),
  detail('serviceUrl', '预约服务网址', 'Service URL'),
  detail('shareMode', '共享模式', 'Share mode', option('shareMode', SHARE_MODES)),
  detail('calibratedUntil', '检定有效期', 'Calibrated until', { type: 'date' }),
  detail('customs.declarationNumber', '报关单编号', 'Declaration number'),
  detail('customs.contractNumber', '合同号', 'Contract number'),
  detail('customs.importPort', '进口口岸', 'Import port'),
  detail('customs.responsibleCustoms', '主管海关', 'Responsible customs'),
  detail('customs.importDate', '进口日期', 'Import date', { type: 'date' }),
  detail('customs.hsCode', '海关商品编号', 'HS code'),
  detail('customs.codeCpd', '减免税证明代码', 'Duty-free certificate code'),
  detail('customs.numberCpd', '减免税证明编号', 'Duty-free certificate number'),
  detail('customs.isShared', '免税设备共享许可', 'Sharing permitted', { type: 'boolean' }),
  detail('customs.feesApproved', '核定收费', 'Approved fees'),
  detail('customs.record', '共享备案', 'Sharing record'),
]

const kindColumn = (kinds: readonly ResourceKind[]): Column => ({
  path: 'kind',
  zh: '类别',
  en: 'Kind',
  isRequired: true,
  ...option('kind', kinds),
})

const only = (...kinds: ResourceKind[]) => ({ kinds })

const services: Column[] = [
  ...identity(),
  kindColumn(SERVICE_KINDS),
  ...common(),
  detail('turnaroundDaysMin', '最短工作日', 'Working days (min)', { type: 'integer', ...only('testing_service', 'technical_service') }),
  detail('turnaroundDaysMax', '最长工作日', 'Working days (max)', { type: 'integer', ...only('testing_service', 'technical_service') }),
  detail('parameters', '检测项目', 'Parameters', { type: 'parameters', ...only('testing_service') }),
  detail('sampleRequirements', '样品要求', 'Sample requirements', only('testing_service', 'glp_study')),
  detail('sampleQuantity', '样品数量', 'Sample quantity', only('testing_service')),
  detail('reportLanguages', '报告语言', 'Report languages', {
    type: 'option_list',
    options: { zh: ['中文', 'Chinese'], en: ['英文', 'English'] },
    ...only('testing_service'),
  }),
  detail('judgementBasis', '判定依据', 'Judgement basis', only('testing_service')),
  detail('isSubcontracted', '是否分包', 'Subcontracted', { type: 'boolean', ...only('testing_service') }),
  detail('deliverables', '交付物', 'Deliverables', only('technical_service')),
  detail('process', '服务流程', 'Process', only('technical_service')),
  detail('requirements', '客户须提供', 'Requirements', only('technical_service')),
  detail('studyTypes', '研究类型', 'Study types', { type: 'list', ...only('glp_study') }),
  detail('species', '动物种属', 'Species', { type: 'list', ...only('glp_study') }),
  detail('certificateNo', '认证证书号', 'Certificate number', only('glp_study')),
  detail('durationDaysMin', '最短周期（工作日）', 'Duration (min)', { type: 'integer', ...only('glp_study') }),
  detail('durationDaysMax', '最长周期（工作日）', 'Duration (max)', { type: 'integer', ...only('glp_study') }),
]

const facilities: Column[] = [
  ...identity(),
  kindColumn(FACILITY_KINDS),
  ...common(),
  detail('areaSquareMetres', '面积（平方米）', 'Area (m²)', {
    type: 'integer',
    ...only('laboratory', 'pilot_line', 'animal_facility', 'clean_room'),
  }),
  detail('establishedOn', '建立日期', 'Established', { type: 'date', ...only('laboratory') }),
  detail('director', '负责人', 'Director', only('laboratory')),
  detail('level', '级别', 'Level', only('laboratory')),
  detail('disciplines', '学科', 'Disciplines', { type: 'list', ...only('laboratory') }),
  detail('staffCount', '人员数', 'Staff', { type: 'integer', ...only('laboratory') }),
  detail('functions', '功能', 'Functions', only('laboratory')),
  detail('achievements', '成果', 'Achievements', only('laboratory')),
  detail('productKinds', '产品类型', 'Product kinds', { type: 'list', ...only('pilot_line') }),
  detail('monthlyCapacity', '月产能', 'Monthly capacity', only('pilot_line')),
  detail('batchSize', '批量', 'Batch size', only('pilot_line')),
  detail('qualitySystem', '质量体系', 'Quality system', only('pilot_line')),
  detail('cleanRoomClass', '洁净车间级别', 'Clean room class', only('pilot_line')),
  detail('takesRegistrantOrders', '承接注册人委托', 'Takes registrant orders', { type: 'boolean', ...only('pilot_line') }),
  detail('species', '动物种属', 'Species', { type: 'list', ...only('animal_facility') }),
  detail('barrierGrade', '屏障级别', 'Barrier grade', only('animal_facility')),
  detail('capacity', '容量', 'Capacity', only('animal_facility')),
  detail('licenceNo', '许可证号', 'Licence number', only('animal_facility')),
  detail('ethicsReview', '伦理审查', 'Ethics review', only('animal_facility')),
  detail('processors', '处理器', 'Processors', only('computing')),
  detail('accelerators', '加速卡', 'Accelerators', only('computing')),
  detail('memory', '内存', 'Memory', only('computing')),
  detail('storage', '存储', 'Storage', only('computing')),
  detail('scheduler', '调度系统', 'Scheduler', only('computing')),
  detail('software', '软件', 'Software', { type: 'list', ...only('computing') }),
  detail('dataLocation', '数据存放地', 'Data location', only('computing')),
  detail('recordCount', '记录数', 'Records', { type: 'integer', ...only('data_set') }),
  detail('modality', '模态', 'Modality', only('data_set')),
  detail('formats', '格式', 'Formats', { type: 'list', ...only('data_set') }),
  detail('sizeText', '数据量', 'Size', only('data_set')),
  detail('licence', '许可', 'Licence', only('data_set')),
  detail('accessMode', '使用方式', 'Access', only('data_set')),
  detail('ethicsApproval', '伦理批件', 'Ethics approval', only('data_set')),
  detail('collectedFrom', '采集自', 'Collected from', { type: 'date', ...only('data_set') }),
  detail('collectedTo', '采集至', 'Collected to', { type: 'date', ...only('data_set') }),
  detail('cleanlinessClass', '洁净度级别', 'Cleanliness class', only('clean_room')),
  detail('heightMetres', '净高（米）', 'Height (m)', { type: 'number', ...only('clean_room') }),
  detail('temperature', '温度', 'Temperature', only('clean_room')),
  detail('humidity', '湿度', 'Humidity', only('clean_room')),
  detail('equipment', '配套设备', 'Equipment', only('clean_room')),
  detail('verifiedUntil', '检测有效期', 'Verified until', { type: 'date', ...only('clean_room') }),
]

const sites: Column[] = [
  text('name', '场所名称', 'Site name', { isRequired: true }),
  text('nameEn', '场所英文名', 'Site name (English)'),
  text('address', '地址', 'Address', { isRequired: true }),
  text('district', '区县', 'District'),
  text('postcode', '邮编', 'Postcode'),
  { path: 'longitude', zh: '经度', en: 'Longitude', type: 'number' },
  { path: 'latitude', zh: '纬度', en: 'Latitude', type: 'number' },
  text('zone', '时区', 'Time zone'),
  { path: 'opening', zh: '开放时间', en: 'Opening hours', type: 'opening' },
  { path: 'holidayRule', zh: '节假日', en: 'Holidays', ...option('holidayRule', HOLIDAY_RULES) },
  { path: 'dayExceptions', zh: '特殊日期', en: 'Exceptions', type: 'day_exceptions' },
  text('accessNote', '到达说明', 'How to get there'),
]

const standards: Column[] = [
  text('number', '标准号', 'Standard number', { isRequired: true }),
  text('titleZh', '中文标题', 'Chinese title'),
  text('titleEn', '英文标题', 'English title'),
  text('field', '领域', 'Field'),
  text('category', '一级类别', 'Category'),
  text('subcategory', '二级类别', 'Subcategory'),
  { path: 'publishedOn', zh: '发布日', en: 'Published', type: 'date' },
  { path: 'effectiveOn', zh: '实施日', en: 'In force', type: 'date' },
  text('effectiveNote', '实施说明', 'In-force note'),
  { path: 'withdrawnOn', zh: '废止日', en: 'Withdrawn', type: 'date' },
  { path: 'status', zh: '标准状态', en: 'Standard status', isRequired: true, ...option('standardStatus', STANDARD_STATUSES) },
  { path: 'replaces', zh: '代替标准', en: 'Replaces', type: 'list' },
  text('source', '来源', 'Source'),
  { path: 'lastCheckedOn', zh: '核对日期', en: 'Last checked', type: 'date' },
]

const prices: Column[] = [
  text('innerNumber', '资源编号', 'Resource number', { isRequired: true }),
  { path: 'customerClass', zh: '客户类别', en: 'Customer class', isRequired: true, ...option('customerClass', CUSTOMER_CLASSES) },
  { path: 'unit', zh: '计价单位', en: 'Unit', isRequired: true, ...option('unit', PRICE_UNITS) },
  { path: 'price', zh: '单价（元）', en: 'Price (yuan)', type: 'yuan', isRequired: true },
  { path: 'validFrom', zh: '生效日期', en: 'Valid from', type: 'date', isRequired: true },
  { path: 'validTo', zh: '截止日期', en: 'Valid to', type: 'date' },
  text('note', '备注', 'Note'),
]

const methods: Column[] = [
  text('methodName', '方法名称', 'Method name', { isRequired: true }),
  text('methodNameEn', '方法英文名', 'Method name (English)'),
  text('methodDescription', '方法说明', 'Method description'),
]

// One row for each line of a scope; the first columns name the certificate that it belongs to.
const accreditations: Column[] = [
  { path: 'scheme', zh: '资质', en: 'Scheme', isRequired: true, ...option('accreditationScheme', ACCREDITATION_SCHEMES) },
  text('certificateNo', '证书编号', 'Certificate number', { isRequired: true }),
  { path: 'certificateFrom', zh: '有效期自', en: 'Valid since', type: 'date', isRequired: true },
  { path: 'certificateTo', zh: '有效期至', en: 'Valid until', type: 'date', isRequired: true },
  text('certificateNote', '证书备注', 'Certificate note'),
  text('product', '检测对象', 'Product', { isRequired: true }),
  text('parameter', '检测参数', 'Parameter'),
  text('standard', '依据标准', 'Standard'),
  text('standardText', '条款或方法', 'Clause or method'),
  text('innerNumber', '单位内编号', 'Inner number'),
  text('fieldCode', '领域代码', 'Field code'),
  text('limits', '限制范围', 'Limits'),
]

export const SHEETS: Readonly<Record<SheetName, Sheet>> = {
  sites: { name: 'sites', zh: '场所', en: 'Sites', columns: sites },
  standards: { name: 'standards', zh: '标准', en: 'Standards', columns: standards },
  methods: { name: 'methods', zh: '方法', en: 'Methods', columns: methods },
  resources: { name: 'resources', zh: '仪器', en: 'Instruments', columns: resources },
  services: { name: 'services', zh: '服务', en: 'Services', columns: services },
  facilities: { name: 'facilities', zh: '设施', en: 'Facilities', columns: facilities },
  accreditations: { name: 'accreditations', zh: '资质能力', en: 'Scopes', columns: accreditations },
  prices: { name: 'prices', zh: '价格', en: 'Prices', columns: prices },
}

const managementClasses: readonly string[] = MANAGEMENT_CLASSES
export const isManagementClass = (text: string): boolean => managementClasses.includes(text)

/** Header text as it is compared: without spaces, marks of required columns, and differences of width. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[\s*﹡＊]/g, '')
    .toLowerCase()

const columnsByHeader = new Map<Sheet, ReadonlyMap<string, Column>>()

/** The column that a header means in a sheet, by its Chinese or English name or its path. */
export function findColumn(sheet: Sheet, header: string): Column | undefined {
  let byHeader = columnsByHeader.get(sheet)
  if (!byHeader) {
    byHeader = new Map(
      sheet.columns.flatMap((column) => [column.path, column.en, column.zh].map((name) => [headerKey(name), column] as const)),
    )
    columnsByHeader.set(sheet, byHeader)
  }
  return byHeader.get(headerKey(header))
}

/** The sheet whose required columns the header has; the most exact one when several do. */
export function recogniseSheet(headers: readonly string[]): Sheet | undefined {
  const scored = SHEET_NAMES.map((name) => SHEETS[name])
    .filter((sheet) =>
      sheet.columns.filter((column) => column.isRequired).every((column) => headers.some((header) => findColumn(sheet, header) === column)),
    )
    .map((sheet) => ({ sheet, known: new Set(headers.map((header) => findColumn(sheet, header)).filter(Boolean)).size }))
    .sort((a, b) => b.known - a.known)
  return scored[0]?.sheet
}
