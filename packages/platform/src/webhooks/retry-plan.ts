/** Pauses after the first, second … failed try. Together a little less than a day. */
const PAUSES_S = [10, 60, 300, 1800, 7200, 14_400, 21_600, 36_000] as const

/** When to try again after the `attempts`-th failed try; null when the plan is at its end. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const pause = PAUSES_S[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * 1000)
}
