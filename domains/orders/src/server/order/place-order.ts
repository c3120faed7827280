import { newId } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { PlaceOrder, VoucherChoice } from '../../contract/orders.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { checkAnswers } from '../forms/check-answers.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { entryActFor } from '../spending/entry-act.ts'
import type { NewOrderItem } from '../sql/order-items.ts'
import { findOrganisation } from '../sql/organisations.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { listServicePrices, listServices, type ServiceRow } from '../sql/services.ts'
import { type OrderDraft, openOrder } from './open-order.ts'

type Orderer = { readonly organisationId: string; readonly userId: string }

/** What is promised when the catalogue does not say. */
const DEFAULT_TURNAROUND_DAYS = 15

/** Orders services of one provider at the list price of the customer's class; the provider then accepts or declines. */
export async function placeOrder(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  body: PlaceOrder,
  by: Orderer,
): Promise<OrderRow> {
  const ids = [...new Set(body.items.map(({ serviceId }) => serviceId))]
  const services = new Map((await listServices(tx, ids)).map((service) => [service.id, service]))
  const [first] = services.values()
  if (!first || services.size < ids.length) throw new Refusal(SERVICE_MISSING)
  const problems: Problem[] = []
  for (const [index, { serviceId }] of body.items.entries())
    if (services.get(serviceId)?.provider_id !== first.provider_id)
      problems.push({ code: 'orders.one_provider', kind: 'refused', field: `/items/${index}/serviceId` })
  if (first.provider_id === by.organisationId) problems.push({ code: 'orders.own_service', kind: 'refused' })
  const answered = body.items.map((item, index) => ({ ...item, pointer: `/items/${index}/form` }))
  const forms = await checkAnswers(tx, command.now, answered)
  problems.push(...forms.problems)
  if (problems.length > 0) throw new Refusal(...problems)

  const items = await priceItems(tx, needs, {
    body,
    versions: forms.versions,
    services,
    now: command.now,
    organisationId: by.organisationId,
  })
  const total = items.reduce((sum, { amount_fen }) => sum + amount_fen, 0n)
  if (body.expectedTotal !== undefined && parseFen(body.expectedTotal) !== total)
    throw new Refusal({
      code: 'orders.price_changed',
      kind: 'conflict',
      params: { total: formatFen(total), expectedTotal: body.expectedTotal },
      field: '/expectedTotal',
    })
  const order = await openOrder(tx, command, {
    act: await entryActFor(tx, {
      organisationId: by.organisationId,
      personId: by.userId,
      totalFen: total,
      wanted: 'place',
      now: command.now,
    }),
    side: 'client',
    actorId: by.userId,
    personId: by.userId,
    enquiryId: null,
    quoteId: null,
    organisationId: by.organisationId,
    providerId: first.provider_id,
    title: body.title ?? first.name,
    purpose: body.purpose,
    confidentiality: body.confidentiality,
    turnaroundDays: Math.max(...[...services.values()].map((service) => service.turnaround_days ?? DEFAULT_TURNAROUND_DAYS), 1),
    needsSamples: body.items.some(({ sampleCount }) => sampleCount > 0),
    items,
    voucher: voucherOf(body),
  })
  if (!order) throw new Error('an order without an enquiry has nothing to meet')
  return order
}

/** The programme that the client has chosen, as `openOrder` takes it. */
function voucherOf(body: VoucherChoice): OrderDraft['voucher'] {
  if (body.voucherProgrammeId === undefined) return undefined
  const expected = body.expectedVoucher === undefined ? undefined : parseFen(body.expectedVoucher)
  return { programmeId: body.voucherProgrammeId, expectedFen: expected ?? null }
}

type Pricing = {
  readonly body: PlaceOrder
  readonly versions: ReadonlyMap<string, number | null>
  readonly services: ReadonlyMap<string, ServiceRow>
  readonly now: Date
  readonly organisationId: string
}

async function priceItems(tx: Db<OrdersTables>, needs: OrdersNeeds, pricing: Pricing): Promise<NewOrderItem[]> {
  const { body, versions, services, now, organisationId } = pricing
  const customer = await findOrganisation(tx, organisationId)
  const prices = await listServicePrices(tx, [...services.keys()], localDayOf(now, ORDER_ZONE))
  const problems: Problem[] = []
  const items = body.items.flatMap(({ serviceId, quantity, sampleCount, form }, index): NewOrderItem[] => {
    const service = services.get(serviceId)
    const customerClass =
      service && customer && needs.customerClassOf(customer, { providerId: service.provider_id, district: service.provider_district })
    const price = prices.find((one) => one.resource_id === serviceId && one.customer_class === customerClass)
    if (!service || !price) {
      problems.push({ code: 'orders.no_price', kind: 'refused', params: { name: service?.name ?? '' }, field: `/items/${index}/serviceId` })
      return []
    }
    return [
      {
        id: newId(now.getTime()),
        kind: 'test',
        service_id: serviceId,
        name: service.name,
        method: service.methods,
        quantity,
        sample_count: sampleCount,
        unit: price.unit,
        unit_price_fen: price.price_fen,
        amount_fen: price.price_fen * BigInt(quantity),
        form,
        form_version: versions.get(serviceId) ?? null,
        amendment_id: null,
      },
    ]
  })
  if (problems.length > 0) throw new Refusal(...problems)
  return items
}
