import type { SignedUp } from '@jiju/api/test-people'
import { contentOf } from '@jiju/catalog/server/test-catalog'
import { ORDERS } from './test-order-maker.ts'
import { CATALOG, type Maker, type PrivateThing } from './test-private-things.ts'

/** Every private call about what a service asks and can take on. */
export async function orderFormThings(make: Maker, provider: SignedUp): Promise<PrivateThing[]> {
  const content = contentOf('testing_service', { siteId: await make.site(provider), classCode: null })
  const serviceId: string = (await make.send(provider, 'POST', `${CATALOG}/own/resources`, { body: content })).id
  const fields = [{ key: 'ratio', kind: 'text', label: { zh: '浸提比例', en: 'Extraction ratio' }, isRequired: true }]
  const plan = { receives: 'samples', parallelOrders: 2, intakeDays: 1, instrumentId: null, instrumentMinutes: null }
  const at = (part: string) => `${ORDERS}/services/:serviceId/${part}`
  await make.send(provider, 'PUT', `${ORDERS}/services/${serviceId}/plan`, { body: plan, version: 0 })
  await make.send(provider, 'PUT', `${ORDERS}/services/${serviceId}/form`, { body: { fields }, version: 0 })
  const row = (table: string) => ({ table, where: { service_id: serviceId } })
  return [
    { route: `PUT ${at('form')}`, as: provider, ids: { serviceId }, body: { fields }, row: row('orders.service_form') },
    { route: `GET ${at('plan')}`, as: provider, ids: { serviceId } },
    { route: `PUT ${at('plan')}`, as: provider, ids: { serviceId }, body: plan, row: row('orders.service_plan') },
  ]
}
