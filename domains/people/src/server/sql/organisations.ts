import { violatedConstraint } from '@jiju/platform/database/pool'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import { type Selectable, sql } from 'kysely'
import type { OrganisationStatus } from '../../core/access-rules.ts'
import type { PeopleOrganisation } from '../tables.ts'
import { containing, type PeopleDb } from './database.ts'

/** Columns of `OrganisationSummary`. */
export const SUMMARY = ['o.id', 'o.kind', 'o.name', 'o.short_name', 'o.name_en', 'o.uscc', 'o.district', 'o.status'] as const
export type SummaryRow = Pick<
  Selectable<PeopleOrganisation>,
  'id' | 'kind' | 'name' | 'short_name' | 'name_en' | 'uscc' | 'district' | 'status'
>

export async function findOrganisation(db: PeopleDb, id: string) {
  return db.selectFrom('people.organisation as o').selectAll('o').where('o.id', '=', id).executeTakeFirst()
}

/** Serialises every change of who belongs to the organisation; without it two last owners could leave at once. */
export async function lockOrganisation(db: PeopleDb, id: string) {
  return db
    .selectFrom('people.organisation as o')
    .select(['o.id', 'o.kind', 'o.name', 'o.status'])
    .where('o.id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** The organisation that is verified (or suspended after it was) with this code. */
export async function findByUscc(db: PeopleDb, uscc: string) {
  return db
    .selectFrom('people.organisation as o')
    .select(['o.id', 'o.name'])
    .where('o.uscc', '=', uscc)
    .where('o.status', 'in', ['verified', 'suspended'])
    .executeTakeFirst()
}

export type NewOrganisation = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly nameEn?: string
  readonly uscc: string | null
  readonly status: OrganisationStatus
  readonly district?: string
  readonly address?: string
  readonly website?: string
  readonly introduction?: string
  readonly createdBy: string | null
}

export async function insertOrganisations(db: PeopleDb, organisations: readonly NewOrganisation[], now: Date): Promise<void> {
  if (organisations.length === 0) return
  await db
    .insertInto('people.organisation')
    .values(
      organisations.map((organisation) => ({
        id: organisation.id,
        kind: organisation.kind,
        name: organisation.name,
        short_name: organisation.shortName,
        name_en: organisation.nameEn ?? '',
        uscc: organisation.uscc,
        status: organisation.status,
        status_changed_at: now,
        district: organisation.district ?? '',
        address: organisation.address ?? '',
        website: organisation.website ?? '',
        introduction: organisation.introduction ?? '',
        created_by: organisation.createdBy,
        created_at: now,
      })),
    )
    .execute()
}

export type OrganisationChange = Partial<
  Pick<
    Selectable<PeopleOrganisation>,
    | 'name'
    | 'short_name'
    | 'name_en'
    | 'uscc'
    | 'district'
    | 'address'
    | 'website'
    | 'introduction'
    | 'legal_representative'
    | 'contact_name'
    | 'contact_phone'
    | 'contact_email'
    | 'second_factor_roles'
    | 'founded_on'
    | 'registered_capital_fen'
    | 'employee_count'
  >
>

/** Undefined when the organisation was changed since `version`. A rejected one is put before the operator again when `resubmit`. */
export async function updateOrganisation(
  db: PeopleDb,
  id: string,
  change: { version: number; values: OrganisationChange; resubmit: boolean; now: Date },
) {
  return db
    .updateTable('people.organisation as o')
    .set({
      ...change.values,
      version: sql`version + 1`,
      ...(change.resubmit && {
        status: sql`case when status = 'rejected' then 'pending' else status end`,
        status_changed_at: sql`case when status = 'rejected' then ${change.now}::timestamptz else status_changed_at end`,
      }),
    })
    .where('o.id', '=', id)
    .where('o.version', '=', change.version)
    .returningAll('o')
    .executeTakeFirst()
}

type StatusChange = {
  readonly from: readonly OrganisationStatus[]
  readonly to: OrganisationStatus
  readonly reason: string | null
  readonly version: number
  readonly now: Date
}

/** `uscc_taken` when another organisation is verified with the code; undefined when status or version are not what the operator saw. */
export async function changeStatus(db: PeopleDb, id: string, change: StatusChange) {
  try {
    return await db
      .updateTable('people.organisation as o')
      .set({ status: change.to, status_reason: change.reason, status_changed_at: change.now, version: sql`version + 1` })
      .where('o.id', '=', id)
      .where('o.status', 'in', [...change.from])
      .where('o.version', '=', change.version)
      .returningAll('o')
      .executeTakeFirst()
  } catch (error) {
    if (violatedConstraint(error) === 'organisation_uscc_key') return 'uscc_taken' as const
    throw error
  }
}

/** Verified organisations whose name contains `q`, or with exactly this code. */
export async function searchVerified(db: PeopleDb, page: { q: string; after?: { name: string; id: string } | undefined; limit: number }) {
  let query = db
    .selectFrom('people.organisation as o')
    .select(SUMMARY)
    .where('o.status', '=', 'verified')
    .where((eb) =>
      eb.or([
        sql<boolean>`(o.name || ' ' || o.short_name || ' ' || o.name_en) ilike ${containing(page.q)}`,
        eb('o.uscc', '=', page.q.toUpperCase()),
      ]),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(page.limit + 1)
  const { after } = page
  if (after) query = query.where(sql<boolean>`(o.name, o.id) > (${after.name}, ${after.id}::uuid)`)
  return query.execute()
}

type OrganisationFilter = {
  readonly status?: OrganisationStatus | undefined
  readonly kind?: OrganisationKind | undefined
  readonly q?: string | undefined
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined
  readonly limit: number
}

/** The operator's list, oldest first. */
export async function listOrganisations(db: PeopleDb, filter: OrganisationFilter) {
  let query = db
    .selectFrom('people.organisation as o')
    .leftJoin('people.person as p', 'p.id', 'o.created_by')
    .select([...SUMMARY, 'o.status_reason', 'o.status_changed_at', 'o.created_at', 'o.version'])
    .select(['p.id as person_id', 'p.name as person_name', 'p.email as person_email'])
    .select((eb) => [
      eb
        .selectFrom('people.membership as m')
        .select((inner) => inner.fn.countAll<bigint>().as('n'))
        .whereRef('m.organisation_id', '=', 'o.id')
        .where('m.status', '=', 'active')
        .as('member_count'),
      eb
        .selectFrom('people.organisation as twin')
        .select((inner) => inner.fn.countAll<bigint>().as('n'))
        .whereRef('twin.uscc', '=', 'o.uscc')
        .whereRef('twin.id', '<>', 'o.id')
        .as('same_code_count'),
    ])
    .orderBy('o.created_at')
    .orderBy('o.id')
    .limit(filter.limit + 1)
  const { status, kind, q, after } = filter
  if (status) query = query.where('o.status', '=', status)
  if (kind) query = query.where('o.kind', '=', kind)
  if (q)
    query = query.where((eb) =>
      eb.or([sql<boolean>`(o.name || ' ' || o.short_name || ' ' || o.name_en) ilike ${containing(q)}`, eb('o.uscc', '=', q.toUpperCase())]),
    )
  if (after) query = query.where(sql<boolean>`(o.created_at, o.id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`)
  return query.execute()
}

export type ListedOrganisationRow = Awaited<ReturnType<typeof listOrganisations>>[number]
