import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { enqueue } from '@jiju/platform/jobs/jobs'
import { BOOKING, type Maker, type PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

/** Every private call about uses, their corrections and charges, consumables and evaluations. */
export async function useThings(testApp: TestApp, make: Maker, provider: SignedUp, customer: SignedUp): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const resourceId = await make.published(provider)
  const colleague = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), organisationId: provider.organisationId })
  const now = testApp.app.now()
  let unit = 0
  /** A booking that runs now, on a unit of its own. */
  const running = async (): Promise<string> => {
    unit += 1
    const slot = { start: '2026-11-26T02:00:00.000Z', end: '2026-11-26T04:00:00.000Z' }
    const { id } = await make.send(customer, 'POST', `${BOOKING}/reservations`, { body: { resourceId, ...slot } })
    const during = `[${new Date(now.getTime() - 600_000).toISOString()},${new Date(now.getTime() + 3_000_000).toISOString()})`
    await testApp.pool.query('update booking.reservation set during = $2::tstzrange, blocked = $2::tstzrange, unit = $3 where id = $1', [
      id,
      during,
      unit,
    ])
    return id
  }
  const act = (as: SignedUp, id: string, verb: string) => make.send(as, 'POST', `${BOOKING}/reservations/${id}/${verb}`, { body: {} })
  const begun = async (): Promise<string> => {
    const id = await running()
    await act(customer, id, 'check-in')
    return id
  }
  const ended = async (): Promise<{ id: string; useId: string; chargeId: string }> => {
    const id = await begun()
    await act(customer, id, 'check-out')
    const { records, charges } = await make.send(customer, 'GET', `${BOOKING}/reservations/${id}/use`)
    return { id, useId: records[0].useId, chargeId: charges[0].id }
  }
  const item = { resourceId: null, nameZh: '液氮', nameEn: null, unitName: '升', stock: null, isOffered: true, price: '12.00' }
  const consumable = await make.send(provider, 'POST', `${BOOKING}/consumables`, { body: item })
  const correction = { start: now.toISOString(), end: now.toISOString(), reason: '提前离开' }

  for (const as of [customer, provider]) {
    things.push({ route: `GET ${BOOKING}/reservations/:id/use`, as, ids: { id: await running() } })
    things.push({ route: `POST ${BOOKING}/reservations/:id/check-in`, as, ids: { id: await running() }, body: {} })
    things.push({ route: `POST ${BOOKING}/reservations/:id/check-out`, as, ids: { id: await begun() }, body: {} })
    things.push({ route: `GET ${BOOKING}/uses/:id`, as, ids: { id: (await ended()).useId } })
  }
  things.push({
    route: `POST ${BOOKING}/reservations/:id/consumables`,
    as: customer,
    ids: { id: await begun() },
    body: { consumables: [{ consumableId: consumable.id, quantity: 1 }] },
  })
  things.push({
    route: `POST ${BOOKING}/reservations/:id/evaluation`,
    as: customer,
    ids: { id: (await ended()).id },
    body: { condition: 5, service: 5, process: 5 },
  })
  things.push({ route: `POST ${BOOKING}/charges/:id/accept`, as: customer, ids: { id: (await ended()).chargeId } })
  things.push({ route: `POST ${BOOKING}/charges/:id/object`, as: customer, ids: { id: (await ended()).chargeId }, body: { words: '不对' } })
  const missed = await running()
  await testApp.pool.query('update booking.reservation set no_show_fee_fen = 100 where id = $1', [missed])
  await make.send(provider, 'POST', `${BOOKING}/reservations/${missed}/no-show`, { body: {}, version: 1 })
  const { charges } = await make.send(customer, 'GET', `${BOOKING}/reservations/${missed}/use`)
  things.push({ route: `POST ${BOOKING}/charges/:id/waive`, as: provider, ids: { id: charges[0].id }, body: { reason: '首次' } })
  const judged = (await ended()).id
  await make.send(customer, 'POST', `${BOOKING}/reservations/${judged}/evaluation`, { body: { condition: 5, service: 5, process: 5 } })
  things.push({ route: `POST ${BOOKING}/evaluations/:id/reply`, as: provider, ids: { id: judged }, body: { words: '谢谢' } })
  things.push({ route: `POST ${BOOKING}/uses/:id/corrections`, as: provider, ids: { id: (await ended()).useId }, body: correction })
  for (const verb of ['confirm', 'decline', 'withdraw']) {
    const { useId } = await ended()
    const { id } = await make.send(provider, 'POST', `${BOOKING}/uses/${useId}/corrections`, { body: correction })
    const isOwn = verb === 'withdraw'
    things.push({
      route: `POST ${BOOKING}/use-corrections/:id/${verb}`,
      as: isOwn ? provider : colleague,
      ids: { id },
      ...(!isOwn && { body: {} }),
    })
  }

  // A use whose times nobody told: as the job leaves it.
  const unmetered = await running()
  const long = `[${new Date(now.getTime() - 50 * 3_600_000).toISOString()},${new Date(now.getTime() - 49 * 3_600_000).toISOString()})`
  await testApp.pool.query('update booking.reservation set during = $2::tstzrange, blocked = $2::tstzrange where id = $1', [
    unmetered,
    long,
  ])
  await enqueue(testApp.db, 'booking.follow_uses')
  await testApp.settle()
  // The points of the missed booking would make the customer's later bookings wait for the provider.
  await testApp.pool.query('delete from booking.no_show where reservation_id = $1', [missed])
  const { records } = await make.send(customer, 'GET', `${BOOKING}/reservations/${unmetered}/use`)
  things.push({ route: `POST ${BOOKING}/uses/:id/confirm`, as: customer, ids: { id: records[0].useId } })

  const idle = await make.published(provider)
  const sheets = await make.send(provider, 'POST', `${BOOKING}/use-codes`, { body: { resourceIds: [idle] } })
  const unbooked = await make.send(provider, 'POST', `${BOOKING}/use-codes/${sheets.items[0].code}/uses`, {
    body: { minutes: 60, purpose: '检查' },
  })
  things.push({ route: `POST ${BOOKING}/running-uses/:id/finish`, as: provider, ids: { id: unbooked.useId } })
  things.push({
    route: `POST ${BOOKING}/resources/:resourceId/meter-events`,
    as: provider,
    ids: { resourceId: await make.published(provider) },
    body: { eventId: 'e1', device: '联锁', kind: 'end', at: now.toISOString() },
  })
  const rules = { checkIn: 'optional', earlyMinutes: 15, graceMinutes: 30, overrunMinutes: 60, allowsUnbooked: true, answerDays: 5 }
  await make.send(provider, 'PUT', `${BOOKING}/resources/${resourceId}/use-rules`, { body: rules, version: 0 })
  things.push({ route: `GET ${BOOKING}/resources/:resourceId/use-rules`, as: provider, ids: { resourceId } })
  things.push({
    route: `PUT ${BOOKING}/resources/:resourceId/use-rules`,
    as: provider,
    ids: { resourceId },
    row: { table: 'booking.use_rules', where: { resource_id: resourceId } },
    body: rules,
  })
  things.push({
    route: `PUT ${BOOKING}/consumables/:id`,
    as: provider,
    ids: { id: consumable.id },
    row: { table: 'booking.consumable', where: { id: consumable.id } },
    body: item,
  })
  return things
}
