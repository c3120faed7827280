import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import { LAPSE_REMINDER_DAYS, type QualificationState } from '../../../core/qualification/levels.ts'
import type { BookingTables } from '../../needs.ts'

type MatrixResource = {
  readonly id: string
  readonly name: string
  readonly name_en: string | null
  readonly level: number
  readonly after_hours_level: number | null
}

export async function listMatrixResources(db: Db<BookingTables>, providerId: string, resourceId?: string): Promise<MatrixResource[]> {
  const { rows } = await sql<MatrixResource>`
    select c.resource_id as id, coalesce(r.name_zh, r.name_en, '') as name, r.name_en, coalesce(q.level, 0) as level, q.after_hours_level
    from booking.calendar c
    join catalog_pub.resource r on r.id = c.resource_id
    left join booking.qualification_rule q on q.resource_id = c.resource_id
    where c.provider_id = ${providerId} and (${resourceId ?? null}::uuid is null or c.resource_id = ${resourceId ?? null}::uuid)
      and (q.resource_id is not null or exists (
        select 1 from booking.qualification h where h.provider_id = ${providerId} and h.resource_id = c.resource_id))
    order by r.name_zh, c.resource_id`.execute(db)
  return rows
}

const soon = (now: Date) => new Date(now.getTime() + LAPSE_REMINDER_DAYS[0] * 86_400_000)

/** The same states as `qualificationState`. */
function isInState(state: QualificationState, now: Date): RawBuilder<boolean> {
  const lapsed = sql<boolean>`coalesce(q.lapses_at <= ${now}, false)`
  if (state === 'suspended') return sql`q.suspended_at is not null`
  if (state === 'lapsed') return sql`q.suspended_at is null and ${lapsed}`
  if (state === 'not_yet') return sql`q.suspended_at is null and not ${lapsed} and q.valid_from > ${now}`
  const isSoon = sql<boolean>`coalesce(q.lapses_at < ${soon(now)}, false)`
  const runs = sql<boolean>`q.suspended_at is null and not ${lapsed} and q.valid_from <= ${now}`
  return state === 'expiring' ? sql`${runs} and ${isSoon}` : sql`${runs} and not ${isSoon}`
}

type PersonRow = { readonly id: string; readonly name: string; readonly organisation_name: string | null }

const personOrganisation = sql`
  left join lateral (
    select coalesce(o.short_name, o.name) as name from people_pub.membership m
    join people_pub.organisation o on o.id = m.organisation_id
    where m.person_id = p.id and m.status = 'active' order by o.name limit 1
  ) org on true`

/** People who hold something at the provider, by name. */
export async function listMatrixPeople(
  db: Db<BookingTables>,
  providerId: string,
  filter: {
    q?: string | undefined
    resourceId?: string | undefined
    state?: QualificationState | undefined
    after?: { name: string; id: string } | undefined
    limit: number
    now: Date
  },
): Promise<PersonRow[]> {
  const { q, resourceId, state, after } = filter
  const pattern = q ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, org.name as organisation_name
    from people_pub.person p ${personOrganisation}
    where exists (
        select 1 from booking.qualification_state q
        where q.provider_id = ${providerId} and q.person_id = p.id and (${resourceId ?? null}::uuid is null or q.resource_id = ${resourceId ?? null}::uuid)
          and ${state ? isInState(state, filter.now) : sql`true`})
      and (${pattern}::text is null or p.name ilike ${pattern} or org.name ilike ${pattern})
      and (${after?.id ?? null}::uuid is null or (p.name, p.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by p.name, p.id limit ${filter.limit + 1}`.execute(db)
  return rows
}

type MatrixCounts = { readonly people: number; readonly expiring: number; readonly suspended: number; readonly open_losses: number }

export async function countMatrix(db: Db<BookingTables>, providerId: string, now: Date): Promise<MatrixCounts> {
  const { rows } = await sql<MatrixCounts>`
    select count(distinct q.person_id)::int as people,
      count(distinct q.person_id) filter (where ${isInState('expiring', now)})::int as expiring,
      count(distinct q.person_id) filter (where ${isInState('suspended', now)})::int as suspended,
      (select count(*)::int from booking.ground_loss l where l.provider_id = ${providerId} and l.state = 'open') as open_losses
    from booking.qualification_state q where q.provider_id = ${providerId}`.execute(db)
  return rows[0] ?? { people: 0, expiring: 0, suspended: 0, open_losses: 0 }
}

/** A person whom the provider knows: of its own people, who booked with it, who enrolled with it, or who shared a passport with it. */
const isKnownTo = (providerId: string) => sql<boolean>`(
  exists (select 1 from people_pub.membership m where m.person_id = p.id and m.organisation_id = ${providerId} and m.status = 'active')
  or exists (select 1 from booking.reservation b where b.booker_id = p.id and b.provider_id = ${providerId} and b.kind <> 'outage')
  or exists (select 1 from booking.training_enrolment e join booking.training t on t.id = e.training_id where e.person_id = p.id and t.provider_id = ${providerId})
  or exists (select 1 from booking.passport_share s where s.person_id = p.id and s.provider_id = ${providerId} and s.revoked_at is null)
  or exists (select 1 from booking.qualification h where h.person_id = p.id and h.provider_id = ${providerId}))`

const CANDIDATES = 20

export async function listCandidates(db: Db<BookingTables>, providerId: string, q: string): Promise<PersonRow[]> {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, org.name as organisation_name
    from people_pub.person p ${personOrganisation}
    where (p.name ilike ${pattern} or org.name ilike ${pattern}) and ${isKnownTo(providerId)}
    order by p.name, p.id limit ${CANDIDATES}`.execute(db)
  return rows
}

export async function isKnownPerson(db: Db<BookingTables>, providerId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from people_pub.person p where p.id = ${personId} and ${isKnownTo(providerId)}`.execute(db)
  return rows.length === 1
}
