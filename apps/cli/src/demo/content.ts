import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { addDays } from '@jiju/kernel/local-date'
import { formatFen } from '@jiju/kernel/money'
import { addYears, type Context, yuanToFen } from './context.ts'
import type { PlannedInstrument } from './instruments.ts'
import type { Random } from './random.ts'
import type { Provider, Service } from './reference.ts'

export type Contact = { readonly name: string; readonly email: string }

type Shared = Omit<Extract<ResourceContent, { kind: 'instrument' }>, 'kind' | 'detail'>

/** The fields that every kind has, with the demo's defaults. */
export function sharedContent(context: Context, provider: Provider, contact: Contact): Shared {
  return {
    innerNumber: null,
    siteId: context.id(`site|${provider.key}`),
    nameZh: null,
    nameEn: null,
    model: null,
    classCode: null,
    summary: null,
    description: null,
    location: null,
    contactName: contact.name,
    contactPhone: '000-5550-0000',
    contactEmail: contact.email,
    contactHours: '工作日 08:30—17:30',
    keywords: [],
    specifications: [],
    methodIds: [],
    standards: [],
    deviceClassCodes: [],
    photos: [],
    attachments: [],
  }
}

const MODES: Readonly<Record<string, string>> = { self_service: '自主上机', with_operator: '委托上机' }

/** Everything that the catalogue knows of one instrument. */
export function instrumentContent(
  context: Context,
  random: Random,
  plan: PlannedInstrument,
  facts: { contact: Contact; operations: readonly string[]; hourYuan: number; standardId: (number: string) => string },
): Extract<ResourceContent, { kind: 'instrument' }> {
  const { type, provider, model, pinned } = plan
  const year = pinned
    ? Number(/20\d{2}/.exec(pinned.innerNumber)?.[0] ?? 2021)
    : random.int(2013, Number(context.referenceDay.slice(0, 4)) - 1)
  const started = `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  const valueWan = random.int(type.valueWan[0], type.valueWan[1]) + random.int(0, 99) / 100
  const nameZh = pinned?.nameZh ?? (plan.number > 0 ? `${type.nameZh} ${plan.number} 号` : type.nameZh)
  const isChinese = 'country' in model && model.country === '中国'
  const isOnDuty = valueWan >= 50 && provider.type === 'university'
  return {
    kind: 'instrument',
    ...sharedContent(context, provider, facts.contact),
    innerNumber: pinned?.innerNumber ?? `${provider.key.toUpperCase()}-${year}-${String(plan.ordinal).padStart(3, '0')}`,
    nameZh,
    nameEn: plan.number > 0 ? `${type.nameEn} No. ${plan.number}` : type.nameEn,
    model: `${model.maker} ${model.model}`,
    classCode: type.classCode,
    summary: `${type.usesZh}。${facts.operations.map((mode) => MODES[mode]).join('、')}`,
    description: `主要用途：${type.usesZh}。\n样品要求：${type.sampleZh}。\n技术指标为产品资料中的典型值，以机构确认为准。`,
    location: pinned?.location ?? `${provider.building} ${random.int(1, 6)}${String(random.int(1, 28)).padStart(2, '0')} 室`,
    keywords: [model.maker],
    specifications: [
      { name: '技术指标', value: type.technicalZh, isConfirmed: false },
      { name: '样品要求', value: type.sampleZh, isConfirmed: true },
    ],
    standards: type.standards.map((number) => ({ standardId: facts.standardId(number), note: null })),
    detail: {
      nationalNumber: null,
      manufacturer: model.maker,
      manufacturerCountry: 'country' in model ? (model.country ?? null) : null,
      startedOn: started,
      originalValue: formatFen(yuanToFen(Math.round(valueWan * 10_000))),
      acquisition: random.weighted([
        ['purchased', 92],
        ['leased', 3],
        ['donated', 3],
        ['developed', 2],
      ] as const),
      isCustomsSupervised: !isChinese && isOnDuty && random.chance(0.3),
      belongsType: provider.type === 'university' || provider.type === 'institute' ? '科学仪器中心' : '服务单元',
      belongsName: provider.name,
      technicalIndicators: type.technicalZh,
      functions: type.usesZh,
      accessories: null,
      uses: type.usesZh,
      subjects: [],
      serviceContent: type.usesZh,
      achievements: null,
      knownUsers: null,
      certification: null,
      requirements: type.sampleZh,
      feeText: `企业 ${facts.hourYuan} 元/小时起`,
      openHoursText: null,
      serviceUrl: null,
      shareMode: 'outside',
      calibratedUntil: random.chance(0.85) ? addDays(context.referenceDay, random.int(-20, 420)) : null,
      customs: null,
    },
  }
}

/** Everything that the catalogue knows of one testing service; the turnaround is a planning value until its provider confirms it. */
export function serviceContent(
  context: Context,
  service: Service,
  provider: Provider,
  facts: { contact: Contact; methodIds: readonly string[]; standardId: (number: string) => string },
): Extract<ResourceContent, { kind: 'testing_service' }> {
  const [min, max] = service.turnaroundDays
  return {
    kind: 'testing_service',
    ...sharedContent(context, provider, facts.contact),
    innerNumber: `JC-${service.key}`,
    nameZh: service.nameZh,
    nameEn: service.nameEn,
    summary: `${service.parameters.join('、')}`,
    description: `依据：${service.standards.join('、')}。\n样品：${service.sampleZh}。\n周期为规划值，以机构报价为准。`,
    location: provider.building,
    keywords: [],
    specifications: [
      { name: '检测周期', value: min === max ? `${min} 个工作日` : `${min}—${max} 个工作日`, isConfirmed: false },
      { name: '标准依据', value: service.standards.join('、'), isConfirmed: service.standardsCertainty === 'seen' },
    ],
    methodIds: [...facts.methodIds],
    standards: service.standards.map((number) => ({ standardId: facts.standardId(number), note: null })),
    detail: {
      turnaroundDaysMin: min,
      turnaroundDaysMax: max,
      parameters: service.parameters.map((name) => ({ name, limits: null })),
      sampleRequirements: service.sampleZh,
      sampleQuantity: service.sampleZh,
      reportLanguages: ['zh', 'en'],
      judgementBasis: null,
      isSubcontracted: false,
    },
  }
}

/** A year and a day that an accreditation covers, around the reference day. */
export function accreditationYears(context: Context, random: Random, isExpired: boolean): { from: string; to: string } {
  const to = addDays(context.referenceDay, isExpired ? -random.int(20, 200) : random.int(120, 1500))
  return { from: addDays(addYears(to, -6), 1), to }
}
