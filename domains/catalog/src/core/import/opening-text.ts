import type { DayException, OpenRange, WeekdayRange } from '../weekly-opening.ts'

const DAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const rangesText = (ranges: readonly OpenRange[]) =>
  [...ranges]
    .sort((a, b) => a.start.localeCompare(b.start))
    .map((range) => `${range.start}-${range.end}`)
    .join(',')

/** Week as people write it: `周一至周五 08:30-12:00,13:00-17:30；周六 09:00-12:00`. Empty for a week that is closed throughout. */
export function writeOpening(opening: readonly WeekdayRange[]): string {
  const byDay = DAYS.map((_, index) => rangesText(opening.filter((range) => range.weekday === index + 1)))
  const parts: string[] = []
  for (let from = 0; from < 7; ) {
    let to = from
    while (to < 6 && byDay[to + 1] === byDay[from]) to += 1
    if (byDay[from]) parts.push(`${from === to ? `周${DAYS[from]}` : `周${DAYS[from]}至周${DAYS[to]}`} ${byDay[from]}`)
    from = to + 1
  }
  return parts.join('；')
}

function readDay(text: string): number | undefined {
  const chinese = /^(?:周|星期|礼拜)?([一二三四五六日天])$/.exec(text)?.[1]
  if (chinese) return chinese === '天' ? 7 : DAYS.indexOf(chinese as (typeof DAYS)[number]) + 1
  const english = ENGLISH.indexOf(text.slice(0, 3).toLowerCase() as (typeof ENGLISH)[number])
  if (/^[a-z]+$/i.test(text) && english >= 0) return english + 1
  return /^[1-7]$/.test(text) ? Number(text) : undefined
}

function readRanges(text: string): OpenRange[] | undefined {
  const ranges: OpenRange[] = []
  for (const part of text.split(/[,，、]/)) {
    const match = /^(\d{1,2}):(\d{2})[-~–—至](\d{1,2}):(\d{2})$/.exec(part.replaceAll('：', ':').replace(/\s/g, ''))
    if (!match) return undefined
    const [, h1 = '', m1 = '', h2 = '', m2 = ''] = match
    const isClock = (h: string, m: string) => Number(m) < 60 && (Number(h) < 24 || (h === '24' && m === '00'))
    if (!isClock(h1, m1) || Number(h1) === 24 || !isClock(h2, m2)) return undefined
    ranges.push({ start: `${h1.padStart(2, '0')}:${m1}`, end: `${h2.padStart(2, '0')}:${m2}` })
  }
  return ranges
}

/** Reads what `writeOpening` writes, and its usual variants; undefined when it cannot be read. */
export function readOpening(text: string): WeekdayRange[] | undefined {
  const opening: WeekdayRange[] = []
  for (const part of text.split(/[;；\n]/).map((piece) => piece.trim())) {
    if (part === '') continue
    const match = /^(\S+?)(?:\s*(?:至|到|-|~)\s*(\S+?))?\s+(.+)$/.exec(part)
    const from = match && readDay(match[1] ?? '')
    const to = match && (match[2] === undefined ? from : readDay(match[2]))
    const ranges = match && readRanges(match[3] ?? '')
    if (!from || !to || !ranges || to < from) return undefined
    for (let weekday = from; weekday <= to; weekday += 1) for (const range of ranges) opening.push({ weekday, ...range })
  }
  return opening.sort((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start))
}

/** Days that differ: `2026-10-01 休；2026-10-10 09:00-12:00`. */
export function writeDayExceptions(exceptions: readonly DayException[]): string {
  return [...exceptions]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map((exception) => `${exception.day} ${rangesText(exception.open) || '休'}`)
    .join('；')
}

export function readDayExceptions(text: string): DayException[] | undefined {
  const exceptions: DayException[] = []
  for (const part of text.split(/[;；\n]/).map((piece) => piece.trim())) {
    if (part === '') continue
    const match = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/.exec(part)
    const open = match && (/^(休|闭馆|closed)$/i.test(match[2] ?? '') ? [] : readRanges(match[2] ?? ''))
    if (!match || !open) return undefined
    exceptions.push({ day: match[1] ?? '', open })
  }
  return exceptions.sort((a, b) => a.day.localeCompare(b.day))
}
