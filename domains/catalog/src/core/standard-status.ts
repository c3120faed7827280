import type { LocalDate } from '@jiju/kernel/local-date'
import type { StandardStatus } from './vocabulary.ts'

type StandardFacts = {
  readonly status: StandardStatus
  readonly effectiveOn: LocalDate | null
  readonly withdrawnOn: LocalDate | null
  /** Days on which successors take effect; null when the day is not known. */
  readonly successorsEffectiveOn: readonly (LocalDate | null)[]
}

/**
 * What a standard is on `day`. Dates win over what the source declared: an upcoming one is active from its effective day,
 * and its predecessor is replaced from that day on. A withdrawn or replaced one never comes back by itself.
 */
export function standardStatusOn(day: LocalDate, facts: StandardFacts): StandardStatus {
  if (facts.status === 'withdrawn' || (facts.withdrawnOn !== null && facts.withdrawnOn <= day)) return 'withdrawn'
  if (facts.status === 'replaced' || facts.successorsEffectiveOn.some((effective) => effective !== null && effective <= day))
    return 'replaced'
  if (facts.effectiveOn !== null) return facts.effectiveOn <= day ? 'active' : 'upcoming'
  return facts.status
}

/** True when nobody should rely on it any more. */
export function isNoLongerInForce(status: StandardStatus): boolean {
  return status === 'replaced' || status === 'withdrawn'
}
