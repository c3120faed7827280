import type { LocalDate } from '@jiju/kernel/local-date'
import { addDays } from '@jiju/kernel/local-date'
import { formatFen } from '@jiju/kernel/money'
import { workingDaysBetween } from '@jiju/kernel/working-days'
import { instantAt, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { EarliestLine } from '../../contract/earliest.ts'
import { DEFAULT_PLAN, planResult, reviewedDay, type ServicePlan } from '../../core/earliest/plan-result.ts'
import type { Ranked } from '../../core/earliest/rank.ts'
import { isOrderable, ORDERABLE_KINDS, type OrderableKind } from '../../core/forms/orderable-kinds.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { readFacts } from '../enquiries/provider-facts.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import {
  type AheadRow,
  listAccreditations,
  listAhead,
  listDoubtfulStandards,
  listPlannedServices,
  type PlannedServiceRow,
} from '../sql/earliest.ts'
import { findOrganisation, type OrganisationRow } from '../sql/organisations.ts'
import { listServicePrices } from '../sql/services.ts'
import { bestVoucher } from './best-voucher.ts'

type Need = {
  /** Null: every service. */
  readonly serviceIds: readonly string[] | null
  readonly quantityOf: (serviceId: string) => number
  readonly readyDay: LocalDate | undefined
  readonly transportDays: number | undefined
  readonly deadline: LocalDate | undefined
  readonly schemes: readonly string[]
  /** Who asks; null for a stranger, who sees what an enterprise of the district pays. */
  readonly organisationId: string | null
}

type PlannedLine = { readonly line: EarliestLine; readonly ranked: Ranked }

/** More services than a page of a district has. */
const MAX_SERVICES = 500
/** What is promised when the catalogue does not say. */
const DEFAULT_TURNAROUND = { min: 10, max: 15 }
/** How far ahead an instrument's free time is looked for. */
const LOOK_DAYS = 90

type Facts = {
  readonly today: LocalDate
  readonly customer: OrganisationRow | undefined
  readonly prices: Awaited<ReturnType<typeof listServicePrices>>
  readonly ahead: readonly AheadRow[]
  readonly accreditations: Awaited<ReturnType<typeof listAccreditations>>
  readonly standards: Awaited<ReturnType<typeof listDoubtfulStandards>>
  readonly facts: Awaited<ReturnType<typeof readFacts>>
  readonly instrumentDays: ReadonlyMap<string, LocalDate>
}

/** For each service when its result would be there, what it would cost and why; in no order. */
export async function planServices(db: Db<OrdersTables>, needs: OrdersNeeds, need: Need, now: Date): Promise<PlannedLine[]> {
  const today = localDayOf(now, ORDER_ZONE)
  const services = (await listPlannedServices(db, { ids: need.serviceIds, kinds: ORDERABLE_KINDS, limit: MAX_SERVICES })).filter(
    ({ provider_id }) => provider_id !== need.organisationId,
  )
  const ids = services.map(({ id }) => id)
  const customer = need.organisationId ? await findOrganisation(db, need.organisationId) : undefined
  const facts: Facts = {
    today,
    customer,
    prices: await listServicePrices(db, ids, today),
    ahead: await listAhead(db, ids),
    accreditations: await listAccreditations(db, ids),
    standards: await listDoubtfulStandards(db, ids),
    facts: await readFacts(db, [...new Set(services.map(({ provider_id }) => provider_id))], now),
    instrumentDays: await findInstrumentDays(needs, services, { need, customer, today }),
  }
  return Promise.all(services.map((service) => planService(db, needs, { service, need, facts, now })))
}

const planOf = (service: PlannedServiceRow): ServicePlan =>
  service.receives === null
    ? DEFAULT_PLAN
    : {
        receives: service.receives,
        parallelOrders: service.parallel_orders ?? DEFAULT_PLAN.parallelOrders,
        intakeDays: service.intake_days ?? DEFAULT_PLAN.intakeDays,
        isStated: true,
      }

type Asked = { readonly need: Need; readonly customer: OrganisationRow | undefined; readonly today: LocalDate }

function wayOf(service: PlannedServiceRow, { need, customer, today }: Asked) {
  const isNear = !customer?.district || !service.district || customer.district === service.district
  const readyDay = need.readyDay && need.readyDay > today ? need.readyDay : today
  return { readyDay, transportDays: need.transportDays ?? (isNear ? 1 : 2), plan: planOf(service) }
}

/** First free day of each service's instrument once its samples are reviewed; services that look from the same day for as long are asked together. */
async function findInstrumentDays(
  needs: OrdersNeeds,
  services: readonly PlannedServiceRow[],
  asked: Asked,
): Promise<Map<string, LocalDate>> {
  const looks = new Map<string, { from: LocalDate; minutes: number; services: PlannedServiceRow[] }>()
  for (const service of services) {
    if (service.instrument_id === null || service.instrument_minutes === null) continue
    const from = reviewedDay(wayOf(service, asked))
    const key = `${from} ${service.instrument_minutes}`
    const look = looks.get(key) ?? { from, minutes: service.instrument_minutes, services: [] }
    look.services.push(service)
    looks.set(key, look)
  }
  const days = new Map<string, LocalDate>()
  for (const { from, minutes, services: own } of looks.values()) {
    const window = { from: instantAt(from, 0, ORDER_ZONE), to: instantAt(addDays(from, LOOK_DAYS), 0, ORDER_ZONE), minutes }
    const instruments = [...new Set(own.flatMap(({ instrument_id }) => instrument_id ?? []))]
    const slots = await needs.firstFreeSlots(instruments, window)
    for (const { id, instrument_id } of own) {
      const slot = instrument_id === null ? undefined : slots.get(instrument_id)
      if (slot) days.set(id, localDayOf(slot.start, ORDER_ZONE))
    }
  }
  return days
}

type One = { readonly service: PlannedServiceRow; readonly need: Need; readonly facts: Facts; readonly now: Date }

async function planService(db: Db<OrdersTables>, needs: OrdersNeeds, { service, need, facts, now }: One): Promise<PlannedLine> {
  const way = wayOf(service, { need, customer: facts.customer, today: facts.today })
  const max = service.turnaround_max ?? service.turnaround_min ?? DEFAULT_TURNAROUND.max
  const turnaround = { min: Math.min(service.turnaround_min ?? DEFAULT_TURNAROUND.min, max), max }
  const ahead = facts.ahead.filter(({ service_id }) => service_id === service.id)
  const instrumentDay = facts.instrumentDays.get(service.id) ?? null
  const planned = planResult({
    ...way,
    ahead: ahead.map(({ due_day, turnaround_days }) => ({ dueDay: due_day, turnaroundDays: turnaround_days })),
    instrumentDay,
    turnaroundDays: turnaround,
  })
  const accreditations = facts.accreditations.filter(
    (row) =>
      row.service_id === service.id && row.valid_from <= planned.resultDay && (row.valid_to === null || row.valid_to >= planned.resultDay),
  )
  const isAccredited = need.schemes.every((scheme) => accreditations.some((row) => row.scheme === scheme))
  const price = priceOf(service, needs, { need, facts })
  const delivered = facts.facts.get(service.provider_id)
  const { deadline, organisationId } = need
  const voucher = price && organisationId ? await bestVoucher(db, { service, totalFen: price.totalFen, organisationId, now }) : null
  const line: EarliestLine = {
    serviceId: service.id,
    nameZh: service.name_zh ?? service.name_en ?? '',
    nameEn: service.name_en,
    kind: kindOf(service),
    providerId: service.provider_id,
    providerName: service.provider_name,
    district: service.district,
    legs: [...planned.legs],
    startDay: planned.startDay,
    resultDay: planned.resultDay,
    bestDay: planned.bestDay,
    lateDays: deadline === undefined ? null : planned.resultDay > deadline ? workingDaysBetween(deadline, planned.resultDay) : 0,
    turnaround,
    receives: way.plan.receives,
    parallelOrders: way.plan.parallelOrders,
    ordersAhead: ahead.length,
    isPlanStated: way.plan.isStated,
    instrumentName: service.instrument_name,
    isInstrumentFree: service.instrument_id === null || instrumentDay !== null,
    sampleRequirements: service.sample_requirements,
    price: price && {
      customerClass: price.customerClass,
      unit: price.unit,
      unitPrice: formatFen(price.unitFen),
      total: formatFen(price.totalFen),
      voucher: voucher === null ? null : formatFen(voucher),
    },
    accreditations: accreditations.map(({ scheme, certificate_no, valid_to }) => ({
      scheme: scheme as EarliestLine['accreditations'][number]['scheme'],
      certificateNo: certificate_no,
      validTo: valid_to,
    })),
    isAccredited,
    deliveries: { inTime: delivered?.deliveries_in_time ?? 0, of: delivered?.deliveries_of ?? 0 },
    standards: facts.standards
      .filter(({ service_id }) => service_id === service.id)
      .map(({ number, status, effective_on }) => ({ number, status, effectiveOn: effective_on })),
  }
  const totalFen = price && price.totalFen - (voucher ?? 0n)
  return { line, ranked: { id: service.id, resultDay: planned.resultDay, totalFen, isAccredited } }
}

function kindOf({ kind }: PlannedServiceRow): OrderableKind {
  if (!isOrderable(kind)) throw new Error(`a ${kind} cannot be ordered`)
  return kind
}

function priceOf(service: PlannedServiceRow, needs: OrdersNeeds, { need, facts }: { need: Need; facts: Facts }) {
  const { customer, prices } = facts
  const customerClass = customer
    ? needs.customerClassOf(customer, { providerId: service.provider_id, district: service.district })
    : 'enterprise'
  const price = prices.find((row) => row.resource_id === service.id && row.customer_class === customerClass)
  if (!price) return null
  return {
    customerClass: price.customer_class,
    unit: price.unit,
    unitFen: price.price_fen,
    totalFen: price.price_fen * BigInt(need.quantityOf(service.id)),
  }
}
