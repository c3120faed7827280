const YEARS = 5
const QUARTERS = 8

/** Periods of a kind, newest first: those that have ended by `day`, and the running one before them where it is wanted. */
export function recentPeriods(kind: 'year' | 'quarter', day: string, withRunning = false): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const skipped = withRunning ? 0 : 1
  if (kind === 'year') return Array.from({ length: YEARS }, (_, back) => String(year - skipped - back))
  const running = year * 4 + Math.ceil(month / 3) - 1
  return Array.from({ length: QUARTERS }, (_, back) => {
    const quarter = running - skipped - back
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
  })
}

/** The last year that has ended by `day`. */
export const lastYear = (day: string): string => String(Number(day.slice(0, 4)) - 1)
