import { groupBy } from '@jiju/kernel/group-by'
import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import type { Evidence, Finding } from './vocabulary.ts'

/** Money that comes back within so many days of the settlement is one movement with it. */
const ROUND_TRIP_DAYS = 60
/** From this share of an order on, what comes back is worth a look. */
const ROUND_TRIP_PERCENT = 50n
/** Orders within so many days belong together. */
const SPLIT_DAYS = 7
/** From this share of a limit on, an order lies just below it. */
const SPLIT_PERCENT = 80n

/** An order as the rules read it. `on` is its day: placed, or settled where the rule is about settled orders. */
export type OrderFact = {
  readonly id: string
  readonly number: string
  readonly organisationId: string
  readonly providerId: string
  readonly totalFen: bigint
  readonly on: LocalDate
}

export const orderEvidence = ({ id, number, totalFen, on }: OrderFact): Evidence => ({
  kind: 'order',
  id,
  label: number,
  amountFen: totalFen,
  on,
})
export const sumOf = (amounts: readonly { readonly amountFen: bigint | null }[]): bigint =>
  amounts.reduce((sum, { amountFen }) => sum + (amountFen ?? 0n), 0n)
const partiesOf = ({ organisationId, providerId }: OrderFact) => ({ organisationId, providerId })

/** Both sides of orders have something in common: a known relation, a person, an account or an address. One finding for each pair. */
export function findRelatedParties(
  orders: readonly OrderFact[],
  ties: readonly (Evidence & { readonly organisationId: string; readonly providerId: string })[],
): Finding[] {
  const pairOf = (one: { readonly organisationId: string; readonly providerId: string }) => `${one.organisationId} ${one.providerId}`
  const byPair = groupBy(orders, pairOf)
  return [...groupBy(ties, pairOf)].flatMap(([subject, tied]): Finding[] => {
    const [first, ...rest] = byPair.get(subject) ?? []
    if (!first) return []
    const own = [first, ...rest].map(orderEvidence)
    const common = tied.map(({ kind, id, label, amountFen, on }): Evidence => ({ kind, id, label, amountFen, on }))
    return [{ rule: 'related_parties', subject, ...partiesOf(first), amountFen: sumOf(own), evidence: [...common, ...own] }]
  })
}

/** Half of a settled order or more has come back from its provider within `ROUND_TRIP_DAYS`, as credit or by bank. */
export function findRoundTrips(orders: readonly OrderFact[], returned: readonly (Evidence & { readonly orderId: string })[]): Finding[] {
  return orders.flatMap((order): Finding[] => {
    const last = addDays(order.on, ROUND_TRIP_DAYS)
    const back = returned.filter(({ orderId, on }) => orderId === order.id && on !== null && on >= order.on && on <= last)
    const amountFen = sumOf(back)
    if (back.length === 0 || amountFen * 100n < order.totalFen * ROUND_TRIP_PERCENT) return []
    const evidence = [orderEvidence(order), ...back.map(({ orderId: _, ...row }) => row)]
    return [{ rule: 'round_trip', subject: order.id, ...partiesOf(order), amountFen, evidence }]
  })
}

export type InvoiceUse = Evidence & { readonly key: string; readonly organisationId: string | null; readonly providerId: string | null }

/** One invoice number of a provider, or one file of an invoice, stands for more than one matter. */
export function findSameInvoices(uses: readonly InvoiceUse[]): Finding[] {
  return [...groupBy(uses, ({ key }) => key)].flatMap(([key, group]): Finding[] => {
    const [first] = group
    if (!first || group.length < 2) return []
    const isOneClient = group.every(({ organisationId }) => organisationId === first.organisationId)
    const isOneProvider = group.every(({ providerId }) => providerId === first.providerId)
    return [
      {
        rule: 'same_invoice',
        subject: key,
        organisationId: isOneClient ? first.organisationId : null,
        providerId: isOneProvider ? first.providerId : null,
        amountFen: group.some(({ amountFen }) => amountFen !== null) ? sumOf(group) : null,
        evidence: group.map(({ kind, id, label, amountFen, on }) => ({ kind, id, label, amountFen, on })),
      },
    ]
  })
}

/** Two orders or more of one person with one provider within `SPLIT_DAYS`, each just below the limit of that person. */
export function findSplitOrders(orders: readonly (OrderFact & { readonly personId: string; readonly limitFen: bigint })[]): Finding[] {
  const near = orders.filter(({ totalFen, limitFen }) => totalFen <= limitFen && totalFen * 100n >= limitFen * SPLIT_PERCENT)
  const byPerson = groupBy(near, ({ personId, providerId }) => `${personId} ${providerId}`)
  return [...byPerson.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
    const runs: (typeof sorted)[] = []
    for (const order of sorted) {
      const run = runs.at(-1)
      const [first] = run ?? []
      if (run && first && order.on <= addDays(first.on, SPLIT_DAYS)) run.push(order)
      else runs.push([order])
    }
    return runs.flatMap((run): Finding[] => {
      const [first] = run
      if (!first || run.length < 2) return []
      const limit: Evidence = { kind: 'limit', id: null, label: '', amountFen: first.limitFen, on: null }
      const evidence = run.map(orderEvidence)
      return [{ rule: 'split_orders', subject: first.id, ...partiesOf(first), amountFen: sumOf(evidence), evidence: [limit, ...evidence] }]
    })
  })
}

/** Settled orders of which nothing else is left: no sample came in, no result, no instrument, no measured use. */
export function findWithoutTrace(orders: readonly OrderFact[]): Finding[] {
  return orders.map((order) => ({
    rule: 'no_trace',
    subject: order.id,
    ...partiesOf(order),
    amountFen: order.totalFen,
    evidence: [orderEvidence(order)],
  }))
}
