import type { LocalDate } from '@jiju/kernel/local-date'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { CustomerClass, Operation } from '../../core/vocabulary.ts'
import { DEFAULT_WAITING_POLICY, type OfferState, type WaitingPolicy, type WishState } from '../../core/waiting/wish.ts'
import type { BookingTables } from '../needs.ts'

export type WishRow = {
  readonly id: string
  readonly number: string
  readonly organisation_id: string
  readonly booker_id: string
  readonly state: WishState
  readonly from_day: LocalDate
  readonly until_day: LocalDate
  readonly weekdays: readonly number[]
  readonly from_minute: number
  readonly until_minute: number
  readonly minutes: number
  readonly operation: Operation | null
  readonly project: string | null
  readonly missed_offers: number
  readonly created_at: Date
  readonly ended_at: Date | null
}

const wishColumns: RawBuilder<WishRow> = sql`
  w.id, w.number, w.organisation_id, w.booker_id, w.state, w.from_day, w.until_day, w.weekdays, w.from_minute, w.until_minute, w.minutes, w.operation,
  w.project, w.missed_offers, w.created_at, w.ended_at`

/** The provider's place for the class of a choice; `p` is its policy, which may be missing. */
const RANK = sql`coalesce(array_position(p.class_order, c.customer_class), cardinality(coalesce(p.class_order, '{}')) + 1)`

type NewWish = Omit<WishRow, 'state' | 'missed_offers' | 'ended_at'>

export async function insertWish(
  db: Db<BookingTables>,
  wish: NewWish,
  choices: readonly { resourceId: string; providerId: string; customerClass: CustomerClass }[],
): Promise<void> {
  await sql`
    insert into booking.waiting_wish (id, number, organisation_id, booker_id, from_day, until_day, weekdays, from_minute, until_minute, minutes,
      operation, project, created_at, updated_at)
    values (${wish.id}, ${wish.number}, ${wish.organisation_id}, ${wish.booker_id}, ${wish.from_day}, ${wish.until_day}, ${[...wish.weekdays]},
      ${wish.from_minute}, ${wish.until_minute}, ${wish.minutes}, ${wish.operation}, ${wish.project}, ${wish.created_at}, ${wish.created_at})`.execute(
    db,
  )
  await sql`
    insert into booking.waiting_choice (wish_id, resource_id, provider_id, customer_class)
    select ${wish.id}, * from unnest(${choices.map((choice) => choice.resourceId)}::uuid[], ${choices.map((choice) => choice.providerId)}::uuid[],
      ${choices.map((choice) => choice.customerClass)}::text[])`.execute(db)
}

/** A person's open wishes. Takes a lock for the transaction, so that two tabs cannot both take the last one. */
export async function countOpenWishes(db: Db<BookingTables>, bookerId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking.wishes ${bookerId}`}, 0))`.execute(db)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from booking.waiting_wish where booker_id = ${bookerId} and state in ('waiting', 'offered')`.execute(db)
  return rows[0]?.count ?? 0
}

export async function findWish(db: Db<BookingTables>, id: string, bookerId: string): Promise<WishRow | undefined> {
  const { rows } = await sql<WishRow>`
    select ${wishColumns} from booking.waiting_wish w where w.id = ${id} and w.booker_id = ${bookerId}`.execute(db)
  return rows[0]
}

/** One person's wishes in one organisation, newest first; `limit + 1` rows say whether there is more. */
export async function listWishes(
  db: Db<BookingTables>,
  filter: {
    bookerId: string
    organisationId: string
    isOpen: boolean
    after: { createdAt: Date; id: string } | undefined
    limit: number
  },
): Promise<WishRow[]> {
  const { after } = filter
  const { rows } = await sql<WishRow>`
    select ${wishColumns} from booking.waiting_wish w
    where w.booker_id = ${filter.bookerId} and w.organisation_id = ${filter.organisationId} and (w.ended_at is null) = ${filter.isOpen}
      ${after ? sql`and (w.created_at, w.id) < (${after.createdAt}, ${after.id}::uuid)` : sql``}
    order by w.created_at desc, w.id desc limit ${filter.limit + 1}`.execute(db)
  return rows
}

export type ChoiceRow = {
  readonly wish_id: string
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly provider_name: string
  /** Open wishes on the resource that are asked before. */
  readonly ahead: number
}

/** The choices of wishes with their places. */
export async function listWishChoices(db: Db<BookingTables>, wishIds: readonly string[]): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select c.wish_id, c.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en,
      coalesce(o.name, '') as provider_name, ahead.count as ahead
    from booking.waiting_choice c
    join booking.waiting_wish w on w.id = c.wish_id
    left join booking.waiting_policy p on p.provider_id = c.provider_id
    left join catalog_pub.resource r on r.id = c.resource_id
    left join people_pub.organisation o on o.id = c.provider_id
    cross join lateral (
      select count(*)::int as count from booking.waiting_choice other join booking.waiting_wish before on before.id = other.wish_id
      where other.resource_id = c.resource_id and other.is_open and other.wish_id <> c.wish_id
        and (coalesce(array_position(p.class_order, other.customer_class), cardinality(coalesce(p.class_order, '{}')) + 1), before.created_at, before.id)
          < (${RANK}, w.created_at, w.id)
    ) ahead
    where c.wish_id = any(${[...wishIds]}::uuid[]) order by c.wish_id, c.resource_id`.execute(db)
  return rows
}

export type CandidateRow = WishRow & { readonly passed_over: readonly { start: string; end: string }[] }

/** Wishes that wait for a resource, in the order in which they are asked, with the slots that they did not take. */
export async function listWaitingFor(db: Db<BookingTables>, resourceId: string, limit: number): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select ${wishColumns}, coalesce((
      select jsonb_agg(jsonb_build_object('start', lower(o.during), 'end', upper(o.during))) from booking.waiting_offer o
      where o.wish_id = w.id and o.resource_id = c.resource_id and o.state in ('declined', 'missed')), '[]') as passed_over
    from booking.waiting_choice c
    join booking.waiting_wish w on w.id = c.wish_id and w.state = 'waiting'
    left join booking.waiting_policy p on p.provider_id = c.provider_id
    where c.resource_id = ${resourceId} and c.is_open
    order by ${RANK}, w.created_at, w.id limit ${limit}`.execute(db)
  return rows
}

/** Resources for which somebody waits, in order. */
export async function listWantedResources(db: Db<BookingTables>): Promise<string[]> {
  const { rows } = await sql<{ resource_id: string }>`
    select distinct c.resource_id from booking.waiting_choice c join booking.waiting_wish w on w.id = c.wish_id and w.state = 'waiting'
    where c.is_open order by c.resource_id`.execute(db)
  return rows.map(({ resource_id }) => resource_id)
}

/** Changes a wish that is still in `from`; false when it is not any more. One that ends leaves every list. */
export async function changeWish(
  db: Db<BookingTables>,
  id: string,
  change: { from: readonly WishState[]; to: WishState; missed?: number; minMissed?: number; now: Date },
): Promise<boolean> {
  const hasEnded = change.to !== 'waiting' && change.to !== 'offered'
  const result = await sql`
    update booking.waiting_wish set state = ${change.to}, missed_offers = missed_offers + ${change.missed ?? 0},
      ended_at = ${hasEnded ? change.now : null}, updated_at = ${change.now}
    where id = ${id} and state = any(${[...change.from]}::text[]) and missed_offers >= ${change.minMissed ?? 0}`.execute(db)
  if (result.numAffectedRows !== 1n) return false
  if (hasEnded) await sql`update booking.waiting_choice set is_open = false where wish_id = ${id}`.execute(db)
  return true
}

export async function insertOffer(
  db: Db<BookingTables>,
  offer: { id: string; wishId: string; reservationId: string; resourceId: string; during: TimeRange; until: Date; now: Date },
): Promise<void> {
  await sql`
    insert into booking.waiting_offer (id, wish_id, reservation_id, resource_id, during, offered_at, until)
    values (${offer.id}, ${offer.wishId}, ${offer.reservationId}, ${offer.resourceId}, tstzrange(${offer.during.start}, ${offer.during.end}),
      ${offer.now}, ${offer.until})`.execute(db)
}

export type OfferRow = {
  readonly id: string
  readonly wish_id: string
  readonly reservation_id: string
  readonly reservation_version: number
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly zone: string
  readonly start: Date
  readonly end: Date
  readonly until: Date
  readonly state: OfferState
  readonly price_fen: bigint
}

/** Open and accepted offers of wishes; an open one that ran out is still open here. */
export async function listOffers(db: Db<BookingTables>, wishIds: readonly string[]): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select o.id, o.wish_id, o.reservation_id, b.version as reservation_version, o.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name,
      r.name_en as resource_name_en, coalesce(r.zone, 'Asia/Shanghai') as zone, lower(o.during) as start, upper(o.during) as "end", o.until, o.state,
      b.price_fen
    from booking.waiting_offer o
    join booking.reservation b on b.id = o.reservation_id and b.resource_id = o.resource_id
    left join catalog_pub.resource r on r.id = o.resource_id
    where o.wish_id = any(${[...wishIds]}::uuid[]) and o.state in ('open', 'accepted') order by o.wish_id, o.offered_at, o.id`.execute(db)
  return rows
}

/** Writes what became of the offer whose slot a reservation keeps; undefined when there is none, or it was settled before. */
export async function settleOffer(
  db: Db<BookingTables>,
  reservationId: string,
  state: Exclude<OfferState, 'open'>,
  now: Date,
): Promise<{ wish_id: string; resource_id: string } | undefined> {
  const { rows } = await sql<{ wish_id: string; resource_id: string }>`
    update booking.waiting_offer set state = ${state}, answered_at = ${now} where reservation_id = ${reservationId} and state = 'open'
    returning wish_id, resource_id`.execute(db)
  return rows[0]
}

/** True for a hold that was offered from the list. */
export async function isOffered(db: Db<BookingTables>, reservationId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from booking.waiting_offer where reservation_id = ${reservationId}`.execute(db)
  return rows.length > 0
}

/** Open offers whose time is over. */
export async function listMissedOffers(db: Db<BookingTables>, now: Date, limit: number): Promise<{ reservation_id: string }[]> {
  const { rows } = await sql<{ reservation_id: string }>`
    select reservation_id from booking.waiting_offer where state = 'open' and until <= ${now} order by until, id limit ${limit}`.execute(db)
  return rows
}

/** Wishes whose last day is before `today` and that have no offer. */
export async function listOverdueWishes(db: Db<BookingTables>, today: LocalDate, limit: number): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`
    select ${wishColumns} from booking.waiting_wish w where w.state = 'waiting' and w.until_day < ${today} order by w.until_day, w.id limit ${limit}`.execute(
    db,
  )
  return rows
}

type WaitingPolicyRow = WaitingPolicy & { readonly version: number }

export async function findWaitingPolicy(db: Db<BookingTables>, providerId: string): Promise<WaitingPolicyRow> {
  const { rows } = await sql<WaitingPolicyRow>`
    select answer_minutes as "answerMinutes", class_order as "classOrder", version from booking.waiting_policy where provider_id = ${providerId}`.execute(
    db,
  )
  return rows[0] ?? { ...DEFAULT_WAITING_POLICY, version: 0 }
}

/** Sets the policy; false when `version` is not the current one (0 when there is none). */
export async function replaceWaitingPolicy(
  db: Db<BookingTables>,
  target: { providerId: string; version: number },
  policy: WaitingPolicy,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    insert into booking.waiting_policy (provider_id, answer_minutes, class_order, updated_at, updated_by)
    select ${target.providerId}, ${policy.answerMinutes}, ${[...policy.classOrder]}, ${by.now}, ${by.userId}
    where ${target.version}::int = 0 or exists (select 1 from booking.waiting_policy where provider_id = ${target.providerId})
    on conflict (provider_id) do update
    set answer_minutes = excluded.answer_minutes, class_order = excluded.class_order, version = waiting_policy.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where waiting_policy.version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}

export type DemandRow = {
  readonly resource_id: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly customer_class: CustomerClass
  readonly choices: number
} & WishRow

/** Open wishes on a provider's resources, in the order in which they are asked. */
export async function listDemand(db: Db<BookingTables>, providerId: string, limit: number): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    select c.resource_id, coalesce(r.name_zh, r.name_en, '') as resource_name, r.name_en as resource_name_en, c.customer_class,
      (select count(*)::int from booking.waiting_choice other where other.wish_id = w.id) as choices, ${wishColumns}
    from booking.waiting_choice c
    join booking.waiting_wish w on w.id = c.wish_id
    left join booking.waiting_policy p on p.provider_id = c.provider_id
    left join catalog_pub.resource r on r.id = c.resource_id
    where c.provider_id = ${providerId} and c.is_open
    order by c.resource_id, ${RANK}, w.created_at, w.id limit ${limit}`.execute(db)
  return rows
}
