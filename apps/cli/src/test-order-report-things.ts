import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import type { Maker, PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

const TEMPLATE = {
  name: '通用',
  classCode: 'S',
  language: 'zh',
  content: { title: '检测报告', subtitle: '', address: '', contact: '', fields: ['client', 'sample_name'], statements: [] },
}

/** Every private call about reports, their templates and the copies that a client releases. */
export async function orderReportThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const orders = await createOrderMaker(testApp, make, provider)
  const roles = everyRoleOf('provider')
  const checker = await signUpAs(testApp, { kind: 'provider', roles, organisationId: provider.organisationId })
  const approver = await signUpAs(testApp, { kind: 'provider', roles, organisationId: provider.organisationId })
  await make.send(provider, 'PUT', `${ORDERS}/report-numbering`, { body: { code: 'PJ' }, version: 0 })
  let count = 0
  const template = async (): Promise<string> => {
    count += 1
    return (await make.send(provider, 'POST', `${ORDERS}/report-templates`, { body: { ...TEMPLATE, name: `通用 ${count}` } })).id
  }
  const templateId = await template()
  const reporting = async (): Promise<string> => {
    const id = await orders.accepted(client)
    // As if its work had been done: that has tests of its own.
    await testApp.pool.query(`update orders.service_order set state = 'reporting' where id = $1`, [id])
    return id
  }
  const versionOf = async (id: string) =>
    (await testApp.pool.query('select version from orders.report where id = $1', [id])).rows[0].version
  const act = async (as: SignedUp, id: string, path: string) =>
    make.send(as, 'POST', `${ORDERS}/reports/${id}/${path}`, { body: {}, version: await versionOf(id) })
  const STEPS = [
    [provider, 'prepare'],
    [checker, 'check'],
    [approver, 'approve'],
    [approver, 'issue'],
  ] as const
  /** A report that has taken so many of the steps. */
  const report = async (steps: number): Promise<string> => {
    const made = await make.send(provider, 'POST', `${ORDERS}/orders/${await reporting()}/reports`, { body: { templateId } })
    const items = made.content.items.map((item: object) => ({ ...item, result: '0 级' }))
    const content = { ...made.content, items, fields: { ...made.content.fields, sample_name: '样品' }, conclusion: '符合' }
    await make.send(provider, 'PUT', `${ORDERS}/reports/${made.id}`, { body: { content }, version: 1 })
    for (const [as, path] of STEPS.slice(0, steps)) await act(as, made.id, path)
    return made.id
  }
  const things: PrivateThing[] = []
  const push = (verb: string, id: string, as: SignedUp, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const row = { table: 'orders.report', where: { id } }
    things.push({ route: `${method} ${ORDERS}/reports/:id${path}`, as, ids: { id }, row, ...(body && { body }) })
  }
  const issued = await report(4)
  const { rows } = await testApp.pool.query('select order_id from orders.report where id = $1', [issued])
  things.push({ route: `GET ${ORDERS}/orders/:id/reports`, as: client, ids: { id: rows[0].order_id }, isReadByDuty: true })
  things.push({ route: `POST ${ORDERS}/orders/:id/reports`, as: provider, ids: { id: await reporting() }, body: { templateId } })
  things.push({ route: `GET ${ORDERS}/reports/:id`, as: client, ids: { id: issued }, isReadByDuty: true })
  things.push({ route: `GET ${ORDERS}/reports/:id/file`, as: client, ids: { id: issued }, isReadByDuty: true })
  push('GET /preview', await report(0), provider)
  push('PUT', await report(0), provider, { content: { fields: {}, items: [], conclusion: '', remarks: '' } })
  push('POST /prepare', await report(0), provider, {})
  push('POST /discard', await report(0), provider, {})
  push('POST /check', await report(1), checker, {})
  push('POST /return', await report(1), checker, { reason: '单位' })
  push('POST /approve', await report(2), approver, {})
  push('POST /issue', await report(3), approver, {})
  push('POST /withdraw', await report(4), approver, { reason: '混淆' })
  things.push({ route: `GET ${ORDERS}/reports/:id/releases`, as: client, ids: { id: issued } })
  const release = { recipient: '医院', days: 7 }
  things.push({ route: `POST ${ORDERS}/reports/:id/releases`, as: client, ids: { id: issued }, body: release })
  const { id: releaseId } = await make.send(client, 'POST', `${ORDERS}/reports/${issued}/releases`, { body: release })
  things.push({ route: `DELETE ${ORDERS}/reports/:id/releases/:releaseId`, as: client, ids: { id: issued, releaseId } })

  const kept = async (method: 'PUT' | 'DELETE', body?: object) => {
    const id = await template()
    const row = { table: 'orders.report_template', where: { id } }
    things.push({ route: `${method} ${ORDERS}/report-templates/:id`, as: provider, ids: { id }, row, ...(body && { body }) })
  }
  await kept('PUT', { ...TEMPLATE, name: '另一个' })
  await kept('DELETE')
  return things
}
