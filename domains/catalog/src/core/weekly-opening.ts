import type { Problem } from '@jiju/kernel/problem'

export type OpenRange = { readonly start: string; readonly end: string }
export type WeekdayRange = OpenRange & { readonly weekday: number }
export type DayException = { readonly day: string; readonly open: readonly OpenRange[] }

/** `HH:MM` (24:00 allowed) as minutes of the day. */
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function overlapsIn(ranges: readonly OpenRange[]): boolean {
  const sorted = [...ranges].sort((a, b) => minutes(a.start) - minutes(b.start))
  return sorted.some((range, index) => minutes(range.start) < minutes(sorted[index - 1]?.end ?? '00:00'))
}

/** Opening hours that cannot be: a range that ends before it starts, ranges of one day that overlap, a day that is named twice. */
export function findOpeningProblems(opening: readonly WeekdayRange[], exceptions: readonly DayException[] = []): Problem[] {
  const problems: Problem[] = []
  const invalid = (field: string, code: string): void => {
    problems.push({ code, kind: 'invalid', field })
  }
  for (const [index, range] of opening.entries())
    if (minutes(range.end) <= minutes(range.start)) invalid(`/opening/${index}`, 'catalog.opening_backwards')
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    if (overlapsIn(opening.filter((range) => range.weekday === weekday))) invalid('/opening', 'catalog.opening_overlaps')
  }
  const days = new Set<string>()
  for (const [index, exception] of exceptions.entries()) {
    if (days.has(exception.day)) invalid(`/dayExceptions/${index}/day`, 'catalog.exception_day_twice')
    days.add(exception.day)
    if (exception.open.some((range) => minutes(range.end) <= minutes(range.start)))
      invalid(`/dayExceptions/${index}`, 'catalog.opening_backwards')
    if (overlapsIn(exception.open)) invalid(`/dayExceptions/${index}`, 'catalog.opening_overlaps')
  }
  return problems
}
