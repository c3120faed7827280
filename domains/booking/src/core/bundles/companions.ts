import type { Problem } from '@jiju/kernel/problem'

/** Something that belongs to a resource: any one of `resourceIds`. One that is needed cannot be left out. */
export type Companion = {
  readonly nameZh: string
  readonly nameEn: string | null
  readonly isNeeded: boolean
  readonly resourceIds: readonly string[]
}

export const MAX_COMPANIONS = 8
export const MAX_COMPANION_CHOICES = 20

/** Which needed companions are missing beside the resources that are booked together; one resource serves one need. */
export function findCompanionProblems(companions: readonly Companion[], beside: readonly string[]): Problem[] {
  const left = new Set(beside)
  const missing = companions.filter(({ isNeeded, resourceIds }) => {
    if (!isNeeded) return false
    const found = resourceIds.find((id) => left.delete(id))
    return found === undefined
  })
  if (missing.length === 0) return []
  const params = {
    namesZh: missing.map(({ nameZh }) => nameZh).join('、'),
    namesEn: missing.map(({ nameZh, nameEn }) => nameEn ?? nameZh).join(', '),
  }
  return [{ code: 'booking.companion_missing', kind: 'refused', params }]
}
