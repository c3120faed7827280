import { cancelFee, freeCancelUntil } from '@jiju/booking/core/cancellation'
import { customerClassOf } from '@jiju/booking/core/customer-class'
import { openSpans, readHours } from '@jiju/booking/core/opening-hours'
import { quotePrice } from '@jiju/booking/core/prices/quote'
import { tariffOn } from '@jiju/booking/core/prices/tariff'
import { blockedRange } from '@jiju/booking/core/reservation-rules'
import type { Operation, ReservationKind, ReservationState } from '@jiju/booking/core/vocabulary'
import { storePriceLines } from '@jiju/booking/server/present'
import { readableNumber } from '@jiju/kernel/ids'
import { addDays, weekdayOf } from '@jiju/kernel/local-date'
import type { BookableResource } from './catalog.ts'
import type { Context, Row } from './context.ts'
import type { DemoMember, DemoOrganisation, DemoPeople } from './people.ts'
import type { Random } from './random.ts'
import { DISTRICT, ZONE } from './reference.ts'
import { timedId } from './stable-id.ts'
import { cutSpans, fillSpan, type Use } from './usage.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/** How far back and ahead the calendars are filled. */
type Period = { readonly pastDays: number; readonly futureDays: number }

type Booker = { readonly organisation: DemoOrganisation; readonly persons: readonly DemoMember[] }
type Market = { readonly enterprises: readonly (readonly [Booker, number])[]; readonly providers: readonly Booker[] }

// Who may take machine time for an enterprise, and for a provider.
const ENTERPRISE_BOOKERS = ['enterprise:engineer', 'enterprise:project_lead', 'enterprise:purchaser', 'enterprise:owner']
const PROVIDER_BOOKERS = ['provider:lab_manager', 'provider:lab_staff']

/** Share of the outside hours by kind of house: what the rest is, is its own use. */
const OUTSIDE_SHARE: Readonly<Record<string, number>> = {
  university: 0.42,
  hospital: 0.38,
  institute: 0.55,
  testing: 0.75,
  pilot: 0.85,
  cdmo: 0.9,
  glp: 0.7,
}

const PROJECTS = [
  '设计验证',
  '注册检验前摸底',
  '工艺验证',
  '材料筛选',
  '失效分析',
  '供应商评价',
  '货架有效期研究',
  '设计变更评估',
  '批间一致性',
  '论文数据补充',
]

/**
 * The district's calendars: uses that obey every rule of booking, sparse a year ago, dense in the last month, thinning out ahead.
 * Prices, fees and buffers come from the functions that the server uses.
 */
export function generateReservations(
  context: Context,
  scope: { bookable: readonly BookableResource[]; people: DemoPeople; period: Period },
): Row[] {
  const market = marketOf(scope.people)
  const spans = new Map<string, number[]>()
  const rows: Row[] = []
  for (const resource of scope.bookable) {
    const key = `${resource.provider.holidayRule}|${resource.rules.opening ?? resource.provider.opening}`
    const known = spans.get(key) ?? openSpansOf(context, resource, scope.period)
    spans.set(key, known)
    addUses(context, rows, { resource, market, spans: known, people: scope.people, period: scope.period })
  }
  return rows
}

function marketOf(people: DemoPeople): Market {
  const booker = (organisation: DemoOrganisation, roles: readonly string[]): Booker => ({
    organisation,
    persons: people.members.filter(
      (member) => member.organisationId === organisation.id && member.roles.some((role) => roles.includes(role)),
    ),
  })
  const verified = people.organisations.filter(({ isVerified }) => isVerified)
  return {
    enterprises: verified
      .filter(({ kind }) => kind === 'enterprise')
      .map((organisation, index) => [booker(organisation, ENTERPRISE_BOOKERS), 1 / (1 + index * 0.08)]),
    providers: verified.filter(({ kind }) => kind === 'provider').map((organisation) => booker(organisation, PROVIDER_BOOKERS)),
  }
}

function openSpansOf(context: Context, resource: BookableResource, period: Period): number[] {
  const hours = readHours({ zone: ZONE, opening: resource.opening, holidayRule: resource.provider.holidayRule, dayExceptions: [] })
  return openSpans(hours, addDays(context.referenceDay, -period.pastDays), period.pastDays + period.futureDays)
}

/** How much of a full week's use a day has: the platform grew through its first year, and weeks ahead fill up as they come near. */
function densityOn(daysFromNow: number): number {
  if (daysFromNow >= 21) return 0.12
  if (daysFromNow >= 14) return 0.22
  if (daysFromNow >= 7) return 0.45
  if (daysFromNow >= 0) return 0.8
  if (daysFromNow >= -28) return 1
  if (daysFromNow >= -60) return 0.2
  return Math.max(0.03, 0.06 + (daysFromNow + 60) / 8000)
}

type Calendar = {
  readonly resource: BookableResource
  readonly market: Market
  readonly spans: readonly number[]
  readonly people: DemoPeople
  readonly period: Period
}

function addUses(context: Context, rows: Row[], calendar: Calendar): void {
  const { resource, market } = calendar
  const { rules } = resource
  const random = context.random(`uses|${resource.id}`)
  const utilisation = resource.utilisation ?? 0.2 + 0.75 * random.next() ** 1.5
  const gapMinutes = rules.bufferBeforeMinutes + rules.bufferAfterMinutes
  const shape = { stepMinutes: rules.stepMinutes, gapMinutes, lengths: rules.lengths }
  const own = market.providers.find(({ organisation }) => organisation.id === resource.providerId)
  const isAlwaysOpen = rules.opening !== undefined
  const last = context.now.getTime() + Math.min(calendar.period.futureDays, rules.horizonDays - 2) * DAY
  const isDown = resource.operatingStatus === 'under_repair'
  for (const piece of cutSpans(calendar.spans, isAlwaysOpen ? 7 : 1, gapMinutes)) {
    if (piece.start >= last || (isDown && piece.start > context.now.getTime() - 3 * DAY)) continue
    const day = context.dayOf(piece.start)
    const daysFromNow = context.daysFromNow(piece.start)
    if (daysFromNow < 8 && random.chance(isAlwaysOpen ? 0.015 : 0.005)) {
      rows.push(outageRow(context, random, resource, own, onGrid(piece, rules.stepMinutes, context.midnightOf(piece.start))))
      continue
    }
    const share = utilisation * densityOn(daysFromNow) * (!isAlwaysOpen && weekdayOf(day) > 5 ? 0.5 : 1)
    for (const use of fillSpan(random, piece, context.midnightOf(piece.start), shape, Math.min(share, 0.96)))
      rows.push(useRow(context, random, calendar, own, use))
  }
}

/** The first hours of a piece, for maintenance or calibration. */
function onGrid(piece: Use, stepMinutes: number, grid: number): Use {
  const step = stepMinutes * MINUTE
  const start = grid + Math.ceil((piece.start - grid) / step) * step
  return { start, end: Math.min(start + 4 * 60 * MINUTE, start + Math.floor((piece.end - start) / step) * step) }
}

function stateOf(context: Context, random: Random, use: Use): ReservationState {
  const isPast = use.end <= context.now.getTime()
  const isRunning = !isPast && use.start <= context.now.getTime()
  if (isRunning) return 'in_use'
  if (random.chance(isPast ? 0.045 : 0.03)) return 'cancelled'
  if (isPast) return random.chance(0.008) ? 'no_show' : 'completed'
  return 'confirmed'
}

/** When it was booked: a few days before, in the daytime, within notice and horizon, never after now. */
function bookedAt(context: Context, random: Random, use: Use, limits: { minNoticeMinutes: number; horizonDays: number }): Date {
  const latest = Math.min(use.start - limits.minNoticeMinutes * MINUTE, context.now.getTime() - 60 * MINUTE)
  const earliest = use.start - (limits.horizonDays - 1) * DAY
  const lead = Math.min((latest - earliest) * 0.95, DAY * (0.2 + 14 * random.next() ** 2))
  const at = latest - Math.max(0, lead)
  const daytime = context.midnightOf(at) + random.int(8 * 60, 21 * 60) * MINUTE
  return new Date(daytime <= latest && daytime >= earliest ? daytime : Math.floor(at / MINUTE) * MINUTE)
}

function useRow(context: Context, random: Random, calendar: Calendar, own: Booker | undefined, use: Use): Row {
  const { resource, market } = calendar
  const { rules, provider } = resource
  const isOutside = random.chance(OUTSIDE_SHARE[provider.type] ?? 0.5) || !own
  const customer = !isOutside ? own : random.chance(0.06) ? random.pick(market.providers) : random.weighted(market.enterprises)
  const isInternal = customer.organisation.id === resource.providerId
  const booker = random.pick(customer.persons)
  const during = { start: new Date(use.start), end: new Date(use.end) }
  const decided = customerClassOf(
    { id: customer.organisation.id, kind: customer.organisation.kind, status: 'verified', district: customer.organisation.district },
    { providerId: resource.providerId, district: DISTRICT.nameZh },
  )
  if ('problem' in decided) throw new Error(`${customer.organisation.key} cannot book`)
  const operation: Operation = random.chance(0.7) ? (rules.operations[0] as Operation) : random.pick(rules.operations)
  const price = quotePrice(
    {
      rates: resource.rates,
      tariffs: resource.tariffs,
      zone: ZONE,
      billingStepMinutes: rules.billingStepMinutes,
      operatorHourFen: rules.operatorHourYuan === null ? null : BigInt(rules.operatorHourYuan) * 100n,
    },
    { during, customerClass: decided.customerClass, operation },
  )
  if (!price) throw new Error(`no price of ${resource.id} for ${decided.customerClass}`)
  const state = stateOf(context, random, use)
  const createdAt = bookedAt(context, random, use, rules)
  const freeUntil = freeCancelUntil(during.start, rules.freeCancelHours)
  const kind: ReservationKind = isInternal ? 'internal' : 'customer'
  const row = baseRow(context, random, {
    resource,
    kind,
    state,
    during,
    createdAt,
    organisationId: customer.organisation.id,
    bookerId: booker.personId,
  })
  return {
    ...row,
    customer_class: decided.customerClass,
    operation,
    project: isInternal ? random.pick(['教学实验', '课题研究', '方法开发', '质控样品']) : random.pick(PROJECTS),
    price_fen: price.totalFen.toString(),
    price_lines: storePriceLines(price.lines),
    charge_by: tariffOn(resource.tariffs, context.dayOf(use.start))?.chargeBy ?? 'booked',
    free_cancel_until: freeUntil,
    late_cancel_percent: rules.lateCancelPercent,
    ...(state === 'cancelled' &&
      cancellation(context, random, {
        kind,
        during,
        createdAt,
        bookerId: booker.personId,
        priceFen: price.totalFen,
        freeUntil,
        lateCancelPercent: rules.lateCancelPercent,
      })),
  }
}

function cancellation(
  context: Context,
  random: Random,
  booking: {
    kind: ReservationKind
    during: { start: Date; end: Date }
    createdAt: Date
    bookerId: string
    priceFen: bigint
    freeUntil: Date
    lateCancelPercent: number
  },
): Row {
  const last = Math.min(booking.during.start.getTime(), context.now.getTime()) - MINUTE
  const from = booking.createdAt.getTime() + MINUTE
  const at = new Date(Math.floor((from + Math.max(0, last - from) * random.next()) / MINUTE) * MINUTE)
  const fee = cancelFee(
    {
      kind: booking.kind,
      state: 'confirmed',
      ...booking.during,
      heldUntil: null,
      decideUntil: null,
      priceFen: booking.priceFen,
      freeCancelUntil: booking.freeUntil,
      lateCancelPercent: booking.lateCancelPercent,
      isDisplaced: false,
    },
    { side: booking.kind === 'internal' ? 'provider' : 'customer', now: at },
  )
  return {
    ended_at: at,
    ended_by: booking.bookerId,
    end_reason: random.pick(['样品未备齐', '试验方案调整', '改用其他仪器', '人员时间冲突']),
    cancel_fee_fen: fee.toString(),
    updated_at: at,
    version: 2,
  }
}

function outageRow(context: Context, random: Random, resource: BookableResource, own: Booker | undefined, use: Use): Row {
  const during = { start: new Date(use.start), end: new Date(use.end) }
  const manager = own?.persons[0]
  const isPast = use.end <= context.now.getTime()
  return {
    ...baseRow(context, random, {
      resource,
      kind: 'outage',
      state: isPast ? 'completed' : 'confirmed',
      during,
      createdAt: new Date(Math.min(use.start, context.now.getTime()) - 5 * DAY),
      organisationId: resource.providerId,
      bookerId: manager?.personId ?? '',
    }),
    customer_class: 'inside',
    operation: resource.rules.operations[0],
    project: null,
    note: random.pick(['例行维护', '检定校准', '部件更换', '软件升级']),
    price_fen: '0',
    price_lines: [],
    free_cancel_until: freeCancelUntil(during.start, resource.rules.freeCancelHours),
    late_cancel_percent: resource.rules.lateCancelPercent,
  }
}

function baseRow(
  context: Context,
  random: Random,
  booking: {
    resource: BookableResource
    kind: ReservationKind
    state: ReservationState
    during: { start: Date; end: Date }
    createdAt: Date
    organisationId: string
    bookerId: string
  },
): Row {
  const { resource, during, createdAt } = booking
  const id = timedId(createdAt.getTime(), random)
  const blocked = blockedRange(during, resource.rules)
  return {
    id,
    resource_id: resource.id,
    provider_id: resource.providerId,
    number: readableNumber('BKG', context.dayOf(createdAt.getTime()), id),
    kind: booking.kind,
    state: booking.state,
    during: writeRange(during),
    blocked: writeRange(blocked),
    held_until: null,
    organisation_id: booking.organisationId,
    booker_id: booking.bookerId,
    placed_by: booking.bookerId,
    note: null,
    ended_at: null,
    ended_by: null,
    end_reason: null,
    cancel_fee_fen: null,
    unit: 1,
    outage_id: null,
    charge_by: 'booked',
    version: 1,
    created_at: createdAt,
    updated_at: createdAt,
  }
}

function writeRange({ start, end }: { start: Date; end: Date }): string {
  return `[${start.toISOString()},${end.toISOString()})`
}
