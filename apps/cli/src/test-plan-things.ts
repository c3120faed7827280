import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { BOOKING, type Maker, type PrivateThing } from './test-private-things.ts'

const row = (table: string, where: Readonly<Record<string, string>>) => ({ row: { table, where } })
const DAILY = { rule: 'FREQ=DAILY;COUNT=2', take: 'all' }
const DAY_MS = 86_400_000

/** Every private call on series and bundles, companions and wishes, each with an object of its own. */
export async function planThings(testApp: TestApp, make: Maker, provider: SignedUp, customer: SignedUp): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  let hour = 0
  let resourceId = await make.published(provider)
  /** Two hours on the Tuesday, free on the Wednesday too; three uses fit into a day. */
  const slot = async (daysOn = 0) => {
    hour += 3
    if (hour > 9) {
      hour = 0
      resourceId = await make.published(provider)
    }
    const start = Date.UTC(2026, 10, 24, hour) + daysOn * DAY_MS
    return { start: new Date(start).toISOString(), end: new Date(start + 7_200_000).toISOString() }
  }
  const series = async (): Promise<string> => {
    const during = await slot()
    return (await make.send(customer, 'POST', `${BOOKING}/series`, { body: { resourceId, ...during, ...DAILY } })).group.id
  }
  const on = (verb: string, as: SignedUp, id: string, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const route = `${method} ${BOOKING}/groups/:id${path}`
    things.push({ route, as, ids: { id }, ...row('booking.reservation_group', { id }), ...(body && { body }) })
  }
  for (const as of [customer, provider]) {
    on('GET', as, await series())
    on('GET /cancellation', as, await series())
    on('POST /cancel', as, await series(), { scope: 'all', reason: '设备维护' })
    const [shown, moved] = [await series(), await series()]
    const later = { scope: 'all', start: '2026-12-01T00:00:00.000Z', end: '2026-12-01T02:00:00.000Z', reason: '设备维护' }
    on('POST /move/preview', as, shown, later)
    on('POST /move', as, moved, later)
    resourceId = await make.published(provider)
    hour = 0
  }

  const [host, companion] = [await make.published(provider), await make.published(provider)]
  const companions = [{ nameZh: '准备间', nameEn: null, isNeeded: false, resourceIds: [companion] }]
  await make.send(provider, 'PUT', `${BOOKING}/resources/${host}/companions`, { body: { companions }, version: 0 })
  things.push({
    route: `PUT ${BOOKING}/resources/:resourceId/companions`,
    as: provider,
    ids: { resourceId: host },
    ...row('booking.companion_list', { resource_id: host }),
    body: { companions },
  })
  const draft = await make.draft(provider)
  for (const path of ['companions', 'equivalents'])
    things.push({
      route: `GET ${BOOKING}/resources/:resourceId/${path}`,
      as: customer,
      ids: { resourceId: draft },
      passesWith: { resourceId: host },
    })

  // Each wish has an instrument of its own, where something is free: it is offered at once.
  const wish = async (): Promise<string> => {
    const wanted = await make.published(provider)
    const hours = { weekdays: [1, 2, 3, 4, 5], fromMinute: 480, untilMinute: 1200, minutes: 120 }
    const body = { resourceIds: [wanted], fromDay: '2026-11-24', untilDay: '2026-12-01', ...hours }
    return (await make.send(customer, 'POST', `${BOOKING}/wishes`, { body })).id
  }
  for (const [verb, body] of [
    ['GET', undefined],
    ['POST /accept', {}],
    ['POST /decline', {}],
    ['POST /leave', undefined],
  ] as const) {
    const [method, path = ''] = verb.split(' ')
    things.push({ route: `${method} ${BOOKING}/wishes/:id${path}`, as: customer, ids: { id: await wish() }, ...(body && { body }) })
  }
  await testApp.settle()
  return things
}
