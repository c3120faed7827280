import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { BookingTables } from '../../needs.ts'

export type LossCause = 'suspended' | 'lapsed' | 'rule'

export type LossRow = {
  readonly id: string
  readonly reservation_id: string
  readonly number: string
  readonly reservation_version: number
  readonly reservation_state: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly provider_id: string
  readonly person_id: string
  readonly person_name: string
  readonly organisation_name: string
  readonly zone: string
  readonly start: Date
  readonly end: Date
  readonly cause: LossCause
  readonly needed_level: number
  readonly state: string
  readonly found_at: Date
}

const columns: RawBuilder<LossRow> = sql`
  select l.id, l.reservation_id, b.number, b.version as reservation_version, b.state as reservation_state, l.resource_id,
    coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, l.provider_id, l.person_id, coalesce(p.name, '') as person_name,
    coalesce(o.short_name, o.name, '') as organisation_name, coalesce(r.zone, 'Asia/Shanghai') as zone, lower(b.during) as start,
    upper(b.during) as "end", l.cause, l.needed_level, l.state, l.found_at
  from booking.ground_loss l
  join booking.reservation b on b.id = l.reservation_id and b.resource_id = l.resource_id
  left join catalog_pub.resource r on r.id = l.resource_id
  left join people_pub.person p on p.id = l.person_id
  left join people_pub.organisation o on o.id = b.organisation_id`

const MOST = 200

/** What waits for the provider's decision, the nearest booking first. */
export async function listOpenLosses(db: Db<BookingTables>, providerId: string): Promise<LossRow[]> {
  const { rows } = await sql<LossRow>`
    ${columns} where l.provider_id = ${providerId} and l.state = 'open' order by lower(b.during), l.id limit ${MOST}`.execute(db)
  return rows
}

export async function findLoss(db: Db<BookingTables>, id: string, providerId: string): Promise<LossRow | undefined> {
  const { rows } = await sql<LossRow>`${columns} where l.id = ${id} and l.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

export type ComingBooking = {
  readonly id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly booker_id: string
  readonly customer_class: string
  readonly is_placed_by_provider: boolean
  readonly start: Date
  readonly end: Date
  readonly loss_id: string | null
}

/** Coming bookings in self-service on resources that ask for a level; of one person on one resource, or all. */
export async function listComing(
  db: Db<BookingTables>,
  now: Date,
  of?: { resourceId: string; personId?: string | undefined },
): Promise<ComingBooking[]> {
  const { rows } = await sql<ComingBooking>`
    select b.id, b.resource_id, b.provider_id, b.booker_id, b.customer_class,
      exists (select 1 from people_pub.membership m
        where m.person_id = b.placed_by and m.organisation_id = b.provider_id and b.organisation_id <> b.provider_id and m.status = 'active') as is_placed_by_provider,
      lower(b.during) as start, upper(b.during) as "end", l.id as loss_id
    from booking.reservation b
    left join booking.ground_loss l on l.reservation_id = b.id and l.state = 'open'
    where b.state in ('pending', 'confirmed') and b.kind not in ('outage', 'move') and b.operation = 'self_service' and b.blocked && tstzrange(${now}, null)
      and lower(b.during) > ${now}
      and (l.id is not null or exists (select 1 from booking.qualification_rule q where q.resource_id = b.resource_id))
      and (${of?.resourceId ?? null}::uuid is null or b.resource_id = ${of?.resourceId ?? null}::uuid)
      and (${of?.personId ?? null}::uuid is null or b.booker_id = ${of?.personId ?? null}::uuid)
    order by b.resource_id, b.booker_id, lower(b.during), b.id`.execute(db)
  return rows
}

/** Notes the loss once; undefined when it stands already. */
export async function insertLoss(
  db: Db<BookingTables>,
  booking: Pick<ComingBooking, 'id' | 'resource_id' | 'provider_id' | 'booker_id'>,
  loss: { cause: LossCause; neededLevel: number; now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into booking.ground_loss (id, reservation_id, resource_id, provider_id, person_id, cause, needed_level, found_at)
    values (${newId(loss.now.getTime())}, ${booking.id}, ${booking.resource_id}, ${booking.provider_id}, ${booking.booker_id}, ${loss.cause},
      ${loss.neededLevel}, ${loss.now})
    on conflict (reservation_id) where state = 'open' do nothing
    returning id`.execute(db)
  return rows[0]?.id
}

/** Ends a loss; false when somebody else did. */
export async function endLoss(
  db: Db<BookingTables>,
  id: string,
  end: { state: 'with_operator' | 'released' | 'restored' | 'gone'; by: string | null; now: Date },
): Promise<boolean> {
  const result = await sql`
    update booking.ground_loss set state = ${end.state}, decided_at = ${end.now}, decided_by = ${end.by} where id = ${id} and state = 'open'`.execute(
    db,
  )
  return result.numAffectedRows === 1n
}

/** Losses of bookings that were cancelled, moved away or begun: nothing is left to decide. */
export async function closeGoneLosses(db: Db<BookingTables>, now: Date): Promise<void> {
  await sql`
    update booking.ground_loss l set state = 'gone', decided_at = ${now}
    where l.state = 'open' and not exists (
      select 1 from booking.reservation b
      where b.id = l.reservation_id and b.resource_id = l.resource_id and b.state in ('pending', 'confirmed') and lower(b.during) > ${now}
        and b.operation = 'self_service')`.execute(db)
}

/** The provider's staff runs the instrument: time and price stay as they were agreed. False when the booking has changed. */
export async function takeOver(
  db: Db<BookingTables>,
  target: { id: string; resourceId: string; version: number },
  now: Date,
): Promise<boolean> {
  const result = await sql`
    update booking.reservation set operation = 'with_operator', version = version + 1, updated_at = ${now}
    where id = ${target.id} and resource_id = ${target.resourceId} and version = ${target.version} and state in ('pending', 'confirmed')
      and operation = 'self_service' and lower(during) > ${now}`.execute(db)
  return result.numAffectedRows === 1n
}
