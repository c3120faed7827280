import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import type { Maker, PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

const RESULT = { parameter: '铅', value: '0.1', limitHigh: '0.5' }
const OUTSIDE = { parameter: '镉', value: '0.9', limitHigh: '0.5' }
const SLOT = { start: '2026-11-25T01:00:00.000Z', end: '2026-11-25T02:00:00.000Z', resourceIds: [] }
const CONTENT = {
  purpose: '局部反应',
  testItem: '封堵器',
  testSystem: '兔',
  design: '三组',
  guidelines: 'GB/T 16886.6',
  startsOn: '2026-11-20',
  endsOn: '2026-12-20',
  phases: [{ name: '植入', from: '2026-11-20', to: '2026-11-20' }],
}
const RECIPE = { name: '配制', batchSize: '10', sizeUnit: 'L', steps: [{ title: '称量' }] }
const INSPECTION = { kind: 'facility', subject: '动物房', inspectedOn: '2026-11-20', findings: '无异常', hasFindings: false }
const KEPT = { kind: 'plan', name: '计划', place: 'A-1', retainUntil: '2036-12-31' }
const GRANT = { from: '2026-11-20T00:00:00.000Z', until: '2026-12-20T00:00:00.000Z', unit: 'h', quota: null, directions: 'ssh' }
const USE = { key: 'a', usedAt: '2026-11-21T00:00:00.000Z', quantity: '1' }

/** Every private call about tasks, results, studies, batches and granted access. */
export async function orderWorkThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const makers = {
    testing_service: await createOrderMaker(testApp, make, provider),
    glp_study: await createOrderMaker(testApp, make, provider),
    pilot_line: await createOrderMaker(testApp, make, provider),
    computing: await createOrderMaker(testApp, make, provider),
  }
  type Kind = keyof typeof makers
  const { organisationId } = provider
  const [staff, quality, archivist] = [
    await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), organisationId }),
    await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), organisationId }),
    await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), organisationId }),
  ]
  const things: PrivateThing[] = []
  const push = (method: string, path: string, as: SignedUp, ids: Record<string, string>, more: Partial<PrivateThing> = {}) =>
    things.push({ route: `${method} ${ORDERS}${path}`, as, ids, ...more })
  const rowOf = (table: string, id: string) => ({ row: { table: `orders.${table}`, where: { id } } })
  const versionOf = async (table: string, id: string) =>
    (await testApp.pool.query(`select version from orders.${table} where id = $1`, [id])).rows[0].version
  const post = (as: SignedUp, path: string, body: object = {}) => make.send(as, 'POST', `${ORDERS}${path}`, { body })
  const change = async (as: SignedUp, table: string, id: string, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') =>
    make.send(as, method, `${ORDERS}${path}`, { body, version: await versionOf(table, id) })

  const setKind = (kind: Kind, as: string) =>
    testApp.pool.query('update catalog.resource set kind = $2 where id = $1', [makers[kind].serviceId, as])
  /** An order in work whose service is of that kind; it is ordered by the form of a test. */
  const working = async (kind: Kind = 'testing_service') => {
    const orders = makers[kind]
    await setKind(kind, 'testing_service')
    const orderId = await orders.accepted(client)
    await setKind(kind, kind)
    await orders.act(provider, orderId, 'begin')
    const { items } = await make.send(provider, 'GET', `${ORDERS}/orders/${orderId}/work`)
    return { orderId, itemId: items[0].itemId as string, taskId: items[0].tasks[0]?.id as string }
  }
  const act = (as: SignedUp, taskId: string, path: string, body: object = {}) =>
    change(as, 'task', taskId, `/tasks/${taskId}/${path}`, body)
  const running = async (kind?: Kind) => {
    const work = await working(kind)
    await act(staff, work.taskId, 'start')
    return work
  }
  const done = async () => {
    const work = await running()
    await act(staff, work.taskId, 'results', { results: [RESULT] })
    await act(staff, work.taskId, 'complete')
    return work
  }

  const first = await working()
  for (const as of [client, provider])
    for (const path of ['work', 'grants']) push('GET', `/orders/:id/${path}`, as, { id: first.orderId }, { isReadByDuty: true })
  push('POST', '/orders/:id/tasks', provider, { id: first.orderId }, { body: { orderItemId: first.itemId, title: '前处理' } })
  push('GET', '/tasks/:id', provider, { id: first.taskId })
  push('POST', '/tasks/:id/plan-preview', provider, { id: first.taskId }, { body: { ...SLOT, personId: staff.userId } })
  const onTask = (method: string, path: string, taskId: string, as: SignedUp, body: object) =>
    push(method, `/tasks/:id${path}`, as, { id: taskId }, { ...rowOf('task', taskId), body })
  onTask('PUT', '', first.taskId, provider, { note: '加急' })
  onTask('POST', '/plan', (await working()).taskId, provider, { ...SLOT, personId: provider.userId })
  const planned = await working()
  await act(provider, planned.taskId, 'plan', {
    ...SLOT,
    start: '2026-11-26T01:00:00.000Z',
    end: '2026-11-26T02:00:00.000Z',
    personId: staff.userId,
  })
  onTask('POST', '/unplan', planned.taskId, provider, {})
  onTask('POST', '/start', (await working()).taskId, provider, {})
  const complete = await running()
  await act(staff, complete.taskId, 'results', { results: [RESULT] })
  onTask('POST', '/complete', complete.taskId, staff, {})
  onTask('POST', '/check', (await done()).taskId, provider, {})
  onTask('POST', '/send-back', (await done()).taskId, provider, { reason: '漏测' })
  const checked = await done()
  await act(provider, checked.taskId, 'check')
  onTask('POST', '/reopen', checked.taskId, provider, { reason: '重算' })
  onTask('POST', '/void', (await working()).taskId, provider, { reason: '不做' })
  onTask('POST', '/results', (await running()).taskId, staff, { results: [RESULT] })
  const changing = await running()
  const { results } = await act(staff, changing.taskId, 'results', { results: [RESULT] })
  const resultIds = { id: changing.taskId, resultId: results[0].id as string }
  push('PUT', '/tasks/:id/results/:resultId', staff, resultIds, {
    ...rowOf('task', changing.taskId),
    body: { ...RESULT, value: '0.2', reason: '误读' },
  })
  const filed = await running()
  const file = { name: 'results.csv', content: '参数,结果\n铅,0.1' }
  push('POST', '/tasks/:id/results-file', staff, { id: filed.taskId }, { ...rowOf('task', filed.taskId), file })
  onTask('POST', '/instruments', (await running()).taskId, staff, { resourceId: makers.testing_service.serviceId, usedOn: '2026-11-23' })
  const outside = await running()
  const { investigations } = await act(staff, outside.taskId, 'results', { results: [OUTSIDE] })
  const closing = { cause: 'confirmed', findings: '属实', conclusion: '不符合', isRetestAllowed: false }
  push('POST', '/investigations/:id/close', provider, { id: investigations[0].id }, { body: closing })

  const duties = { directorId: provider.userId, qualityId: quality.userId, archivistId: archivist.userId }
  const unopened = await working('glp_study')
  push('POST', '/orders/:id/study', provider, { id: unopened.orderId }, { body: { title: '植入', ...duties } })
  /** A study that runs; each further call of it is tried on a study of its own. */
  const study = async () => {
    const { orderId } = await working('glp_study')
    const { id } = await post(provider, `/orders/${orderId}/study`, { title: '植入', ...duties })
    return id as string
  }
  const step = (as: SignedUp, id: string, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') =>
    change(as, 'study', id, `/studies/${id}${path}`, body, method)
  const runningStudy = async () => {
    const id = await study()
    await step(provider, id, '/plan', { content: CONTENT }, 'PUT')
    await step(provider, id, '/sign')
    return { id, phaseId: (await step(client, id, '/sponsor-sign')).phases[0].id as string }
  }
  const set = (id: string, columns: string) => testApp.pool.query(`update orders.study set ${columns} where id = $1`, [id])
  const onStudy = (method: string, path: string, id: string, as: SignedUp, body: object, more: Record<string, string> = {}) =>
    push(method, `/studies/:id${path}`, as, { id, ...more }, { ...rowOf('study', id), body })
  const draft = await study()
  push('GET', '/studies/:id', provider, { id: draft })
  push('GET', '/studies/:id', client, { id: draft })
  onStudy('PUT', '/duties', await study(), provider, { ...duties, qualityId: staff.userId, reason: '换人' })
  onStudy('PUT', '/plan', draft, provider, { content: CONTENT })
  const signing = await study()
  await step(provider, signing, '/plan', { content: CONTENT }, 'PUT')
  onStudy('POST', '/sign', signing, provider, {})
  const sponsored = await study()
  await step(provider, sponsored, '/plan', { content: CONTENT }, 'PUT')
  await step(provider, sponsored, '/sign')
  onStudy('POST', '/sponsor-sign', sponsored, client, {})
  const run = await runningStudy()
  onStudy('POST', '/deviations', run.id, provider, { happenedOn: '2026-11-21', words: '延迟' })
  const phased = await runningStudy()
  onStudy('PUT', '/phases/:partId', phased.id, provider, { begunOn: '2026-11-20', endedOn: null }, { partId: phased.phaseId })
  const deviating = await runningStudy()
  const { deviations } = await step(provider, deviating.id, '/deviations', { happenedOn: '2026-11-21', words: '延迟' })
  onStudy('POST', '/deviations/:partId/judge', deviating.id, provider, { impact: '无', measure: '无' }, { partId: deviations[0].id })
  const completing = await runningStudy()
  await step(provider, completing.id, `/phases/${completing.phaseId}`, { begunOn: '2026-11-20', endedOn: '2026-11-20' }, 'PUT')
  onStudy('POST', '/complete', completing.id, provider, {})
  const stating = await runningStudy()
  const inspected = await post(quality, '/inspections', { ...INSPECTION, kind: 'study', studyId: stating.id })
  await post(provider, `/inspections/${inspected.id}/see`, { as: 'director' })
  await post(staff, `/inspections/${inspected.id}/see`, { as: 'management' })
  await post(quality, `/inspections/${inspected.id}/close`)
  await set(stating.id, `state = 'completed'`)
  onStudy('POST', '/statement', stating.id, quality, { words: '如实' })
  const final = await runningStudy()
  await set(final.id, `state = 'completed', statement = '如实', statement_by = '${quality.userId}', statement_at = now()`)
  onStudy('POST', '/finalise', final.id, provider, {})
  onStudy('POST', '/archive-items', (await runningStudy()).id, archivist, KEPT)
  const archiving = await runningStudy()
  for (const kind of ['plan', 'raw_data', 'report']) await step(archivist, archiving.id, '/archive-items', { ...KEPT, kind })
  await set(
    archiving.id,
    `state = 'final', statement = '如实', statement_by = '${quality.userId}', statement_at = now(), final_signed_by = '${provider.userId}', final_signed_at = now()`,
  )
  onStudy('POST', '/archive', archiving.id, archivist, {})
  onStudy('POST', '/stop', (await runningStudy()).id, provider, { reason: '委托方停止' })
  const seeing = await post(quality, '/inspections', INSPECTION)
  push('POST', '/inspections/:id/see', provider, { id: seeing.id }, { body: { as: 'management' } })
  const inspection = await post(quality, '/inspections', INSPECTION)
  push('POST', '/inspections/:id/close', quality, { id: inspection.id }, { body: {} })

  const recipe = async (code: string) =>
    (await post(staff, '/recipes', { ...RECIPE, code })).items.find((one: { code: string }) => one.code === code)
  push('POST', '/recipes/:id/approve', provider, { id: (await recipe('R-1')).id }, { body: {} })
  const used = await recipe('R-2')
  await post(provider, `/recipes/${used.id}/approve`)
  let count = 0
  const beginning = () => {
    count += 1
    return { recipeVersionId: used.versions[0].id as string, number: `B-${count}`, plannedSize: '10' }
  }
  const batch = async () => {
    const { taskId } = await running('pilot_line')
    return { taskId, id: (await post(staff, `/tasks/${taskId}/batches`, beginning())).id as string }
  }
  const stepped = async () => {
    const made = await batch()
    await change(staff, 'batch', made.id, `/batches/${made.id}/steps/1`, { isDone: true }, 'PUT')
    return made
  }
  const begun = await batch()
  push('GET', '/tasks/:id/batches', provider, { id: begun.taskId })
  push('POST', '/tasks/:id/batches', staff, { id: (await running('pilot_line')).taskId }, { body: beginning() })
  push('GET', '/batches/:id', provider, { id: begun.id })
  const onBatch = (method: string, path: string, id: string, as: SignedUp, body: object, more: Record<string, string> = {}) =>
    push(method, `/batches/:id${path}`, as, { id, ...more }, { ...rowOf('batch', id), body })
  onBatch('PUT', '/steps/:number', begun.id, staff, { isDone: true }, { number: '1' })
  onBatch('POST', '/steps/:number/witness', (await stepped()).id, provider, {}, { number: '1' })
  onBatch('POST', '/finish', (await stepped()).id, staff, { yieldSize: '9' })
  const made = await stepped()
  await change(staff, 'batch', made.id, `/batches/${made.id}/finish`, { yieldSize: '9' })
  onBatch('POST', '/decide', made.id, provider, { isReleased: true, words: '符合' })

  const open = await working('computing')
  push('POST', '/orders/:id/grants', provider, { id: open.orderId }, { body: { ...GRANT, orderItemId: open.itemId } })
  const grant = async () => {
    const { orderId, itemId } = await working('computing')
    return (await post(provider, `/orders/${orderId}/grants`, { ...GRANT, orderItemId: itemId })).id as string
  }
  push('POST', '/grants/:id/end', provider, { id: await grant() }, { body: { reason: '提前结束' } })
  push('POST', '/grants/:id/uses', provider, { id: await grant() }, { body: USE })
  return things
}
