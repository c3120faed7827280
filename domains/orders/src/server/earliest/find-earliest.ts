import { formatFen, parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { EarliestAnswer, FindEarliest, OrderPreview, PreviewOrder } from '../../contract/earliest.ts'
import { compareRanked } from '../../core/earliest/rank.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { planServices } from './plan-services.ts'

/** Longest list that is shown; a narrower need finds the rest. */
const MAX_SHOWN = 50

/** Providers by the first day on which the result of a need can be there. */
export async function findEarliest(
  db: Db<OrdersTables>,
  needs: OrdersNeeds,
  query: FindEarliest,
  { organisationId, now }: { organisationId: string | null; now: Date },
): Promise<EarliestAnswer> {
  const serviceIds = query.service ?? (await findByNeed(db, needs, query))
  const need = {
    serviceIds,
    quantityOf: () => query.quantity,
    readyDay: query.readyDay,
    transportDays: query.transportDays,
    deadline: query.deadline,
    schemes: query.scheme ?? [],
    organisationId,
  }
  const planned = await planServices(db, needs, need, now)
  const districts = [...new Set(planned.flatMap(({ line }) => line.district ?? []))].sort()
  const fitting = planned.filter(({ line }) => query.district === undefined || line.district === query.district)
  fitting.sort((a, b) => compareRanked(a.ranked, b.ranked))
  return {
    today: localDayOf(now, ORDER_ZONE),
    items: fitting.slice(0, MAX_SHOWN).map(({ line }) => line),
    found: fitting.length,
    districts,
  }
}

/** Null when nothing is asked: then every service counts. A standard and words both have to fit. */
async function findByNeed(db: Db<OrdersTables>, needs: OrdersNeeds, { q, standard }: FindEarliest): Promise<readonly string[] | null> {
  const byStandard = standard === undefined ? null : await needs.findServices(db, standard)
  const byWords = q === '' ? null : await needs.findServices(db, q)
  if (byStandard === null || byWords === null) return byStandard ?? byWords
  return byStandard.filter((id) => byWords.includes(id))
}

/** What an order of these services would cost the reader and when its last result would be there. */
export async function previewOrder(
  db: Db<OrdersTables>,
  needs: OrdersNeeds,
  { items, readyDay }: PreviewOrder,
  { organisationId, now }: { organisationId: string | null; now: Date },
): Promise<OrderPreview> {
  const quantities = new Map(items.map(({ serviceId, quantity }) => [serviceId, quantity]))
  const planned = await planServices(
    db,
    needs,
    {
      serviceIds: [...quantities.keys()],
      quantityOf: (id) => quantities.get(id) ?? 1,
      readyDay,
      transportDays: undefined,
      deadline: undefined,
      schemes: [],
      organisationId,
    },
    now,
  )
  const byId = new Map(planned.map(({ line }) => [line.serviceId, line]))
  const lines = items.map(({ serviceId }) => {
    const line = byId.get(serviceId)
    if (!line) throw new Refusal(SERVICE_MISSING)
    return line
  })
  const amounts = lines.map(({ price }) => (price ? parseFen(price.total) : undefined))
  const isPriced = amounts.every((amount) => amount !== undefined)
  return {
    lines,
    total: isPriced ? formatFen(amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n)) : null,
    resultDay: lines.map(({ resultDay }) => resultDay).reduce((last, day) => (day > last ? day : last)),
    today: localDayOf(now, ORDER_ZONE),
  }
}
