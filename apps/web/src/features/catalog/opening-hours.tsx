import type { WeeklyOpening } from '@jiju/catalog/contract/sites'
import { useFormat } from '../../lib/use-format.ts'
import { openingLines } from './opening-lines.ts'

/** Weekly hours, days with the same hours in one line. */
export function OpeningHours({ opening }: { opening: WeeklyOpening }) {
  const format = useFormat()
  return openingLines(opening).map((line) => (
    <div key={line.weekdays.join()}>
      {line.weekdays.length > 1 && line.isRun
        ? `${format.weekdayName(line.weekdays[0] ?? 1)}—${format.weekdayName(line.weekdays.at(-1) ?? 7)}`
        : line.weekdays.map((weekday) => format.weekdayName(weekday)).join(' ')}{' '}
      {line.hours}
    </div>
  ))
}
