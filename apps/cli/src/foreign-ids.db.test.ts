import { createTestApp, type TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { ACCESS } from '@jiju/people/core/access'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderAgreementThings } from './test-order-agreement-things.ts'
import { orderEnquiryThings } from './test-order-enquiry-things.ts'
import { orderFormThings } from './test-order-form-things.ts'
import { ORDERS } from './test-order-maker.ts'
import { orderMoneyThings } from './test-order-money-things.ts'
import { orderReportThings } from './test-order-report-things.ts'
import { orderSampleThings } from './test-order-sample-things.ts'
import { orderThings } from './test-order-things.ts'
import { orderVoucherThings } from './test-order-voucher-things.ts'
import { orderWorkThings } from './test-order-work-things.ts'
import { outageThings } from './test-outage-things.ts'
import { planThings } from './test-plan-things.ts'
import { noticeThings } from './test-private-notices.ts'
import {
  BOOKING,
  bookingThings,
  CATALOG,
  catalogThings,
  createMaker,
  type Maker,
  multipart,
  PEOPLE,
  type PrivateThing,
  peopleThings,
} from './test-private-things.ts'
import { qualificationThings } from './test-qualification-things.ts'
import { CURSOR_LISTS, institutionQueries, type Reference, references } from './test-references.ts'
import { requestThings } from './test-request-things.ts'
import { scoringFactThings } from './test-scoring-fact-things.ts'
import { scoringListThings } from './test-scoring-list-things.ts'
import { scoringTalentThings } from './test-scoring-talent-things.ts'
import { tariffThings } from './test-tariff-things.ts'
import {
  type Asker,
  changedRows,
  createStrangers,
  createVisitors,
  everyRoleOf,
  mayEnter,
  type Request,
  readDatabase,
} from './test-tenants.ts'
import { useThings } from './test-use-things.ts'

/** Routes with a parameter that names nothing private; those that only the operator's people may use are platform-wide as well. */
const NOT_PRIVATE: Readonly<Record<string, string>> = {
  [`GET ${PEOPLE}/invitations/:token`]: 'the token is the secret; who has it may read',
  [`POST ${PEOPLE}/invitations/:token/accept`]: 'the same, and the address must be the invited one',
  [`GET ${BOOKING}/feeds/:token/calendar.ics`]: 'the token is the secret; who has it may read',
  [`GET ${BOOKING}/door/:token`]: 'the token is the secret; who has it may read',
  [`GET ${BOOKING}/use-codes/:code`]: 'the code hangs beside the instrument; who stands there may read',
  [`POST ${BOOKING}/use-codes/:code/book-now`]: 'the same, and it books like anybody',
  [`POST ${BOOKING}/use-codes/:code/uses`]: 'the same, and only for the provider’s own people',
  'GET /api/v1/orders/verifications/:code': 'the code is printed on the report; who holds it may ask how it stands',
  'GET /api/v1/scoring/own-runs/:id': 'a run is the district’s; the answer is about the asker alone',
  'GET /api/v1/scoring/own-runs/:id/movement': 'the same',
  'GET /api/v1/scoring/own-runs/:id/what-if': 'the same',
  'POST /api/v1/scoring/own-runs/:id/what-if': 'the same',
  'GET /api/v1/scoring/fact-definitions/:code': 'what can be stated is the same for everybody',
  'GET /api/v1/scoring/public-lists/:id': 'lists are public from their notice on',
  'GET /api/v1/scoring/public-lists/:id/entries': 'the same',
  'GET /api/v1/scoring/public-lists/:id/shifts': 'the same',
  'GET /api/v1/scoring/public-lists/:id/table': 'the same',
  'POST /api/v1/scoring/public-lists/:id/objections': 'everybody may object to a list on notice',
  'GET /api/v1/scoring/verifications/:code': 'the code is printed on the certificate; who holds it may ask how it stands',
  'GET /api/v1/scoring/credit/enterprises/:enterpriseId':
    'a bank sees an enterprise by its consent alone, and that is compared where consents are tested',
  'GET /api/v1/scoring/credit/white-lists/:code': 'the name of a public rule',
  'PUT /api/v1/scoring/talent/exchange/needs/:id/answer': 'open needs are there for every talent system to answer',
  'PUT /api/v1/scoring/talent/exchange/services/:externalId': 'an id of the caller’s own system',
  'DELETE /api/v1/scoring/talent/exchange/services/:externalId': 'the same',
  'GET /api/v1/orders/services/:serviceId/form':
    'what a published service asks is public; of one that is not published only its provider knows',
  'GET /api/v1/orders/services/:serviceId/forms/:version': 'the same',
  'GET /api/v1/orders/sandbox-payments/:reference': 'the reference is the secret; who has it may pay',
  'POST /api/v1/orders/sandbox-payments/:reference': 'the same',
  [`GET ${BOOKING}/resources/:resourceId/evaluations`]: 'averages are public',
  [`GET ${ORDERS}/providers/:providerId/evaluations`]: 'evaluations are public, without names of clients',
  [`GET ${ORDERS}/providers/:providerId/record`]: 'computed shares are public',
  [`GET ${BOOKING}/trainings/:id`]: 'sessions are announced to all members',
  [`POST ${BOOKING}/trainings/:id/enrol`]: 'whoever books may enrol',
  [`POST ${BOOKING}/trainings/:id/leave`]: 'the same; who is not enrolled is told so',
  [`GET ${BOOKING}/tests/:id/cover`]: 'published tests are open to all members',
  [`POST ${BOOKING}/tests/:id/attempts`]: 'the same',
  [`PUT ${BOOKING}/assessment/statements/:year/:field`]:
    'a year and a field of one’s own institution; the instrument in the body is tried below',
  [`GET ${CATALOG}/standards/:id`]: 'standards are public',
  [`GET ${CATALOG}/import-templates/:what`]: 'the name of a format',
  [`GET ${CATALOG}/exports/:what`]: 'the name of a format; whose rows go out is asked below',
}

let testApp: TestApp
let make: Maker
let provider: SignedUp
let enterprise: SignedUp
let resourceId: string
let things: PrivateThing[]
let askers: Asker[]
const sizes: string[] = []
/** Of each asker who is a provider: a draft of its own. */
const ownResources = new Map<Asker, string>()

beforeAll(async () => {
  testApp = await createTestApp({ now: () => new Date('2026-11-23T02:00:00Z') })
  make = await createMaker(testApp)
  provider = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
  enterprise = await signUpAs(testApp, { kind: 'enterprise', roles: everyRoleOf('enterprise') })
  const bank = await signUpAs(testApp, { kind: 'bank', roles: everyRoleOf('bank') })
  resourceId = await make.published(provider)
  things = [
    ...(await catalogThings(make, provider, resourceId)),
    ...(await bookingThings(make, provider, enterprise, resourceId)),
    ...(await outageThings(make, provider, enterprise, resourceId)),
    ...(await requestThings(testApp, make, provider, enterprise)),
    ...(await planThings(testApp, make, provider, enterprise)),
    ...(await useThings(testApp, make, provider, enterprise)),
    ...(await tariffThings(make, provider, resourceId)),
    ...(await peopleThings(testApp, make, enterprise, bank)),
    ...(await noticeThings(testApp, make, enterprise)),
    ...(await qualificationThings(testApp, make, provider, enterprise)),
    ...(await orderThings(testApp, make, provider, enterprise)),
    ...(await orderEnquiryThings(testApp, make, provider, enterprise)),
    ...(await orderAgreementThings(testApp, make, provider, enterprise)),
    ...(await orderFormThings(make, provider)),
    ...(await orderMoneyThings(testApp, make, provider, enterprise)),
    ...(await orderReportThings(testApp, make, provider, enterprise)),
    ...(await orderSampleThings(testApp, make, provider, enterprise)),
    ...(await orderVoucherThings(testApp, make, provider, enterprise)),
    ...(await orderWorkThings(testApp, make, provider, enterprise)),
    ...(await scoringFactThings(testApp, make, enterprise)),
    ...(await scoringListThings(testApp, make, enterprise)),
    ...(await scoringTalentThings(make, enterprise)),
  ]
  askers = [
    ...(await createStrangers(testApp)),
    ...(await createVisitors(testApp, 'provider', provider)),
    ...(await createVisitors(testApp, 'enterprise', enterprise)),
  ]
  for (const asker of askers)
    if (asker.kind === 'provider' && asker.headers.cookie)
      ownResources.set(asker, await make.draft({ cookie: asker.headers.cookie, userId: '', organisationId: '' }))
  await testApp.settle()
}, 300_000)
afterAll(async () => {
  console.log(`foreign ids: ${sizes.join('; ')}; each beside an unknown one`)
  await testApp.close()
})

const accessOf = (route: string) => testApp.app.routeList.find(({ method, url }) => `${method} ${url}` === route)?.access ?? ''

async function requestFor(thing: PrivateThing, ids: Readonly<Record<string, string>>): Promise<Request> {
  const [method = '', path = ''] = thing.route.split(' ')
  const upload = thing.file && multipart(thing.file)
  return {
    method: method as 'GET',
    url: path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? name),
    headers: { ...(thing.row && { 'if-match': `"${await versionOf(thing.row)}"` }), ...upload?.headers },
    ...(thing.body && { payload: thing.body }),
    ...(upload && { payload: upload.payload }),
  }
}

async function versionOf({ table, where }: NonNullable<PrivateThing['row']>): Promise<number> {
  let query = testApp.db.selectFrom(table).select('version')
  for (const [column, value] of Object.entries(where)) query = query.where(column, '=', value)
  return (await query.executeTakeFirstOrThrow()).version as number
}

/** Status and body of an answer without what differs from call to call: the ids that were asked for and the request's. */
async function ask(request: Request, headers: Readonly<Record<string, string>>, asked: readonly string[]) {
  const answer = await testApp.inject({ ...request, headers: { ...request.headers, ...headers } })
  const text = asked.reduce((body, id) => body.replaceAll(id, '…'), answer.body.replace(/"requestId":"[^"]*",?/, ''))
  return { status: answer.statusCode, text }
}

/** Ids that were never given, but `kept`. A version and a number within its matter are no ids. */
function unknownIds(ids: Readonly<Record<string, string>>, kept: string | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, name === 'version' || name === 'number' || id === kept ? id : newId()]),
  )
}

/** The foreign ids, and where a second one stands under a first, also the second alone under the asker's own first. */
function foreignIds(thing: PrivateThing, asker: Asker): Readonly<Record<string, string>>[] {
  const first = thing.ownFirst === 'organisation' ? asker.organisationId : thing.ownFirst === 'resource' ? ownResources.get(asker) : null
  return first ? [thing.ids, { ...thing.ids, id: first }] : [thing.ids]
}

describe('endpoint × other tenant’s id', () => {
  test('every route with a parameter is tried here or named above', () => {
    const isDesk = (access: string) => {
      const rule = ACCESS[access as keyof typeof ACCESS]
      return typeof rule !== 'string' && rule.every((role) => role.startsWith('operator:'))
    }
    const routes = testApp.app.routeList
      .filter(({ url, access }) => url.includes(':') && !isDesk(access))
      .map(({ method, url }) => `${method} ${url}`)
    const known = new Set([...things.map(({ route }) => route), ...Object.keys(NOT_PRIVATE)])
    expect(routes.filter((route) => !known.has(route))).toEqual([])
    expect([...known].filter((route) => !routes.includes(route))).toEqual([])
  })

  test('a foreign id answers like an unknown one and changes nothing; the owner gets through', async () => {
    const wrong: string[] = []
    let pairs = 0
    const before = await readDatabase(testApp)
    for (const thing of things) {
      const access = accessOf(thing.route)
      const isOwn = (asker: Asker) => thing.isReadByDuty === true && asker.kind === 'operator'
      const entering = askers.filter((asker) => mayEnter(access, asker) && !isOwn(asker))
      await Promise.all(
        entering.flatMap((asker) =>
          foreignIds(thing, asker).map(async (ids) => {
            const never = unknownIds(ids, ids === thing.ids ? undefined : ids.id)
            const asked = [ids, never].flatMap(({ version: _, number: __, ...rest }) => Object.values(rest))
            const foreign = await ask(await requestFor(thing, ids), asker.headers, asked)
            const unknown = await ask(await requestFor(thing, never), asker.headers, asked)
            pairs += 1
            if (foreign.status !== 404 || foreign.text !== unknown.text || unknown.status !== 404)
              wrong.push(`${thing.route} as ${asker.name}: ${foreign.status} ${foreign.text} / ${unknown.status} ${unknown.text}`)
          }),
        ),
      )
      if (entering.length === 0) wrong.push(`${thing.route}: nobody else may enter, so nothing was tried`)
    }
    expect(wrong).toEqual([])
    expect(changedRows(before, await readDatabase(testApp))).toEqual([])

    for (const thing of things) {
      const request = await requestFor(thing, thing.passesWith ?? thing.ids)
      const { status, text } = await ask(request, { cookie: thing.as.cookie }, [])
      if (status >= 300) wrong.push(`${thing.route} as the owner: ${status} ${text}`)
    }
    expect(wrong).toEqual([])
    sizes.push(`${new Set(things.map(({ route }) => route)).size} routes, ${things.length} objects, ${pairs} in paths`)
  }, 120_000)
})

describe('ids in bodies and queries', () => {
  test('a foreign id answers like an unknown one and changes nothing; an own one is taken', async () => {
    const named = await references(testApp, make, { provider, enterprise, resourceId })
    await testApp.settle()
    const wrong: string[] = []
    const answers = new Map<string, string>()
    const say = async (request: Request, { as, row }: Reference, id: string) => {
      const version = row && { 'if-match': `"${await versionOf(row)}"` }
      const { status, text } = await ask(request, { cookie: as.cookie, ...version }, [id])
      return `${status} ${text}`
    }
    const before = await readDatabase(testApp)
    for (const reference of named) {
      const { name, request, foreign } = reference
      const never = newId()
      // The same request but for the id: slots and numbers are drawn when it is made.
      const template = JSON.stringify(request(never))
      const unknown = await say(JSON.parse(template), reference, never)
      answers.set(name, unknown)
      for (const id of foreign) {
        const answer = await say(JSON.parse(template.replaceAll(never, id)), reference, id)
        if (answer !== unknown) wrong.push(`${name}: ${answer} / ${unknown}`)
      }
    }
    expect(wrong).toEqual([])
    expect(changedRows(before, await readDatabase(testApp))).toEqual([])

    for (const reference of named) {
      const { name, request, own } = reference
      const answer = await say(request(own), reference, own)
      if (!answer.startsWith('2') || answer === answers.get(name)) wrong.push(`${name}, own: ${answer}`)
    }
    expect(wrong).toEqual([])
    const pairs = named.reduce((sum, { foreign }) => sum + foreign.length, 0)
    sizes.push(`${named.length} places in bodies and queries, ${pairs} there`)
  }, 240_000)

  test('an institution that names another gets its own rows', async () => {
    const rival = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
    const imports = () =>
      testApp.db.selectFrom('catalog.import').select('id').where('organisation_id', '=', provider.organisationId).execute()
    const had = await imports()
    for (const request of institutionQueries(provider.organisationId)) {
      const answer = await testApp.inject({ ...request, cookie: rival.cookie })
      expect(answer.statusCode, answer.body).toBeLessThan(300)
      expect(answer.body).not.toMatch(/理化楼|高效液相色谱仪/)
      const own = await testApp.inject({ ...request, cookie: provider.cookie })
      if (request.method !== 'POST') expect(own.body).toMatch(/理化楼|高效液相色谱仪/)
    }
    // Only the provider's own upload.
    expect(await imports()).toHaveLength(had.length + 1)
  })

  test('the rule on agreements of one institution is neither seen nor changed by another’s', async () => {
    const rival = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
    const rule = async ({ cookie }: SignedUp) => (await testApp.inject({ url: `${ORDERS}/agreement-rule`, cookie })).json()
    const own = await rule(provider)
    expect(own.services.length).toBeGreaterThan(0)
    expect(await rule(rival)).toMatchObject({ version: 0, services: [] })
    const changed = await testApp.inject({
      method: 'PUT',
      url: `${ORDERS}/agreement-rule`,
      cookie: rival.cookie,
      headers: { 'if-match': '"0"' },
      payload: { byKind: { testing_service: !own.kinds[0].isNeeded }, byService: {} },
    })
    expect(changed.statusCode, changed.body).toBe(200)
    expect(await rule(provider)).toEqual(own)
  })

  test('a cursor of another’s list leads through the own list', async () => {
    const rivals = {
      provider: await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') }),
      enterprise: await signUpAs(testApp, { kind: 'enterprise', roles: everyRoleOf('enterprise') }),
    }
    const owners = { provider, enterprise }
    for (const { url, kind } of CURSOR_LISTS) {
      const page = (query: string, { cookie }: SignedUp) =>
        testApp.inject({ url: `${url}${url.includes('?') ? '&' : '?'}${query}`, cookie })
      const first = (await page('limit=1', owners[kind])).json()
      expect(first.nextCursor, url).toBeTypeOf('string')
      const next = await page(`cursor=${encodeURIComponent(first.nextCursor)}`, owners[kind])
      expect(next.json().items.length, url).toBeGreaterThan(0)
      const foreign = await page(`cursor=${encodeURIComponent(first.nextCursor)}`, rivals[kind])
      expect(foreign.json(), url).toEqual({ items: [], nextCursor: null })
    }
  })
})

describe('an API key is bound to one organisation', () => {
  test('it does not see the other organisations of its maker, whatever the maker may do there', async () => {
    const [session, key] = await createVisitors(testApp, 'provider', provider)
    if (!session || !key) throw new Error('no visitors')
    const pending = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider'), status: 'pending' })
    const [inPending, keyElsewhere] = await createVisitors(testApp, 'provider', pending)
    if (!inPending || !keyElsewhere) throw new Error('no visitors')
    const get = async (url: string, { headers }: Asker) => testApp.inject({ url, headers })

    expect((await get(`${PEOPLE}/me`, session)).json().memberships).toHaveLength(2)
    const me = (await get(`${PEOPLE}/me`, key)).json()
    expect(me.memberships.map((membership: { organisation: { id: string } }) => membership.organisation.id)).toEqual([key.organisationId])
    expect(me.activeOrganisationId).toBe(key.organisationId)

    const home = `${PEOPLE}/organisations/${pending.organisationId}`
    expect((await get(home, inPending)).statusCode).toBe(200)
    const unknown = await ask({ url: `${PEOPLE}/organisations/${newId()}` }, keyElsewhere.headers, [])
    expect(unknown.status).toBe(404)
    expect(await ask({ url: home }, keyElsewhere.headers, [])).toEqual(unknown)
    for (const list of [`${CATALOG}/own/resources`, `${CATALOG}/imports`, `${PEOPLE}/consents`])
      expect((await get(list, key)).json().items, list).toEqual([])
  })
})
