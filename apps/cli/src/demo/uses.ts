import type { PriceLine } from '@jiju/booking/core/prices/quote'
import { chargeOf, type TakenConsumable } from '@jiju/booking/core/use/charge'
import { answerUntil, isMetered } from '@jiju/booking/core/use/rules'
import type { UseSource } from '@jiju/booking/core/use/vocabulary'
import { storeChargeLines } from '@jiju/booking/server/use/charge-use'
import type { BookableResource } from './catalog.ts'
import type { Context, Row } from './context.ts'
import type { DemoMember } from './people.ts'
import type { Random } from './random.ts'
import { ZONE } from './reference.ts'
import { timedId } from './stable-id.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const ANSWER_DAYS = 5
// Of older uses the records are enough; nobody asks a demo for the signals behind them.
const EVENT_DAYS = 7
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

type Cast = { readonly providerId: string; readonly managerId: string; readonly staffId: string; readonly enterpriseId: string }

type Scope = {
  readonly reservations: readonly Row[]
  readonly bookable: readonly BookableResource[]
  readonly members: readonly DemoMember[]
  readonly cast: Cast
  /** What has happened by then is metered; the first minute of the reference day when the district is not for a living eye. */
  readonly until: Date
}

const TABLES = [
  'use_rules',
  'use_code',
  'running_use',
  'use_event',
  'use_record',
  'use_correction',
  'charge',
  'charge_answer',
  'consumable',
  'consumable_price',
  'use_consumable',
  'evaluation',
] as const

type DemoUses = { readonly reservations: Row[] } & Record<(typeof TABLES)[number], Row[]>

/** The meter log of the year: most uses begun and ended at the instrument or by page, some by devices, some never ended, a few corrected; charges and what users said. */
export function generateUses(context: Context, scope: Scope): DemoUses {
  const made = { reservations: [], ...Object.fromEntries(TABLES.map((table) => [table, []])) } as unknown as DemoUses
  const random = context.random('uses')
  const resources = new Map(scope.bookable.map((resource) => [resource.id, resource]))
  const managers = new Map<string, string[]>()
  for (const { organisationId, personId, roles } of scope.members)
    if (roles.some((role) => role === 'provider:lab_manager' || role === 'provider:owner' || role === 'provider:lab_staff'))
      managers.set(organisationId, [...(managers.get(organisationId) ?? []), personId])
  const answerLimits = new Map<string, Date>()
  const limitOf = (at: Date): Date => {
    const day = context.dayOf(at.getTime())
    const known = answerLimits.get(day) ?? answerUntil(at, ANSWER_DAYS, ZONE)
    answerLimits.set(day, known)
    return known
  }
  const consumables = addDesk(context, made, scope)
  const maker = { context, made, random, scope, managers, limitOf, consumables, lastEnds: new Map<string, number>() }
  const byStart = [...scope.reservations].sort((a, b) => startOf(a) - startOf(b) || (String(a.id) < String(b.id) ? -1 : 1))
  for (const row of byStart) made.reservations.push(useOf(maker, row, resources.get(String(row.resource_id))))
  return made
}

type Maker = {
  readonly context: Context
  readonly made: DemoUses
  readonly random: Random
  readonly scope: Scope
  readonly managers: ReadonlyMap<string, readonly string[]>
  readonly limitOf: (at: Date) => Date
  readonly consumables: readonly (TakenConsumable & { readonly id: string })[]
  readonly lastEnds: Map<string, number>
}

const rangeOf = (row: Row) =>
  String(row.during)
    .slice(1, -1)
    .split(',')
    .map((text) => Date.parse(text)) as [number, number]
const startOf = (row: Row) => Date.parse(String(row.during).slice(1, 25))

/** Codes for every instrument, rules of their own for some, and the consumables of the provider that people look at. */
function addDesk(context: Context, made: DemoUses, { bookable, cast }: Scope): Maker['consumables'] {
  const since = context.instant(-300)
  for (const { id, providerId } of bookable) {
    const random = context.random(`use-code|${id}`)
    const code = Array.from({ length: 10 }, () => LETTERS[random.int(0, 31)]).join('')
    made.use_code.push({ resource_id: id, provider_id: providerId, code, created_at: since, created_by: null })
  }
  for (const [index, { id, providerId }] of bookable.filter((resource) => resource.providerId === cast.providerId).entries())
    if (index % 4 === 0)
      made.use_rules.push({
        resource_id: id,
        provider_id: providerId,
        check_in: index % 8 === 0 ? 'required' : 'optional',
        early_minutes: 20,
        grace_minutes: 30,
        overrun_minutes: 30,
        allows_unbooked: true,
        answer_days: ANSWER_DAYS,
        updated_at: since,
        updated_by: cast.managerId,
      })
  return CONSUMABLES.map(([nameZh, nameEn, unitName, yuan, stock]) => {
    const id = context.id(`consumable|${nameZh}`)
    const unitPriceFen = BigInt(yuan) * 100n
    made.consumable.push({
      id,
      provider_id: cast.providerId,
      resource_id: null,
      name_zh: nameZh,
      name_en: nameEn,
      unit_name: unitName,
      stock,
      updated_at: since,
      updated_by: cast.managerId,
    })
    made.consumable_price.push({ consumable_id: id, valid_from: context.dayOf(since.getTime()), price_fen: unitPriceFen.toString() })
    return { id, nameZh, nameEn, unitName, quantity: 1, unitPriceFen }
  })
}

const CONSUMABLES: readonly (readonly [nameZh: string, nameEn: string, unitName: string, yuan: number, stock: number | null])[] = [
  ['样品台导电胶', 'Conductive tape for stubs', '片', 8, 420],
  ['液氮', 'Liquid nitrogen', '升', 12, null],
  ['色谱进样瓶', 'Chromatography vials', '个', 3, 1500],
  ['金靶溅射', 'Gold sputter coating', '次', 60, null],
]

/** What became of a booking by now; a row that needs nothing is handed on as it is. */
function useOf(maker: Maker, row: Row, resource: BookableResource | undefined): Row {
  const [start, end] = rangeOf(row)
  const until = maker.scope.until.getTime()
  const isUse = row.kind !== 'outage' && resource !== undefined && Number(row.unit ?? 1) > 0
  if (!isUse || start >= until) return row
  if (row.state === 'completed' || ((row.state === 'confirmed' || row.state === 'in_use') && end <= until)) {
    record(maker, row, resource, { start, end })
    return { ...row, state: 'completed', version: Number(row.version) + 2 }
  }
  if (row.state !== 'confirmed' && row.state !== 'in_use') return row
  // Who has not come yet is late, and the board says so.
  const startedAt = Math.max(start + maker.random.int(-8, 12) * MINUTE, maker.lastEnds.get(unitOf(row)) ?? 0)
  if (startedAt >= until || maker.random.chance(0.15)) return { ...row, state: 'confirmed' }
  const id = timedId(startedAt, maker.random)
  const source: UseSource = maker.random.chance(0.6) ? 'qr' : 'page'
  maker.made.running_use.push({
    id,
    resource_id: row.resource_id,
    unit: row.unit ?? 1,
    provider_id: row.provider_id,
    reservation_id: row.id,
    organisation_id: row.organisation_id,
    person_id: row.booker_id,
    started_at: new Date(startedAt),
    planned_end: new Date(end),
    source,
  })
  event(maker, row, { useId: id, kind: 'start', at: startedAt, source })
  return { ...row, state: 'in_use', version: Number(row.version) + 1 }
}

const unitOf = (row: Row) => `${row.resource_id} ${row.unit ?? 1}`

function event(maker: Maker, row: Row, of: { useId: string; kind: 'start' | 'end'; at: number; source: UseSource }): void {
  const isDevice = of.source === 'api_key'
  maker.made.use_event.push({
    id: timedId(of.at, maker.random),
    use_id: of.useId,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    reservation_id: row.id,
    kind: of.kind,
    at: new Date(of.at),
    received_at: new Date(of.at + (isDevice ? 4_000 : 0)),
    source: of.source,
    device: isDevice ? '电源联锁' : null,
    device_event: isDevice ? `${of.useId.slice(0, 8)}-${of.useId.slice(-6)}-${of.kind}` : null,
    device_at: isDevice ? new Date(of.at) : null,
    outcome: of.kind === 'start' ? 'started' : 'finished',
    recorded_by: isDevice || of.source === 'inferred' ? null : row.booker_id,
  })
}

/** Begun a little before or after the booked start, ended mostly before the booked end; never into the use before. */
function record(maker: Maker, row: Row, resource: BookableResource, booked: { start: number; end: number }): void {
  const { random, context, made } = maker
  const length = (booked.end - booked.start) / MINUTE
  const [startSource, endSource] = sourcesOf(random)
  const floor = maker.lastEnds.get(unitOf(row)) ?? 0
  const startedAt = Math.max(startSource === 'inferred' ? booked.start : booked.start + random.int(-6, 11) * MINUTE, floor)
  const earliest = startedAt + Math.min(20, length / 2) * MINUTE
  const left = booked.end + Math.round(Math.min(6, -length * 0.28 * random.next() ** 2 + 6)) * MINUTE
  const endedAt = Math.min(Math.max(endSource === 'inferred' ? booked.end : left, earliest), maker.scope.until.getTime())
  maker.lastEnds.set(unitOf(row), endedAt)
  const useId = timedId(startedAt, random)
  const isRecent = endedAt > context.now.getTime() - EVENT_DAYS * DAY
  if (isRecent) {
    event(maker, row, { useId, kind: 'start', at: startedAt, source: startSource })
    event(maker, row, { useId, kind: 'end', at: endedAt, source: endSource })
  }
  const first = {
    id: timedId(endedAt, random),
    use_id: useId,
    replaces: null,
    resource_id: row.resource_id,
    unit: row.unit ?? 1,
    provider_id: row.provider_id,
    reservation_id: row.id,
    organisation_id: row.organisation_id,
    person_id: row.booker_id,
    is_outside: row.organisation_id !== row.provider_id,
    started_at: new Date(startedAt),
    ended_at: new Date(endedAt),
    start_source: startSource,
    end_source: endSource,
    is_proved: isMetered(startSource, endSource),
    device: startSource === 'api_key' ? '电源联锁' : null,
    recorded_by: endSource === 'inferred' || endSource === 'api_key' ? null : row.booker_id,
    recorded_at: new Date(endedAt),
    reason: null,
    confirmed_by: null,
  }
  made.use_record.push(first)
  const charge = chargeFor(maker, row, resource, first)
  correct(maker, row, resource, first, charge)
  evaluate(maker, row, endedAt)
}

function sourcesOf(random: Random): [UseSource, UseSource] {
  const drawn = random.next()
  if (drawn < 0.46) return ['qr', 'qr']
  if (drawn < 0.8) return ['page', 'page']
  if (drawn < 0.88) return ['api_key', 'api_key']
  if (drawn < 0.955) return ['page', 'staff']
  return drawn < 0.985 ? ['qr', 'inferred'] : ['inferred', 'inferred']
}

type Made = {
  readonly id: unknown
  readonly started_at: Date
  readonly ended_at: Date
  readonly is_outside: unknown
  readonly use_id: unknown
  readonly is_proved: unknown
}

function chargeFor(
  maker: Maker,
  row: Row,
  resource: BookableResource,
  use: Made,
  correction?: { of: Row; adjustFen: bigint; reason: string; at: Date; by: string },
): Row | undefined {
  const { random, made, scope } = maker
  const at = correction?.at ?? use.ended_at
  const takes = !correction && row.provider_id === scope.cast.providerId && row.kind === 'customer' && random.chance(0.12)
  const consumables = takes ? [{ ...random.pick(maker.consumables), quantity: random.int(1, 4) }] : []
  for (const one of consumables)
    made.use_consumable.push({
      id: timedId(at.getTime(), random),
      reservation_id: row.id,
      consumable_id: one.id,
      quantity: one.quantity,
      unit_price_fen: one.unitPriceFen.toString(),
      added_by: row.booker_id,
      added_at: at,
    })
  const [start, end] = rangeOf(row)
  const basis = (row.charge_by ?? 'booked') as 'booked' | 'actual' | 'longer'
  const charge = chargeOf(
    {
      during: { start: new Date(start), end: new Date(end) },
      customerClass: row.customer_class as 'enterprise',
      operation: row.operation as 'self_service',
      basis,
      lines: (row.price_lines as StoredLine[]).map(readLine),
    },
    { metered: { start: use.started_at, end: use.ended_at }, consumables, adjustFen: correction?.adjustFen ?? 0n },
    {
      rates: resource.rates,
      tariffs: resource.tariffs,
      zone: ZONE,
      billingStepMinutes: resource.rules.billingStepMinutes,
      operatorHourFen: resource.rules.operatorHourYuan === null ? null : BigInt(resource.rules.operatorHourYuan) * 100n,
    },
  )
  if (row.kind === 'internal' && charge.totalFen === 0n) return undefined
  const written = {
    id: timedId(at.getTime(), random),
    reservation_id: row.id,
    version: Number(correction?.of.version ?? 0) + 1,
    replaces: correction?.of.id ?? null,
    record_id: use.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    organisation_id: row.organisation_id,
    is_outside: use.is_outside,
    basis,
    charged_by: charge.chargedBy,
    booked_minutes: charge.bookedMinutes,
    metered_minutes: charge.meteredMinutes,
    lines: storeChargeLines(charge.lines),
    total_fen: charge.totalFen.toString(),
    answer_until: maker.limitOf(at),
    reason: correction?.reason ?? null,
    created_by: correction?.by ?? null,
    created_at: at,
  }
  made.charge.push(written)
  return written
}

type StoredLine = Omit<PriceLine, 'unitPriceFen' | 'amountFen'> & {
  readonly unitPriceFen: string
  readonly amountFen: string
  readonly percent?: number
}

function readLine(line: StoredLine): PriceLine {
  return {
    ...line,
    unitPriceFen: BigInt(line.unitPriceFen),
    amountFen: BigInt(line.amountFen),
    percent: line.percent ?? 100,
    nameZh: line.nameZh ?? null,
    nameEn: line.nameEn ?? null,
    validFrom: line.validFrom ?? null,
  }
}

const REASONS = ['设备联锁晚断电，实际已离开', '忘记签退，按门禁记录更正', '中途停机 15 分钟，不计入', '与客户核对后更正']

/** One use in a hundred is corrected by two people; of the provider that people look at, some corrections and objections still wait. */
function correct(maker: Maker, row: Row, resource: BookableResource, use: Row & Made, charge: Row | undefined): void {
  const { random, made, scope, context } = maker
  const people = maker.managers.get(String(row.provider_id)) ?? []
  const isOwn = row.provider_id === scope.cast.providerId
  const isRecent = use.ended_at.getTime() > context.now.getTime() - 4 * DAY
  const isWaiting = isOwn && isRecent && random.chance(0.012)
  const shorter = new Date(use.ended_at.getTime() - 15 * MINUTE)
  const at = new Date(Math.min(use.ended_at.getTime() + 20 * 3_600_000, scope.until.getTime() - MINUTE))
  const isCorrected = !isWaiting && people.length > 1 && at > use.ended_at && random.chance(0.01)
  const endedAt = shorter > use.started_at ? shorter : use.ended_at
  if (!isWaiting && !isCorrected) {
    answer(maker, row, charge)
    return
  }
  const proposer = isOwn ? scope.cast.staffId : String(people[0])
  const decider = isOwn ? scope.cast.managerId : String(people[1])
  const reason = random.pick(REASONS)
  const adjustFen = isCorrected && row.charge_by === 'booked' && charge ? -BigInt(random.int(2, 6)) * 1000n : 0n
  const proposedAt = isWaiting ? use.ended_at : new Date(at.getTime() - 3_600_000)
  made.use_correction.push({
    id: timedId(proposedAt.getTime(), random),
    use_id: use.use_id,
    record_id: use.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    reservation_id: row.id,
    started_at: use.started_at,
    ended_at: endedAt,
    adjust_fen: adjustFen.toString(),
    reason,
    state: isWaiting ? 'proposed' : 'confirmed',
    proposed_by: proposer,
    proposed_at: proposedAt,
    decided_by: isWaiting ? null : decider,
    decided_at: isWaiting ? null : at,
  })
  if (isWaiting) return
  const next = {
    ...use,
    id: timedId(at.getTime(), random),
    replaces: use.id,
    ended_at: endedAt,
    is_proved: true,
    recorded_by: proposer,
    recorded_at: at,
    reason,
    confirmed_by: decider,
  }
  made.use_record.push(next)
  if (charge) answer(maker, row, chargeFor(maker, row, resource, next, { of: charge, adjustFen, reason, at, by: decider }))
}

/** Most customers say nothing; some accept by hand, a few object. What is younger than its limit may be open. */
function answer(maker: Maker, row: Row, charge: Row | undefined): void {
  if (!charge) return
  const { random, made, scope } = maker
  const limit = charge.answer_until as Date
  const drawn = random.next()
  const isDue = limit <= scope.until
  const objects = !isDue && row.kind === 'customer' && row.provider_id === scope.cast.providerId && drawn > 0.985
  const accepts = drawn < (isDue ? 0.3 : 0.4)
  if (!objects && !accepts && !isDue) return
  const soon = new Date(Math.min((charge.created_at as Date).getTime() + 5 * 3_600_000, scope.until.getTime()))
  const isByHand = objects || accepts
  made.charge_answer.push({
    charge_id: charge.id,
    kind: objects ? 'objected' : accepts ? 'accepted' : 'silence',
    words: objects ? '当天仪器预热占用约 20 分钟，请核减。' : null,
    answered_by: isByHand ? row.booker_id : null,
    answered_at: isByHand ? soon : limit,
  })
}

const PRAISE = ['仪器状态稳定，谱图清晰。', '老师讲解耐心，数据当天就给了。', '预约方便，准时开机。', '环境整洁，耗材齐全。']
const BLAME = ['开机等了近半小时。', '软件版本较旧，导出不便。', '现场没有人指导。']

function evaluate(maker: Maker, row: Row, endedAt: number): void {
  const { random, made, scope } = maker
  if (row.kind !== 'customer' || !random.chance(0.3)) return
  const mood = random.next()
  const mark = () => Math.max(1, Math.min(5, Math.round(5.2 - 2.4 * mood * mood - random.next())))
  const [condition, service, process] = [mark(), mark(), mark()]
  const isGood = condition + service + process >= 12
  made.evaluation.push({
    reservation_id: row.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    organisation_id: row.organisation_id,
    person_id: row.booker_id,
    condition,
    service,
    process,
    words: random.chance(0.35) ? random.pick(isGood ? PRAISE : BLAME) : null,
    created_at: new Date(Math.min(endedAt + random.int(1, 40) * 3_600_000, scope.until.getTime())),
  })
}
