import { readableNumber } from '@jiju/kernel/ids'
import type { Context, Row } from './context.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Minutes until the limits of the requests that wait. */
const LIMITS = [38, 134, 182, 221, 1_620]
const NO_SHOW_DAYS = 90
/** Asks first on every day, whatever bookings the days to come happen to bring. */
const ALWAYS_ASKS = '离子色谱仪'

/** Whose calendars and persons show requests, limits and appeals. */
type Cast = { readonly providerId: string; readonly staffId: string; readonly engineerId: string; readonly enterpriseId: string }

type Given = {
  readonly reservations: readonly Row[]
  readonly calendars: readonly Row[]
  /** Names of the resources by id. */
  readonly nameOf: ReadonlyMap<string, string>
  readonly cast: Cast
  /** From when the limits run. */
  readonly until: Date
}

type DemoRequests = { readonly reservations: readonly Row[]; readonly calendars: readonly Row[]; readonly noShows: readonly Row[] }

/**
 * Calendars of one provider that ask first, with requests whose limits run; a bench of three units; fair shares; and a
 * missed booking with an appeal. Instruments that are booked at once elsewhere stay so.
 */
export function generateRequests(context: Context, given: Given): DemoRequests {
  const { cast } = given
  const own = given.reservations.filter((row) => row.provider_id === cast.providerId && row.kind === 'customer' && row.unit === 1)
  const requested = pickRequests(context, own, given)
  const bench = pickBench(own, requested, given)
  const missed = pickMissed(context, own, cast)

  const reservations = given.reservations.map((row) => {
    const base = { ...row, decide_until: null, awaits: null, request_cause: null }
    const limit = requested.findIndex(({ id }) => id === row.id)
    if (limit >= 0) return { ...base, ...pending(context, limit, given.until) }
    return row.id === missed?.id ? { ...base, state: 'no_show' } : base
  })
  const asking = new Set(requested.map((row) => row.resource_id))
  const calendars = given.calendars.map((row) => {
    const isBench = bench !== undefined && row.resource_id === bench.resource_id
    const isAsking =
      asking.has(row.resource_id) || (row.provider_id === cast.providerId && given.nameOf.get(String(row.resource_id)) === ALWAYS_ASKS)
    return {
      ...row,
      confirmation: isAsking ? 'approval' : row.confirmation,
      capacity: isBench ? 3 : 1,
      person_week_hours: isBench ? 20 : null,
      open_bookings: isBench ? 6 : null,
    }
  })
  return {
    reservations: [...reservations, ...besideOnBench(context, bench, reservations)],
    calendars,
    noShows: missed ? [noShow(context, missed, cast)] : [],
  }
}

const rangeOf = (row: Row) =>
  String(row.during)
    .slice(1, -1)
    .split(',')
    .map((at) => Date.parse(at)) as [number, number]
const startOf = (row: Row) => rangeOf(row)[0]
const endOf = (row: Row) => new Date(rangeOf(row)[1])

/** Bookings of the next days on different instruments, one of them of the engineer's enterprise where it has one. */
function pickRequests(context: Context, own: readonly Row[], { cast, nameOf }: Given): Row[] {
  const from = context.now.getTime() + 3 * DAY
  const open = own
    .filter((row) => row.state === 'confirmed' && startOf(row) >= from && !(nameOf.get(String(row.resource_id)) ?? '').includes('液相色谱'))
    .sort((a, b) => startOf(a) - startOf(b) || (String(a.id) < String(b.id) ? -1 : 1))
  const picked: Row[] = []
  const wanted = [...open.filter((row) => row.organisation_id === cast.enterpriseId).slice(0, 1), ...open]
  for (const row of wanted)
    if (picked.length < LIMITS.length && !picked.some((other) => other.resource_id === row.resource_id)) picked.push(row)
  return picked
}

function pending(context: Context, index: number, until: Date): Row {
  const at = new Date(context.now.getTime() - (index + 1) * 25 * MINUTE)
  return {
    state: 'pending',
    awaits: 'provider',
    request_cause: 'calendar',
    decide_until: new Date(until.getTime() + (LIMITS[index] ?? 0) * MINUTE),
    created_at: at,
    updated_at: at,
  }
}

/** The calendar with the most coming bookings that nobody asks for first. */
function pickBench(own: readonly Row[], requested: readonly Row[], { nameOf }: Given): Row | undefined {
  const counts = new Map<unknown, number>()
  const asking = new Set(requested.map((row) => row.resource_id))
  for (const row of own)
    if (row.state === 'confirmed' && !asking.has(row.resource_id) && !(nameOf.get(String(row.resource_id)) ?? '').includes('色谱'))
      counts.set(row.resource_id, (counts.get(row.resource_id) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1))
  return own.find((row) => row.resource_id === most?.[0])
}

/** The same hours on the second unit, for another of the bench's customers. */
function besideOnBench(context: Context, bench: Row | undefined, reservations: readonly Row[]): Row[] {
  if (!bench) return []
  const coming = reservations.filter((row) => row.resource_id === bench.resource_id && row.state === 'confirmed' && row.kind === 'customer')
  return coming.slice(0, 4).map((row, index) => {
    const id = context.id(`bench|${index}`)
    const customer = coming[(index + 1) % coming.length] ?? row
    return {
      ...row,
      id,
      unit: 2,
      number: readableNumber('BKG', context.referenceDay, id),
      organisation_id: customer.organisation_id,
      booker_id: customer.booker_id,
      placed_by: customer.booker_id,
      customer_class: customer.customer_class,
    }
  })
}

/** The engineer's enterprise's last finished booking there, within the time that points count. */
function pickMissed(context: Context, own: readonly Row[], cast: Cast): Row | undefined {
  const since = context.now.getTime() - (NO_SHOW_DAYS - 20) * DAY
  return own
    .filter((row) => row.state === 'completed' && row.organisation_id === cast.enterpriseId && startOf(row) > since)
    .sort((a, b) => Number(b.booker_id === cast.engineerId) - Number(a.booker_id === cast.engineerId) || startOf(b) - startOf(a))[0]
}

function noShow(context: Context, row: Row, cast: Cast): Row {
  const at = endOf(row).getTime() + 30 * MINUTE
  const appealed = Math.min(at + 20 * HOUR, context.now.getTime() - HOUR)
  return {
    id: context.id('no_show|appealed'),
    reservation_id: row.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    organisation_id: row.organisation_id,
    person_id: row.booker_id,
    points: 1,
    recorded_at: new Date(at),
    recorded_by: cast.staffId,
    expires_at: new Date(at + NO_SHOW_DAYS * DAY),
    appealed_at: new Date(Math.max(appealed, at)),
    appeal_text: '当天按时到场，门禁故障无法进入，值班老师可以证明。',
    version: 2,
  }
}
