import type { Rate } from '@jiju/booking/core/prices/quote'
import type { Tariff } from '@jiju/booking/core/prices/tariff'
import type { Operation } from '@jiju/booking/core/vocabulary'
import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { contentColumns } from '@jiju/catalog/server/content-columns'
import { accreditationYears, type Contact, instrumentContent, serviceContent } from './content.ts'
import { type Context, type Row, yuanToFen } from './context.ts'
import { type PlannedInstrument, planInstruments } from './instruments.ts'
import { OTHER_RESOURCES, otherContent } from './other-resources.ts'
import type { DemoPeople } from './people.ts'
import { pricesOf, roundYuan } from './prices.ts'
import {
  DISTRICT,
  INSTRUMENT_TYPES,
  OPENINGS,
  type Opening,
  PERSONS,
  type Provider,
  RULES,
  type Service,
  type UsageRules,
  ZONE,
} from './reference.ts'
import { type DemoStandards, generateStandards } from './standards.ts'
import { tariffsOf } from './tariffs.ts'

/** What the bookings need to know of one bookable resource. */
export type BookableResource = {
  readonly id: string
  readonly provider: Provider
  readonly providerId: string
  readonly rules: UsageRules
  readonly opening: Opening
  readonly rates: readonly Rate[]
  /** Those that price the bookings of this year. */
  readonly tariffs: readonly Tariff[]
  readonly operatingStatus: string
  /** Share of the opening hours that is used in a full week, 0–1; undefined is drawn. */
  readonly utilisation: number | undefined
}

type Tables = Readonly<
  Record<
    | 'provider'
    | 'site'
    | 'resource'
    | 'resource_version'
    | 'resource_standard'
    | 'resource_method'
    | 'method'
    | 'resource_price'
    | 'accreditation'
    | 'accreditation_item'
    | 'calendar'
    | 'tariff',
    Row[]
  >
>

type DemoCatalog = { readonly bookable: readonly BookableResource[]; readonly standards: DemoStandards; readonly rows: Tables }

/** Providers, sites, resources of every kind with prices, scopes and booking rules. */
export function generateCatalog(
  context: Context,
  scope: { providers: readonly Provider[]; services: readonly Service[]; maxInstruments: number; people: DemoPeople },
): DemoCatalog {
  const standards = generateStandards(context)
  const bookable: BookableResource[] = []
  const rows: Tables = {
    provider: [],
    site: [],
    resource: [],
    resource_version: [],
    resource_standard: [],
    resource_method: [],
    method: [],
    resource_price: [],
    accreditation: [],
    accreditation_item: [],
    calendar: [],
    tariff: [],
  }
  const contacts = contactsOf(context, scope)
  for (const provider of scope.providers) addProvider(context, rows, provider, contacts(provider))

  const plans = planInstruments(context.random('instruments'), scope.providers)
  for (const plan of trim(plans, scope.maxInstruments)) {
    const random = context.random(`instrument|${plan.provider.key}|${plan.ordinal}`)
    const rules = RULES[plan.type.rules] as UsageRules
    const [low, high] = plan.type.hourYuan
    const hourYuan = plan.pinned?.hourYuan ?? roundYuan(random.int(low, high))
    const content = instrumentContent(context, random, plan, {
      contact: contacts(plan.provider),
      operations: rules.operations,
      hourYuan,
      standardId: standards.idOf,
    })
    const id = context.id(`instrument|${plan.provider.key}|${plan.ordinal}`)
    const offers = [{ unit: 'hour', yuan: hourYuan }]
    if (plan.type.area === 'chemistry' && random.chance(0.6)) offers.push({ unit: 'sample', yuan: roundYuan(hourYuan * 1.4) })
    const operatingStatus = plan.pinned
      ? 'normal'
      : random.weighted([
          ['normal', 955],
          ['occasional_fault', 25],
          ['under_repair', 20],
        ] as const)
    const resource = { id, provider: plan.provider, content, rules, offers, operatingStatus }
    const priced = addResource(context, rows, resource)
    bookable.push({
      ...bookableOf(context, resource, priced),
      utilisation: plan.pinned?.utilisationPercent === undefined ? undefined : plan.pinned.utilisationPercent / 100,
    })
  }
  addServices(context, rows, { ...scope, contacts, standards })
  for (const other of OTHER_RESOURCES) {
    const provider = scope.providers.find(({ key }) => key === other.provider)
    if (!provider) continue
    const content = otherContent(context, other, provider, contacts(provider))
    const rules = other.rules ? (RULES[other.rules] as UsageRules) : undefined
    const resource: NewResource = {
      id: context.id(`other|${other.key}`),
      provider,
      content,
      rules,
      offers: [{ unit: other.unit, yuan: other.priceYuan }],
      operatingStatus: 'normal',
      state: other.state ?? 'published',
    }
    const priced = addResource(context, rows, resource)
    // People's help is booked beside an instrument, not for itself.
    if (rules && resource.state === 'published' && other.kind !== 'technical_service')
      bookable.push({ ...bookableOf(context, { ...resource, rules }, priced), utilisation: undefined })
  }
  addAccreditations(context, rows, scope.providers, standards)
  markChangesInReview(context, rows)
  return { bookable, standards, rows }
}

/** The first instruments of each provider in turn, so that a small district still has all kinds of houses. */
function trim(plans: readonly PlannedInstrument[], most: number): readonly PlannedInstrument[] {
  if (plans.length <= most) return plans
  const share = new Map<string, number>()
  const providers = new Set(plans.map(({ provider }) => provider.key)).size
  return plans
    .filter(({ provider }) => {
      const taken = share.get(provider.key) ?? 0
      share.set(provider.key, taken + 1)
      return taken < Math.ceil(most / providers)
    })
    .slice(0, most)
}

function contactsOf(context: Context, scope: { people: DemoPeople }): (provider: Provider) => Contact {
  return (provider) => {
    const organisationId = context.id(`organisation|${provider.key}`)
    const manager = scope.people.members.find(
      (member) => member.organisationId === organisationId && member.roles.includes('provider:lab_manager'),
    )
    return { name: manager?.name ?? provider.shortName, email: `contact-${provider.key}@${PERSONS.emailDomain}` }
  }
}

function addProvider(context: Context, rows: Tables, provider: Provider, contact: Contact): void {
  const at = context.instant(-400)
  rows.provider.push({
    organisation_id: context.id(`organisation|${provider.key}`),
    introduction_zh: provider.introductionZh,
    introduction_en: `${provider.nameEn}. Invented for the demo district.`,
    contact_name: contact.name,
    phone: '000-5550-0000',
    email: contact.email,
    established_on: `${2004 + (provider.key.length % 15)}-09-01`,
    capabilities: provider.capabilities,
    created_at: at,
    updated_at: at,
  })
  rows.site.push({
    id: context.id(`site|${provider.key}`),
    provider_id: context.id(`organisation|${provider.key}`),
    name: siteName(provider),
    name_en: `${provider.nameEn}, main site`,
    address: provider.address,
    district: DISTRICT.nameZh,
    longitude: provider.longitude,
    latitude: provider.latitude,
    zone: ZONE,
    opening: OPENINGS[provider.opening],
    holiday_rule: provider.holidayRule,
    access_note: '请凭预约编号在前台登记，样品由专人接收。',
    created_at: at,
    updated_at: at,
  })
}

const SITE_WORDS: Readonly<Partial<Record<Provider['type'], string>>> = { university: '校区', hospital: '院区' }

/** Named after its street: 临江区鹭洲路 800 号 of a university is the 鹭洲校区. */
function siteName(provider: Provider): string {
  const street = /区(.+?)(?:路|大道)/.exec(provider.address)?.[1] ?? provider.shortName
  return `${street}${SITE_WORDS[provider.type] ?? '园区'}`
}

type NewResource = {
  readonly id: string
  readonly provider: Provider
  readonly content: ResourceContent
  readonly rules: UsageRules | undefined
  readonly offers: readonly { unit: string; yuan: number }[]
  readonly operatingStatus: string
  readonly state?: 'published' | 'in_review' | 'draft'
}

function addResource(context: Context, rows: Tables, resource: NewResource): Pick<BookableResource, 'rates' | 'tariffs'> {
  const { id, provider, content, rules, state = 'published' } = resource
  const providerId = context.id(`organisation|${provider.key}`)
  const at = context.instant(state === 'published' ? -390 : -2, 615)
  const isPublic = state === 'published'
  const columns = contentColumns(content)
  rows.resource.push({
    id,
    provider_id: providerId,
    ...columns,
    original_value_fen: columns.original_value_fen?.toString() ?? null,
    content,
    status: state,
    work_state: isPublic ? 'none' : state,
    working: null,
    operating_status: resource.operatingStatus,
    opening: rules?.opening ? OPENINGS[rules.opening] : null,
    version: 1,
    published_version: isPublic ? 1 : null,
    published_at: isPublic ? at : null,
    submitted_at: state === 'draft' ? null : at,
    submitted_by: null,
    created_at: at,
    updated_at: at,
  })
  rows.resource_version.push({
    resource_id: id,
    version: 1,
    content,
    state: isPublic ? 'published' : state,
    author_organisation_id: providerId,
    at,
  })
  for (const [position, { standardId }] of content.standards.entries())
    rows.resource_standard.push({ resource_id: id, standard_id: standardId, position })
  for (const [position, methodId] of content.methodIds.entries())
    rows.resource_method.push({ resource_id: id, method_id: methodId, position })
  const { rates, rows: prices } = pricesOf(context, context.random(`price|${id}`), { resourceId: id, provider, offers: resource.offers })
  rows.resource_price.push(...prices)
  if (!rules || !isPublic) return { rates, tariffs: [] }
  rows.calendar.push(calendarRow(id, providerId, rules, at))
  const tariffs = tariffsOf(context, { resourceId: id, providerId, rates })
  rows.tariff.push(...tariffs.rows)
  return { rates, tariffs: tariffs.inForce }
}

function bookableOf(
  context: Context,
  resource: NewResource & { rules?: UsageRules | undefined },
  priced: Pick<BookableResource, 'rates' | 'tariffs'>,
): Omit<BookableResource, 'utilisation'> {
  const rules = resource.rules as UsageRules
  return {
    id: resource.id,
    provider: resource.provider,
    providerId: context.id(`organisation|${resource.provider.key}`),
    rules,
    opening: OPENINGS[rules.opening ?? resource.provider.opening] as Opening,
    ...priced,
    operatingStatus: resource.operatingStatus,
  }
}

function calendarRow(resourceId: string, providerId: string, rules: UsageRules, at: Date): Row {
  const operations: readonly Operation[] = rules.operations
  return {
    resource_id: resourceId,
    provider_id: providerId,
    confirmation: rules.confirmation,
    operations,
    operator_hour_fen: rules.operatorHourYuan === null ? null : yuanToFen(rules.operatorHourYuan).toString(),
    step_minutes: rules.stepMinutes,
    billing_step_minutes: rules.billingStepMinutes,
    min_minutes: rules.minMinutes,
    max_minutes: rules.maxMinutes,
    buffer_before_minutes: rules.bufferBeforeMinutes,
    buffer_after_minutes: rules.bufferAfterMinutes,
    min_notice_minutes: rules.minNoticeMinutes,
    horizon_days: rules.horizonDays,
    free_cancel_hours: rules.freeCancelHours,
    late_cancel_percent: rules.lateCancelPercent,
    created_at: at,
    updated_at: at,
  }
}

function addServices(
  context: Context,
  rows: Tables,
  scope: {
    providers: readonly Provider[]
    services: readonly Service[]
    contacts: (provider: Provider) => Contact
    standards: DemoStandards
  },
): void {
  const methods = new Map<string, string>()
  for (const service of scope.services) {
    const provider = scope.providers.find(({ key }) => key === service.provider) ?? (scope.providers[0] as Provider)
    const methodIds = service.parameters
      .filter((name) => name.endsWith('法'))
      .map((name) => {
        const known = methods.get(name) ?? context.id(`method|${name}`)
        if (!methods.has(name)) rows.method.push({ id: known, provider_id: null, name_zh: name, created_at: context.instant(-400) })
        methods.set(name, known)
        return known
      })
    const content = serviceContent(context, service, provider, {
      contact: scope.contacts(provider),
      methodIds,
      standardId: scope.standards.idOf,
    })
    addResource(context, rows, {
      id: context.id(`service|${service.key}`),
      provider,
      content,
      rules: undefined,
      offers: [{ unit: service.unit, yuan: service.priceYuan }],
      operatingStatus: 'normal',
    })
  }
}

/** Scopes name the standards that the provider's resources cite. Every fifth certificate has run out, so that the expiry shows. */
function addAccreditations(context: Context, rows: Tables, providers: readonly Provider[], standards: DemoStandards): void {
  const random = context.random('accreditations')
  let count = 0
  for (const provider of providers) {
    const providerId = context.id(`organisation|${provider.key}`)
    const own = new Set(rows.resource.filter((row) => row.provider_id === providerId).map((row) => row.id))
    const cited = [...new Set(rows.resource_standard.filter((row) => own.has(row.resource_id)).map((row) => row.standard_id as string))]
    for (const scheme of provider.accreditations) {
      count += 1
      const id = context.id(`accreditation|${provider.key}|${scheme}`)
      const { from, to } = accreditationYears(context, random, count % 5 === 0 && !provider.pinned.length)
      const at = context.instant(-390)
      rows.accreditation.push({
        id,
        provider_id: providerId,
        scheme,
        certificate_no: `演示-${scheme.toUpperCase()}-${from.slice(0, 4)}-${String(count).padStart(4, '0')}`,
        valid_from: from,
        valid_to: to,
        note: '演示数据，证书编号为虚构。',
        created_at: at,
        updated_at: at,
      })
      for (const [position, standardId] of cited.entries()) {
        const standard = standards.rows.standard.find((row) => row.id === standardId)
        rows.accreditation_item.push({
          id: context.id(`scope|${provider.key}|${scheme}|${position}`),
          accreditation_id: id,
          position,
          product: '医疗器械',
          parameter: (standard?.title_zh as string | null)?.slice(0, 300) ?? null,
          standard_id: standardId,
          limits: random.chance(0.08) ? '只用第一法' : null,
        })
      }
    }
  }
}

// Published resources whose next version waits for the operator.
const CHANGES_IN_REVIEW = 4

function markChangesInReview(context: Context, rows: Tables): void {
  const published = rows.resource.filter((row) => row.status === 'published' && row.kind === 'instrument')
  const step = Math.max(1, Math.floor(published.length / CHANGES_IN_REVIEW))
  for (let i = 0; i < published.length && i < step * CHANGES_IN_REVIEW; i += step) {
    const row = published[i] as Row
    const at = context.instant(-1, 560 + i)
    const working = { ...(row.content as ResourceContent), contactHours: '工作日 08:00—18:00，周六 09:00—16:00' }
    Object.assign(row, { working, work_state: 'in_review', version: 2, submitted_at: at, updated_at: at })
    rows.resource_version.push({
      resource_id: row.id,
      version: 2,
      content: working,
      state: 'in_review',
      author_organisation_id: row.provider_id,
      at,
    })
  }
}

/** How many instruments the whole district has. */
export const INSTRUMENT_COUNT = INSTRUMENT_TYPES.reduce((sum, { count }) => sum + count, 0)
