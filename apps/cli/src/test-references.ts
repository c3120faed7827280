import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import { BOOKING, CATALOG, type Maker, multipart, PEOPLE, type PrivateThing } from './test-private-things.ts'
import { everyRoleOf, type Request } from './test-tenants.ts'

/** A call that names an object in its body or query. */
export type Reference = {
  readonly name: string
  readonly as: SignedUp
  readonly request: (id: string) => Request
  /** Where the version for If-Match stands. */
  readonly row?: PrivateThing['row']
  /** Private ids of others. */
  readonly foreign: readonly string[]
  /** An id that the same person may name; the answer to it differs from the answer to an unknown one. */
  readonly own: string
}

/** Every place but the path where an id can stand: in the hands of a second provider, `rival`, and a second enterprise, `client`. */
export async function references(
  testApp: TestApp,
  make: Maker,
  known: { provider: SignedUp; enterprise: SignedUp; resourceId: string },
): Promise<Reference[]> {
  const { provider, enterprise, resourceId } = known
  const rival = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
  const client = await signUpAs(testApp, { kind: 'enterprise', roles: everyRoleOf('enterprise') })
  const pending = await signUpAs(testApp, { kind: 'enterprise', roles: everyRoleOf('enterprise'), status: 'pending' })
  const found: Reference[] = []
  const add = (name: string, as: SignedUp, ids: { foreign: readonly string[]; own: string }, request: Reference['request']) =>
    found.push({ name, as, ...ids, request })
  const addToDraft = (name: string, ids: { foreign: readonly string[]; own: string }, fields: (id: string) => object) =>
    found.push({
      name,
      as: rival,
      ...ids,
      request: (id) => ({ method: 'PUT', url: `${CATALOG}/own/resources/${ownDraft}`, payload: { ...make.content(), ...fields(id) } }),
      row: { table: 'catalog.resource', where: { id: ownDraft } },
    })
  const post = (url: string, payload: object): Request => ({ method: 'POST', url, payload })

  // The catalogue: what a provider's papers refer to must be its own.
  const [draft, ownDraft] = [await make.draft(provider), await make.draft(rival)]
  const sites = { foreign: [await make.site(provider)], own: await make.site(rival) }
  const files = { foreign: [await make.file(provider, draft)], own: await make.file(rival, ownDraft) }
  const method = async (as: SignedUp): Promise<string> =>
    (await make.send(as, 'POST', `${CATALOG}/methods`, { body: { nameZh: `方法 ${newId()}`, nameEn: null, description: null } })).id
  const methods = { foreign: [await method(provider)], own: await method(rival) }
  add('site of a new resource', rival, sites, (siteId) => post(`${CATALOG}/own/resources`, make.content(siteId)))
  addToDraft('site of a resource', sites, (siteId) => ({ siteId }))
  addToDraft('photo of a resource', files, (fileId) => ({ photos: [{ fileId, caption: null }] }))
  addToDraft('attachment of a resource', files, (fileId) => ({ attachments: [{ fileId, caption: null }] }))
  addToDraft('method of a resource', methods, (id) => ({ methodIds: [id] }))
  const scope = { parameter: null, standardId: null, standardText: null, fieldCode: null, limits: null }
  add('resource in a scope', rival, { foreign: [draft, resourceId], own: ownDraft }, (id) =>
    post(`${CATALOG}/accreditations`, make.accreditationBody([{ product: '输液泵', ...scope, resourceId: id }])),
  )
  const published = { foreign: [draft], own: resourceId }
  const other = await make.published(provider)
  add('compared resources', client, published, (id) => ({ url: `${CATALOG}/compare?ids=${other},${id}` }))

  // Booking: drafts do not exist, and only customers who may book can be named.
  for (const what of ['quotes', 'reservations', 'holds'])
    add(`resource of ${what}`, client, published, (id) => post(`${BOOKING}/${what}`, { resourceId: id, ...make.slot() }))
  add('resource of availability', client, published, (id) => ({ url: `${BOOKING}/availability?resource=${id}&minutes=60` }))
  const ownSubject = { foreign: [resourceId, draft], own: await make.published(rival) }
  const year = 'from=2026-01-01&to=2026-12-31'
  for (const what of ['uses', 'patterns'])
    add(`instrument of assessed ${what}`, rival, ownSubject, (id) => ({ url: `${BOOKING}/assessment/${what}?${year}&resourceId=${id}` }))
  add('instrument of a statement', rival, ownSubject, (id) => ({
    method: 'PUT',
    url: `${BOOKING}/assessment/statements/2026/patent`,
    headers: { 'if-match': '"0"' },
    payload: { value: '2', evidence: '专利清单', resourceId: id },
  }))
  add('subject of a feed', rival, ownSubject, (subjectId) => post(`${BOOKING}/staff-feeds`, { subject: 'resource', subjectId }))
  for (const purpose of ['feed', 'door'])
    add(`subject of a shared ${purpose}`, rival, ownSubject, (subjectId) =>
      post(`${BOOKING}/shared-addresses`, { purpose, subject: 'resource', subjectId, detail: 'busy' }),
    )
  const customers = { foreign: [pending.organisationId], own: enterprise.organisationId }
  const slot = make.slot()
  for (const what of ['quotes', 'reservations'])
    add(`customer of ${what}`, provider, customers, (customerOrganisationId) =>
      post(`${BOOKING}/${what}`, { resourceId, ...slot, customerOrganisationId }),
    )
  for (const what of ['quotes', 'reservations'])
    add(`customer of ${what} by a customer`, client, { ...customers, own: client.organisationId }, (customerOrganisationId) =>
      post(`${BOOKING}/${what}`, { resourceId, ...make.slot(), customerOrganisationId }),
    )
  await make.reserve(client, resourceId)
  const booked = await make.published(provider)
  await make.reserve(enterprise, booked)
  add('resource of a list of bookings', client, { foreign: [booked], own: resourceId }, (id) => ({
    url: `${BOOKING}/reservations?scope=organisation&resourceId=${id}`,
  }))
  add('resource of a list of the provider’s bookings', provider, { foreign: [ownDraft], own: resourceId }, (id) => ({
    url: `${BOOKING}/reservations?scope=provider&resourceId=${id}`,
  }))

  // People.
  add(
    'active organisation',
    client,
    { foreign: [enterprise.organisationId, pending.organisationId], own: client.organisationId },
    (id) => ({
      method: 'PUT',
      url: `${PEOPLE}/me/active-organisation`,
      payload: { organisationId: id },
    }),
  )
  const reader = await signUpAs(testApp, { kind: 'bank', roles: everyRoleOf('bank') })
  const terms = { facts: ['profile'], purpose: '授信评估', validUntil: '2027-01-01T00:00:00Z' }
  const consent = (as: SignedUp) =>
    make.send(as, 'POST', `${PEOPLE}/consents`, { body: { ...terms, readerOrganisationId: reader.organisationId } })
  add('reader of a consent', client, { foreign: [pending.organisationId], own: reader.organisationId }, (id) =>
    post(`${PEOPLE}/consents`, { ...terms, readerOrganisationId: id }),
  )
  await consent(client)
  await testApp.inject({ url: `${PEOPLE}/organisations/${client.organisationId}/facts`, cookie: reader.cookie })
  add('reader of facts', client, { foreign: [pending.organisationId, provider.organisationId], own: reader.organisationId }, (id) => ({
    url: `${PEOPLE}/fact-reads?readerOrganisationId=${id}`,
  }))

  // Orders.
  const service = async (as: SignedUp) => (await createOrderMaker(testApp, make, as)).serviceId
  add('service in an agreement rule', rival, { foreign: [await service(provider), resourceId], own: await service(rival) }, (id) => ({
    method: 'PUT',
    url: `${ORDERS}/agreement-rule`,
    headers: { 'if-match': '"0"' },
    payload: { byKind: {}, byService: { [id]: true } },
  }))
  const bill = (as: SignedUp) => paidBill(testApp, provider, as)
  add('bill in an invoice', client, { foreign: [await bill(enterprise)], own: await bill(client) }, (id) =>
    post(`${ORDERS}/invoices`, { billIds: [id], contents: '仪器机时费' }),
  )

  return found
}

/** The bill of a booking that was paid; its id. */
async function paidBill({ pool }: TestApp, provider: SignedUp, client: SignedUp): Promise<string> {
  const id = newId()
  await pool.query(
    `insert into orders.booking_bill (id, kind, number, title, organisation_id, provider_id, charge_id, total_fen, charged_fen, paid_fen, fee_basis_points, state,
       opened_at, done_at)
     values ($1, 'use', $2, '高效液相色谱仪', $3, $4, $5, 36000, 36000, 36000, 0, 'done', now(), now())`,
    [id, `BK-${id.slice(-7)}`, client.organisationId, provider.organisationId, newId()],
  )
  return id
}

/** Where an institution names an organisation it still gets its own rows: the parameter is the operator's. */
export function institutionQueries(organisationId: string): Request[] {
  return [
    { url: `${CATALOG}/exports/sites?format=csv&organisationId=${organisationId}` },
    { url: `${CATALOG}/national-messages?organisationId=${organisationId}` },
    { url: `${BOOKING}/assessment?from=2026-01-01&to=2026-12-31&organisationId=${organisationId}` },
    { method: 'POST', url: `${CATALOG}/imports?organisationId=${organisationId}`, ...multipart({ name: 'a.csv', content: '名称,地址\n' }) },
  ]
}

/** Lists whose cursor somebody else could bring along. */
export const CURSOR_LISTS: readonly { readonly url: string; readonly kind: 'provider' | 'enterprise' }[] = [
  { url: `${CATALOG}/own/resources`, kind: 'provider' },
  { url: `${CATALOG}/imports`, kind: 'provider' },
  { url: `${CATALOG}/saved-searches`, kind: 'provider' },
  { url: `${BOOKING}/reservations?scope=provider`, kind: 'provider' },
  { url: `${BOOKING}/reservations?scope=organisation`, kind: 'enterprise' },
  { url: `${BOOKING}/reservations?scope=mine`, kind: 'enterprise' },
  { url: `${PEOPLE}/consents`, kind: 'enterprise' },
]
