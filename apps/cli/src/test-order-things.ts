import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import { type Maker, multipart, type PrivateThing } from './test-private-things.ts'

const REASON = { reason: '原因' }

/** Every private call about orders themselves, their disputes and their evaluations. */
export async function orderThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const orders = await createOrderMaker(testApp, make, provider)
  const things: PrivateThing[] = []
  const add = (as: SignedUp, id: string, path: string, body: object = {}) =>
    things.push({
      route: `POST ${ORDERS}/orders/:id/${path}`,
      as,
      ids: { id },
      row: { table: 'orders.service_order', where: { id } },
      body,
    })
  /** An order in a state to which other topics would lead; here only whose it is matters. */
  const inState = async (state: string): Promise<string> => {
    const id = await orders.accepted(client)
    const ended = state === 'settled' ? 'now()' : 'null'
    const from = state === 'paused' ? `'accepted'` : 'null'
    await testApp.pool.query(
      `update orders.service_order set state = $2, paused_from = ${from}, reported_at = now(), ended_at = ${ended}, version = version + 1 where id = $1`,
      [id, state],
    )
    return id
  }

  for (const as of [client, provider])
    things.push({ route: `GET ${ORDERS}/orders/:id`, as, ids: { id: await orders.placed(client) }, isReadByDuty: true })
  add(provider, await orders.placed(client), 'accept')
  add(provider, await orders.placed(client), 'decline', REASON)
  add(client, await orders.placed(client), 'withdraw')
  add(provider, await orders.accepted(client), 'receive')
  add(provider, await orders.accepted(client), 'begin')
  add(provider, await withoutTasks(make, orders, provider, client), 'finish')
  add(provider, await inState('reporting'), 'reopen', REASON)
  add(provider, await orders.accepted(client), 'pause', REASON)
  add(provider, await inState('paused'), 'resume')
  add(client, await inState('reported'), 'approve')
  add(client, await inState('reported'), 'ask-retest', REASON)
  add(provider, await inState('retest_requested'), 'agree-retest')
  add(provider, await inState('retest_requested'), 'refuse-retest', REASON)
  add(client, await orders.accepted(client), 'cancel', REASON)
  add(provider, await orders.accepted(client), 'give-up', REASON)
  add(client, await inState('reported'), 'object', { ...REASON, wanted: 'redo' })

  const disputed = async (): Promise<{ id: string; dispute: string }> => {
    const id = await inState('reported')
    await orders.act(client, id, 'object', { ...REASON, wanted: 'redo' })
    const { items } = await make.send(client, 'GET', `${ORDERS}/orders/${id}/disputes`)
    return { id, dispute: items[0].id }
  }
  add(client, (await disputed()).id, 'settle-dispute')
  for (const as of [client, provider]) {
    const { id, dispute } = await disputed()
    things.push({ route: `GET ${ORDERS}/orders/:id/disputes`, as, ids: { id }, isReadByDuty: true })
    const body = { words: '说明' }
    things.push({ route: `POST ${ORDERS}/disputes/:id/evidence`, as, ids: { id: dispute }, body, isReadByDuty: true })
    const file = { name: '证据.pdf', content: '%PDF-1.4\n%%EOF\n' }
    things.push({ route: `POST ${ORDERS}/disputes/:id/files`, as, ids: { id: dispute }, file, isReadByDuty: true })
  }
  const { dispute } = await disputed()
  const evidence = await make.upload(client, `${ORDERS}/disputes/${dispute}/files`, { name: '证据.pdf', content: '%PDF-1.4\n%%EOF\n' })
  things.push({
    route: `GET ${ORDERS}/disputes/:id/files/:evidenceId`,
    as: provider,
    ids: { id: dispute, evidenceId: evidence.evidence[0].id },
    isReadByDuty: true,
  })

  const points = { quality: 5, punctuality: 4, service: 5, words: '' }
  const evaluated = async (): Promise<string> => {
    const id = await inState('settled')
    await make.send(client, 'POST', `${ORDERS}/orders/${id}/evaluation`, { body: points })
    return id
  }
  things.push({ route: `GET ${ORDERS}/orders/:id/evaluation`, as: client, ids: { id: await evaluated() }, isReadByDuty: true })
  things.push({ route: `POST ${ORDERS}/orders/:id/evaluation`, as: client, ids: { id: await inState('settled') }, body: points })
  for (const how of ['reply', 'appeal'])
    things.push({
      route: `POST ${ORDERS}/orders/:id/evaluation/${how}`,
      as: provider,
      ids: { id: await evaluated() },
      body: { words: '说明' },
    })
  const imported = async (number: string): Promise<string> => {
    const content = `机构订单号,委托方名称,订单名称,状态,金额（元）,下单日期\n${number},A,B,已完成,1,2025-01-02\n`
    const { payload, headers } = multipart({ name: 'earlier.csv', content })
    const url = `${ORDERS}/order-imports`
    const reply = await testApp.inject({ method: 'POST', url, cookie: provider.cookie, headers: headers ?? {}, payload: payload ?? '' })
    return reply.json().id
  }
  things.push({ route: `GET ${ORDERS}/order-imports/:id`, as: provider, ids: { id: await imported('E-1') } })
  const id = await imported('E-2')
  things.push({
    route: `POST ${ORDERS}/order-imports/:id/apply`,
    as: provider,
    ids: { id },
    row: { table: 'orders.order_import', where: { id } },
    body: { rows: 'all' },
  })
  return things
}

/** An order in work whose tasks are given up. */
async function withoutTasks(
  make: Maker,
  orders: Awaited<ReturnType<typeof createOrderMaker>>,
  provider: SignedUp,
  client: SignedUp,
): Promise<string> {
  const id = await orders.accepted(client)
  await orders.act(provider, id, 'begin')
  const { items } = await make.send(provider, 'GET', `${ORDERS}/orders/${id}/work`)
  for (const task of (items as { tasks: { id: string }[] }[]).flatMap(({ tasks }) => tasks)) {
    const { version } = await make.send(provider, 'GET', `${ORDERS}/tasks/${task.id}`)
    await make.send(provider, 'POST', `${ORDERS}/tasks/${task.id}/void`, { body: REASON, version })
  }
  return id
}
