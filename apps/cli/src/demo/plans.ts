import { freeCancelUntil } from '@jiju/booking/core/cancellation'
import { customerClassOf } from '@jiju/booking/core/customer-class'
import { findFreeStarts } from '@jiju/booking/core/free-slots'
import { readHours } from '@jiju/booking/core/opening-hours'
import { quotePrice } from '@jiju/booking/core/prices/quote'
import { tariffOn } from '@jiju/booking/core/prices/tariff'
import { blockedRange } from '@jiju/booking/core/reservation-rules'
import { storePriceLines } from '@jiju/booking/server/present'
import { readableNumber } from '@jiju/kernel/ids'
import { addDays, weekdayOf } from '@jiju/kernel/local-date'
import type { BookableResource } from './catalog.ts'
import type { Context, Row } from './context.ts'
import type { DemoOrganisation } from './people.ts'
import { DISTRICT, ZONE } from './reference.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const WEEK = 7 * DAY
const OFFER_MINUTES = 118
const SERIES_LENGTH = 3
const LIVE = new Set(['held', 'pending', 'confirmed', 'in_use', 'completed'])

type Scope = {
  readonly reservations: readonly Row[]
  readonly calendars: readonly Row[]
  readonly bookable: readonly BookableResource[]
  readonly organisations: readonly DemoOrganisation[]
  readonly cast: { readonly providerId: string; readonly managerId: string; readonly engineerId: string; readonly enterpriseId: string }
  /** From when limits run. */
  readonly until: Date
}

type DemoPlans = {
  readonly reservations: readonly Row[]
  readonly groups: readonly Row[]
  readonly companions: readonly Row[]
  readonly wishes: readonly Row[]
  readonly choices: readonly Row[]
  readonly offers: readonly Row[]
}

type Maker = {
  readonly context: Context
  readonly scope: Scope
  readonly added: Row[]
  readonly rowsOf: (resourceId: string) => readonly Row[]
}
type Use = { readonly start: Date; readonly end: Date }

/** A weekly series and a bundle of the engineer, what belongs together on two instruments, and a waiting list on which one slot is offered. */
export function generatePlans(context: Context, scope: Scope): DemoPlans {
  const byResource = new Map<unknown, Row[]>()
  for (const row of scope.reservations) byResource.set(row.resource_id, [...(byResource.get(row.resource_id) ?? []), row])
  const added: Row[] = []
  const maker: Maker = {
    context,
    scope,
    added,
    rowsOf: (id) => [...(byResource.get(id) ?? []), ...added.filter((row) => row.resource_id === id)],
  }
  const own = bookedAtOnce(scope)
  const series = makeSeries(maker, own)
  const bundle = makeBundle(maker, own)
  const waiting = makeWaiting(maker, own)
  return {
    reservations: [...scope.reservations.map((row) => ({ ...row, group_id: null, is_hold_extended: false })), ...added],
    groups: [...series, ...bundle.groups],
    companions: bundle.companions,
    ...waiting,
  }
}

/** The provider's instruments that are booked at once and one at a time, in the order of the catalogue. */
function bookedAtOnce({ bookable, calendars, cast }: Scope): BookableResource[] {
  const plain = new Set(
    calendars
      .filter((row) => row.confirmation === 'instant' && (row.capacity ?? 1) === 1 && (row.person_week_hours ?? null) === null)
      .map((row) => row.resource_id),
  )
  return bookable.filter(
    (resource) => resource.providerId === cast.providerId && resource.operatingStatus === 'normal' && plain.has(resource.id),
  )
}

/** When a use of `minutes` could start on the day `days` from the reference day. */
function freeOn({ context, rowsOf }: Maker, resource: BookableResource, days: number, minutes: number): number[] {
  const { rules } = resource
  const taken = rowsOf(resource.id)
    .filter((row) => LIVE.has(String(row.state)))
    .map((row) => rangeOf(row.blocked))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .flatMap(({ start, end }) => [start.getTime(), end.getTime()])
  const site = readHours({ zone: ZONE, opening: resource.opening, holidayRule: resource.provider.holidayRule, dayExceptions: [] })
  const from = context.instant(days).getTime()
  const firstDay = context.dayOf(from)
  return findFreeStarts({ site, rules, taken: [taken], minutes, from, firstDay, until: from + DAY }, 200)
}

function makeSeries(maker: Maker, own: readonly BookableResource[]): Row[] {
  const { context } = maker
  for (const resource of own) {
    const minutes = lengthOf(resource)
    for (let day = 3; day < 8; day += 1) {
      const weeks = Array.from({ length: SERIES_LENGTH }, (_, week) => new Set(freeOn(maker, resource, day + week * 7, minutes)))
      const start = [...(weeks[0] ?? [])].find((at) => weeks.every((starts, week) => starts.has(at + week * WEEK)))
      if (start === undefined || (SERIES_LENGTH - 1) * 7 + day >= resource.rules.horizonDays - 2) continue
      const group = groupRow(maker, 'series', resource, {
        rule: `FREQ=WEEKLY;BYDAY=${['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekdayOf(context.dayOf(start)) - 1]};COUNT=${SERIES_LENGTH}`,
        first_day: context.dayOf(start),
      })
      for (let week = 0; week < SERIES_LENGTH; week += 1)
        addBooking(maker, resource, `series|${week}`, useAt(start + week * WEEK, minutes), {
          group_id: group.id,
          project: '货架有效期研究',
        })
      return [group]
    }
  }
  return []
}

function makeBundle(maker: Maker, own: readonly BookableResource[]): { groups: Row[]; companions: Row[] } {
  const { scope, context } = maker
  for (const host of own)
    for (const other of own) {
      if (host.id === other.id || host.rules.stepMinutes !== other.rules.stepMinutes) continue
      const minutes = Math.max(lengthOf(host), other.rules.minMinutes)
      if (minutes > Math.min(host.rules.maxMinutes, other.rules.maxMinutes)) continue
      const free = new Set(freeOn(maker, other, 5, minutes))
      const start = freeOn(maker, host, 5, minutes).find((at) => free.has(at))
      if (start === undefined) continue
      const group = groupRow(maker, 'bundle', host, { rule: null, first_day: null })
      for (const [index, resource] of [host, other].entries())
        addBooking(maker, resource, `bundle|${index}`, useAt(start, minutes), { group_id: group.id, project: '失效分析' })
      const companions = [{ nameZh: '前处理设备', nameEn: 'Sample preparation', isNeeded: false, resourceIds: [other.id] }]
      const list = {
        resource_id: host.id,
        provider_id: scope.cast.providerId,
        updated_at: context.now,
        updated_by: scope.cast.managerId,
      }
      return { groups: [group], companions: [{ ...list, companions }] }
    }
  return { groups: [], companions: [] }
}

/** Wishes for hours that are booked, so that they wait; and one whose slot is kept for the engineer. */
function makeWaiting(maker: Maker, own: readonly BookableResource[]): Pick<DemoPlans, 'wishes' | 'choices' | 'offers'> {
  const { context, scope } = maker
  const wishes: Row[] = []
  const choices: Row[] = []
  const offers: Row[] = []
  const add = (key: string, resource: BookableResource, booker: { organisationId: string; personId: string }, use: Use, more: Row) => {
    const id = context.id(`wish|${key}`)
    const day = context.dayOf(use.start.getTime())
    const minute = (use.start.getTime() - context.midnightOf(use.start.getTime())) / MINUTE
    const minutes = (use.end.getTime() - use.start.getTime()) / MINUTE
    const at = new Date(context.now.getTime() - (6 - wishes.length) * 5 * 60 * MINUTE)
    wishes.push({
      id,
      number: readableNumber('WL', context.dayOf(at.getTime()), id),
      organisation_id: booker.organisationId,
      booker_id: booker.personId,
      state: 'waiting',
      from_day: day,
      until_day: day,
      weekdays: [weekdayOf(day)],
      from_minute: minute,
      until_minute: minute + minutes,
      minutes,
      operation: null,
      project: null,
      created_at: at,
      updated_at: at,
      ...more,
    })
    choices.push({
      wish_id: id,
      resource_id: resource.id,
      provider_id: resource.providerId,
      customer_class: classOf(scope, booker.organisationId),
    })
    return id
  }
  const engineer = { organisationId: scope.cast.enterpriseId, personId: scope.cast.engineerId }
  const booked = own.flatMap((resource) => bookedUses(maker, resource).map((use) => ({ resource, ...use }))).slice(0, 3)
  for (const [index, { resource, use, others }] of booked.entries()) {
    for (const [place, other] of others.entries()) add(`other|${index}|${place}`, resource, other, use, {})
    if (index < 2) add(`engineer|${index}`, resource, engineer, use, { project: '工艺验证' })
  }
  const offered = own.find((resource) => freeOn(maker, resource, 4, lengthOf(resource)).length > 0)
  if (offered) {
    const minutes = lengthOf(offered)
    const use = useAt(freeOn(maker, offered, 4, minutes)[0] ?? 0, minutes)
    const day = context.dayOf(use.start.getTime())
    const id = add('offered', offered, engineer, use, {
      state: 'offered',
      until_day: addDays(day, 6),
      weekdays: [1, 2, 3, 4, 5],
      from_minute: 480,
      until_minute: 1200,
      project: '设计验证',
    })
    const until = new Date(scope.until.getTime() + OFFER_MINUTES * MINUTE)
    const reservationId = addBooking(maker, offered, 'offered', use, {
      state: 'held',
      held_until: until,
      is_hold_extended: true,
      project: '设计验证',
    })
    offers.push({
      id: context.id('offer'),
      wish_id: id,
      reservation_id: reservationId,
      resource_id: offered.id,
      during: writeRange(use),
      offered_at: context.now,
      until,
    })
  }
  return { wishes, choices, offers }
}

/** A coming booking of somebody else for which others could wait. */
function bookedUses({ context, scope, rowsOf }: Maker, resource: BookableResource) {
  const from = context.now.getTime() + 2 * DAY
  const rows = rowsOf(resource.id).filter((row) => row.kind === 'customer' && row.state === 'confirmed' && !row.group_id)
  const coming = rows.filter((row) => rangeOf(row.during).start.getTime() > from && rangeOf(row.during).start.getTime() < from + 5 * DAY)
  const [first] = coming.filter((row) => row.booker_id !== scope.cast.engineerId)
  if (!first) return []
  const others = rows.filter((row) => row.booker_id !== first.booker_id && row.organisation_id !== scope.cast.enterpriseId).slice(-1)
  const use = rangeOf(first.during)
  return [{ use, others: others.map((row) => ({ organisationId: String(row.organisation_id), personId: String(row.booker_id) })) }]
}

function addBooking(maker: Maker, resource: BookableResource, key: string, use: Use, more: Row): string {
  const { context, scope, added, rowsOf } = maker
  const { rules } = resource
  const customerClass = classOf(scope, scope.cast.enterpriseId)
  const operation = rules.operations[0] ?? 'self_service'
  const price = quotePrice(
    {
      rates: resource.rates,
      tariffs: resource.tariffs,
      zone: ZONE,
      billingStepMinutes: rules.billingStepMinutes,
      operatorHourFen: rules.operatorHourYuan === null ? null : BigInt(rules.operatorHourYuan) * 100n,
    },
    { during: use, customerClass, operation },
  )
  const [template] = rowsOf(resource.id)
  if (!price || !template) throw new Error(`${resource.id} has no price or no bookings`)
  const id = context.id(`plan|${key}`)
  const at = new Date(context.now.getTime() - 2 * 60 * MINUTE)
  const blocked = blockedRange(use, rules)
  added.push({
    ...template,
    group_id: null,
    is_hold_extended: false,
    id,
    resource_id: resource.id,
    provider_id: resource.providerId,
    number: readableNumber('BKG', context.dayOf(at.getTime()), id),
    kind: 'customer',
    state: 'confirmed',
    during: writeRange(use),
    blocked: writeRange(blocked),
    held_until: null,
    decide_until: null,
    awaits: null,
    request_cause: null,
    organisation_id: scope.cast.enterpriseId,
    booker_id: scope.cast.engineerId,
    placed_by: scope.cast.engineerId,
    customer_class: customerClass,
    operation,
    note: null,
    price_fen: price.totalFen.toString(),
    price_lines: storePriceLines(price.lines),
    charge_by: tariffOn(resource.tariffs, context.dayOf(use.start.getTime()))?.chargeBy ?? 'booked',
    free_cancel_until: freeCancelUntil(use.start, rules.freeCancelHours),
    late_cancel_percent: rules.lateCancelPercent,
    ended_at: null,
    ended_by: null,
    end_reason: null,
    cancel_fee_fen: null,
    unit: 1,
    outage_id: null,
    version: 1,
    created_at: at,
    updated_at: at,
    ...more,
  })
  return id
}

function groupRow({ context, scope }: Maker, kind: 'series' | 'bundle', resource: BookableResource, more: Row): Row {
  const id = context.id(`group|${kind}`)
  const at = new Date(context.now.getTime() - 2 * 60 * MINUTE)
  return {
    id,
    number: readableNumber(kind === 'series' ? 'SER' : 'SET', context.dayOf(at.getTime()), id),
    kind,
    provider_id: resource.providerId,
    organisation_id: scope.cast.enterpriseId,
    booker_id: scope.cast.engineerId,
    created_at: at,
    updated_at: at,
    ...more,
  }
}

function classOf({ organisations, cast }: Scope, organisationId: string) {
  const organisation = organisations.find(({ id }) => id === organisationId)
  const decided = customerClassOf(
    {
      id: organisationId,
      kind: organisation?.kind ?? 'enterprise',
      status: 'verified',
      district: organisation?.district ?? DISTRICT.nameZh,
    },
    { providerId: cast.providerId, district: DISTRICT.nameZh },
  )
  if ('problem' in decided) throw new Error(`${organisationId} cannot book`)
  return decided.customerClass
}

/** Two hours, or what comes nearest. */
function lengthOf({ rules }: BookableResource): number {
  const wanted = Math.ceil(120 / rules.stepMinutes) * rules.stepMinutes
  return Math.min(rules.maxMinutes, Math.max(rules.minMinutes, wanted))
}

const useAt = (start: number, minutes: number): Use => ({ start: new Date(start), end: new Date(start + minutes * MINUTE) })
const writeRange = ({ start, end }: Use) => `[${start.toISOString()},${end.toISOString()})`

function rangeOf(range: unknown): Use {
  const [start = '', end = ''] = String(range).slice(1, -1).split(',')
  return { start: new Date(start), end: new Date(end) }
}
