import { fieldsXml } from '@jiju/kernel/xml'
import optionNames from './import/option-names.json' with { type: 'json' }
import { findInstrumentClass } from './instrument-classes.ts'

/**
 * What a message of the national platform's interface is made of. Money is in yuan as a decimal string.
 * Field names are those of its messages 2 (facility), 3 (service unit), 4 (instrument) and 5 (customs record).
 */
export type NationalFacts = {
  readonly resourceId: string
  readonly kind: 'instrument' | 'laboratory' | 'facility'
  readonly innerNumber: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly model: string | null
  readonly classCode: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly contactEmail: string | null
  readonly operatingStatus: string
  readonly institutionCode: string | null
  readonly institutionName: string | null
  readonly address: string | null
  readonly county: string | null
  readonly postcode: string | null
  readonly priceText: string | null
  readonly pageUrl: string
  readonly photoUrl: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly summary: string | null
  readonly description: string | null
  /** `name value` of the named technical values. */
  readonly specifications: readonly string[]
}

/** What the message of an institution itself (1, scientific instrument centre) is made of. */
type NationalCentre = {
  readonly name: string
  readonly institutionCode: string | null
  readonly website: string | null
  readonly establishedOn: string | null
  readonly capabilities: readonly string[]
  readonly introduction: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly contactEmail: string | null
  readonly address: string | null
  readonly county: string | null
  readonly postcode: string | null
  readonly pageUrl: string
  /** Whether a published instrument is shared outside. */
  readonly isSharedOutside: boolean
  /** Class codes of the published instruments. */
  readonly classCodes: readonly string[]
}

export const NATIONAL_TYPES = [1, 2, 3, 4, 5] as const
export type NationalType = (typeof NATIONAL_TYPES)[number]

/** `resourceId` is null in the message of the institution itself. */
export type NationalMessage = {
  readonly type: NationalType
  readonly resourceId: string | null
  readonly fields: Readonly<Record<string, string>>
}
export type MissingField = {
  readonly type: NationalType
  readonly resourceId: string | null
  readonly innerId: string
  readonly field: string
}

// Which fields the platform insists on is not published; these are the ones that its own records always carry (to be confirmed).
const MANDATORY: Readonly<Record<NationalType, readonly string[]>> = {
  1: ['cname', 'innerId', 'insCode', 'establish', 'type', 'subject', 'serviceContent', 'contact', 'phone', 'street', 'shareMode'],
  2: [
    'cname',
    'innerId',
    'insCode',
    'worth',
    'nation',
    'beginDate',
    'technical',
    'function',
    'status',
    'contact',
    'phone',
    'street',
    'shareMode',
  ],
  3: ['cname', 'innerId', 'insCode', 'establish', 'function', 'contact', 'phone', 'street'],
  4: [
    'cname',
    'innerId',
    'insCode',
    'instrCategory',
    'instrSource',
    'instrSupervise',
    'worth',
    'nation',
    'manufacturer',
    'beginDate',
    'type',
    'instrVersion',
    'technical',
    'function',
    'serviceContent',
    'status',
    'requirement',
    'fee',
    'contact',
    'phone',
    'street',
    'shareMode',
    'image',
  ],
  5: ['innerId', 'declarationNumber', 'importDate', 'responsibleCustoms', 'hsCode', 'share'],
}

const chinese = (vocabulary: keyof typeof optionNames, code: unknown): string =>
  (optionNames[vocabulary] as unknown as Record<string, readonly [string, string]>)[String(code ?? '')]?.[0] ?? ''

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join('、') : String(value)

const yesNo = (value: unknown): string => (value === null || value === undefined ? '' : value ? '是' : '否')

/** Yuan as 万元 with up to six decimals, exactly: `"408000.00"` → `"40.8"`. */
export function tenThousands(yuan: string): string {
  const [whole = '0', cents = ''] = yuan.split('.')
  const digits = `${whole}${cents.padEnd(2, '0')}`.padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '')
}

/** Six digits: a second level gets `00` for "no finer kind"; a first level alone is not enough. */
export function nationalCategory(classCode: string | null): string {
  if (!classCode || !findInstrumentClass(classCode) || !/^\d{4}(\d{2})?$/.test(classCode)) return ''
  return classCode.padEnd(6, '0')
}

/** General for the first three classes, special for the others, as the classification rules it. */
function usage(category: string): string {
  if (category === '') return ''
  return Number(category.slice(0, 2)) <= 3 ? '通用' : '专用'
}

/** The messages of a resource and the mandatory fields that are missing in them. Fields that are not held are left out. */
export function nationalMessages(facts: NationalFacts): { messages: NationalMessage[]; missing: MissingField[] } {
  const all = DRAFTS[facts.kind](facts)
  return complete(all, facts.resourceId, facts.innerNumber)
}

/** The message of an institution that has something published, and what is missing in it. Its own number there is its credit code. */
export function centreMessage(centre: NationalCentre): { messages: NationalMessage[]; missing: MissingField[] } {
  const usages = new Set(centre.classCodes.map(nationalCategory).map(usage).filter(Boolean))
  const fields = {
    cname: centre.name,
    innerId: textOf(centre.institutionCode),
    insCode: textOf(centre.institutionCode),
    url: textOf(centre.website),
    establish: textOf(centre.establishedOn),
    // Of one kind only when all of its instruments are.
    type: usages.size === 1 ? ([...usages][0] ?? '') : '',
    subject: textOf(centre.capabilities),
    serviceContent: textOf(centre.introduction),
    serviceUrl: centre.pageUrl,
    contact: textOf(centre.contactName),
    phone: textOf(centre.contactPhone),
    email: textOf(centre.contactEmail),
    county: textOf(centre.county),
    street: textOf(centre.address),
    postalcode: textOf(centre.postcode),
    shareMode: centre.isSharedOutside ? chinese('shareMode', 'outside') : '',
    auditStatus: '-1',
  }
  return complete([{ type: 1, fields }], null, centre.institutionCode)
}

/** Leaves out what is not held, and names what is mandatory among it. */
function complete(drafts: readonly Draft[], resourceId: string | null, innerNumber: string | null) {
  const messages = drafts.map(({ type, fields }) => ({
    type,
    resourceId,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  }))
  const missing = messages.flatMap(({ type, fields }) =>
    MANDATORY[type].filter((field) => !(field in fields)).map((field) => ({ type, resourceId, innerId: innerNumber ?? '', field })),
  )
  return { messages, missing }
}

type Draft = { readonly type: NationalType; readonly fields: Readonly<Record<string, string>> }

const common = (facts: NationalFacts): Record<string, string> => ({
  cname: textOf(facts.nameZh),
  ename: textOf(facts.nameEn),
  innerId: textOf(facts.innerNumber),
  insCode: textOf(facts.institutionCode),
  contact: textOf(facts.contactName),
  phone: textOf(facts.contactPhone),
  email: textOf(facts.contactEmail),
  county: textOf(facts.county),
  street: textOf(facts.address),
  postalcode: textOf(facts.postcode),
  image: textOf(facts.photoUrl),
  // Not audited by the national platform.
  auditStatus: '-1',
})

function instrument(facts: NationalFacts): Draft {
  const { detail } = facts
  const category = nationalCategory(facts.classCode)
  return {
    type: 4,
    fields: {
      ...common(facts),
      instrBelongsType: textOf(detail.belongsType),
      instrBelongsName: textOf(detail.belongsName) || textOf(facts.institutionName),
      instrCategory: category,
      instrSource: chinese('acquisition', detail.acquisition),
      instrSupervise: yesNo(detail.isCustomsSupervised),
      worth: detail.originalValue ? tenThousands(String(detail.originalValue)) : '',
      nation: textOf(detail.manufacturerCountry),
      manufacturer: textOf(detail.manufacturer),
      beginDate: textOf(detail.startedOn),
      type: usage(category),
      instrVersion: textOf(facts.model),
      technical: textOf(detail.technicalIndicators),
      function: textOf(detail.functions),
      subject: textOf(detail.subjects),
      serviceContent: textOf(detail.serviceContent),
      achievement: textOf(detail.achievements),
      status: chinese('operatingStatus', facts.operatingStatus),
      requirement: textOf(detail.requirements),
      fee: textOf(detail.feeText) || textOf(facts.priceText),
      serviceUrl: textOf(detail.serviceUrl) || facts.pageUrl,
      shareMode: chinese('shareMode', detail.shareMode),
    },
  }
}

function customs(facts: NationalFacts): Draft[] {
  const record = facts.detail.customs as Readonly<Record<string, unknown>> | null | undefined
  if (!record) return []
  return [
    {
      type: 5,
      fields: {
        innerId: textOf(facts.innerNumber),
        codeCpd: textOf(record.codeCpd),
        numberCpd: textOf(record.numberCpd),
        declarationNumber: textOf(record.declarationNumber),
        contractNumber: textOf(record.contractNumber),
        importPort: textOf(record.importPort),
        responsibleCustoms: textOf(record.responsibleCustoms),
        importDate: textOf(record.importDate),
        share: yesNo(record.isShared),
        feesApproved: textOf(record.feesApproved),
        hsCode: textOf(record.hsCode),
        record: textOf(record.record),
      },
    },
  ]
}

function facility(facts: NationalFacts): Draft {
  return {
    type: 2,
    fields: {
      ...common(facts),
      technical: facts.specifications.join('；'),
      function: textOf(facts.description) || textOf(facts.summary),
      serviceContent: textOf(facts.summary),
      status: chinese('operatingStatus', facts.operatingStatus),
      fee: textOf(facts.priceText),
      serviceUrl: facts.pageUrl,
    },
  }
}

function unit(facts: NationalFacts): Draft {
  const { detail } = facts
  return {
    type: 3,
    fields: {
      ...common(facts),
      establish: textOf(detail.establishedOn),
      level: textOf(detail.level),
      subject: textOf(detail.disciplines),
      function: textOf(detail.functions),
      achievement: textOf(detail.achievements),
      status: chinese('operatingStatus', facts.operatingStatus),
      serviceUrl: facts.pageUrl,
    },
  }
}

const DRAFTS = {
  laboratory: (facts: NationalFacts) => [unit(facts)],
  instrument: (facts: NationalFacts) => [instrument(facts), ...customs(facts)],
  facility: (facts: NationalFacts) => [facility(facts)],
} as const

const ELEMENT = { 1: 'instrumentCentre', 2: 'facility', 3: 'serviceUnit', 4: 'instrument', 5: 'customs' } as const

/** One message as an XML element, indented by two spaces. */
export function messageXml(message: NationalMessage): string {
  return fieldsXml(ELEMENT[message.type], message.type, message.fields)
}
