import { type HolidayRule, readHours, type WrittenHours } from '@jiju/booking/core/opening-hours'
import { planQueue, promisedDay } from '@jiju/booking/core/samples/plan-queue'
import { readableNumber } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import type { Context, Row } from './context.ts'
import { ZONE } from './reference.ts'

const HOUR = 3_600_000
const DAILY = 12

type Given = {
  readonly providerId: string
  readonly engineerId: string
  readonly enterpriseId: string
  readonly resources: readonly Row[]
  readonly sites: readonly Row[]
  readonly prices: readonly Row[]
  /** Enterprises and one of their persons each. */
  readonly customers: readonly { readonly organisationId: string; readonly personId: string }[]
}

type DemoSamples = { readonly queues: Row[]; readonly days: Row[]; readonly submissions: Row[]; readonly places: Row[] }

const WAITING = [
  { samples: 4, kind: '聚乳酸薄膜', state: 'running', hours: 50 },
  { samples: 6, kind: '镍钛合金丝', state: 'received', hours: 30 },
  { samples: 10, kind: '可吸收缝线', state: 'queued', hours: 20 },
  { samples: 8, kind: '水凝胶冻干样', state: 'queued', hours: 6 },
] as const

/** One queue of samples with four submissions in it, on an instrument of the provider that has a price per sample. */
export function generateSamples(context: Context, given: Given): DemoSamples {
  const priced = given.prices.filter((row) => row.unit === 'sample' && row.customer_class === 'enterprise')
  const resource = given.resources.find(
    (row) => row.provider_id === given.providerId && priced.some((price) => price.resource_id === row.id),
  )
  const site = given.sites.find((row) => row.id === resource?.site_id)
  const unitFen = BigInt(String(priced.find((price) => price.resource_id === resource?.id)?.price_fen ?? 0))
  if (!resource || !site) return { queues: [], days: [], submissions: [], places: [] }

  const hours = readHours({
    zone: ZONE,
    opening: site.opening as WrittenHours['opening'],
    holidayRule: (site.holiday_rule as HolidayRule | undefined) ?? 'closed',
    dayExceptions: (site.day_exceptions as WrittenHours['dayExceptions'] | undefined) ?? [],
  })
  const today = context.referenceDay
  const plan = planQueue(
    hours,
    WAITING.map(({ samples }, index) => ({ id: String(index), samples, earliest: today })),
    DAILY,
    new Map(),
  )
  const taken = new Map<LocalDate, number>()
  const made: DemoSamples = {
    queues: [
      {
        resource_id: resource.id,
        provider_id: given.providerId,
        daily_capacity: DAILY,
        lead_days: 1,
        max_samples: 20,
        instructions: '样品干燥、密封，每件单独标号。寄送前请在包裹外写明送样编号。',
        updated_at: context.now,
      },
    ],
    days: [],
    submissions: [],
    places: [],
  }
  for (const [index, { samples, kind, state, hours: ago }] of WAITING.entries()) {
    const places = plan?.get(String(index)) ?? []
    const id = context.id(`samples|${index}`)
    const at = new Date(context.now.getTime() - ago * HOUR)
    const isEngineer = index === 1
    const customer = isEngineer
      ? { organisationId: given.enterpriseId, personId: given.engineerId }
      : given.customers[index % given.customers.length]
    if (!customer) continue
    for (const { day, samples: count } of places) {
      taken.set(day, (taken.get(day) ?? 0) + count)
      made.places.push({ submission_id: id, day, samples: count })
    }
    made.submissions.push({
      id,
      number: readableNumber('SMP', context.dayOf(at.getTime()), id),
      resource_id: resource.id,
      provider_id: given.providerId,
      organisation_id: customer.organisationId,
      booker_id: customer.personId,
      state,
      position: index + 1,
      sample_count: samples,
      sample_kind: kind,
      project: null,
      note: null,
      customer_class: 'enterprise',
      unit_price_fen: unitFen.toString(),
      price_fen: (unitFen * BigInt(samples)).toString(),
      first_promised_day: promisedDay(places),
      promised_day: promisedDay(places),
      received_at: state === 'queued' ? null : new Date(at.getTime() + 3 * HOUR),
      started_at: state === 'running' ? new Date(at.getTime() + 5 * HOUR) : null,
      created_at: at,
      updated_at: at,
      version: 1,
    })
  }
  made.days.push(...[...taken].map(([day, count]) => ({ resource_id: resource.id, day, capacity: DAILY, taken: count })))
  return made
}
