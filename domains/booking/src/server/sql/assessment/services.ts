import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Period } from '../../../core/assessment/period.ts'
import type { BookingTables } from '../../needs.ts'

type ServiceRow = {
  readonly id: string
  readonly resource_id: string
  readonly inner_number: string | null
  readonly started_at: Date
  readonly seconds: number
  readonly total_fen: bigint | null
  readonly purpose: string | null
  readonly operation: 'self_service' | 'with_operator' | null
  readonly project: string | null
  readonly applicant: string | null
  readonly applicant_email: string | null
  readonly applicant_unit: string | null
  readonly comment: string | null
}

/** Proved uses of a provider's instruments that ended in the period, in order of time, with what the national service record asks. */
export async function listServices(
  db: Db<BookingTables>,
  of: { providerId: string; period: Period; after: { startedAt: Date; id: string } | undefined; limit: number },
): Promise<ServiceRow[]> {
  const after = of.after ? sql`and (u.started_at, u.id) > (${of.after.startedAt}, ${of.after.id})` : sql``
  const { rows } = await sql<ServiceRow>`
    select u.id, u.resource_id, r.inner_number, u.started_at, extract(epoch from u.ended_at - u.started_at)::float8 as seconds,
      c.total_fen, coalesce(u.purpose, b.note) as purpose, b.operation, b.project, p.name as applicant, p.email as applicant_email,
      o.name as applicant_unit, e.words as comment
    from booking.use_record u
    join catalog_pub.resource r on r.id = u.resource_id and r.kind = 'instrument'
    left join booking.reservation b on b.id = u.reservation_id and b.resource_id = u.resource_id
    left join booking_pub.charge c on c.reservation_id = u.reservation_id and c.state = 'accepted'
    left join booking.evaluation e on e.reservation_id = u.reservation_id
    left join people_pub.person p on p.id = u.person_id
    left join people_pub.organisation o on o.id = u.organisation_id
    where u.provider_id = ${of.providerId} and u.is_proved and not exists (select from booking.use_record later where later.replaces = u.id)
      and u.ended_at >= (${of.period.from}::date)::timestamp at time zone r.zone
      and u.ended_at < (${of.period.to}::date + 1)::timestamp at time zone r.zone ${after}
    order by u.started_at, u.id limit ${of.limit + 1}`.execute(db)
  return rows
}
