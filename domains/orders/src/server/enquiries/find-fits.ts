import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { FittingProvider } from '../../contract/enquiries.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { type FitRow, listAskableServices, listSchemes } from '../sql/fits.ts'
import { presentFacts, readFacts } from './provider-facts.ts'

type WantedItem = { readonly serviceId?: string; readonly name: string; readonly method: string }
type Reason = FittingProvider['services'][number]['reason']
type Fit = FitRow & { readonly item: number; readonly reason: Reason }

/**
 * Providers whose published services fit: the service that was asked for, one that is offered by the wanted standard, or one that the words find. Whoever
 * covers more items comes first, then who fits better, then who has answered and delivered in time more often.
 */
export async function findFits(
  db: Db<OrdersTables>,
  needs: Pick<OrdersNeeds, 'findServices' | 'now'>,
  items: readonly WantedItem[],
  askerId: string,
): Promise<FittingProvider[]> {
  const fits = await listFits(db, needs, items, askerId)
  const byProvider = new Map<string, Fit[]>()
  for (const fit of fits) byProvider.set(fit.provider_id, [...(byProvider.get(fit.provider_id) ?? []), fit])
  const now = needs.now()
  const facts = await readFacts(db, [...byProvider.keys()], now)
  const schemes = await listSchemes(
    db,
    fits.map(({ service_id }) => service_id),
    localDayOf(now, ORDER_ZONE),
  )
  const found = [...byProvider].map(([providerId, own]) => {
    const ids = new Set(own.map(({ service_id }) => service_id))
    return {
      providerId,
      providerName: own[0]?.provider_name ?? '',
      services: own.map(({ service_id, service_name, item, reason }) => ({ id: service_id, name: service_name, item, reason })),
      coveredItems: new Set(own.map(({ item }) => item)).size,
      accreditations: [...new Set(schemes.filter(({ service_id }) => ids.has(service_id)).map(({ scheme }) => scheme))],
      facts: presentFacts(facts.get(providerId)),
    }
  })
  return found.sort((a, b) => compareFits(a, b) || (a.providerId < b.providerId ? -1 : 1))
}

const REASON_RANK: Readonly<Record<Reason, number>> = { service: 0, standard: 1, words: 2 }
const bestReason = ({ services }: FittingProvider) => Math.min(...services.map(({ reason }) => REASON_RANK[reason]))
const shareOf = ({ inTime, of }: { inTime: number; of: number }) => (of === 0 ? 1 : inTime / of)

function compareFits(a: FittingProvider, b: FittingProvider): number {
  return (
    b.coveredItems - a.coveredItems ||
    bestReason(a) - bestReason(b) ||
    shareOf(b.facts.answers) + shareOf(b.facts.deliveries) - shareOf(a.facts.answers) - shareOf(a.facts.deliveries)
  )
}

async function listFits(
  db: Db<OrdersTables>,
  needs: Pick<OrdersNeeds, 'findServices'>,
  items: readonly WantedItem[],
  askerId: string,
): Promise<Fit[]> {
  const wanted = new Map<string, { item: number; reason: Reason }>()
  const keep = (id: string, item: number, reason: Reason) => {
    if (!wanted.has(`${id} ${item}`)) wanted.set(`${id} ${item}`, { item, reason })
  }
  for (const [item, { serviceId, name, method }] of items.entries()) {
    if (serviceId) keep(serviceId, item, 'service')
    if (method !== '') for (const id of await needs.findServices(db, method)) keep(id, item, 'standard')
    for (const id of await needs.findServices(db, name)) keep(id, item, 'words')
  }
  const ids = [...new Set([...wanted.keys()].map((key) => key.slice(0, 36)))]
  const rows = new Map((await listAskableServices(db, ids, askerId)).map((row) => [row.service_id, row]))
  return [...wanted].flatMap(([key, { item, reason }]) => {
    const row = rows.get(key.slice(0, 36))
    return row ? [{ ...row, item, reason }] : []
  })
}
