import { groupBy } from '@jiju/kernel/group-by'
import { addDays } from '@jiju/kernel/local-date'
import { type OrderFact, orderEvidence, sumOf } from './rules.ts'
import type { Evidence, Finding } from './vocabulary.ts'

/** Organisations of one circle at most. */
const CIRCLE_STEPS = 6
/** Orders within so many days can be one movement. */
const CIRCLE_DAYS = 90
/** Each leg carries at least this share of the greatest one; what is smaller is other business. */
const CIRCLE_PERCENT = 50n

/** A settled order with the names of both sides. */
export type NamedOrder = OrderFact & { readonly organisationName: string; readonly providerName: string }

type Leg = readonly NamedOrder[]

/**
 * Money that comes back to where it began over any number of organisations up to `CIRCLE_STEPS`: each has ordered of the next and the last of the first,
 * within `CIRCLE_DAYS`, each leg at least `CIRCLE_PERCENT` of the greatest. One finding for each circle of organisations.
 */
export function findCircles(orders: readonly NamedOrder[]): Finding[] {
  const legs = new Map(
    [...groupBy(orders, ({ organisationId }) => organisationId)].map(([from, own]) => [from, groupBy(own, ({ providerId }) => providerId)]),
  )
  return pathsBack(legs).flatMap((path): Finding[] => {
    const ring = path.map((from, index): Leg => legs.get(from)?.get(path[(index + 1) % path.length] ?? '') ?? [])
    const moved = movementOf(ring)
    return moved ? [findingOf(path, moved)] : []
  })
}

/** Every way round, each once: it is written from its smallest id on. */
function pathsBack(legs: ReadonlyMap<string, ReadonlyMap<string, Leg>>): string[][] {
  const found: string[][] = []
  const follow = (path: readonly string[], first: string, last: string): void => {
    for (const next of legs.get(last)?.keys() ?? []) {
      if (next === first && path.length > 1) found.push([...path])
      else if (next > first && path.length < CIRCLE_STEPS && !path.includes(next)) follow([...path, next], first, next)
    }
  }
  for (const first of [...legs.keys()].toSorted()) follow([first], first, first)
  return found
}

/** The first time of `CIRCLE_DAYS` in which every leg carries enough; undefined when there is none. */
function movementOf(ring: readonly Leg[]): Leg[] | undefined {
  const starts = [...new Set(ring.flat().map(({ on }) => on))].toSorted()
  for (const start of starts) {
    const last = addDays(start, CIRCLE_DAYS)
    const within = ring.map((leg) => leg.filter(({ on }) => on >= start && on <= last))
    const sums = within.map((leg) => sumOf(leg.map(orderEvidence)))
    const greatest = sums.reduce((most, sum) => (sum > most ? sum : most), 0n)
    if (greatest > 0n && sums.every((sum) => sum * 100n >= greatest * CIRCLE_PERCENT)) return within
  }
  return undefined
}

function findingOf(path: readonly string[], ring: readonly Leg[]): Finding {
  const evidence = ring.flatMap((leg): Evidence[] => {
    const rows = leg.map(orderEvidence)
    const [first] = leg
    return first
      ? [{ kind: 'leg', id: null, label: `${first.organisationName} → ${first.providerName}`, amountFen: sumOf(rows), on: null }, ...rows]
      : []
  })
  const sums = ring.map((leg) => sumOf(leg.map(orderEvidence)))
  return {
    rule: 'circle',
    subject: path.join(' '),
    organisationId: path[0] ?? null,
    // Two are named; of more the evidence names each leg.
    providerId: path.length === 2 ? (path[1] ?? null) : null,
    // What can have gone all the way round.
    amountFen: sums.reduce((least, sum) => (sum < least ? sum : least), sums[0] ?? 0n),
    evidence,
  }
}
