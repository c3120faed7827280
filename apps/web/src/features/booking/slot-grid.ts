import type { CalendarDay, ResourceCalendar } from '@jiju/booking/contract/calendars'
import type { LocalDate } from '@jiju/kernel/local-date'
import { instantOf, minuteOfDay, zonedDay } from '../../lib/zone.ts'

const MINUTE_MS = 60_000

/** What a cell of the week grid shows. Only `free` can be chosen. */
export type CellState = 'free' | 'mine' | 'booked' | 'internal' | 'outage' | 'buffer' | 'closed'

/** Instants are milliseconds; `minute` is what the wall clock of the site shows at the start. */
export type Cell = {
  readonly start: number
  readonly end: number
  readonly minute: number
  readonly state: CellState
  readonly label?: string
}

type GridDay = {
  readonly day: LocalDate
  readonly kind: CalendarDay['kind']
  readonly cells: readonly Cell[]
  /** Minutes in which a use can lie. */
  readonly freeMinutes: number
  readonly isOpen: boolean
}

/** Days as rows, the same columns for each. */
type Grid = {
  readonly cellMinutes: number
  readonly firstMinute: number
  readonly lastMinute: number
  readonly days: readonly GridDay[]
}

export type Span = { readonly start: number; readonly end: number }
type SlotRules = Pick<ResourceCalendar, 'stepMinutes' | 'minMinutes' | 'maxMinutes'>

const span = (range: { start: string; end: string }): Span => ({ start: Date.parse(range.start), end: Date.parse(range.end) })

export const spansOf = (ranges: readonly { start: string; end: string }[]): Span[] => ranges.map(span)

const MAX_COLUMNS = 32

/** The finest cell that is a multiple of the step, at least half an hour, and leaves at most 32 columns. */
export function cellMinutesFor(stepMinutes: number, shownMinutes: number): number {
  const sizes = [30, 60, 120, 240, 480, 720, 1440].filter((size) => size % stepMinutes === 0)
  return sizes.find((size) => shownMinutes / size <= MAX_COLUMNS) ?? sizes.at(-1) ?? 1440
}

function shownHours(calendar: ResourceCalendar): { from: number; to: number } {
  let from = 1440
  let to = 0
  for (const { day, open } of calendar.days) {
    const { start: dayStart, end: dayEnd } = zonedDay(day, calendar.zone)
    for (const range of open) {
      const { start, end } = span(range)
      from = Math.min(from, start <= dayStart ? 0 : minuteOfDay(start, calendar.zone))
      to = Math.max(to, end >= dayEnd ? 1440 : minuteOfDay(end, calendar.zone))
    }
  }
  if (from >= to) return { from: 480, to: 1080 }
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

/** Spans of several units may overlap; what is free on two of them counts once. */
function unionMinutes(spans: readonly Span[]): number {
  let reach = Number.NEGATIVE_INFINITY
  let total = 0
  for (const { start, end } of spans) {
    total += Math.max(0, end - Math.max(start, reach))
    reach = Math.max(reach, end)
  }
  return total / MINUTE_MS
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const covers = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end

/** The grid of a calendar's days in the zone of the site. */
export function gridOf(calendar: ResourceCalendar): Grid {
  const hours = shownHours(calendar)
  const cellMinutes = cellMinutesFor(calendar.stepMinutes, hours.to - hours.from)
  const firstMinute = Math.floor(hours.from / cellMinutes) * cellMinutes
  const lastMinute = Math.min(1440, Math.ceil(hours.to / cellMinutes) * cellMinutes)
  const busy = calendar.busy.map((slot) => ({
    use: span(slot),
    blocked: { start: Date.parse(slot.blockedStart), end: Date.parse(slot.blockedEnd) },
    state: (slot.isMine && slot.kind !== 'outage' ? 'mine' : slot.kind) as CellState,
    label: slot.label,
  }))
  const bookableFrom = Date.parse(calendar.bookableFrom)
  const bookableUntil = Date.parse(calendar.bookableUntil)

  const days = calendar.days.map((date): GridDay => {
    const bounds = zonedDay(date.day, calendar.zone)
    const at = (minute: number) => (bounds.isPlain ? bounds.start + minute * MINUTE_MS : instantOf(date.day, minute, calendar.zone))
    const open = spansOf(date.open)
    const free = spansOf(date.free)
    const cells: Cell[] = []
    for (let minute = firstMinute; minute < lastMinute; minute += cellMinutes) {
      const cell = { start: at(minute), end: at(minute + cellMinutes) }
      const taken = busy.find((slot) => touches(slot.use, cell))
      let state: CellState = 'closed'
      if (taken) state = taken.state
      else if (free.some((range) => covers(range, cell))) state = 'free'
      else if (cell.start < bookableFrom || cell.start >= bookableUntil || !open.some((range) => covers(range, cell))) state = 'closed'
      // Open and not taken, but a use here would not leave room for somebody's buffer.
      else state = 'buffer'
      cells.push({ ...cell, minute, state, ...(taken?.label ? { label: taken.label } : {}) })
    }
    return {
      day: date.day,
      kind: date.kind,
      cells,
      freeMinutes: unionMinutes(free),
      isOpen: date.open.length > 0,
    }
  })
  return { cellMinutes, firstMinute, lastMinute, days }
}

/**
 * The choice that reaches from cell `anchor` to cell `focus` of one day: as long as the cells between are free, at least the shortest and at
 * most the longest booking. Undefined when the anchor is taken or the shortest booking does not fit there.
 */
export function choiceBetween(
  cells: readonly Cell[],
  anchor: number,
  focus: number,
  rules: SlotRules,
  free: readonly Span[],
): Span | undefined {
  const first = cells[anchor]
  if (first?.state !== 'free') return undefined
  const direction = focus < anchor ? -1 : 1
  let last = first
  for (let index = anchor; index !== focus + direction; index += direction) {
    const cell = cells[index]
    if (cell?.state !== 'free') break
    const length = Math.abs(direction > 0 ? cell.end - first.start : first.end - cell.start) / MINUTE_MS
    if (length > rules.maxMinutes) break
    last = cell
  }
  let choice: Span = direction > 0 ? { start: first.start, end: last.end } : { start: last.start, end: first.end }
  const shortest = rules.minMinutes * MINUTE_MS
  if (choice.end - choice.start < shortest)
    choice = direction > 0 ? { start: choice.start, end: choice.start + shortest } : { start: choice.end - shortest, end: choice.end }
  if (fits(choice, free)) return choice
  // No room in the direction of the drag: the same cell may be the end of the booking.
  const backwards = { start: first.end - shortest, end: first.end }
  const forwards = { start: first.start, end: first.start + shortest }
  return [forwards, backwards].find((candidate) => fits(candidate, free))
}

function fits(choice: Span, free: readonly Span[]): boolean {
  return free.some((range) => covers(range, choice))
}

/** Starts on the step grid of the wall clock at which a use of `minutes` fits. */
export function startsOf(free: readonly Span[], day: LocalDate, zone: string, minutes: number, stepMinutes: number): number[] {
  const bounds = zonedDay(day, zone)
  const starts: number[] = []
  for (let minute = 0; minute < 1440; minute += stepMinutes) {
    const start = bounds.isPlain ? bounds.start + minute * MINUTE_MS : instantOf(day, minute, zone)
    if (fits({ start, end: start + minutes * MINUTE_MS }, free)) starts.push(start)
  }
  return starts
}

/** Free slots of a day that do not overlap, packed from the front of each free stretch, with the last one that ends with it. */
export function packedSlots(starts: readonly number[], minutes: number): Span[] {
  const length = minutes * MINUTE_MS
  const slots: Span[] = []
  for (const [index, start] of starts.entries()) {
    const last = slots.at(-1)
    const next = starts[index + 1]
    const isLastOfStretch = next === undefined || next - start > length
    if (!last || start >= last.end || (isLastOfStretch && start > last.start)) slots.push({ start, end: start + length })
  }
  return slots
}

/** Lengths that can be booked: every step when they are few, otherwise a readable selection. */
export function lengthsOf(rules: SlotRules): number[] {
  const all: number[] = []
  for (let minutes = rules.minMinutes; minutes <= rules.maxMinutes && all.length <= 24; minutes += rules.stepMinutes) all.push(minutes)
  if (all.length <= 24) return all
  const readable = [15, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720, 960, 1440, 2880, 4320, 7200, 10080]
  const fitting = readable.filter(
    (minutes) => minutes >= rules.minMinutes && minutes <= rules.maxMinutes && minutes % rules.stepMinutes === 0,
  )
  return [...new Set([rules.minMinutes, ...fitting, rules.maxMinutes])].sort((a, b) => a - b)
}

/** Up to three lengths that a strip of buttons offers: the shortest, a double and a fourfold of an hour where they are allowed. */
export function quickLengths(rules: SlotRules): number[] {
  const lengths = lengthsOf(rules)
  const wanted = [60, 120, 240].filter((minutes) => lengths.includes(minutes))
  return wanted.length >= 2 ? wanted : lengths.slice(0, 3)
}
