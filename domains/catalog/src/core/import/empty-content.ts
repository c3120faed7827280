import type { ResourceKind } from '../vocabulary.ts'

const lists = (...names: string[]) => Object.fromEntries(names.map((name) => [name, []]))
const nothing = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]))

const DETAIL: Readonly<Record<ResourceKind, () => Record<string, unknown>>> = {
  instrument: () => ({
    ...nothing('nationalNumber', 'manufacturer', 'manufacturerCountry', 'startedOn', 'originalValue', 'acquisition', 'isCustomsSupervised'),
    ...nothing('belongsType', 'belongsName', 'technicalIndicators', 'functions', 'accessories', 'uses'),
    ...lists('subjects'),
    ...nothing('serviceContent', 'achievements', 'knownUsers', 'certification', 'requirements', 'feeText', 'openHoursText', 'serviceUrl'),
    ...nothing('shareMode', 'calibratedUntil', 'customs'),
  }),
  laboratory: () => ({
    ...nothing('establishedOn', 'director', 'level', 'areaSquareMetres', 'staffCount', 'functions', 'achievements'),
    ...lists('disciplines'),
  }),
  testing_service: () => ({
    ...nothing('turnaroundDaysMin', 'turnaroundDaysMax', 'sampleRequirements', 'sampleQuantity', 'judgementBasis'),
    ...lists('parameters', 'reportLanguages'),
    isSubcontracted: false,
  }),
  technical_service: () => nothing('turnaroundDaysMin', 'turnaroundDaysMax', 'deliverables', 'process', 'requirements'),
  pilot_line: () => ({
    ...lists('productKinds'),
    ...nothing('monthlyCapacity', 'batchSize', 'qualitySystem', 'areaSquareMetres', 'cleanRoomClass'),
    takesRegistrantOrders: false,
  }),
  glp_study: () => ({
    ...lists('studyTypes', 'species'),
    ...nothing('certificateNo', 'durationDaysMin', 'durationDaysMax', 'sampleRequirements'),
  }),
  animal_facility: () => ({ ...lists('species'), ...nothing('barrierGrade', 'capacity', 'licenceNo', 'areaSquareMetres', 'ethicsReview') }),
  computing: () => ({ ...lists('software'), ...nothing('processors', 'accelerators', 'memory', 'storage', 'scheduler', 'dataLocation') }),
  data_set: () => ({
    ...lists('formats'),
    ...nothing('recordCount', 'modality', 'sizeText', 'licence', 'accessMode', 'ethicsApproval', 'collectedFrom', 'collectedTo'),
  }),
  clean_room: () =>
    nothing('cleanlinessClass', 'areaSquareMetres', 'heightMetres', 'temperature', 'humidity', 'equipment', 'verifiedUntil'),
}

const EMPTY_CUSTOMS = () => ({
  ...nothing('declarationNumber', 'contractNumber', 'importPort', 'responsibleCustoms', 'importDate', 'hsCode', 'codeCpd', 'numberCpd'),
  ...nothing('isShared', 'feesApproved', 'record'),
})

/** A content with every field of its kind, all empty. */
export function emptyContent(kind: ResourceKind): Record<string, unknown> {
  return {
    kind,
    ...nothing('innerNumber', 'siteId', 'nameZh', 'nameEn', 'model', 'classCode', 'summary', 'description', 'location'),
    ...nothing('contactName', 'contactPhone', 'contactEmail', 'contactHours'),
    ...lists('keywords', 'specifications', 'methodIds', 'standards', 'deviceClassCodes', 'photos', 'attachments'),
    detail: DETAIL[kind](),
  }
}

/** The content with some fields replaced; paths such as `detail.customs.hsCode`. A customs record without any value is none. */
export function withFields(content: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const next: Record<string, unknown> = { ...content }
  const detail: Record<string, unknown> = { ...(content.detail as Record<string, unknown>) }
  let customs: Record<string, unknown> | undefined
  for (const [path, value] of Object.entries(fields)) {
    if (path.startsWith('detail.customs.')) {
      customs ??= { ...EMPTY_CUSTOMS(), ...(detail.customs as Record<string, unknown> | null) }
      customs[path.slice('detail.customs.'.length)] = value
    } else if (path.startsWith('detail.')) detail[path.slice('detail.'.length)] = value
    else next[path] = value
  }
  if (customs) detail.customs = Object.values(customs).some((value) => value !== null) ? customs : null
  return { ...next, detail }
}

/** The value at a path of a content; null where there is none. */
export function fieldOf(content: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = content
  for (const part of path.split('.')) value = (value as Record<string, unknown> | null)?.[part]
  return value ?? null
}

/** What an empty cell stands for: an empty list, `false` where the field knows no other, else nothing. */
export function emptyField(kind: ResourceKind, path: string): unknown {
  const content = emptyContent(kind)
  return path.startsWith('detail.customs.') ? null : fieldOf(content, path)
}
