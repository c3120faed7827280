import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestDatabase } from '@jiju/platform/database/test-database'
import { diskStore } from '@jiju/platform/files/disk-store'
import type { Actor, OrganisationKind } from '@jiju/platform/http/actor'
import { createHttpApp } from '@jiju/platform/http/app'
import { drainJobs } from '@jiju/platform/jobs/run'
import type { DomainModule } from '@jiju/platform/module'
import type { Notify } from '@jiju/platform/notices/notice'
import { notifier } from '@jiju/platform/notices/notify'
import { publish } from '@jiju/platform/outbox/outbox'
import { relayOnce } from '@jiju/platform/outbox/relay'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Reservation } from '../contract/reservations.ts'
import { bookingModule } from './module.ts'

/** Monday 2026-11-23, 09:40 in Shanghai: the moment of the interface guide's pictures. */
export const NOW = new Date('2026-11-23T01:40:00.000Z')

export type Person = {
  readonly id: string
  readonly organisationId: string
  readonly kind: OrganisationKind
  readonly roles: readonly string[]
}

export type BookingTest = Awaited<ReturnType<typeof createBookingTest>>

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '20:00' }))

/** Booking alone on a fresh database: its routes over real HTTP parts, with people and resources written straight into their tables. */
export async function createBookingTest() {
  const database = await createTestDatabase()
  const pool = openPool({ connectionString: database.url, maxConnections: 24 })
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at every table.
  const db = openDatabase<any>(pool)
  let now = NOW
  const clock = () => now
  const publicAddress = 'http://localhost:4000'
  const filesFolder = await mkdtemp(path.join(tmpdir(), 'jiju-booking-'))
  const files = await diskStore(filesFolder)
  const notify: Notify = notifier({ kinds: () => module.notices ?? {}, now: clock, publicAddress })
  const module: DomainModule = bookingModule({
    db,
    pool,
    needs: {
      now: clock,
      notify,
      files,
      publicAddress,
      organiser: { name: '集聚', address: 'no-reply@jiju.example' },
      timelineReaders: ['provider:owner', 'provider:lab_manager', 'provider:lab_staff'],
    },
  })
  const actors = new Map<string, Actor>()

  const newApp = async (): Promise<FastifyInstance> => {
    const app = await createHttpApp({
      publicAddress,
      access: {
        findActor: async (request) => actors.get(String(request.headers['x-person'])) ?? null,
        refuse: (access, actor) => refuse(access, actor),
      },
      problemTexts: [module.problems],
      now: clock,
      requestsPerMinute: 0,
      version: 'test',
    })
    await app.register(module.routes, { prefix: '/api/v1/booking' })
    await app.ready()
    return app
  }
  const app = await newApp()

  async function addOrganisation(
    kind: OrganisationKind,
    options: { district?: string; status?: string; name?: string } = {},
  ): Promise<string> {
    const id = newId()
    const name = options.name ?? `${kind} ${id.slice(-6)}`
    await pool.query(
      `insert into people.organisation (id, kind, name, short_name, district, status, status_changed_at, created_at) values ($1, $2, $3, $4, $5, $6, now(), now())`,
      [id, kind, name, name.slice(0, 40), options.district ?? '虹东区', options.status ?? 'verified'],
    )
    return id
  }

  async function addPerson(organisationId: string, kind: OrganisationKind, role: string, language = 'zh'): Promise<Person> {
    const id = newId()
    const roles = [`${kind}:${role}`]
    await pool.query(
      `insert into people.person (id, email, name, language, password_hash, password_changed_at, created_at) values ($1, $2, $3, $4, 'x', now(), now())`,
      [id, `${id}@example.test`, `${role} ${id.slice(-4)}`, language],
    )
    await pool.query(
      `insert into people.membership (id, person_id, organisation_id, roles, status, joined_at) values ($1, $2, $3, $4, 'active', now())`,
      [newId(), id, organisationId, roles],
    )
    actors.set(id, { userId: id, organisationId, organisationKind: kind, roles, via: 'session', credentialId: id, scopes: null })
    return { id, organisationId, kind, roles }
  }

  async function addSite(
    providerId: string,
    options: { zone?: string; opening?: unknown; holidayRule?: string; dayExceptions?: unknown } = {},
  ): Promise<string> {
    const id = newId()
    await pool.query(
      `insert into catalog.site (id, provider_id, name, address, zone, opening, holiday_rule, day_exceptions) values ($1, $2, $3, '演示路 1 号', $4, $5, $6, $7)`,
      [
        id,
        providerId,
        `site ${id.slice(-6)}`,
        options.zone ?? 'Asia/Shanghai',
        JSON.stringify(options.opening ?? WEEK),
        options.holidayRule ?? 'closed',
        JSON.stringify(options.dayExceptions ?? []),
      ],
    )
    return id
  }

  /** A published instrument at 180.00 an hour for enterprises (200.00 from outside, 120.00 academic), with a calendar of the default rules unless `calendar` says otherwise. */
  async function addInstrument(
    providerId: string,
    options: { siteId?: string; calendar?: Record<string, unknown>; name?: string } = {},
  ): Promise<string> {
    const id = newId()
    const siteId = options.siteId ?? (await addSite(providerId))
    await pool.query(
      `insert into catalog.resource (id, provider_id, kind, status, work_state, site_id, name_zh, model, content, published_version, published_at)
       values ($1, $2, 'instrument', 'published', 'none', $3, $4, 'Agilent 1260', '{}', 1, now())`,
      [id, providerId, siteId, options.name ?? `高效液相色谱仪 ${id.slice(-4)}`],
    )
    for (const [customerClass, priceFen] of [
      ['enterprise', 18_000],
      ['outside_district', 20_000],
      ['academic', 12_000],
    ] as const)
      await pool.query(
        `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, $3, 'hour', $4, '2020-01-01')`,
        [newId(), id, customerClass, priceFen],
      )
    await db
      .insertInto('booking.calendar')
      .values({ resource_id: id, provider_id: providerId, ...options.calendar })
      .execute()
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
      url: `/api/v1/booking${url}`,
      headers: { ...(person && { 'x-person': person.id }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    })

  const provider = await addOrganisation('provider', { name: '申江理工大学分析测试中心' })
  const enterprise = await addOrganisation('enterprise', { name: '澄心医疗' })
  return {
    url: database.url,
    db,
    pool,
    app,
    newApp,
    call,
    addOrganisation,
    addPerson,
    addSite,
    addInstrument,
    provider,
    enterprise,
    manager: await addPerson(provider, 'provider', 'lab_manager'),
    engineer: await addPerson(enterprise, 'enterprise', 'engineer'),
    setNow: (at: Date | string) => {
      now = new Date(at)
    },
    /** `10:00`–`12:00` on a day of Shanghai. */
    slot: (resourceId: string, day: string, from: string, to: string) => ({ resourceId, start: at(day, from), end: at(day, to) }),
    place: (person: Person, body: object, headers: Record<string, string> = {}) => call(person, 'POST', '/reservations', body, headers),
    placed: async (person: Person, body: object): Promise<Reservation> => {
      const reply = await call(person, 'POST', '/reservations', body)
      if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
      return reply.json()
    },
    publish: (topic: string, payload: Record<string, unknown>) => publish(db, { topic, payload }),
    runJob: (name: string) => module.jobs?.[name]?.({}, { jobId: 'test', attempt: 1, signal: new AbortController().signal }),
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

/** The instant at which a clock in Shanghai shows `time` on `day`. */
export function at(day: string, time: string): string {
  return new Date(`${day}T${time}:00+08:00`).toISOString()
}

// The whole table of roles is tested with the real application; here only who is signed in.
function refuse(access: string, actor: Actor | null) {
  const isPublic = [
    'booking.calendar.read',
    'booking.slot.list',
    'booking.facts.read',
    'booking.quote.read',
    'booking.tariff.read',
    'booking.evaluation.read',
    'booking.feed.read',
    'booking.door.read',
    'booking.own_qualification.read',
  ].includes(access)
  return isPublic || actor ? null : ({ code: 'people.not_signed_in', kind: 'unauthenticated' } as const)
}
