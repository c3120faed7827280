import { fisherTail, studentQuantile, studentTails } from './distributions.ts'
import { clusteredCovariance, type LeastSquares, leastSquares } from './least-squares.ts'
import type { Panel } from './panel.ts'
import { randomFrom, shuffle } from './random.ts'

/** A coefficient with its standard error and an interval of 95 %; enterprises are the clusters, so freedom is their number less one. */
type Estimate = {
  readonly value: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  readonly p: number
}

type Fitted = {
  readonly fit: LeastSquares
  readonly covariance: readonly Float64Array[]
  readonly freedom: number
  readonly observations: number
}

/**
 * How much more the supported changed than the others: two-way fixed effects of enterprises and years, one start for all, weights
 * from the matching. Null where years or groups leave it undetermined.
 */
export function differenceOf(panel: Panel): (Estimate & { readonly observations: number }) | null {
  const fitted = fitPanel(panel, [(isTreated, year) => (isTreated && year >= panel.start ? 1 : 0)])
  return fitted && { ...estimateOf(fitted, 0), observations: fitted.observations }
}

/** Differences year by year against the year before the start, which is 0 by definition; and whether those before it are all 0. */
export function eventStudy(
  panel: Panel,
): { readonly lines: readonly (Estimate & { readonly year: number })[]; readonly pretrendP: number | null } | null {
  const reference = Math.max(...panel.years.filter((year) => year < panel.start))
  const years = panel.years.filter((year) => year !== reference)
  const fitted = fitPanel(
    panel,
    years.map((wanted) => (isTreated: boolean, year: number) => (isTreated && year === wanted ? 1 : 0)),
  )
  if (!fitted) return null
  const lines = years.map((year, index) => ({ year, ...estimateOf(fitted, index) }))
  const early = years.flatMap((year, index) => (year < panel.start ? [index] : []))
  return { lines, pretrendP: early.length > 0 ? jointP(fitted, early) : null }
}

/** Regressors and outcome less the mean of each enterprise; years as dummies; weights as roots. */
function fitPanel(panel: Panel, terms: readonly ((isTreated: boolean, year: number) => number)[]): Fitted | null {
  const { years, units } = panel
  const known = units.map(({ outcomes }) => years.flatMap((year, place) => (outcomes[place] === null ? [] : [{ year, place }])))
  const observations = known.reduce((sum, { length }) => sum + length, 0)
  const yearDummies = years.slice(1).map((wanted) => (_: boolean, year: number) => (year === wanted ? 1 : 0))
  const regressors = [...terms, ...yearDummies]
  const columns = regressors.map(() => new Float64Array(observations))
  const y = new Float64Array(observations)
  const clusters = new Int32Array(observations)
  let row = 0
  for (const [index, unit] of units.entries()) {
    const own = known[index] ?? []
    const root = Math.sqrt(unit.weight)
    const values = regressors.map((term) => own.map(({ year }) => term(unit.isTreated, year)))
    const outcome = own.map(({ place }) => unit.outcomes[place] as number)
    const means = values.map(meanOf)
    const mean = meanOf(outcome)
    for (let at = 0; at < own.length; at += 1) {
      for (let k = 0; k < columns.length; k += 1)
        (columns[k] as Float64Array)[row] = root * ((values[k]?.[at] as number) - (means[k] as number))
      y[row] = root * ((outcome[at] as number) - mean)
      clusters[row] = index
      row += 1
    }
  }
  // A year without anybody, or with nobody supported, would be a column of zeros.
  const used = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.some((value) => value !== 0))
  if (terms.some((_, index) => !used.some((one) => one.index === index))) return null
  const kept = used.map(({ column }) => column)
  const fit = units.length > 1 ? leastSquares(kept, y) : null
  if (!fit) return null
  return { fit, covariance: clusteredCovariance(fit, kept, clusters, 1), freedom: units.length - 1, observations }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function estimateOf({ fit, covariance, freedom }: Fitted, index: number): Estimate {
  const value = fit.coefficients[index] as number
  const standardError = Math.sqrt(Math.max(0, covariance[index]?.[index] as number))
  const reach = studentQuantile(0.05, freedom) * standardError
  const p = standardError > 0 ? studentTails(value / standardError, freedom) : value === 0 ? 1 : 0
  return { value, standardError, low: value - reach, high: value + reach, p }
}

/** Wald's test that all named coefficients are 0, as F with the clusters' freedom; null where their covariance cannot be inverted. */
function jointP({ fit, covariance, freedom }: Fitted, indices: readonly number[]): number | null {
  const values = Float64Array.from(indices, (index) => fit.coefficients[index] as number)
  const block = indices.map((column) => Float64Array.from(indices, (row) => covariance[row]?.[column] as number))
  const solved = leastSquares(block, values)
  if (!solved) return null
  const wald = values.reduce((sum, value, at) => sum + value * (solved.coefficients[at] as number), 0)
  return fisherTail(wald / indices.length, indices.length, freedom)
}

/** The panel as if support had begun in `start`, by the years before its true start alone; null where fewer than two are left. */
export function beforeStart(panel: Panel, start: number): Panel | null {
  const places = panel.years.flatMap((year, place) => (year < panel.start ? [place] : []))
  const years = places.map((place) => panel.years[place] as number)
  if (!years.some((year) => year < start) || !years.some((year) => year >= start)) return null
  const first = years.findIndex((year) => year >= start)
  const units = panel.units
    .map((unit) => ({ ...unit, outcomes: places.map((place) => unit.outcomes[place] as number | null) }))
    .filter(
      ({ outcomes }) => outcomes.slice(0, first).some((value) => value !== null) && outcomes.slice(first).some((value) => value !== null),
    )
  return { ...panel, years, start, units }
}

/**
 * How often chance alone does as much: support is handed out anew within each group, `draws` times from the seed, and each time the
 * difference of the mean changes is taken. The part of draws at least as far from 0 as the true one, itself counted.
 */
export function permutationP(panel: Panel, { draws, seed }: { draws: number; seed: number }): { value: number; p: number; draws: number } {
  const first = panel.years.findIndex((year) => year >= panel.start)
  const known = (values: readonly (number | null)[]) => values.filter((value): value is number => value !== null)
  const changes = panel.units.map(({ outcomes }) => meanOf(known(outcomes.slice(first))) - meanOf(known(outcomes.slice(0, first))))
  const groups = new Map<string, number[]>()
  for (const [index, { group }] of panel.units.entries()) groups.set(group, [...(groups.get(group) ?? []), index])
  const flags = Int32Array.from(panel.units, ({ isTreated }) => (isTreated ? 1 : 0))
  const value = differenceOfChanges(panel, changes, flags)
  const random = randomFrom(seed)
  let asFar = 1
  for (let draw = 0; draw < draws; draw += 1) {
    const dealt = new Int32Array(flags.length)
    for (const members of groups.values()) {
      const own = Int32Array.from(members, (index) => flags[index] as number)
      shuffle(own, random)
      for (const [at, index] of members.entries()) dealt[index] = own[at] as number
    }
    if (Math.abs(differenceOfChanges(panel, changes, dealt)) >= Math.abs(value) - 1e-12) asFar += 1
  }
  return { value, p: asFar / (draws + 1), draws }
}

/** Groups keep their numbers of both kinds, so weights go with the kind and the group. */
function differenceOfChanges({ units, groups }: Panel, changes: readonly number[], flags: Int32Array): number {
  const ratios = new Map(groups.map(({ group, treated, others }) => [group, treated / others]))
  const sums = { treated: 0, treatedWeight: 0, others: 0, othersWeight: 0 }
  for (const [index, { group }] of units.entries()) {
    const change = changes[index] as number
    if (flags[index] === 1) {
      sums.treated += change
      sums.treatedWeight += 1
    } else {
      const weight = ratios.get(group) as number
      sums.others += weight * change
      sums.othersWeight += weight
    }
  }
  return sums.treated / sums.treatedWeight - sums.others / sums.othersWeight
}
