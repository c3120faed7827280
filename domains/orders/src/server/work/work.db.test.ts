import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Task } from '../../contract/work.ts'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
beforeAll(async () => {
  orders = await createOrdersTest()
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

/** An order without samples that is being worked on, and its first task. */
async function working(): Promise<{ orderId: string; task: Task }> {
  const { id } = await orders.placed(orders.engineer, { items: [{ serviceId: orders.service, quantity: 1, sampleCount: 0 }] })
  await orders.act(orders.manager, id, 'accept')
  expect((await orders.act(orders.staff, id, 'begin')).statusCode).toBe(200)
  const work = (await orders.call(orders.staff, 'GET', `/orders/${id}/work`)).json()
  return { orderId: id, task: (await orders.call(orders.staff, 'GET', `/tasks/${work.items[0].tasks[0].id}`)).json() }
}

async function send(person: Person, taskId: string, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') {
  const { rows } = await orders.pool.query('select version from orders.task where id = $1', [taskId])
  return orders.call(person, method, `/tasks/${taskId}${path}`, body, { 'if-match': `"${rows[0]?.version}"` })
}

const endotoxin = (value: string) => ({
  parameter: '细菌内毒素',
  sampleLabel: 'S1',
  value,
  unit: 'EU/mL',
  limitHigh: '0.5',
  basis: 'YY/T 0618',
})

test('one task for each item that is tested; results, a second person, and only then is the work finished', async () => {
  const { orderId, task } = await working()
  expect(task).toMatchObject({ state: 'planned', round: 1, title: '细胞毒性（浸提液法）', acts: ['start', 'void'] })
  expect(codesOf(await orders.act(orders.staff, orderId, 'finish'))).toEqual(['orders.tasks_open'])
  expect(codesOf(await send(orders.staff, task.id, '/results', { results: [endotoxin('0.1')] }))).toEqual(['orders.task_not_running'])
  expect((await send(orders.staff, task.id, '/start')).json()).toMatchObject({ state: 'running' })
  expect(codesOf(await send(orders.staff, task.id, '/complete'))).toEqual(['orders.task_without_results'])
  const entered = await send(orders.staff, task.id, '/results', { results: [endotoxin('0.12')] })
  expect(entered.json().results).toMatchObject([{ value: '0.12', verdict: 'pass', limitHigh: '0.5', revision: 1, earlier: [] }])
  expect((await send(orders.staff, task.id, '/complete')).json()).toMatchObject({ state: 'done', mayCheck: false })
  expect(codesOf(await send(orders.staff, task.id, '/check'))).toEqual(['orders.check_own_work'])
  expect((await send(orders.manager, task.id, '/check')).json()).toMatchObject({ state: 'checked', acts: ['reopen'] })
  expect((await orders.act(orders.staff, orderId, 'finish')).json()).toMatchObject({ state: 'reporting' })
  const seen = (await orders.call(orders.engineer, 'GET', `/orders/${orderId}/work`)).json()
  expect(seen).toMatchObject({ done: 1, total: 1 })
  // The client sees how far the work is, and the results with the report.
  expect(seen.items[0].tasks).toMatchObject([{ state: 'checked', assigneeName: null, results: [] }])
})

test('a change keeps what was there, with person, time and reason, also against a change past the code', async () => {
  const { task } = await working()
  await send(orders.staff, task.id, '/start')
  const entered: Task = (await send(orders.staff, task.id, '/results', { results: [endotoxin('0.12')] })).json()
  const resultId = entered.results[0]?.id
  const silent = await send(orders.staff, task.id, `/results/${resultId}`, endotoxin('0.21'), 'PUT')
  expect(silent.statusCode).toBe(400)
  const changed = await send(orders.manager, task.id, `/results/${resultId}`, { ...endotoxin('0.21'), reason: '读数录错一位' }, 'PUT')
  expect(changed.json().results).toMatchObject([
    { value: '0.21', revision: 2, reason: '读数录错一位', earlier: [{ value: '0.12', revision: 1, reason: null }] },
  ])
  await expect(orders.pool.query(`update orders.result_entry set value = '0.3'`)).rejects.toThrow()
  await expect(orders.pool.query('delete from orders.task_step')).rejects.toThrow()
  // Both have entered something: neither may check, and the constraint says the same past the code.
  await send(orders.staff, task.id, '/complete')
  expect(codesOf(await send(orders.manager, task.id, '/check'))).toEqual(['orders.check_own_work'])
  await expect(
    orders.pool.query(`update orders.task set state = 'checked', checked_at = now(), checked_by = $2 where id = $1`, [
      task.id,
      orders.manager.id,
    ]),
  ).rejects.toThrow('task_second_person')
})

test('a result outside its limits is investigated by another person; an allowed retest is one new task, the first result stays', async () => {
  const { orderId, task } = await working()
  await send(orders.staff, task.id, '/start')
  expect(codesOf(await send(orders.staff, task.id, '/results', { results: [{ ...endotoxin('0.9'), verdict: 'pass' }] }))).toEqual([
    'orders.verdict_contradicts',
  ])
  expect(codesOf(await send(orders.staff, task.id, '/results', { results: [{ ...endotoxin('0.9'), verdict: 'not_judged' }] }))).toEqual([
    'orders.verdict_contradicts',
  ])
  const entered: Task = (await send(orders.staff, task.id, '/results', { results: [endotoxin('0.9')] })).json()
  expect(entered).toMatchObject({ openInvestigations: 1, investigations: [{ state: 'open', value: '0.9' }] })
  await send(orders.staff, task.id, '/complete')
  expect(codesOf(await send(orders.manager, task.id, '/check'))).toEqual(['orders.investigations_open'])
  const close = (person: Person) =>
    orders.call(person, 'POST', `/investigations/${entered.investigations[0]?.id}/close`, {
      cause: 'laboratory_error',
      findings: '稀释倍数记错',
      conclusion: '结果无效，允许复测一次',
      isRetestAllowed: true,
    })
  expect(codesOf(await close(orders.staff))).toEqual(['orders.investigate_own_result'])
  expect((await close(orders.manager)).json()).toMatchObject({ openInvestigations: 0, retestId: expect.any(String) })
  expect(codesOf(await close(orders.manager))).toEqual(['orders.investigation_closed'])
  expect((await send(orders.manager, task.id, '/check')).statusCode).toBe(200)
  const work = (await orders.call(orders.staff, 'GET', `/orders/${orderId}/work`)).json()
  expect(work.items[0].tasks).toMatchObject([
    { round: 1, state: 'checked', results: [{ value: '0.9', verdict: 'fail' }] },
    { round: 2, state: 'planned' },
  ])
  expect(codesOf(await orders.act(orders.staff, orderId, 'finish'))).toEqual(['orders.tasks_open'])
})

const boundary = '----jiju'
async function importFile(person: Person, taskId: string, text: string) {
  const { rows } = await orders.pool.query('select version from orders.task where id = $1', [taskId])
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="results.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`
  return orders.app.inject({
    method: 'POST',
    url: `/api/v1/orders/tasks/${taskId}/results-file`,
    headers: { 'x-person': person.id, 'content-type': `multipart/form-data; boundary=${boundary}`, 'if-match': `"${rows[0]?.version}"` },
    payload,
  })
}

test('a file of results is taken whole or not at all, every mistake with row and column', async () => {
  const { task } = await working()
  await send(orders.staff, task.id, '/start')
  const bad = await importFile(orders.staff, task.id, '样品,参数,结果,上限,判定\nS1,铅,0.2,0.5,\nS1,镉,,0.1,\nS2,铅,0.9,高,符合')
  expect(bad.json()).toEqual({
    isImported: false,
    added: 0,
    changed: 0,
    errors: [
      { row: 3, column: '结果', value: '', reason: 'missing' },
      { row: 4, column: '上限', value: '高', reason: 'not_a_number' },
    ],
  })
  const good = '样品,参数,结果,单位,上限\nS1,铅,0.2,mg/kg,0.5\nS1,镉,<0.01,mg/kg,0.1'
  expect((await importFile(orders.staff, task.id, good)).json()).toMatchObject({ isImported: true, added: 2, changed: 0 })
  expect((await importFile(orders.staff, task.id, good)).json()).toMatchObject({ isImported: true, added: 0, changed: 0 })
  const without = await importFile(orders.staff, task.id, '样品,参数,结果,单位,上限\nS1,铅,0.3,mg/kg,0.5')
  expect(without.json().errors).toEqual([{ row: 2, column: '更改原因', value: '', reason: 'reason_missing' }])
  await importFile(orders.staff, task.id, '样品,参数,结果,单位,上限,更改原因\nS1,铅,0.3,mg/kg,0.5,重新积分')
  const seen: Task = (await orders.call(orders.staff, 'GET', `/tasks/${task.id}`)).json()
  expect(seen.results).toMatchObject([
    { parameter: '铅', value: '0.3', source: 'import', earlier: [{ value: '0.2' }] },
    { parameter: '镉', value: '<0.01', verdict: 'pass' },
  ])
})

async function addInstrument(dueOn: string, isBlocking: boolean): Promise<string> {
  const id = newId()
  await orders.pool.query(
    `insert into catalog.resource (id, provider_id, kind, status, work_state, name_zh, content, published_version, published_at)
     values ($1, $2, 'instrument', 'published', 'none', '电感耦合等离子体质谱仪', '{}', 1, now())`,
    [id, orders.provider],
  )
  await orders.pool.query(
    'insert into booking.calendar (resource_id, provider_id, blocks_when_overdue, calibration_due_on) values ($1, $2, $3, $4)',
    [id, orders.provider, isBlocking, dueOn],
  )
  await orders.pool.query(
    `insert into booking.calibration (id, resource_id, provider_id, kind, done_on, due_on, performed_by, recorded_by, recorded_at)
     values ($1, $2, $3, 'calibration', '2025-01-10', $4, '市计量院', $5, now())`,
    [newId(), id, orders.provider, dueOn, orders.manager.id],
  )
  return id
}

test('the instrument is recorded with its calibration on that day: a rule blocks an overdue one, otherwise a reason is kept', async () => {
  const blocked = await addInstrument('2026-11-20', true)
  const late = await addInstrument('2026-11-20', false)
  const { task } = await working()
  const plan = (resourceIds: string[]) =>
    send(orders.staff, task.id, '/plan', {
      start: '2026-11-24T01:00:00.000Z',
      end: '2026-11-24T03:00:00.000Z',
      resourceIds,
      personId: orders.staff.id,
    })
  expect((await plan([blocked])).json()).toMatchObject({ assigneeId: orders.staff.id, plans: [{ state: 'live' }] })
  expect(codesOf(await send(orders.staff, task.id, '/start', { overdueReason: '急用' }))).toEqual(['orders.calibration_blocks'])
  expect((await plan([late])).json().plans).toMatchObject([{ state: 'live' }, { state: 'replaced' }])
  expect(codesOf(await send(orders.staff, task.id, '/start'))).toEqual(['orders.calibration_overdue'])
  const started = await send(orders.staff, task.id, '/start', { overdueReason: '当日核查合格，偏差在允差内' })
  expect(started.json().instruments).toMatchObject([
    { calibrationState: 'overdue', calibrationDueOn: '2026-11-20', reason: '当日核查合格，偏差在允差内', usedOn: '2026-11-23' },
  ])
})

test('two tasks never have one person at one time: raced', async () => {
  const tasks = [(await working()).task, (await working()).task]
  for (let round = 0; round < 20; round += 1) {
    const start = new Date(Date.UTC(2027, 0, 4 + round, 1))
    const body = {
      start: start.toISOString(),
      end: new Date(start.getTime() + 3_600_000).toISOString(),
      resourceIds: [],
      personId: orders.staff.id,
    }
    const answers = await Promise.all(tasks.map(({ id }) => send(orders.manager, id, '/plan', body)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(answers.flatMap((reply) => codesOf(reply) ?? [])).toEqual(['orders.person_planned_elsewhere'])
  }
})

test('an order that is given up leaves no open task and no planned person', async () => {
  const { orderId, task } = await working()
  const day = { start: '2027-03-01T01:00:00.000Z', end: '2027-03-01T02:00:00.000Z', resourceIds: [], personId: orders.staff.id }
  await send(orders.manager, task.id, '/plan', day)
  await orders.act(orders.manager, orderId, 'give-up', { reason: '设备故障，无法按期完成' })
  const { rows } = await orders.pool.query(
    'select t.state, t.void_reason, p.state as plan from orders.task t join orders.task_plan p on p.task_id = t.id where t.id = $1',
    [task.id],
  )
  expect(rows).toEqual([{ state: 'void', void_reason: '设备故障，无法按期完成', plan: 'released' }])
  expect(codesOf(await send(orders.staff, task.id, '/start'))).toEqual(['orders.order_not_in_work'])
})

test('another provider sees none of it', async () => {
  const { task } = await working()
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_staff')
  expect((await orders.call(stranger, 'GET', `/tasks/${task.id}`)).statusCode).toBe(404)
  expect((await send(stranger, task.id, '/start')).statusCode).toBe(404)
  expect((await orders.call(stranger, 'GET', '/tasks')).json().items).toEqual([])
})
