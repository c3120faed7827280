import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

let orders: OrdersTest
let director: Person
let quality: Person
let archivist: Person
beforeAll(async () => {
  orders = await createOrdersTest()
  director = await orders.addPerson(orders.provider, 'provider', 'lab_staff')
  quality = await orders.addPerson(orders.provider, 'provider', 'approver')
  archivist = await orders.addPerson(orders.provider, 'provider', 'lab_staff')
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

/** A service of another kind, priced like the usual one. */
async function addService(kind: string, name: string): Promise<string> {
  const id = await orders.addService(orders.provider, name)
  await orders.pool.query('update catalog.resource set kind = $2 where id = $1', [id, kind])
  return id
}

async function workingOrder(serviceId: string): Promise<string> {
  const { id } = await orders.placed(orders.engineer, { items: [{ serviceId, quantity: 1, sampleCount: 0 }] })
  await orders.act(orders.manager, id, 'accept')
  const { contentSha256 } = (await orders.call(orders.manager, 'GET', `/orders/${id}/agreement`)).json()
  for (const person of [orders.engineer, orders.manager])
    await orders.call(person, 'POST', `/orders/${id}/agreement/accept`, { contentSha256 })
  expect((await orders.act(orders.staff, id, 'begin')).statusCode).toBe(200)
  return id
}

const content = (extra: object[] = []) => ({
  purpose: '评价植入后局部反应',
  testItem: '可降解封堵器 批号 B2611',
  testSystem: '新西兰兔 18 只',
  design: '每组 6 只，4、12、26 周取材',
  guidelines: 'GB/T 16886.6-2022',
  startsOn: '2026-11-20',
  endsOn: '2027-05-20',
  phases: [{ name: '植入', from: '2026-11-20', to: '2026-11-20' }, { name: '取材', from: '2026-11-21', to: '2026-11-22' }, ...extra],
})

test('a study from the plan of two signatures to the closed archive; each duty by its person, nothing out of order', async () => {
  const orderId = await workingOrder(await addService('glp_study', 'GLP 植入试验'))
  const open = (duties: object) => orders.call(orders.manager, 'POST', `/orders/${orderId}/study`, { title: '兔肌肉植入 26 周', ...duties })
  expect(codesOf(await open({ directorId: director.id, qualityId: director.id, archivistId: archivist.id }))).toEqual([
    'orders.study_three_persons',
  ])
  const opened = await open({ directorId: director.id, qualityId: quality.id, archivistId: archivist.id })
  expect(opened.json()).toMatchObject({ state: 'planning', sponsorName: '澜心医疗科技（上海）有限公司' })
  const { id } = opened.json()
  const send = async (person: Person, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') => {
    const { rows } = await orders.pool.query('select version from orders.study where id = $1', [id])
    return orders.call(person, method, `/studies/${id}${path}`, body, { 'if-match': `"${rows[0].version}"` })
  }
  expect(codesOf(await send(quality, '/plan', { content: content() }, 'PUT'))).toEqual(['orders.only_director'])
  await send(director, '/plan', { content: content() }, 'PUT')
  expect(codesOf(await send(orders.engineer, '/sponsor-sign'))).toEqual(['orders.study_plan_missing'])
  await send(director, '/sign')
  const signed = await send(orders.engineer, '/sponsor-sign')
  expect(signed.json()).toMatchObject({
    state: 'running',
    duties: ['sponsor'],
    startsOn: '2026-11-20',
    plans: [{ number: 0, state: 'in_force' }],
    inspections: [],
  })

  // An amendment needs its reason, keeps the plan and both signatures.
  const more = { content: content([{ name: '病理', from: '2026-11-22', to: '2026-11-23' }]) }
  expect(codesOf(await send(director, '/plan', more, 'PUT'))).toEqual(['orders.reason_missing'])
  await send(director, '/plan', { ...more, reason: '增加病理检查' }, 'PUT')
  await send(director, '/sign')
  const study = (await send(orders.engineer, '/sponsor-sign')).json()
  expect(study.plans).toMatchObject([
    { number: 0, reason: null },
    { number: 1, reason: '增加病理检查', state: 'in_force' },
  ])
  expect(study.phases).toHaveLength(3)

  const deviated = await send(orders.staff, '/deviations', { happenedOn: '2026-11-21', words: '取材延迟一天' })
  const deviationId = deviated.json().deviations[0].id
  expect(codesOf(await send(director, '/complete'))).toEqual(['orders.study_phases_open'])
  for (const phase of study.phases) await send(director, `/phases/${phase.id}`, { begunOn: '2026-11-20', endedOn: '2026-11-22' }, 'PUT')
  expect(codesOf(await orders.act(orders.staff, orderId, 'finish'))).toContain('orders.study_not_completed')
  expect((await send(director, '/complete')).json()).toMatchObject({ state: 'completed' })

  expect(codesOf(await send(quality, '/statement', { words: '报告如实反映原始数据' }))).toEqual([
    'orders.study_deviations_unjudged',
    'orders.study_not_inspected',
  ])
  await send(director, `/deviations/${deviationId}/judge`, { impact: '不影响结论', measure: '调整下次计划' })
  const inspection = {
    kind: 'study',
    studyId: id,
    phaseId: study.phases[0].id,
    subject: '植入操作',
    inspectedOn: '2026-11-20',
    findings: '无异常',
    hasFindings: false,
  }
  expect(codesOf(await orders.call(director, 'POST', '/inspections', inspection))).toEqual(['orders.only_quality'])
  const written = (await orders.call(quality, 'POST', '/inspections', inspection)).json()
  expect(codesOf(await send(quality, '/statement', { words: '报告如实反映原始数据' }))).toEqual(['orders.inspections_unreported'])
  expect(codesOf(await orders.call(director, 'POST', `/inspections/${written.id}/see`, { as: 'management' }))).toEqual([
    'orders.only_management',
  ])
  expect((await orders.call(director, 'POST', `/inspections/${written.id}/see`, { as: 'director' })).statusCode).toBe(200)
  expect((await orders.call(orders.manager, 'POST', `/inspections/${written.id}/see`, { as: 'management' })).statusCode).toBe(200)
  expect((await orders.call(quality, 'POST', `/inspections/${written.id}/close`, {})).statusCode).toBe(200)
  expect(codesOf(await send(director, '/finalise'))).toEqual(['orders.study_without_statement'])
  const stated = await send(quality, '/statement', { words: '报告如实反映原始数据' })
  expect(stated.json().statementLines).toEqual([
    { subject: '植入 · 植入操作', inspectedOn: '2026-11-20', directorOn: '2026-11-23', managementOn: '2026-11-23' },
  ])
  expect((await send(director, '/finalise')).json()).toMatchObject({ state: 'final' })
  await expect(
    orders.pool.query('update orders.study set statement = null, statement_by = null, statement_at = null where id = $1', [id]),
  ).rejects.toThrow('study_final')
  const keep = (kind: string) => send(archivist, '/archive-items', { kind, name: kind, place: 'A-03-2', retainUntil: '2036-12-31' })
  await keep('plan')
  await keep('raw_data')
  expect(codesOf(await send(archivist, '/archive'))).toEqual(['orders.archive_incomplete'])
  await keep('report')
  expect((await send(archivist, '/archive')).json()).toMatchObject({
    state: 'archived',
    archive: [{ kind: 'plan' }, { kind: 'raw_data' }, { kind: 'report' }],
  })
  const schedule = await orders.call(director, 'GET', '/studies')
  expect(schedule.json().items).toMatchObject([{ id, state: 'archived' }])
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  expect((await orders.call(stranger, 'GET', `/studies/${id}`)).statusCode).toBe(404)
})

test('a batch by an approved recipe: steps in order, values that stay, release by somebody who did not make it', async () => {
  const recipe = {
    code: 'PL-01',
    name: '涂层液配制',
    batchSize: '10',
    sizeUnit: 'L',
    steps: [
      { title: '称量', checks: [{ parameter: '净重', unit: 'g', low: '99', high: '101' }] },
      { title: '搅拌', instruction: '300 rpm，30 分钟' },
    ],
  }
  const [written] = (await orders.call(orders.staff, 'POST', '/recipes', recipe)).json().items
  expect(written.versions).toMatchObject([{ number: 1, state: 'draft' }])
  expect(codesOf(await orders.call(orders.staff, 'POST', `/recipes/${written.id}/approve`, {}))).toEqual(['orders.recipe_own_draft'])
  const [approved] = (await orders.call(orders.manager, 'POST', `/recipes/${written.id}/approve`, {})).json().items
  // The next version does not touch the one in force.
  const [next] = (await orders.call(orders.staff, 'POST', '/recipes', { ...recipe, batchSize: '20', changeWords: '放大' })).json().items
  expect(next.versions).toMatchObject([
    { number: 2, state: 'draft', batchSize: '20' },
    { number: 1, state: 'approved', batchSize: '10' },
  ])

  const orderId = await workingOrder(await addService('pilot_line', '中试生产'))
  const work = (await orders.call(orders.staff, 'GET', `/orders/${orderId}/work`)).json()
  const taskId = work.items[0].tasks[0].id
  expect(work.items[0].work).toBe('batch')
  await orders.call(orders.staff, 'POST', `/tasks/${taskId}/start`, {}, { 'if-match': '"1"' })
  const begun = await orders.call(orders.staff, 'POST', `/tasks/${taskId}/batches`, {
    recipeVersionId: approved.versions[0].id,
    number: 'B261123-01',
    plannedSize: '10',
  })
  expect(begun.json()).toMatchObject({ state: 'running', recipeVersion: 1, steps: [{ title: '称量' }, { title: '搅拌' }] })
  const { id } = begun.json()
  const send = async (person: Person, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') => {
    const { rows } = await orders.pool.query('select version from orders.batch where id = $1', [id])
    return orders.call(person, method, `/batches/${id}${path}`, body, { 'if-match': `"${rows[0].version}"` })
  }
  expect(codesOf(await send(orders.staff, '/steps/2', { isDone: true }, 'PUT'))).toEqual(['orders.batch_step_before'])
  expect(codesOf(await send(orders.staff, '/steps/1', { isDone: true }, 'PUT'))).toEqual(['orders.batch_checks_missing'])
  await send(orders.staff, '/steps/1', { values: [{ parameter: '净重', value: '98.2' }], isDone: false }, 'PUT')
  expect(codesOf(await send(orders.staff, '/steps/1', { values: [{ parameter: '净重', value: '100.1' }], isDone: true }, 'PUT'))).toEqual([
    'orders.reason_missing',
  ])
  const corrected = await send(
    orders.staff,
    '/steps/1',
    { values: [{ parameter: '净重', value: '100.1', reason: '补加后复称' }], isDone: true },
    'PUT',
  )
  expect(corrected.json().steps[0].checks).toMatchObject([{ value: '100.1', isWithin: true, earlier: [{ value: '98.2' }] }])
  expect(codesOf(await send(orders.staff, '/steps/1/witness'))).toEqual(['orders.check_own_work'])
  expect((await send(director, '/steps/1/witness')).statusCode).toBe(200)
  expect(codesOf(await send(orders.staff, '/finish', { yieldSize: '9.8' }))).toEqual(['orders.batch_steps_open'])
  await send(orders.staff, '/steps/2', { isDone: true }, 'PUT')
  expect((await send(orders.staff, '/finish', { yieldSize: '9.8' })).json()).toMatchObject({ state: 'made', yieldPercent: '98.00' })
  expect(codesOf(await orders.act(orders.staff, orderId, 'finish'))).toEqual(['orders.tasks_open', 'orders.batches_undecided'])
  expect(codesOf(await send(director, '/decide', { isReleased: true, words: '符合' }))).toEqual(['orders.batch_own_release'])
  expect((await send(orders.manager, '/decide', { isReleased: true, words: '记录完整，符合工艺' })).json()).toMatchObject({
    state: 'released',
  })
  expect((await orders.act(orders.staff, orderId, 'finish')).json()).toMatchObject({ state: 'reporting' })
})

test('granted access is metered once for each key and ends with its quota; many meters at once never count one twice', async () => {
  const orderId = await workingOrder(await addService('computing', 'GPU 算力'))
  const work = (await orders.call(orders.staff, 'GET', `/orders/${orderId}/work`)).json()
  expect(work.items[0]).toMatchObject({ work: 'access', tasks: [] })
  const body = {
    orderItemId: work.items[0].itemId,
    from: '2026-11-23T00:00:00.000Z',
    until: '2026-12-23T00:00:00.000Z',
    unit: 'GPU-hour',
    quota: '10',
    directions: 'ssh login.example.test',
  }
  const granted = await orders.call(orders.manager, 'POST', `/orders/${orderId}/grants`, body)
  expect(granted.json()).toMatchObject({ state: 'granted', isRunning: true, used: '0' })
  expect(codesOf(await orders.call(orders.manager, 'POST', `/orders/${orderId}/grants`, body))).toEqual(['orders.access_granted_already'])
  expect(codesOf(await orders.act(orders.staff, orderId, 'finish'))).toEqual(['orders.access_still_granted'])
  const { id } = granted.json()
  const meter = (key: string, quantity: string, usedAt = '2026-11-23T01:00:00.000Z') =>
    orders.call(orders.staff, 'POST', `/grants/${id}/uses`, { key, usedAt, quantity })
  expect(codesOf(await meter('late', '1', '2027-01-01T00:00:00.000Z'))).toEqual(['orders.use_outside_grant'])
  await Promise.all(Array.from({ length: 20 }, (_, index) => meter(`job-${index % 4}`, '2')))
  const seen = (await orders.call(orders.engineer, 'GET', `/orders/${orderId}/grants`)).json()
  expect(seen).toMatchObject({ mayGrant: false, items: [{ used: '8', state: 'granted', uses: { length: 4 } }] })
  expect((await meter(newId(), '2.5')).json()).toMatchObject({ used: '10.5', state: 'ended' })
  expect((await orders.act(orders.staff, orderId, 'finish')).json()).toMatchObject({ state: 'reporting' })
})
