import type { Context, Row } from './context.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LIMIT_MINUTES = 96
const LIVE: ReadonlySet<unknown> = new Set(['held', 'pending', 'confirmed', 'in_use', 'completed'])

type Given = {
  readonly reservations: readonly Row[]
  readonly calendars: readonly Row[]
  readonly cast: { readonly providerId: string; readonly enterpriseId: string }
  /** From when the limit runs. */
  readonly until: Date
}

type Span = readonly [start: number, end: number]

const spanOf = (range: unknown): Span => {
  const [start = 0, end = 0] = String(range)
    .slice(1, -1)
    .split(',')
    .map((at) => Date.parse(at))
  return [start, end]
}
const rangeText = ([start, end]: Span): string => `[${new Date(start).toISOString()},${new Date(end).toISOString()})`
const later = ([start, end]: Span): Span => [start + 7 * DAY, end + 7 * DAY]

/** One confirmed booking on a calendar that asks first, which its customer asks to be moved by a week: the wished time is held. */
export function generateMoves(context: Context, given: Given): { reservations: Row[]; requests: Row[] } {
  const { reservations, cast } = given
  const asking = new Set(given.calendars.filter(({ confirmation }) => confirmation === 'approval').map((row) => row.resource_id))
  const own = reservations.filter((row) => asking.has(row.resource_id) && LIVE.has(row.state))
  const isFree = (row: Row) => {
    const [start, end] = later(spanOf(row.blocked))
    return !own.some((other) => {
      const [from, until] = spanOf(other.blocked)
      return other.resource_id === row.resource_id && from < end && start < until
    })
  }
  const from = given.until.getTime() + 2 * DAY
  const [moved] = own
    .filter((row) => row.provider_id === cast.providerId && row.kind === 'customer' && row.state === 'confirmed' && row.unit === 1)
    .filter((row) => spanOf(row.during)[0] > from && isFree(row))
    .sort(
      (a, b) =>
        Number(b.organisation_id === cast.enterpriseId) - Number(a.organisation_id === cast.enterpriseId) ||
        spanOf(a.during)[0] - spanOf(b.during)[0] ||
        (String(a.id) < String(b.id) ? -1 : 1),
    )
  const settled = reservations.map((row) => ({ ...row, moves_id: null }))
  if (!moved) return { reservations: settled, requests: [] }
  const during = rangeText(later(spanOf(moved.during)))
  const blocked = rangeText(later(spanOf(moved.blocked)))
  const at = new Date(given.until.getTime() - 20 * MINUTE)
  const decide_until = new Date(given.until.getTime() + LIMIT_MINUTES * MINUTE)
  const id = context.id('move')
  const held = {
    ...moved,
    id: context.id('move|held'),
    kind: 'move',
    state: 'pending',
    during: blocked,
    blocked,
    price_fen: 0,
    price_lines: [],
    request_cause: null,
    awaits: 'provider',
    decide_until,
    created_at: at,
    updated_at: at,
    moves_id: moved.id,
  }
  const request = {
    id,
    reservation_id: moved.id,
    resource_id: moved.resource_id,
    provider_id: moved.provider_id,
    organisation_id: moved.organisation_id,
    asked_by: moved.booker_id,
    asked_at: at,
    during,
    blocked,
    unit: 1,
    held_parts: 1,
    operation: moved.operation,
    price_fen: moved.price_fen,
    price_lines: moved.price_lines,
    charge_by: moved.charge_by ?? 'booked',
    free_cancel_until: new Date(Date.parse(String(moved.free_cancel_until)) + 7 * DAY),
    late_cancel_percent: moved.late_cancel_percent,
    no_show_fee_fen: moved.no_show_fee_fen ?? 0,
    words: '样品灭菌推迟一周',
    decide_until,
  }
  return { reservations: [...settled, held], requests: [request] }
}
