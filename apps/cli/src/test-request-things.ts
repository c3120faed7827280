import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { BOOKING, type Maker, type PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

const SAMPLE_PRICE = { customerClass: 'enterprise', unit: 'sample', price: '120.00', validFrom: '2020-01-01', validTo: null, note: null }
const QUEUE = { isAccepting: true, dailyCapacity: 20, leadDays: 1, maxSamples: 20, instructions: null }

const row = (table: string, where: Readonly<Record<string, string>>) => ({ row: { table, where } })

/** Every private call on requests, queues of samples and missed bookings, each side's with an object of its own. */
export async function requestThings(testApp: TestApp, make: Maker, provider: SignedUp, customer: SignedUp): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const resourceId = await make.published(provider)
  await make.price(provider, resourceId, SAMPLE_PRICE)
  const calendar = await make.send(provider, 'GET', `${BOOKING}/calendars/${resourceId}`)
  const { resourceId: _id, providerId: _provider, zone: _zone, version, ...rules } = calendar
  await make.send(provider, 'PUT', `${BOOKING}/calendars/${resourceId}`, {
    body: { ...rules, confirmation: 'approval', bufferAfterMinutes: 0 },
    version,
  })

  let hour = 0
  let unit = 1
  const slot = () => {
    hour += 2
    // Ten to noon in Shanghai is two to four here; twelve hours are open each day.
    const start = Date.UTC(2026, 10, 26 + Math.floor(hour / 10), hour % 10)
    return { start: new Date(start).toISOString(), end: new Date(start + 7_200_000).toISOString() }
  }
  const request = async (): Promise<string> =>
    (await make.send(customer, 'POST', `${BOOKING}/reservations`, { body: { resourceId, ...slot() } })).id
  const proposed = async (): Promise<string> => {
    const id = await request()
    await make.send(provider, 'POST', `${BOOKING}/reservations/${id}/propose`, { body: slot(), version: 1 })
    return id
  }
  const on = (verb: string, as: SignedUp, id: string, body?: object) =>
    things.push({
      route: `POST ${BOOKING}/reservations/:id/${verb}`,
      as,
      ids: { id },
      ...row('booking.reservation', { id }),
      ...(body && { body }),
    })
  on('approve', provider, await request())
  on('decline', provider, await request(), { reason: 'no_staff' })
  on('propose', provider, await request(), slot())
  on('accept-proposal', customer, await proposed())
  on('refuse-proposal', customer, await proposed(), {})
  on('withdraw', customer, await request(), {})

  const confirmed = async (): Promise<string> => {
    const id = await request()
    await make.send(provider, 'POST', `${BOOKING}/reservations/${id}/approve`, { version: 1 })
    return id
  }
  const asked = async (): Promise<string> => {
    const id = await confirmed()
    return (await make.send(customer, 'POST', `${BOOKING}/reservations/${id}/move-requests`, { body: slot(), version: 2 })).moveRequest.id
  }
  const onMove = async (verb: string, as: SignedUp, body?: object) => {
    const id = await asked()
    const route = `POST ${BOOKING}/move-requests/:id/${verb}`
    things.push({ route, as, ids: { id }, ...(body && { body }) })
  }
  on('move-requests', customer, await confirmed(), slot())
  await onMove('approve', provider)
  await onMove('decline', provider, { reason: 'no_staff' })
  await onMove('withdraw', customer)

  const missed = async (): Promise<string> => {
    const id = await confirmed()
    // It has just begun, on a unit of its own: nobody has checked in yet.
    unit += 1
    const now = testApp.app.now().getTime()
    const during = `[${new Date(now - 300_000).toISOString()},${new Date(now + 3_300_000).toISOString()})`
    const set = 'update booking.reservation set during = $2::tstzrange, blocked = $2::tstzrange, unit = $3 where id = $1'
    await testApp.pool.query(set, [id, during, unit])
    return id
  }
  on('no-show', provider, await missed())
  const colleague = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), organisationId: provider.organisationId })
  for (const verb of ['appeal', 'decide'] as const) {
    const reservationId = await missed()
    await make.send(provider, 'POST', `${BOOKING}/reservations/${reservationId}/no-show`, { version: 2 })
    await testApp.settle()
    const { items } = await make.send(customer, 'GET', `${BOOKING}/standing`)
    const { id } = items.find((item: { reservationId: string }) => item.reservationId === reservationId)
    const body = verb === 'appeal' ? { words: '当日停电' } : { isUpheld: true }
    if (verb === 'decide')
      await make.send(customer, 'POST', `${BOOKING}/no-shows/${id}/appeal`, { body: { words: '当日停电' }, version: 1 })
    const as = verb === 'appeal' ? customer : colleague
    things.push({
      route: `POST ${BOOKING}/no-shows/:id/${verb}`,
      as,
      ids: { id },
      ...row('booking.no_show', { id }),
      body,
      isReadByDuty: true,
    })
  }

  await make.send(provider, 'PUT', `${BOOKING}/resources/${resourceId}/sample-queue`, { body: QUEUE, version: 0 })
  const submit = async (to = resourceId): Promise<string> => {
    const body = { resourceId: to, samples: 1, sampleKind: '薄膜', promisedDay: '2027-06-01' }
    return (await make.send(customer, 'POST', `${BOOKING}/sample-submissions`, { body })).id
  }
  const onSamples = (verb: string, as: SignedUp, id: string, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const route = `${method} ${BOOKING}/sample-submissions/:id${path}`
    things.push({ route, as, ids: { id }, ...row('booking.sample_submission', { id }), ...(body && { body }) })
  }
  for (const as of [customer, provider]) {
    onSamples('GET', as, await submit())
    onSamples('POST /cancel', as, await submit(), { reason: '样品受损' })
  }
  onSamples('POST /receive', provider, await submit())
  const received = await submit()
  await make.send(provider, 'POST', `${BOOKING}/sample-submissions/${received}/receive`, { version: 1 })
  onSamples('POST /start', provider, received)
  const started = await submit()
  await make.send(provider, 'POST', `${BOOKING}/sample-submissions/${started}/receive`, { version: 1 })
  await make.send(provider, 'POST', `${BOOKING}/sample-submissions/${started}/start`, { version: 2 })
  onSamples('POST /finish', provider, started)
  const queue = row('booking.sample_queue', { resource_id: resourceId })
  things.push({ route: `PUT ${BOOKING}/resources/:resourceId/sample-queue`, as: provider, ids: { resourceId }, ...queue, body: QUEUE })
  const sorted = await make.published(provider)
  await make.price(provider, sorted, SAMPLE_PRICE)
  await make.send(provider, 'PUT', `${BOOKING}/resources/${sorted}/sample-queue`, { body: QUEUE, version: 0 })
  const order = [await submit(sorted), await submit(sorted)].toReversed()
  things.push({
    route: `POST ${BOOKING}/resources/:resourceId/sample-queue/order`,
    as: provider,
    ids: { resourceId: sorted },
    body: { order },
  })
  const draft = await make.draft(provider)
  const route = `GET ${BOOKING}/resources/:resourceId/sample-queue`
  things.push({ route, as: customer, ids: { resourceId: draft }, passesWith: { resourceId } })
  return things
}
