/** One enterprise over the years: `outcomes` by year, null where not known. `group` is what it is matched by. */
export type Unit = {
  readonly id: string
  readonly isTreated: boolean
  readonly group: string
  readonly outcomes: readonly (number | null)[]
}

export type Panel = {
  readonly years: readonly number[]
  /** The first year of support. */
  readonly start: number
  readonly units: readonly (Unit & { readonly weight: number })[]
  readonly groups: readonly GroupCount[]
  /** Left out, and why. */
  readonly leftOut: { readonly withoutBefore: number; readonly withoutAfter: number; readonly withoutMatch: number }
}

export type GroupCount = { readonly group: string; readonly treated: number; readonly others: number }

/**
 * Keeps units that are known before and after the start, and weighs those without support so that their groups stand in the same
 * proportion as among the supported. Groups that have only one kind are left out.
 */
export function matchPanel(units: readonly Unit[], years: readonly number[], start: number): Panel {
  const first = years.findIndex((year) => year >= start)
  const isKnown = (outcomes: Unit['outcomes']) => outcomes.some((value) => value !== null)
  const before = units.filter(({ outcomes }) => isKnown(outcomes.slice(0, first)))
  const both = before.filter(({ outcomes }) => isKnown(outcomes.slice(first)))
  const counts = new Map<string, { treated: number; others: number }>()
  for (const { group, isTreated } of both) {
    const count = counts.get(group) ?? { treated: 0, others: 0 }
    if (isTreated) count.treated += 1
    else count.others += 1
    counts.set(group, count)
  }
  const kept = both.filter(({ group }) => {
    const count = counts.get(group)
    return count !== undefined && count.treated > 0 && count.others > 0
  })
  return {
    years,
    start,
    units: kept.map((unit) => {
      const { treated, others } = counts.get(unit.group) as { treated: number; others: number }
      return { ...unit, weight: unit.isTreated ? 1 : treated / others }
    }),
    groups: [...counts].map(([group, count]) => ({ group, ...count })).sort((a, b) => (a.group < b.group ? -1 : 1)),
    leftOut: {
      withoutBefore: units.length - before.length,
      withoutAfter: before.length - both.length,
      withoutMatch: both.length - kept.length,
    },
  }
}

/** Weighted mean of each year for the supported and the others; null where nobody is known. For the picture of the trends. */
export function meansByYear({ years, units }: Panel): { year: number; treated: number | null; others: number | null }[] {
  return years.map((year, place) => {
    const mean = (isTreated: boolean) => {
      let [sum, weight] = [0, 0]
      for (const unit of units) {
        const value = unit.outcomes[place]
        if (unit.isTreated !== isTreated || value === null || value === undefined) continue
        sum += unit.weight * value
        weight += unit.weight
      }
      return weight > 0 ? sum / weight : null
    }
    return { year, treated: mean(true), others: mean(false) }
  })
}
