import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import type { Maker, PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

const CHANGE = { topic: 'liability', kind: 'strike', clauseKey: '3' }
const AMENDMENT = { kind: 'change', reason: '提前', changes: [], extraDays: 1 }
const TERMS = { topic: 'liability', name: '本所责任条款', clauses: [{ heading: '一', text: '二' }] }

/** Every private call about agreements, their terms, amendments, and purchases that wait for approval. */
export async function orderAgreementThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const orders = await createOrderMaker(testApp, make, provider)
  const at = (id: string) => `${ORDERS}/orders/${id}`
  const agreementOf = (id: string) => ({ table: 'orders.agreement', where: { order_id: id } })
  const things: PrivateThing[] = []
  const seen = async (id: string) => ({ contentSha256: (await make.send(client, 'GET', `${at(id)}/agreement`)).contentSha256 })

  for (const as of [client, provider]) {
    const id = await orders.accepted(client)
    things.push({ route: `GET ${ORDERS}/orders/:id/agreement`, as, ids: { id } })
    things.push({ route: `GET ${ORDERS}/orders/:id/amendments`, as, ids: { id } })
    const open = await orders.accepted(client)
    things.push({
      route: `PUT ${ORDERS}/orders/:id/agreement/particulars`,
      as,
      ids: { id: open },
      row: agreementOf(open),
      body: { model: 'A' },
    })
    things.push({
      route: `POST ${ORDERS}/orders/:id/agreement/changes`,
      as,
      ids: { id: await orders.accepted(client) },
      body: CHANGE,
    })
    const ready = await orders.accepted(client)
    things.push({ route: `POST ${ORDERS}/orders/:id/agreement/accept`, as, ids: { id: ready }, body: await seen(ready) })
    things.push({ route: `POST ${ORDERS}/orders/:id/amendments`, as, ids: { id: await orders.accepted(client) }, body: AMENDMENT })
  }
  const chosen = await orders.accepted(client)
  const [platform] = (await make.send(provider, 'GET', `${ORDERS}/terms?topic=general`)).items
  things.push({
    route: `PUT ${ORDERS}/orders/:id/agreement/terms`,
    as: provider,
    ids: { id: chosen },
    row: agreementOf(chosen),
    body: { termsIds: [platform.id] },
  })
  for (const how of ['accept', 'refuse', 'withdraw']) {
    const id = await orders.accepted(client)
    await make.send(client, 'POST', `${at(id)}/agreement/changes`, { body: CHANGE })
    const as = how === 'withdraw' ? client : provider
    things.push({ route: `POST ${ORDERS}/orders/:id/agreement/changes/:number/${how}`, as, ids: { id, number: '1' } })
  }
  for (const how of ['sign', 'refuse', 'withdraw']) {
    const id = await orders.accepted(client)
    await make.send(client, 'POST', `${at(id)}/amendments`, { body: AMENDMENT })
    const as = how === 'withdraw' ? client : provider
    const body = how === 'refuse' ? { body: { words: '排期已满' } } : {}
    things.push({ route: `POST ${ORDERS}/orders/:id/amendments/:number/${how}`, as, ids: { id, number: '1' }, ...body })
  }
  const agreed = await orders.accepted(client)
  const body = await seen(agreed)
  for (const as of [client, provider]) await make.send(as, 'POST', `${at(agreed)}/agreement/accept`, { body })
  await testApp.settle()
  things.push({ route: `GET ${ORDERS}/orders/:id/agreement/file`, as: client, ids: { id: agreed } })

  const quoteId = await insertQuote(testApp, provider, client)
  for (const as of [client, provider]) things.push({ route: `GET ${ORDERS}/quotes/:id/terms`, as, ids: { id: quoteId } })

  return [...things, ...(await termsThings(make, provider)), ...(await purchaseThings(testApp, make, provider))]
}

async function insertQuote({ pool, app }: TestApp, provider: SignedUp, client: SignedUp): Promise<string> {
  const [enquiryId, quoteId] = [newId(), newId()]
  const now = app.now()
  const later = new Date(now.getTime() + 86_400_000)
  await pool.query(
    `insert into orders.enquiry (id, number, organisation_id, person_id, kind, title, purpose, confidentiality, open_until, created_at)
     values ($1::uuid, $1::text, $2, $3, 'need', '细胞毒性', 'development', 'normal', $4, $5)`,
    [enquiryId, client.organisationId, client.userId, later, now],
  )
  await pool.query(
    `insert into orders.enquiry_provider (enquiry_id, provider_id, state, answer_until, asked_at) values ($1, $2, 'quoted', $3, $4)`,
    [enquiryId, provider.organisationId, later, now],
  )
  await pool.query(
    `insert into orders.quote (id, number, enquiry_id, provider_id, revision, valid_until, turnaround_days, needs_samples, total_fen, offered_by, offered_at)
     values ($1::uuid, $1::text, $2, $3, 1, $4, 5, false, 100000, $5, $6)`,
    [quoteId, enquiryId, provider.organisationId, later, provider.userId, now],
  )
  return quoteId
}

async function termsThings(make: Maker, provider: SignedUp): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const terms = async (isPublished: boolean): Promise<string> => {
    const { id } = await make.send(provider, 'POST', `${ORDERS}/terms`, { body: TERMS })
    if (isPublished) await make.send(provider, 'POST', `${ORDERS}/terms/${id}/publish`, { version: 1 })
    return id
  }
  const push = (method: string, path: string, id: string, body?: object) =>
    things.push({
      route: `${method} ${ORDERS}/terms/:id${path}`,
      as: provider,
      ids: { id },
      row: { table: 'orders.terms_version', where: { id } },
      ...(body && { body }),
    })
  const { topic: _, ...edited } = TERMS
  push('GET', '', await terms(false))
  push('PUT', '', await terms(false), edited)
  push('POST', '/publish', await terms(false))
  for (const path of ['/retire', '/revise', '/default']) push('POST', path, await terms(true))
  return things
}

/** In an enterprise of its own, whose limits stand in nobody else's way. */
async function purchaseThings(testApp: TestApp, make: Maker, provider: SignedUp): Promise<PrivateThing[]> {
  const roles = everyRoleOf('enterprise')
  const orderer = await signUpAs(testApp, { kind: 'enterprise', roles })
  const approver = await signUpAs(testApp, { kind: 'enterprise', roles, organisationId: orderer.organisationId })
  const limits = [{ personId: orderer.userId, role: null, order: '1.00', month: null }]
  await make.send(orderer, 'PUT', `${ORDERS}/spending`, { body: { limits, steps: [] }, version: 0 })
  const orders = await createOrderMaker(testApp, make, provider)
  const ids = async () => ({ id: await orders.placed(orderer) })
  return [
    { route: `GET ${ORDERS}/orders/:id/approvals`, as: orderer, ids: await ids() },
    { route: `POST ${ORDERS}/orders/:id/approve-purchase`, as: approver, ids: await ids(), body: { position: 1 } },
    { route: `POST ${ORDERS}/orders/:id/refuse-purchase`, as: approver, ids: await ids(), body: { position: 1, words: '重复' } },
  ]
}
