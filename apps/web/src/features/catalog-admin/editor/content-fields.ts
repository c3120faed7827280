import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import type { ParseKeys } from 'i18next'

type FieldKind =
  | 'text'
  | 'long'
  | 'date'
  | 'days'
  | 'count'
  | 'decimal'
  | 'yuan'
  | 'url'
  | 'flag'
  | 'required_flag'
  | 'list'
  | 'acquisition'
  | 'share_mode'
  | 'languages'
type FieldName = Extract<ParseKeys<'editor'>, `field.${string}`> extends `field.${infer Name}` ? Name : never

export type DetailField = {
  readonly name: FieldName
  readonly kind: FieldKind
  readonly unit?: Extract<ParseKeys<'editor'>, `suffix.${string}`>
}
export type DetailGroup = { readonly title: Extract<ParseKeys<'editor'>, `group.${string}`>; readonly fields: readonly DetailField[] }

const text = (...names: FieldName[]): DetailField[] => names.map((name) => ({ name, kind: 'text' }))
const long = (...names: FieldName[]): DetailField[] => names.map((name) => ({ name, kind: 'long' }))
const date = (...names: FieldName[]): DetailField[] => names.map((name) => ({ name, kind: 'date' }))
const list = (...names: FieldName[]): DetailField[] => names.map((name) => ({ name, kind: 'list' }))
const days = (...names: FieldName[]): DetailField[] => names.map((name) => ({ name, kind: 'days', unit: 'suffix.days' }))
const area: DetailField = { name: 'areaSquareMetres', kind: 'count', unit: 'suffix.squareMetres' }

/** The form of `detail` for each kind, in the order in which people know the answers. */
export const DETAIL_FORM: Record<ResourceContent['kind'], readonly DetailGroup[]> = {
  instrument: [
    {
      title: 'group.acquired',
      fields: [
        ...text('manufacturer', 'manufacturerCountry'),
        ...date('startedOn'),
        { name: 'originalValue', kind: 'yuan', unit: 'suffix.yuan' },
        { name: 'acquisition', kind: 'acquisition' },
        ...text('nationalNumber', 'belongsType', 'belongsName'),
        { name: 'shareMode', kind: 'share_mode' },
        ...date('calibratedUntil'),
        { name: 'isCustomsSupervised', kind: 'flag' },
      ],
    },
    {
      title: 'group.ability',
      fields: [...long('technicalIndicators', 'functions', 'accessories', 'uses'), ...list('subjects'), ...long('certification')],
    },
    {
      title: 'group.service',
      fields: [
        ...long('serviceContent', 'requirements', 'achievements', 'knownUsers'),
        ...text('feeText', 'openHoursText'),
        { name: 'serviceUrl', kind: 'url' },
      ],
    },
  ],
  laboratory: [
    {
      title: 'group.facts',
      fields: [
        ...date('establishedOn'),
        ...text('director', 'level'),
        ...list('disciplines'),
        area,
        { name: 'staffCount', kind: 'count', unit: 'suffix.people' },
      ],
    },
    { title: 'group.ability', fields: long('functions', 'achievements') },
  ],
  testing_service: [
    {
      title: 'group.service',
      fields: [
        ...days('turnaroundDaysMin', 'turnaroundDaysMax'),
        ...text('sampleQuantity'),
        ...long('sampleRequirements'),
        { name: 'reportLanguages', kind: 'languages' },
        ...text('judgementBasis'),
        { name: 'isSubcontracted', kind: 'required_flag' },
      ],
    },
  ],
  technical_service: [
    {
      title: 'group.service',
      fields: [...days('turnaroundDaysMin', 'turnaroundDaysMax'), ...long('deliverables', 'process', 'requirements')],
    },
  ],
  pilot_line: [
    {
      title: 'group.ability',
      fields: [
        ...list('productKinds'),
        ...text('monthlyCapacity', 'batchSize', 'qualitySystem', 'cleanRoomClass'),
        area,
        { name: 'takesRegistrantOrders', kind: 'required_flag' },
      ],
    },
  ],
  glp_study: [
    {
      title: 'group.service',
      fields: [
        ...list('studyTypes', 'species'),
        ...text('certificateNo'),
        ...days('durationDaysMin', 'durationDaysMax'),
        ...long('sampleRequirements'),
      ],
    },
  ],
  animal_facility: [
    { title: 'group.facts', fields: [...list('species'), ...text('barrierGrade', 'capacity', 'licenceNo'), area, ...text('ethicsReview')] },
  ],
  computing: [
    {
      title: 'group.ability',
      fields: [...text('processors', 'accelerators', 'memory', 'storage', 'scheduler'), ...list('software'), ...text('dataLocation')],
    },
  ],
  data_set: [
    {
      title: 'group.facts',
      fields: [
        { name: 'recordCount', kind: 'count', unit: 'suffix.rows' },
        ...text('modality'),
        ...list('formats'),
        ...text('sizeText', 'licence', 'accessMode', 'ethicsApproval'),
        ...date('collectedFrom', 'collectedTo'),
      ],
    },
  ],
  clean_room: [
    {
      title: 'group.facts',
      fields: [
        ...text('cleanlinessClass'),
        area,
        { name: 'heightMetres', kind: 'decimal', unit: 'suffix.metres' },
        ...text('temperature', 'humidity'),
        ...date('verifiedUntil'),
        ...long('equipment'),
      ],
    },
  ],
}

/** Customs fields of an instrument under supervision. */
export const CUSTOMS_FIELDS: readonly DetailField[] = [
  ...text('declarationNumber', 'contractNumber', 'importPort', 'responsibleCustoms'),
  ...date('importDate'),
  ...text('hsCode', 'codeCpd', 'numberCpd', 'feesApproved'),
  { name: 'isShared', kind: 'flag' },
  ...long('record'),
]

const SHARED_EMPTY = {
  innerNumber: null,
  siteId: null,
  nameZh: null,
  nameEn: null,
  model: null,
  classCode: null,
  summary: null,
  description: null,
  location: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  contactHours: null,
  keywords: [],
  specifications: [],
  methodIds: [],
  standards: [],
  deviceClassCodes: [],
  photos: [],
  attachments: [],
}

function emptyValue(kind: FieldKind): unknown {
  if (kind === 'list' || kind === 'languages') return []
  return kind === 'required_flag' ? false : null
}

/** Content of a new resource: everything unknown but its kind and Chinese name. */
export function emptyContent(kind: ResourceContent['kind'], nameZh: string): ResourceContent {
  const detail = Object.fromEntries(DETAIL_FORM[kind].flatMap((group) => group.fields.map((field) => [field.name, emptyValue(field.kind)])))
  if (kind === 'instrument') detail.customs = null
  if (kind === 'testing_service') detail.parameters = []
  return { ...SHARED_EMPTY, kind, nameZh, detail } as unknown as ResourceContent
}

export const EMPTY_CUSTOMS = Object.fromEntries(CUSTOMS_FIELDS.map((field) => [field.name, null]))
