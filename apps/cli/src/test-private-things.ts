import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { contentOf, SITE } from '@jiju/catalog/server/test-catalog'
import { everyRoleOf, openSession, type Request } from './test-tenants.ts'

/** One call that an owner may make on an object that belongs to nobody else. */
export type PrivateThing = {
  readonly route: string
  readonly ids: Readonly<Record<string, string>>
  readonly as: SignedUp
  /** Where the version for If-Match stands. */
  readonly row?: { readonly table: string; readonly where: Readonly<Record<string, string>> }
  readonly body?: object
  readonly file?: { readonly name: string; readonly content: string }
  /** The operator's people may see it because they verify and review. */
  readonly isReadByDuty?: boolean
  /** The first parameter can also be the asker's own: the second alone is foreign then. */
  readonly ownFirst?: 'organisation' | 'resource'
  /** Other ids with which the call must pass, where the owner too is refused as long as the thing is not public. */
  readonly passesWith?: Readonly<Record<string, string>>
}

export const CATALOG = '/api/v1/catalog'
export const PEOPLE = '/api/v1/people'
export const BOOKING = '/api/v1/booking'

const NOTE = { note: null }
const PRICE = { customerClass: 'enterprise', unit: 'hour', price: '180.00', validFrom: '2020-01-01', validTo: null, note: null }
const LATER_PRICE = { ...PRICE, validFrom: '2027-01-01' }
const CSV = '单位内编号,中文名,分类编码\nA-1,透射电镜,0101\nA-2,扫描电镜,\n'
const RULES = {
  isAccepting: true,
  confirmation: 'instant',
  operations: ['self_service'],
  operatorHourPrice: null,
  stepMinutes: 30,
  billingStepMinutes: 30,
  minMinutes: 60,
  maxMinutes: 480,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 30,
  minNoticeMinutes: 120,
  horizonDays: 60,
  freeCancelHours: 24,
  lateCancelPercent: 30,
  decideWithinHours: 4,
  capacity: 1,
  limits: { personWeekHours: null, organisationWeekHours: null, openBookings: null, aheadHours: null, includesInside: false },
}

export function multipart({ name, content }: { name: string; content: string }): Pick<Request, 'payload' | 'headers'> {
  const boundary = 'jiju-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: `${head}${content}\r\n--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

export type Maker = Awaited<ReturnType<typeof createMaker>>

/** Makes real objects through the API, each as the person who may. */
export async function createMaker(testApp: TestApp) {
  const operator = await signUpAs(testApp, { kind: 'operator', roles: everyRoleOf('operator') })
  let count = 0

  async function send(
    as: SignedUp,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    options: { body?: object; version?: number; file?: string } = {},
  ) {
    const upload = options.file === undefined ? undefined : multipart({ name: 'a.csv', content: options.file })
    const headers = { ...(options.version !== undefined && { 'if-match': `"${options.version}"` }), ...upload?.headers }
    const payload = upload?.payload ?? options.body
    const answer = await testApp.inject({ method, url, cookie: as.cookie, headers, ...(payload !== undefined && { payload }) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.body === '' ? {} : answer.json()
  }

  const site = async (as: SignedUp): Promise<string> => {
    count += 1
    const opening = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', end: '20:00' }))
    return (await send(as, 'POST', `${CATALOG}/sites`, { body: { ...SITE, name: `理化楼 ${count}`, opening, holidayRule: 'open' } })).id
  }
  const content = (siteId: string | null = null) => contentOf('instrument', { siteId, classCode: '0105' })
  const draft = async (as: SignedUp, siteId: string | null = null): Promise<string> =>
    (await send(as, 'POST', `${CATALOG}/own/resources`, { body: content(siteId) })).id
  const price = async (as: SignedUp, resourceId: string, body: object = PRICE): Promise<string> =>
    (await send(as, 'POST', `${CATALOG}/own/resources/${resourceId}/prices`, { body })).id
  const submitted = async (as: SignedUp): Promise<string> => {
    const id = await draft(as, await site(as))
    await price(as, id)
    await send(as, 'POST', `${CATALOG}/own/resources/${id}/submit`, { body: NOTE, version: 1 })
    return id
  }
  const published = async (as: SignedUp): Promise<string> => {
    const id = await submitted(as)
    await send(operator, 'POST', `${CATALOG}/reviews/${id}/publish`, { body: NOTE, version: 2 })
    await testApp.settle()
    return id
  }

  let slots = 0
  /** A slot that no other has: ten to noon and two to four in Shanghai, on each day in turn. */
  const slot = () => {
    const [day, first] = [26 + Math.floor(slots / 2), slots % 2 === 0 ? 2 : 6]
    slots += 1
    const at = (hour: number) => new Date(Date.UTC(2026, 10, day, hour)).toISOString()
    return { start: at(first), end: at(first + 2) }
  }
  const upload = async (as: SignedUp, url: string, file: { name: string; content: string }) => {
    const answer = await testApp.inject({ method: 'POST', url, cookie: as.cookie, ...multipart(file) })
    if (answer.statusCode >= 300) throw new Error(`POST ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  return {
    operator,
    send,
    upload,
    site,
    content,
    draft,
    price,
    submitted,
    published,
    slot,
    file: async (as: SignedUp, resourceId: string): Promise<string> =>
      (await send(as, 'POST', `${CATALOG}/own/resources/${resourceId}/files`, { file: CSV })).fileId,
    reserve: async (as: SignedUp, resourceId: string, what: 'reservations' | 'holds' = 'reservations'): Promise<string> =>
      (await send(as, 'POST', `${BOOKING}/${what}`, { body: { resourceId, ...slot() } })).id,
    accreditationBody: (items: readonly object[] = []) => {
      count += 1
      return { scheme: 'cma', certificateNo: `CMA ${count}`, validFrom: '2026-01-01', validTo: '2030-01-01', note: null, items }
    },
    importFile: async (as: SignedUp): Promise<string> => (await send(as, 'POST', `${CATALOG}/imports`, { file: CSV })).id,
    savedSearch: async (as: SignedUp): Promise<string> =>
      (await send(as, 'POST', `${CATALOG}/saved-searches`, { body: { name: '电镜', query: '电镜', conditions: {}, notify: 'never' } })).id,
  }
}

const row = (table: string, where: Readonly<Record<string, string>>) => ({ row: { table, where } })

/** Every private call of the catalogue, each with an object of its own. */
export async function catalogThings(make: Maker, owner: SignedUp, resourceId: string): Promise<PrivateThing[]> {
  const as = owner
  const things: PrivateThing[] = []
  const onResource = (route: string, id: string, more: Partial<PrivateThing> = {}) =>
    things.push({ route, as, ids: { id }, ...row('catalog.resource', { id }), ...more })
  const siteId = await make.site(as)
  const draftId = await make.draft(as, siteId)
  const own = `${CATALOG}/own/resources/:id`

  onResource(`GET ${CATALOG}/resources/:id`, draftId, { isReadByDuty: true })
  onResource(`GET ${CATALOG}/resources/:id/versions`, draftId, { isReadByDuty: true })
  // The history belongs to the institution also when the resource is public.
  onResource(`GET ${CATALOG}/resources/:id/versions`, resourceId, { isReadByDuty: true })
  onResource(`GET ${CATALOG}/resources/:id/versions/:version`, draftId, { ids: { id: draftId, version: '1' }, isReadByDuty: true })
  onResource(`GET ${own}`, draftId)
  onResource(`GET ${own}`, resourceId)
  onResource(`PUT ${own}`, await make.draft(as), { body: make.content(siteId) })
  onResource(`PUT ${own}`, await make.published(as), { body: make.content(siteId) })
  onResource(`DELETE ${own}`, await make.draft(as))
  const complete = await make.draft(as, siteId)
  await make.price(as, complete)
  onResource(`POST ${own}/submit`, complete, { body: NOTE })
  onResource(`POST ${own}/withdraw`, await make.submitted(as), { body: NOTE })
  const reworked = await make.published(as)
  await make.send(as, 'PUT', `${CATALOG}/own/resources/${reworked}`, { body: make.content(siteId), version: 3 })
  onResource(`POST ${own}/discard`, reworked, { body: NOTE })
  onResource(`POST ${own}/retire`, await make.published(as), { body: NOTE })
  onResource(`PUT ${own}/operation`, await make.draft(as), { body: { operatingStatus: 'under_repair', opening: null } })
  onResource(`GET ${own}/prices`, draftId)
  onResource(`POST ${own}/prices`, await make.draft(as), { body: PRICE })
  onResource(`POST ${own}/files`, await make.draft(as), { file: { name: 'a.csv', content: CSV } })
  const fileId = await make.file(as, draftId)
  onResource(`GET ${CATALOG}/resources/:id/files/:fileId`, draftId, {
    ids: { id: draftId, fileId },
    isReadByDuty: true,
    ownFirst: 'resource',
  })
  // Uploaded for the next version, not shown yet.
  const hiddenId = await make.file(as, resourceId)
  onResource(`GET ${CATALOG}/resources/:id/files/:fileId`, resourceId, { ids: { id: resourceId, fileId: hiddenId }, isReadByDuty: true })

  const onPrice = async (route: string, more: Partial<PrivateThing> = {}) => {
    const id = await make.price(as, draftId, { ...LATER_PRICE, unit: ['hour', 'sample', 'run'][things.length % 3] })
    things.push({ route, as, ids: { id }, ...row('catalog.resource_price', { id }), ...more })
  }
  await onPrice(`PUT ${CATALOG}/prices/:id`, { body: { ...LATER_PRICE, unit: 'batch' } })
  await onPrice(`DELETE ${CATALOG}/prices/:id`)
  await onPrice(`POST ${CATALOG}/prices/:id/end`, { body: { validTo: '2028-01-01' } })

  const onSite = (route: string, id: string, more: Partial<PrivateThing> = {}) =>
    things.push({ route, as, ids: { id }, ...row('catalog.site', { id }), ...more })
  onSite(`GET ${CATALOG}/sites/:id`, siteId)
  onSite(`PUT ${CATALOG}/sites/:id`, siteId, { body: { ...SITE, name: '新楼' } })
  onSite(`POST ${CATALOG}/sites/:id/close`, await make.site(as))

  const onCertificate = async (route: string, more: Partial<PrivateThing> = {}) => {
    const { id } = await make.send(as, 'POST', `${CATALOG}/accreditations`, { body: make.accreditationBody() })
    things.push({ route, as, ids: { id }, ...row('catalog.accreditation', { id }), ...more })
  }
  await onCertificate(`GET ${CATALOG}/accreditations/:id`)
  await onCertificate(`PUT ${CATALOG}/accreditations/:id`, { body: make.accreditationBody() })
  await onCertificate(`POST ${CATALOG}/accreditations/:id/withdraw`, { body: { withdrawnOn: '2026-11-01' } })

  const [first, second, shared] = [await make.importFile(as), await make.importFile(as), await make.importFile(make.operator)]
  for (const [route, id, body] of [
    ['GET :id', first],
    ['GET :id/rows', first],
    ['GET :id/rejected', first],
    ['POST :id/apply', first, { mode: 'valid_rows_only' }],
    ['POST :id/cancel', second],
  ] as const)
    things.push({ route: route.replace(' ', ` ${CATALOG}/imports/`), as, ids: { id }, ...(body && { body }) })
  // What the operator brings in for all stays its own; its people share it.
  things.push({ route: `GET ${CATALOG}/imports/:id`, as: make.operator, ids: { id: shared }, isReadByDuty: true })

  for (const [method, body] of [['GET'], ['PATCH', { name: '透射电镜' }], ['DELETE']] as const) {
    const id = await make.savedSearch(as)
    const where = row('catalog.saved_search', { id })
    things.push({ route: `${method} ${CATALOG}/saved-searches/:id`, as, ids: { id }, ...where, ...(body && { body }) })
  }
  return things
}

/** Every private call of booking: a customer's, and the provider's on the same reservations. */
export async function bookingThings(make: Maker, provider: SignedUp, customer: SignedUp, resourceId: string): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const on = (verb: string, as: SignedUp, id: string, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const route = `${method} ${BOOKING}/reservations/:id${path}`
    things.push({ route, as, ids: { id }, ...row('booking.reservation', { id }), ...(body && { body }) })
  }
  for (const as of [customer, provider]) {
    const reserve = () => make.reserve(customer, resourceId)
    on('GET', as, await reserve())
    on('GET /history', as, await reserve())
    on('POST /move', as, await reserve(), { ...make.slot(), reason: '设备维护' })
    on('POST /cancel', as, await reserve(), { reason: '设备维护' })
  }
  on('POST /confirm', customer, await make.reserve(customer, resourceId, 'holds'), {})
  on('POST /extend-hold', customer, await make.reserve(customer, resourceId, 'holds'))
  const calendar = row('booking.calendar', { resource_id: resourceId })
  things.push({ route: `PUT ${BOOKING}/calendars/:resourceId`, as: provider, ids: { resourceId }, ...calendar, body: RULES })
  for (const [path, terms] of [
    ['staff-feeds', {}],
    ['shared-addresses', { purpose: 'feed' }],
  ] as const) {
    const body = { ...terms, subject: 'resource', subjectId: resourceId }
    const { id } = await make.send(provider, 'POST', `${BOOKING}/${path}`, { body })
    things.push({ route: `POST ${BOOKING}/${path}/:id/revoke`, as: provider, ids: { id } })
  }
  const draft = await make.draft(provider)
  for (const path of [
    'calendars/:resourceId',
    'resources/:resourceId/calendar',
    'resources/:resourceId/free-slots',
    'resources/:resourceId/facts',
    'resources/:resourceId/operating-state',
    'resources/:resourceId/tariffs',
  ])
    things.push({ route: `GET ${BOOKING}/${path}`, as: customer, ids: { resourceId: draft }, passesWith: { resourceId } })
  return things
}

/** Every private call of people, on an enterprise, on one that is not verified, and on what belongs to one person. */
export async function peopleThings(testApp: TestApp, make: Maker, owner: SignedUp, reader: SignedUp): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const { organisationId: id } = owner
  const pending = await signUpAs(testApp, { kind: 'enterprise', roles: everyRoleOf('enterprise'), status: 'pending' })
  const member = () => signUpAs(testApp, { kind: 'enterprise', roles: ['enterprise:engineer'], organisationId: id })
  const organisation = `${PEOPLE}/organisations/:id`
  const on = (verb: string, more: Partial<PrivateThing> = {}) =>
    things.push({ route: verb.replace(' ', ` ${organisation}`), as: owner, ids: { id }, ...more })
  const version = (of: string) => row('people.organisation', { id: of })

  on('GET ', { as: pending, ids: { id: pending.organisationId }, isReadByDuty: true })
  on('GET /facts', { as: pending, ids: { id: pending.organisationId }, isReadByDuty: true })
  on('PATCH ', { ...version(id), body: { introduction: '医疗器械' } })
  on('PATCH ', { as: pending, ids: { id: pending.organisationId }, ...version(pending.organisationId), body: { introduction: '医疗器械' } })
  on('GET /second-factor-policy')
  on('PUT /second-factor-policy', { ...version(id), body: { roles: [] } })
  on('PATCH /facts', { ...version(id), body: { contactName: '王明' } })
  on('GET /members')
  const onMember = async (verb: string, more: Partial<PrivateThing> = {}) => {
    const { userId: personId } = await member()
    const where = row('people.membership', { organisation_id: id, person_id: personId })
    on(`${verb.replace(' ', ' /members/:personId')}`, { ids: { id, personId }, ownFirst: 'organisation', ...where, ...more })
  }
  await onMember('GET ')
  await onMember('DELETE ')
  await onMember('PUT /roles', { body: { roles: ['enterprise:purchaser'] } })
  on('POST /leave', { as: await member() })

  const joiner = () => signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
  const joinUrl = `${PEOPLE}/organisations/${id}/join-requests`
  const asked = async (as: SignedUp): Promise<string> => (await make.send(as, 'POST', joinUrl, { body: { message: '' } })).id
  on('POST /join-requests', {
    as: await joiner(),
    ids: { id: pending.organisationId },
    passesWith: { id },
    body: { message: '' },
  })
  on('GET /join-requests')
  for (const [verb, body] of [
    ['approve', { roles: ['enterprise:engineer'] }],
    ['reject', { reason: '不是本单位人员' }],
  ] as const) {
    const requestId = await asked(await joiner())
    on(`POST /join-requests/:requestId/${verb}`, { ids: { id, requestId }, ownFirst: 'organisation', body })
  }
  const asking = await joiner()
  things.push({ route: `POST ${PEOPLE}/me/join-requests/:id/withdraw`, as: asking, ids: { id: await asked(asking) } })

  const invitation = { email: 'invited@test.example', roles: ['enterprise:engineer'] }
  on('POST /invitations', { body: invitation })
  on('GET /invitations')
  const issued = await make.send(owner, 'POST', `${PEOPLE}/organisations/${id}/invitations`, {
    body: { ...invitation, email: 'else@test.example' },
  })
  on('DELETE /invitations/:invitationId', { ids: { id, invitationId: issued.id }, ownFirst: 'organisation' })

  const terms = { readerOrganisationId: reader.organisationId, facts: ['profile'], purpose: '授信评估', validUntil: '2027-01-01T00:00:00Z' }
  const consent = await make.send(owner, 'POST', `${PEOPLE}/consents`, { body: terms })
  await make.send(owner, 'POST', `${PEOPLE}/consents`, { body: terms })
  things.push({ route: `POST ${PEOPLE}/consents/:id/revoke`, as: owner, ids: { id: consent.id } })
  things.push({ route: `DELETE ${PEOPLE}/me/sessions/:id`, as: owner, ids: { id: await openSession(testApp, owner) } })
  const key = await make.send(owner, 'POST', `${PEOPLE}/me/api-keys`, {
    body: { name: 'LIMS', scopes: ['people.member.list'], expiresInDays: 7 },
  })
  things.push({ route: `DELETE ${PEOPLE}/me/api-keys/:id`, as: owner, ids: { id: key.id } })

  const unverified = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), status: 'pending' })
  things.push({
    route: `GET ${CATALOG}/providers/:organisationId`,
    as: owner,
    ids: { organisationId: unverified.organisationId },
    passesWith: { organisationId: asking.organisationId },
  })
  return things
}
