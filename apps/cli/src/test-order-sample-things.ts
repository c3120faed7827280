import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import { type Maker, multipart, type PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

const DESCRIPTION = { name: '封堵器', quantity: '10', unit: '件', storage: 'cold', rest: 'dispose' }
const PAPER = { name: 'proof.pdf', content: '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF' }
const PARCEL = { carrier: '顺达', trackingNumber: 'SD1' }
const DEVIATION = { kind: 'method', what: '方法偏离', needsDecision: true }
const PLACE = { room: '理化室', storage: 'cold' }

/** Every private call about samples, their custody, storage places and deviations. */
export async function orderSampleThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const orders = await createOrderMaker(testApp, make, provider)
  const colleague = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), organisationId: provider.organisationId })
  const things: PrivateThing[] = []
  const post = (as: SignedUp, path: string, body: object) => make.send(as, 'POST', `${ORDERS}${path}`, { body })

  const declared = async (more: object = {}) => {
    const orderId = await orders.accepted(client)
    const { items } = await post(client, `/orders/${orderId}/samples`, { samples: [{ description: { ...DESCRIPTION, ...more } }] })
    return { orderId, id: items[0].id as string, code: items[0].code as string }
  }
  const received = async (more: object = {}) => {
    const sample = await declared(more)
    await post(provider, `/orders/${sample.orderId}/receipts`, { items: [{ sampleId: sample.id, condition: 'intact' }] })
    return sample
  }
  const upload = async (as: SignedUp, orderId: string): Promise<string> => {
    const { payload, headers } = multipart(PAPER)
    const url = `${ORDERS}/orders/${orderId}/sample-files`
    return (await testApp.inject({ method: 'POST', url, cookie: as.cookie, headers: headers ?? {}, payload: payload ?? '' })).json().fileId
  }
  /** A sample whose retention is over. */
  const kept = async (more: object = {}) => {
    const sample = await received(more)
    await testApp.pool.query(`update orders.sample set retain_until = '2026-11-23' where id = $1`, [sample.id])
    return sample
  }
  const push = (method: string, path: string, as: SignedUp, ids: Record<string, string>, more: Partial<PrivateThing> = {}) =>
    things.push({ route: `${method} ${ORDERS}${path}`, as, ids, ...more })

  for (const as of [client, provider]) {
    const { orderId, id, code } = await declared()
    const byDuty = { isReadByDuty: true }
    for (const path of ['samples', 'sample-labels', 'sample-labels.pdf', 'deviations'])
      push('GET', `/orders/:id/${path}`, as, { id: orderId }, byDuty)
    push('GET', '/samples/:id', as, { id }, byDuty)
    push('GET', '/sample-codes/:code', as, { code }, byDuty)
    push('POST', '/orders/:id/sample-files', as, { id: orderId }, { file: PAPER })
  }
  push('POST', '/orders/:id/samples', client, { id: await orders.accepted(client) }, { body: { samples: [{ description: DESCRIPTION }] } })
  const edited = await declared()
  push('PUT', '/samples/:id', client, { id: edited.id }, { row: { table: 'orders.sample', where: { id: edited.id } }, body: DESCRIPTION })
  push('POST', '/samples/:id/withdraw', client, { id: (await declared()).id }, { body: {} })
  const leaving = await declared()
  push('POST', '/orders/:id/parcels', client, { id: leaving.orderId }, { body: { ...PARCEL, sampleIds: [leaving.id] } })
  const arriving = await declared()
  const items = [{ sampleId: arriving.id, condition: 'intact' }]
  push('POST', '/orders/:id/receipts', provider, { id: arriving.orderId }, { body: { items } })
  const back = await received()
  push('POST', '/orders/:id/returns', provider, { id: back.orderId }, { body: { ...PARCEL, sampleIds: [back.id] } })
  const returning = await received()
  await post(provider, `/orders/${returning.orderId}/returns`, { ...PARCEL, sampleIds: [returning.id] })
  push('POST', '/samples/:id/confirm-return', client, { id: returning.id }, { body: {} })

  const place = await make.send(provider, 'POST', `${ORDERS}/storage-places`, { body: PLACE })
  const placeId = place.id as string
  const row = { table: 'orders.storage_place', where: { id: placeId } }
  push('PUT', '/storage-places/:id', provider, { id: placeId }, { row, body: { ...PLACE, isRetired: false } })
  const steps: [string, object][] = [
    ['handovers', { toPersonId: colleague.userId }],
    ['places', { placeId }],
    ['parts', { parts: [{ quantity: '1' }] }],
    ['derived', { uses: '1', name: '浸提液', quantity: '10', unit: 'mL', storage: 'cold', words: '37 ℃' }],
    ['uses', { quantity: '1', words: '试做' }],
    ['losses', { kind: 'broken', quantity: '1', words: '跌落' }],
    ['corrections', { remaining: '9', words: '盘点' }],
    ['retention', { until: '2027-01-31', words: '复测' }],
  ]
  for (const [path, body] of steps) push('POST', `/samples/:id/${path}`, provider, { id: (await received()).id }, { body })
  push('POST', '/samples/:id/take-over', colleague, { id: (await received()).id }, { body: { words: '休假' } })
  push('POST', '/samples/:id/release', client, { id: (await kept()).id }, { body: { rest: 'return' } })

  for (const how of ['confirm', 'refuse', 'withdraw']) {
    const { id } = await received()
    const { sample } = await post(provider, `/samples/${id}/handovers`, { toPersonId: colleague.userId })
    const body = how === 'refuse' ? { words: '标签不清' } : {}
    push('POST', `/sample-handovers/:id/${how}`, how === 'withdraw' ? provider : colleague, { id: sample.offer.id }, { body })
  }
  const destroy = async () => {
    const { id, orderId } = await kept()
    return { id, body: { method: '焚烧', fileIds: [await upload(provider, orderId)] } }
  }
  const proposal = await destroy()
  push('POST', '/samples/:id/destructions', provider, { id: proposal.id }, { body: proposal.body })
  for (const how of ['witness', 'withdraw']) {
    const { id, body } = await destroy()
    const { sample } = await post(provider, `/samples/${id}/destructions`, body)
    const told = how === 'withdraw' ? { words: '凭证不清' } : {}
    push('POST', `/sample-destructions/:id/${how}`, colleague, { id: sample.destruction.id }, { body: told })
  }
  const proven = await destroy()
  await post(provider, `/samples/${proven.id}/destructions`, proven.body)
  const fileId = proven.body.fileIds[0] ?? ''
  for (const as of [client, provider]) push('GET', '/samples/:id/files/:fileId', as, { id: proven.id, fileId }, { isReadByDuty: true })

  push('POST', '/orders/:id/deviations', provider, { id: await orders.accepted(client) }, { body: DEVIATION })
  const deviation = async () => (await post(provider, `/orders/${await orders.accepted(client)}/deviations`, DEVIATION)).id as string
  const edit = await deviation()
  const words = { impact: '', cause: '操作', correctiveAction: '培训' }
  push('PUT', '/deviations/:id', provider, { id: edit }, { row: { table: 'orders.deviation', where: { id: edit } }, body: words })
  push('POST', '/deviations/:id/decide', client, { id: await deviation() }, { body: { decision: 'go_on' } })
  return things
}
