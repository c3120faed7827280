import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { contentOf } from '@jiju/catalog/server/test-catalog'
import { exampleAnswers } from '@jiju/orders/core/forms/example-answers'
import { defaultFields } from '@jiju/orders/core/forms/families'
import { CATALOG, type Maker } from './test-private-things.ts'

export const ORDERS = '/api/v1/orders'

const PRICE = { unit: 'item', price: '1200.00', validFrom: '2020-01-01', validTo: null, note: null }

/** Orders between two organisations, for whoever needs one: of a testing service that the provider publishes. */
export async function createOrderMaker({ pool }: TestApp, make: Maker, provider: SignedUp) {
  const content = contentOf('testing_service', { siteId: await make.site(provider), classCode: null })
  const serviceId = (await make.send(provider, 'POST', `${CATALOG}/own/resources`, { body: content })).id as string
  for (const customerClass of ['enterprise', 'outside_district']) await make.price(provider, serviceId, { ...PRICE, customerClass })
  await pool.query(
    `update catalog.resource set status = 'published', work_state = 'none', published_version = 1, published_at = now() where id = $1`,
    [serviceId],
  )
  const form = exampleAnswers(defaultFields('testing_service'), '2026-11-23')
  const act = async (as: SignedUp, id: string, path: string, body: object = {}) => {
    const { rows } = await pool.query('select version from orders.service_order where id = $1', [id])
    return make.send(as, 'POST', `${ORDERS}/orders/${id}/${path}`, { body, version: rows[0].version })
  }
  const placed = async (as: SignedUp): Promise<string> => {
    const items = [{ serviceId, quantity: 1, sampleCount: 0, form }]
    return (await make.send(as, 'POST', `${ORDERS}/orders`, { body: { purpose: 'development', items } })).id
  }
  const accepted = async (as: SignedUp): Promise<string> => {
    const id = await placed(as)
    await act(provider, id, 'accept')
    return id
  }
  return { serviceId, act, placed, accepted }
}
