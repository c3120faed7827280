import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { ApplicantKind, Relation } from '../../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

/** The entry of a provider in a programme's list that covers the day. */
export async function findListing(
  db: Db<OrdersTables>,
  { programmeId, providerId, day }: { programmeId: string; providerId: string; day: string },
): Promise<{ since: string; source: string } | null> {
  const { rows } = await sql<{ since: string; source: string }>`
    select listed_from as since, source from orders.voucher_provider
    where programme_id = ${programmeId} and provider_id = ${providerId} and listed_from <= ${day}::date and (listed_to is null or listed_to >= ${day}::date)`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Whether the office knows two organisations to be related, whichever way. */
export async function findRelation(
  db: Db<OrdersTables>,
  one: string,
  other: string,
): Promise<{ relation: Relation; source: string } | null> {
  const { rows } = await sql<{ relation: Relation; source: string }>`
    select relation, source from orders.related_party
    where organisation_id = least(${one}::uuid, ${other}::uuid) and related_id = greatest(${one}::uuid, ${other}::uuid) and ended_at is null`.execute(
    db,
  )
  return rows[0] ?? null
}

type ApplicantRow = {
  readonly organisation_kind: string
  readonly status: string
  readonly district: string | null
  readonly kind: ApplicantKind | null
  readonly source: string | null
}

/** Who applies, with what the office has noted about it. */
export async function findApplicant(db: Db<OrdersTables>, organisationId: string): Promise<ApplicantRow | undefined> {
  const { rows } = await sql<ApplicantRow>`
    select o.kind as organisation_kind, o.status, o.district, a.kind, a.source
    from people_pub.organisation o left join orders.voucher_applicant a on a.organisation_id = o.id
    where o.id = ${organisationId}`.execute(db)
  return rows[0]
}
