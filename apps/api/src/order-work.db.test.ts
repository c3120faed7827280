import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { type SignedUp, signUpAs } from './test-people.ts'

const NOW = new Date('2026-11-23T01:40:00.000Z')
const ROUNDS = 20
const OPEN = JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })))

let testApp: TestApp
let manager: SignedUp
let staff: SignedUp
let other: SignedUp
let engineer: SignedUp
let serviceId: string
beforeAll(async () => {
  testApp = await createTestApp({ now: () => NOW })
  manager = await signUpAs(testApp, { kind: 'provider', roles: ['provider:owner', 'provider:lab_manager'] })
  const { organisationId } = manager
  staff = await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_staff'], organisationId })
  other = await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_staff'], organisationId })
  engineer = await signUpAs(testApp, { kind: 'enterprise', roles: ['enterprise:engineer'] })
  serviceId = await addResource('testing_service', '细胞毒性')
  await testApp.pool.query(
    `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'enterprise', 'item', 120000, '2020-01-01')`,
    [newId(), serviceId],
  )
})
afterAll(() => testApp.close())

async function addResource(kind: string, name: string): Promise<string> {
  const id = newId()
  await testApp.pool.query(
    `insert into catalog.resource (id, provider_id, kind, status, work_state, name_zh, content, opening, published_version, published_at)
     values ($1, $2, $3, 'published', 'none', $4, '{}', $5, 1, now())`,
    [id, manager.organisationId, kind, name, OPEN],
  )
  return id
}

async function addInstrument(name: string): Promise<string> {
  const id = await addResource('instrument', name)
  await testApp.pool.query('insert into booking.calendar (resource_id, provider_id) values ($1, $2)', [id, manager.organisationId])
  await testApp.pool.query(
    `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'inside', 'hour', 10000, '2020-01-01')`,
    [newId(), id],
  )
  return id
}

const send = (by: SignedUp, method: 'GET' | 'POST' | 'PUT', path: string, body: object | undefined, version?: number) =>
  testApp.inject({
    method,
    url: `/api/v1/orders${path}`,
    cookie: by.cookie,
    ...(body && { payload: body }),
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  })

/** The first task of a new order that is being worked on. */
async function newTask(): Promise<{ orderId: string; taskId: string }> {
  const body = { purpose: 'development', items: [{ serviceId, quantity: 1, sampleCount: 0 }] }
  const placed = (await send(engineer, 'POST', '/orders', body)).json()
  await send(manager, 'POST', `/orders/${placed.id}/accept`, {}, 1)
  const begun = await send(manager, 'POST', `/orders/${placed.id}/begin`, {}, 2)
  expect([begun.statusCode, begun.json().state]).toEqual([200, 'working'])
  const work = (await send(staff, 'GET', `/orders/${placed.id}/work`, undefined)).json()
  return { orderId: placed.id, taskId: work.items[0].tasks[0].id }
}

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, 24 + day, hour)).toISOString()

async function plan(taskId: string, wish: { resourceIds: string[]; personId: string | null; day: number }) {
  const { rows } = await testApp.pool.query('select version from orders.task where id = $1', [taskId])
  const { day, ...what } = wish
  return send(manager, 'POST', `/tasks/${taskId}/plan`, { ...what, start: at(day, 2), end: at(day, 4) }, rows[0].version)
}

const liveBookings = async (resourceIds: string[]) =>
  (
    await testApp.pool.query(
      `select resource_id, during from booking.reservation where resource_id = any($1) and state = 'confirmed' order by 1, 2`,
      [resourceIds],
    )
  ).rows

test('instrument, room and person are taken together or not at all: two tasks raced on the same resources in opposite order', async () => {
  const [first, second] = [await newTask(), await newTask()]
  const resourceIds = [await addInstrument('液相色谱仪'), await addInstrument('恒温室')]
  for (let day = 0; day < ROUNDS; day += 1) {
    const answers = await Promise.all([
      plan(first.taskId, { resourceIds, personId: staff.userId, day }),
      plan(second.taskId, { resourceIds: [...resourceIds].reverse(), personId: other.userId, day }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const live = await testApp.pool.query(`select task_id from orders.task_plan where state = 'live' and lower(during) = $1`, [at(day, 2)])
    expect(live.rowCount).toBe(1)
  }
  // Each round's winner gave its earlier time back: two bookings at most for each of two tasks.
  expect((await liveBookings(resourceIds)).length).toBeLessThanOrEqual(4)
  const { rows } = await testApp.pool.query(
    `select count(*)::int as stray from booking.reservation b where b.resource_id = any($1) and b.state = 'confirmed'
     and not exists (select from orders.task_plan_resource x join orders.task_plan l on l.id = x.plan_id where x.reservation_id = b.id and l.state = 'live')`,
    [resourceIds],
  )
  expect(rows[0].stray).toBe(0)
})

test('a person who is busy keeps the instruments free', async () => {
  const [first, second] = [await newTask(), await newTask()]
  const busy = await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_staff'], organisationId: manager.organisationId })
  const [one, two] = [await addInstrument('天平'), await addInstrument('离心机')]
  expect((await plan(first.taskId, { resourceIds: [one], personId: busy.userId, day: 2 })).statusCode).toBe(200)
  const refused = await plan(second.taskId, { resourceIds: [two], personId: busy.userId, day: 2 })
  expect([refused.statusCode, refused.json().problems[0].code]).toEqual([409, 'orders.person_planned_elsewhere'])
  expect(await liveBookings([two])).toEqual([])
  const preview = await send(manager, 'POST', `/tasks/${second.taskId}/plan-preview`, {
    resourceIds: [one],
    personId: other.userId,
    start: at(2, 2),
    end: at(2, 4),
  })
  expect(preview.json()).toMatchObject({ isPossible: false, clashes: [{ resourceId: one, start: at(2, 2) }] })
  expect(preview.json().free.length).toBeGreaterThan(0)
  expect(preview.json().free[0].start >= at(2, 4)).toBe(true)
})

test('what a preview says holds: the buffer of a neighbour stands against a plan, what the task itself has taken does not', async () => {
  const [first, second] = [await newTask(), await newTask()]
  const instrument = await addInstrument('分光光度计')
  await testApp.pool.query('update booking.calendar set buffer_after_minutes = 30 where resource_id = $1', [instrument])
  expect((await plan(first.taskId, { resourceIds: [instrument], personId: null, day: 3 })).statusCode).toBe(200)
  const look = async ({ taskId }: { taskId: string }, from: number) => {
    const wish = { resourceIds: [instrument], personId: other.userId, start: at(3, from), end: at(3, from + 2) }
    const preview = (await send(manager, 'POST', `/tasks/${taskId}/plan-preview`, wish)).json()
    const { rows } = await testApp.pool.query('select version from orders.task where id = $1', [taskId])
    const planned = await send(manager, 'POST', `/tasks/${taskId}/plan`, wish, rows[0].version)
    expect(planned.statusCode, planned.body).toBe(preview.isPossible ? 200 : 409)
    return preview
  }
  // The neighbour's use has ended, its cleaning has not.
  expect(await look(second, 4)).toMatchObject({ isPossible: false, problems: [{ code: 'booking.slot_taken' }], clashes: [] })
  expect(await look(second, 3)).toMatchObject({ isPossible: false, clashes: [{ resourceId: instrument, start: at(3, 2) }] })
  expect(await look(first, 3)).toMatchObject({ isPossible: true, problems: [], clashes: [] })
  expect(await look(second, 6)).toMatchObject({ isPossible: true })
  expect(await look(first, 5)).toMatchObject({ isPossible: false, problems: [{ code: 'booking.slot_taken' }] })
})

test('an order that is given up gives its time back; a booking that is taken away loses the plan and somebody is told', async () => {
  const task = await newTask()
  const instrument = await addInstrument('显微镜')
  await plan(task.taskId, { resourceIds: [instrument], personId: staff.userId, day: 40 })
  const { rows } = await testApp.pool.query(`select id, version from booking.reservation where resource_id = $1 and state = 'confirmed'`, [
    instrument,
  ])
  const cancelled = await testApp.inject({
    method: 'POST',
    url: `/api/v1/booking/reservations/${rows[0].id}/cancel`,
    cookie: manager.cookie,
    payload: { reason: '仪器送修' },
    headers: { 'if-match': `"${rows[0].version}"` },
  })
  expect(cancelled.statusCode).toBe(200)
  await testApp.settle()
  const lost = (await send(staff, 'GET', `/tasks/${task.taskId}`, undefined)).json()
  expect(lost).toMatchObject({ isPlanLost: true, plans: [{ state: 'lost' }] })
  const told = await testApp.pool.query(`select 1 from platform.notice where kind = 'orders.plan_lost' and person_id = $1`, [staff.userId])
  expect(told.rowCount).toBe(1)

  await plan(task.taskId, { resourceIds: [instrument], personId: staff.userId, day: 41 })
  expect(await liveBookings([instrument])).toHaveLength(1)
  const order = (await send(manager, 'GET', `/orders/${task.orderId}`, undefined)).json()
  await send(manager, 'POST', `/orders/${task.orderId}/give-up`, { reason: '设备故障，无法按期完成' }, order.version)
  await testApp.settle()
  expect(await liveBookings([instrument])).toEqual([])
})
