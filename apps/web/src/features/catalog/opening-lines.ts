import type { WeeklyOpening } from '@jiju/catalog/contract/sites'

type OpeningLine = { weekdays: number[] /** Monday to Friday rather than Monday, Wednesday. */; isRun: boolean; hours: string }

/** Weekdays with the same hours in one line, in the order of the week. */
export function openingLines(opening: WeeklyOpening): OpeningLine[] {
  const lines: OpeningLine[] = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = opening
      .filter((range) => range.weekday === weekday)
      .map((range) => `${range.start}—${range.end}`)
      .sort()
      .join(' ')
    if (!hours) continue
    const same = lines.find((line) => line.hours === hours)
    if (same) {
      same.isRun &&= same.weekdays.at(-1) === weekday - 1
      same.weekdays.push(weekday)
    } else lines.push({ weekdays: [weekday], isRun: true, hours })
  }
  return lines
}
