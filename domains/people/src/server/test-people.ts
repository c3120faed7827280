import { newId } from '@jiju/kernel/ids'
import { completeUscc } from '@jiju/kernel/uscc'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestDatabase } from '@jiju/platform/database/test-database'
import { createHttpApp } from '@jiju/platform/http/app'
import { drainJobs } from '@jiju/platform/jobs/run'
import { sendMail } from '@jiju/platform/mail/mail'
import { notifier } from '@jiju/platform/notices/notify'
import { relayOnce } from '@jiju/platform/outbox/relay'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { InjectOptions } from 'fastify'
import { bulkLoadPeople, hashPassword } from './bulk-load.ts'
import { accessControl, peopleModule } from './module.ts'
import { PEOPLE_NOTICES } from './notice-kinds.ts'
import type { PeopleTables } from './sql/database.ts'
import type { NewOrganisation } from './sql/organisations.ts'

export const PASSWORD = 'gelassen-42-Forelle'
/** 1 MiB instead of 16, once instead of five times: hashing is not what these tests are about. */
const CHEAP = { ln: 10, r: 8, p: 1 }
let passwordHash: Promise<string> | undefined

type Reply = {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects.
  readonly body: any
  readonly code: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}
type Call = { body?: object; headers?: Record<string, string>; address?: string }

/** The people domain alone behind the real HTTP kit, on a fresh database, with a clock that the test moves. */
export async function createPeopleApp(options: { requestsPerMinute?: number; secondFactorByRole?: boolean } = {}) {
  const database = await createTestDatabase()
  const pool = openPool({ connectionString: database.url, maxConnections: 20 })
  const db = openDatabase<PeopleTables & PlatformTables>(pool)
  const clock = { now: new Date('2026-11-23T02:00:00.000Z') }
  const now = () => new Date(clock.now)
  const publicAddress = 'https://jiju.test'
  const needs = {
    now,
    sendMail,
    notify: notifier({ kinds: () => PEOPLE_NOTICES, now, publicAddress }),
    publicAddress,
    authSecret: 'a secret of the tests, 32 characters at least',
    secondFactorByRole: options.secondFactorByRole ?? false,
  }
  // biome-ignore lint/suspicious/noExplicitAny: one database, of which people sees its own tables.
  const deps = { db: db as any, pool, needs, passwordCost: CHEAP }
  const module = peopleModule(deps)
  const app = await createHttpApp({
    publicAddress: needs.publicAddress,
    access: accessControl(deps),
    problemTexts: [module.problems],
    now: needs.now,
    requestsPerMinute: options.requestsPerMinute ?? 0,
    pool,
    version: 'test',
  })
  await app.register(module.routes, { prefix: '/api/v1/people' })
  await app.ready()

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers, address }: Call = {},
    cookies: Record<string, string> = {},
  ) {
    const request: InjectOptions = {
      method,
      url: `/api/v1/people${path}`,
      headers: { ...headers },
      cookies,
      remoteAddress: address ?? '192.0.2.1',
    }
    if (body !== undefined) request.payload = body
    const reply = await app.inject(request)
    for (const cookie of reply.cookies) {
      if (cookie.value === '') delete cookies[cookie.name]
      else cookies[cookie.name] = cookie.value
    }
    const parsed = reply.body === '' ? undefined : JSON.parse(reply.body)
    const answer: Reply = { status: reply.statusCode, body: parsed, code: parsed?.code, headers: reply.headers }
    return answer
  }

  /** One browser: keeps its cookies, comes from one address. */
  function browser(address = '192.0.2.1') {
    const cookies: Record<string, string> = {}
    const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') => (path: string, body?: object, headers?: Record<string, string>) =>
      call(method, path, { ...(body && { body }), ...(headers && { headers }), address }, cookies)
    return {
      cookies,
      get: (path: string) => send('GET')(path),
      post: send('POST'),
      put: send('PUT'),
      patch: send('PATCH'),
      delete: send('DELETE'),
    }
  }

  /** Persons and organisations without the way there; all share one password. */
  async function seed(rows: {
    persons: readonly { email: string; name?: string }[]
    organisations?: readonly (Partial<NewOrganisation> & { key: string; kind: NewOrganisation['kind'] })[]
    members?: readonly (readonly [email: string, key: string, ...roles: string[]])[]
  }) {
    passwordHash ??= hashPassword(PASSWORD, CHEAP)
    const hash = await passwordHash
    const persons = rows.persons.map((person) => ({
      id: newId(),
      email: person.email,
      name: person.name ?? person.email.split('@')[0] ?? '',
      language: 'zh' as const,
      passwordHash: hash,
    }))
    const organisations = (rows.organisations ?? []).map(({ key, ...organisation }) => ({
      id: newId(),
      name: `机构 ${key}`,
      shortName: key,
      uscc: uscc(),
      status: 'verified' as const,
      createdBy: null,
      ...organisation,
      key,
    }))
    const idOf = (key: string) => organisations.find((organisation) => organisation.key === key)?.id ?? ''
    const personOf = (email: string) => persons.find((person) => person.email === email)?.id ?? ''
    const memberships = (rows.members ?? []).map(([email, key, ...roles]) => ({
      personId: personOf(email),
      organisationId: idOf(key),
      roles,
    }))
    await bulkLoadPeople(deps.db, { persons, organisations, memberships, now: clock.now })
    return { organisation: idOf, person: personOf }
  }

  async function signedIn(email: string, address?: string) {
    const own = browser(address)
    const reply = await own.post('/sign-in', { email, password: PASSWORD })
    if (reply.body?.status !== 'signed_in') throw new Error(`sign-in of ${email}: ${JSON.stringify(reply.body)}`)
    return own
  }

  async function mails(to?: string) {
    let query = db.selectFrom('platform.mail').select(['to_address', 'subject', 'text_body', 'language']).orderBy('id')
    if (to) query = query.where('to_address', '=', to)
    return query.execute()
  }

  /** The token in the link of the newest mail to `to`. */
  async function mailedToken(to: string): Promise<string> {
    const token = /#token=([\w-]{43})/.exec((await mails(to)).at(-1)?.text_body ?? '')?.[1]
    if (!token) throw new Error(`no link mailed to ${to}`)
    return token
  }

  return {
    db,
    pool,
    clock,
    browser,
    call,
    seed,
    signedIn,
    mails,
    mailedToken,
    pass: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
    settle: async () => {
      for (let round = 0; round < 5; round += 1)
        await relayOnce({ pool, modules: [module] }).then(() => drainJobs({ pool, modules: [module] }))
    },
    close: async () => {
      await app.close()
      await pool.end()
      await database.drop()
    },
  }
}

let codes = 0
/** A right code that no other call gives. */
export function uscc(): string {
  codes += 1
  return completeUscc(`91310112${String(10_000_000 + codes)}`)
}

/** The secret that an authenticator app keeps. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
