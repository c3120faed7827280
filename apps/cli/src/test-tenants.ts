import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { ACCESS, type AccessRule, type OrganisationKind, ROLES_BY_KIND } from '@jiju/people/core/access'
import { hashToken, newToken } from '@jiju/people/server/secrets'
import { insertSession } from '@jiju/people/server/sql/sessions'

export type Request = Parameters<TestApp['inject']>[0]

/** Somebody who asks, with every role that the active organisation's kind knows. */
export type Asker = {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly kind: OrganisationKind | null
  /** Null: nobody is signed in. */
  readonly organisationId: string | null
  /** Access keys of an API key; null for a session. */
  readonly scopes: readonly string[] | null
}

const KINDS = Object.keys(ROLES_BY_KIND) as OrganisationKind[]

export const everyRoleOf = (kind: OrganisationKind): string[] => ROLES_BY_KIND[kind].map((role) => `${kind}:${role}`)

/** Whether the door opens at all, so that an id can be tried behind it. */
export function mayEnter(access: string, asker: Asker): boolean {
  const rule: AccessRule = ACCESS[access as keyof typeof ACCESS]
  if (rule === 'anyone') return true
  if (asker.organisationId === null || (asker.scopes !== null && !asker.scopes.includes(access))) return false
  return typeof rule === 'string' || rule.some((role) => role.startsWith(`${asker.kind}:`))
}

const nobody: Asker = { name: 'nobody', headers: {}, kind: null, organisationId: null, scopes: null }

/** A fresh organisation of each kind with one person who holds every role in it. */
export async function createStrangers(testApp: TestApp): Promise<Asker[]> {
  const strangers = await Promise.all(
    KINDS.map(async (kind) => {
      const { cookie, organisationId } = await signUpAs(testApp, { kind, roles: everyRoleOf(kind) })
      return { name: `another ${kind}`, headers: { cookie }, kind, organisationId, scopes: null }
    }),
  )
  return [nobody, ...strangers]
}

/** A member of `home` who acts for a second organisation: by a session, and by an API key that is bound to the second. */
export async function createVisitors(testApp: TestApp, kind: OrganisationKind, home: SignedUp): Promise<Asker[]> {
  const away = await signUpAs(testApp, { kind, roles: everyRoleOf(kind) })
  await testApp.db
    .insertInto('people.membership')
    .values({
      id: newId(),
      person_id: away.userId,
      organisation_id: home.organisationId,
      roles: everyRoleOf(kind),
      status: 'active',
      joined_at: testApp.app.now(),
    })
    .execute()
  const url = '/api/v1/people/me/api-keys'
  const { grantableScopes: scopes } = (await testApp.inject({ url, cookie: away.cookie })).json()
  const made = await testApp.inject({ method: 'POST', url, cookie: away.cookie, payload: { name: 'away', scopes, expiresInDays: 7 } })
  const headers = { authorization: `Bearer ${made.json().secret}` }
  // The first use of a key is written down; from here on using it changes nothing.
  await testApp.inject({ url: '/api/v1/people/me', headers })
  const { organisationId } = away
  return [
    { name: `a member who acts for another ${kind}`, headers: { cookie: away.cookie }, kind, organisationId, scopes: null },
    { name: `an API key of a member for another ${kind}`, headers, kind, organisationId, scopes },
  ]
}

/** One more session of the same person in the same organisation. */
export async function openSession({ db, app }: TestApp, { userId, organisationId }: SignedUp): Promise<string> {
  const id = newId()
  const now = app.now()
  await insertSession(db, {
    id,
    tokenHash: hashToken(newToken()),
    personId: userId,
    activeOrganisationId: organisationId,
    now,
    expiresAt: new Date(now.getTime() + 86_400_000),
    address: '192.0.2.2',
    userAgent: 'test',
  })
  return id
}

/** Every row of every table as text, by table. */
export async function readDatabase({ pool }: TestApp): Promise<Map<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return found
}

/** Rows that are in one reading and not in the other. */
export function changedRows(before: ReadonlyMap<string, string[]>, after: ReadonlyMap<string, string[]>): string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table) ?? []
    const [had, has] = [new Set(rows), new Set(now)]
    const changed = [...rows.filter((row) => !has.has(row)), ...now.filter((row) => !had.has(row))]
    return changed.map((row) => `${table} ${row.slice(0, 300)}`)
  })
}
