import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { type Db, openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestDatabase } from '@jiju/platform/database/test-database'
import { diskStore } from '@jiju/platform/files/disk-store'
import type { Actor, OrganisationKind } from '@jiju/platform/http/actor'
import { createHttpApp } from '@jiju/platform/http/app'
import { drainJobs } from '@jiju/platform/jobs/run'
import type { DomainModule } from '@jiju/platform/module'
import type { Notify } from '@jiju/platform/notices/notice'
import { notifier } from '@jiju/platform/notices/notify'
import { relayOnce } from '@jiju/platform/outbox/relay'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import type { Order } from '../contract/orders.ts'
import { ordersModule } from './module.ts'
import type { Instruments, OrdersNeeds, OrdersTables } from './needs.ts'

/** Monday 2026-11-23, 09:40 in Shanghai: the moment of the interface guide's pictures. */
export const NOW = new Date('2026-11-23T01:40:00.000Z')

export type Person = {
  readonly id: string
  readonly organisationId: string
  readonly kind: OrganisationKind
  readonly roles: readonly string[]
}

/** Calendars that are always free; that booking's are honoured is tested with the real application. */
const freeInstruments: Instruments = {
  place: async (_tx, _command, { resourceIds }) => resourceIds.map((resourceId) => ({ resourceId, reservationId: newId() })),
  release: async () => {},
  check: async () => [],
  findTimes: async () => [],
}

export type OrdersTest = Awaited<ReturnType<typeof createOrdersTest>>

/** Services whose name holds the words, or that cite the standard; the real search is the catalogue's. */
async function findByWords(on: Db<OrdersTables>, words: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.resource_id as id from catalog_pub.service s
    where s.status = 'published' and (s.name_zh ilike ${`%${words}%`} or exists (
      select from catalog_pub.resource_standard c where c.resource_id = s.resource_id and c.number = ${words}))
    order by s.resource_id`.execute(on)
  return rows.map(({ id }) => id)
}

/** Orders alone on a fresh database: its routes over real HTTP parts, with people and services written straight into their tables. */
export async function createOrdersTest() {
  const database = await createTestDatabase()
  const pool = openPool({ connectionString: database.url, maxConnections: 24 })
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at every table.
  const db = openDatabase<any>(pool)
  let now = NOW
  const clock = () => now
  const publicAddress = 'http://localhost:4000'
  const filesFolder = await mkdtemp(path.join(tmpdir(), 'jiju-orders-'))
  const files = await diskStore(filesFolder)
  const notify: Notify = notifier({ kinds: () => module.notices ?? {}, now: clock, publicAddress })
  const needs: OrdersNeeds = {
    now: clock,
    notify,
    files,
    publicAddress,
    authSecret: 'a secret for tests, 32 characters or more',
    // Papers of other domains; the platform's own are tested with the real application.
    endedElsewhere: async () => [],
    customerClassOf: () => 'enterprise',
    isSandboxOpen: async () => true,
    instruments: freeInstruments,
    findServices: (on, words) => findByWords(on, words),
    firstFreeSlots: async () => new Map(),
  }
  const module: DomainModule = ordersModule({ db, pool, needs })
  const actors = new Map<string, Actor>()
  const app = await createHttpApp({
    publicAddress,
    access: {
      findActor: async (request) => actors.get(String(request.headers['x-person'])) ?? null,
      // The whole table of roles is tested with the real application; here only who is signed in.
      refuse: (access, actor) =>
        actor || access.endsWith('.verify') || access === 'orders.evaluation.read'
          ? null
          : { code: 'people.not_signed_in', kind: 'unauthenticated' },
    },
    problemTexts: [module.problems],
    now: clock,
    requestsPerMinute: 0,
    version: 'test',
  })
  await app.register(module.routes, { prefix: '/api/v1/orders' })
  await app.ready()

  async function addOrganisation(kind: OrganisationKind, name?: string): Promise<string> {
    const id = newId()
    await pool.query(
      `insert into people.organisation (id, kind, name, short_name, district, status, status_changed_at, created_at) values ($1, $2, $3, $3, '虹东区', 'verified', now(), now())`,
      [id, kind, name ?? `${kind} ${id.slice(-6)}`],
    )
    return id
  }

  async function addPerson(organisationId: string, kind: OrganisationKind, role: string): Promise<Person> {
    const id = newId()
    const roles = [`${kind}:${role}`]
    await pool.query(
      `insert into people.person (id, email, name, language, password_hash, password_changed_at, created_at) values ($1, $2, $3, 'zh', 'x', now(), now())`,
      [id, `${id}@example.test`, `${role} ${id.slice(-4)}`],
    )
    await pool.query(
      `insert into people.membership (id, person_id, organisation_id, roles, status, joined_at) values ($1, $2, $3, $4, 'active', now())`,
      [newId(), id, organisationId, roles],
    )
    actors.set(id, { userId: id, organisationId, organisationKind: kind, roles, via: 'session', credentialId: id, scopes: null })
    return { id, organisationId, kind, roles }
  }

  /** A published testing service at 1200.00 an item for enterprises, done in 8 working days. */
  async function addService(providerId: string, name = '细胞毒性（浸提液法）', turnaroundDays = 8): Promise<string> {
    const id = newId()
    await pool.query(
      `insert into catalog.resource (id, provider_id, kind, status, work_state, name_zh, content, published_version, published_at)
       values ($1, $2, 'testing_service', 'published', 'none', $3, $4, 1, now())`,
      [id, providerId, name, JSON.stringify({ detail: { turnaroundDaysMin: 5, turnaroundDaysMax: turnaroundDays } })],
    )
    await pool.query(
      `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'enterprise', 'item', 120000, '2020-01-01')`,
      [newId(), id],
    )
    return id
  }

  const call = (
    person: Person | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      method,
      url: `/api/v1/orders${url}`,
      headers: { ...(person && { 'x-person': person.id }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    })

  const provider = await addOrganisation('provider', '浦江医疗器械检测所')
  const enterprise = await addOrganisation('enterprise', '澜心医疗科技（上海）有限公司')
  const operator = await addOrganisation('operator', '虹东区运营中心')
  const engineer = await addPerson(enterprise, 'enterprise', 'engineer')
  const service = await addService(provider)
  return {
    url: database.url,
    db,
    pool,
    app,
    needs,
    files,
    call,
    addOrganisation,
    addPerson,
    addService,
    provider,
    enterprise,
    operator,
    service,
    engineer,
    manager: await addPerson(provider, 'provider', 'lab_manager'),
    staff: await addPerson(provider, 'provider', 'lab_staff'),
    ruler: await addPerson(operator, 'operator', 'operator'),
    setNow: (at: Date | string) => {
      now = new Date(at)
    },
    /** An order of one item and two samples at the list price, unless `body` says otherwise. */
    placed: async (person: Person = engineer, body: Record<string, unknown> = {}): Promise<Order> => {
      const items = [{ serviceId: service, quantity: 1, sampleCount: 2 }]
      const reply = await call(person, 'POST', '/orders', { purpose: 'development', items, ...body })
      if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
      return reply.json()
    },
    /** One act of an order as its version stands now. */
    act: async (person: Person, orderId: string, path: string, body: object = {}): Promise<LightMyRequestResponse> => {
      const { rows } = await pool.query('select version from orders.service_order where id = $1', [orderId])
      return call(person, 'POST', `/orders/${orderId}/${path}`, body, { 'if-match': `"${rows[0]?.version}"` })
    },
    runJob: (name: string, payload: object = {}) =>
      module.jobs?.[name]?.(payload, { jobId: 'test', attempt: 1, signal: new AbortController().signal }),
    settle: async () => {
      for (let round = 0; round < 20; round += 1) {
        const moved = (await relayOnce({ pool, modules: [module] })) + (await drainJobs({ pool, modules: [module] }))
        if (moved === 0) return
      }
      throw new Error('Events and jobs keep causing each other.')
    },
    close: async () => {
      await app.close()
      await pool.end()
      await database.drop()
      await rm(filesFolder, { recursive: true, force: true })
    },
  }
}
