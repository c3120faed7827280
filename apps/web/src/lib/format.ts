import type { LocalDate } from '@jiju/kernel/local-date'
import { addDays, weekdayOf } from '@jiju/kernel/local-date'
import { serverClock } from './clock.ts'

/** Words and patterns of the formatter: `format` of the common texts. */
export type FormatWords = {
  readonly today: string
  readonly tomorrow: string
  readonly weekdays: readonly string[]
  readonly weekdaysShort: readonly string[]
  readonly months: readonly string[]
  /** Patterns with `{yyyy} {mm} {dd} {d} {month} {weekday}`. */
  readonly day: string
  readonly dayWithoutWeekday: string
  readonly month: string
  readonly dayRange: string
  /** Patterns with `{yyyy}` and `{quarter}`. */
  readonly year: string
  readonly quarter: string
  readonly quarters: readonly string[]
  readonly hours: string
  readonly minutes: string
  readonly days: string
  readonly daysHours: string
  readonly free: string
  readonly priceUnknown: string
  readonly wan: string
  /** Between the members of a list. */
  readonly comma: string
  /** Pattern with `{label}` and `{words}`. */
  readonly said: string
}

const MISSING = '—'
/** The zone of the platform's region; a site that lies elsewhere names its own. */
export const REGION_ZONE = 'Asia/Shanghai'

const zoneParts = new Map<string, Intl.DateTimeFormat>()

const MINUTE_MS = 60_000
const HALF_HOUR_MS = 30 * MINUTE_MS
const MAX_OFFSETS = 20_000
const offsets = new Map<string, number>()

/** How far the wall clock of `zone` is ahead of UTC, in ms. Clocks change on full and half hours, so `Intl` is asked once for each. */
function offsetOf(at: number, zone: string): number {
  const from = Math.floor(at / HALF_HOUR_MS) * HALF_HOUR_MS
  const key = `${zone}|${from}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    const { day, time } = readClock(from, zone)
    offset = Date.parse(`${day}T${time}Z`) - from
    if (offsets.size >= MAX_OFFSETS) offsets.clear()
    offsets.set(key, offset)
  }
  return offset
}

/** Day and wall clock of an instant in a zone. */
export function zonedParts(instant: Date | string, zone: string = REGION_ZONE): { day: LocalDate; time: string } {
  const at = new Date(instant).getTime()
  const wall = new Date(at + offsetOf(at, zone)).toISOString()
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) }
}

/** The local day that it is now, by the server's clock. */
export function dayNow(zone: string = REGION_ZONE): LocalDate {
  return zonedParts(serverClock.now(), zone).day
}

function readClock(instant: number, zone: string): { day: LocalDate; time: string } {
  let format = zoneParts.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    zoneParts.set(zone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Decimal text with grouped thousands and U+2212 as minus: `-2712.00` → `−2,712.00`. */
function grouped(decimal: string): string {
  const [, sign, whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  if (sign === undefined) return MISSING
  return `${sign ? '−' : ''}${group(whole)}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Yuan (`"27120000.00"`) in units of 10,000 yuan with two decimals, halves away from zero. */
export function yuanToWan(yuan: string): string {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan) ?? []
  if (sign === undefined) return yuan
  const fen = BigInt(`${whole}${fraction.padEnd(2, '0')}`)
  const hundredths = (fen + 5_000n) / 10_000n
  const digits = hundredths.toString().padStart(3, '0')
  return `${hundredths === 0n ? '' : sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

export type Formatter = ReturnType<typeof createFormatter>

/** The one place that turns numbers, money and time into text. `now` decides what “today” and “this year” are. */
export function createFormatter(words: FormatWords, now: () => Date = () => serverClock.now()) {
  const hoursOf = (minutes: number) =>
    minutes < 60
      ? fill(words.minutes, { value: String(minutes) })
      : fill(words.hours, { value: grouped(String(Math.round((minutes / 60) * 10) / 10)) })
  const dayFields = (day: LocalDate) => {
    const [yyyy = '', mm = '', dd = ''] = day.split('-')
    return {
      yyyy,
      mm,
      dd,
      d: String(Number(dd)),
      month: words.months[Number(mm) - 1] ?? mm,
      weekday: words.weekdays[weekdayOf(day) - 1] ?? '',
    }
  }
  const isThisYear = (day: LocalDate, zone: string) => day.slice(0, 4) === zonedParts(now(), zone).day.slice(0, 4)

  /** `11-23 周一`; the full date in another year. */
  const day = (value: LocalDate, zone: string = REGION_ZONE) => (isThisYear(value, zone) ? fill(words.day, dayFields(value)) : value)
  /** `今天`, `明天`, else like `day`. */
  const nearDay = (value: LocalDate, zone: string = REGION_ZONE) => {
    const today = zonedParts(now(), zone).day
    if (value === today) return words.today
    if (value === addDays(today, 1)) return words.tomorrow
    return day(value, zone)
  }
  const time = (instant: Date | string, zone: string = REGION_ZONE) => zonedParts(instant, zone).time
  const instant = (value: Date | string, zone: string = REGION_ZONE) => {
    const parts = zonedParts(value, zone)
    return `${nearDay(parts.day, zone)} ${parts.time}`
  }

  return {
    /** `钛合金、聚乙烯`; `titanium, polyethylene`. */
    list: (members: readonly string[]) => members.join(words.comma),
    /** `样品要求：两件`; the label alone when nothing is said. */
    said: (label: string, said: string | null | undefined) => (said ? fill(words.said, { label, words: said }) : label),
    /** Yuan with two decimals and thousands, without sign: for tables whose header names the unit. */
    money: (yuan: string | null | undefined) => (yuan ? grouped(yuan) : MISSING),
    /** An amount that stands alone: `¥2,712.00`; free is a word, unknown too. */
    price: (yuan: string | null | undefined) => {
      if (!yuan) return words.priceUnknown
      if (/^-?0+(\.0+)?$/.test(yuan)) return words.free
      const text = grouped(yuan)
      return text.startsWith('−') ? `−¥${text.slice(1)}` : `¥${text}`
    },
    /** Price in a list: whole yuan lose their zeros (`¥240`). */
    shortPrice: (yuan: string | null | undefined) => {
      if (!yuan) return words.priceUnknown
      if (/^-?0+(\.0+)?$/.test(yuan)) return words.free
      return `¥${grouped(yuan.replace(/\.00$/, ''))}`
    },
    /** Policy amounts: `271.20 万元`. */
    wan: (yuan: string | null | undefined) => (yuan ? fill(words.wan, { value: grouped(yuanToWan(yuan)) }) : MISSING),
    number: (value: number | null | undefined, decimals = 0) =>
      value === null || value === undefined || Number.isNaN(value) ? MISSING : grouped(value.toFixed(decimals)),
    percent: (ratio: number | null | undefined, decimals = 1) =>
      ratio === null || ratio === undefined ? MISSING : `${grouped((ratio * 100).toFixed(decimals))}%`,
    hours: hoursOf,
    /** How long a use lasted: days from 24 hours on. */
    duration: (minutes: number) => {
      if (minutes < 1440) return hoursOf(minutes)
      const whole = Math.round(minutes / 60)
      const [days, hours] = [Math.floor(whole / 24), whole % 24]
      return hours === 0
        ? fill(words.days, { days: grouped(String(days)) })
        : fill(words.daysHours, { days: grouped(String(days)), hours: String(hours) })
    },
    day,
    /** The local day of an instant, like `day`. */
    dayOf: (value: Date | string, zone: string = REGION_ZONE) => day(zonedParts(value, zone).day, zone),
    nearDay,
    weekday: (value: LocalDate) => words.weekdays[weekdayOf(value) - 1] ?? '',
    weekdayShort: (value: LocalDate) => words.weekdaysShort[weekdayOf(value) - 1] ?? '',
    /** 1 Monday … 7 Sunday. */
    weekdayName: (weekday: number) => words.weekdays[weekday - 1] ?? '',
    month: (value: LocalDate) => fill(words.month, dayFields(value)),
    /** What figures are about: `2025` is a year, `2025-Q4` a quarter; a day stays as it is. */
    period: (value: string) => {
      const [, yyyy, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(value) ?? []
      if (!yyyy) return value
      return quarter ? fill(words.quarter, { yyyy, quarter: words.quarters[Number(quarter) - 1] ?? '' }) : fill(words.year, { yyyy })
    },
    /** `11-23 至 11-29`. */
    dayRange: (from: LocalDate, to: LocalDate, zone: string = REGION_ZONE) => {
      const short = (value: LocalDate) => (isThisYear(value, zone) ? fill(words.dayWithoutWeekday, dayFields(value)) : value)
      return from === to ? short(from) : fill(words.dayRange, { from: short(from), to: short(to) })
    },
    time,
    /** `今天 14:00`, `11-24 周二 09:00`, `2027-01-04 09:00`. */
    instant,
    /** `11-24 周二 14:00—16:00`; both days are named when the range crosses midnight. */
    range: (start: Date | string, end: Date | string, zone: string = REGION_ZONE) => {
      const [from, to] = [zonedParts(start, zone), zonedParts(end, zone)]
      const head = `${nearDay(from.day, zone)} ${from.time}`
      if (from.day === to.day) return `${head}—${to.time}`
      if (to.time === '00:00' && addDays(from.day, 1) === to.day) return `${head}—24:00`
      return `${head} — ${nearDay(to.day, zone)} ${to.time}`
    },
    /** `2026-11-23 09:40`, for records. */
    stamp: (value: Date | string, zone: string = REGION_ZONE) => {
      const parts = zonedParts(value, zone)
      return `${parts.day} ${parts.time}`
    },
    /** Remaining time as `14:36` or `1:02:09`; `0:00` when it is over. */
    countdown: (milliseconds: number) => {
      const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
      const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
      const tail = `${String(m).padStart(h ? 2 : 1, '0')}:${String(s).padStart(2, '0')}`
      return h ? `${h}:${tail}` : tail
    },
  }
}
