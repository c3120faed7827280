import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { ChargeBasis } from '../../../core/prices/tariff.ts'
import type { ChargeKind } from '../../../core/use/vocabulary.ts'
import type { BookingTables } from '../../needs.ts'

/** A line as a charge keeps it: fen as strings, because JSON has no exact integers of that size. */
export type StoredChargeLine = {
  readonly code: string
  readonly quantity: string
  readonly unit: string
  readonly unitPriceFen: string
  readonly amountFen: string
  readonly percent: number
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly validFrom: string | null
}

export type ChargeRow = {
  readonly id: string
  readonly kind: ChargeKind
  /** Null for a place in a training, which has an enrolment and no resource. */
  readonly reservation_id: string | null
  readonly enrolment_id: string | null
  readonly version: number
  readonly replaces: string | null
  /** Of a use only. */
  readonly record_id: string | null
  readonly resource_id: string | null
  readonly provider_id: string
  readonly organisation_id: string
  readonly is_outside: boolean
  readonly basis: ChargeBasis
  readonly charged_by: 'booked' | 'metered'
  readonly booked_minutes: number
  readonly metered_minutes: number
  readonly lines: readonly StoredChargeLine[]
  readonly total_fen: bigint
  readonly answer_until: Date
  readonly reason: string | null
  readonly created_by: string | null
  readonly created_at: Date
}

/** With its answer, and whether a later version took its place. */
export type AnsweredCharge = ChargeRow & {
  readonly is_replaced: boolean
  readonly answer: 'accepted' | 'objected' | 'silence' | null
  readonly answer_words: string | null
  readonly answered_at: Date | null
}

const answeredColumns: RawBuilder<AnsweredCharge> = sql`
  select c.id, c.kind, c.reservation_id, c.enrolment_id, c.version, c.replaces, c.record_id, c.resource_id, c.provider_id, c.organisation_id, c.is_outside, c.basis,
    c.charged_by, c.booked_minutes, c.metered_minutes, c.lines, c.total_fen, c.answer_until, c.reason, c.created_by, c.created_at,
    exists (select from booking.charge later where later.replaces = c.id) as is_replaced, a.kind as answer, a.words as answer_words, a.answered_at
  from booking.charge c
  left join booking.charge_answer a on a.charge_id = c.id`

/** False when another version has taken the place meanwhile. */
export async function insertCharge(db: Db<BookingTables>, row: ChargeRow): Promise<boolean> {
  const result = await sql`
    insert into booking.charge (id, kind, reservation_id, enrolment_id, version, replaces, record_id, resource_id, provider_id, organisation_id, is_outside, basis, charged_by,
      booked_minutes, metered_minutes, lines, total_fen, answer_until, reason, created_by, created_at)
    values (${row.id}, ${row.kind}, ${row.reservation_id}, ${row.enrolment_id}, ${row.version}, ${row.replaces}, ${row.record_id}, ${row.resource_id}, ${row.provider_id},
      ${row.organisation_id}, ${row.is_outside}, ${row.basis}, ${row.charged_by}, ${row.booked_minutes}, ${row.metered_minutes},
      ${JSON.stringify(row.lines)}::jsonb, ${row.total_fen}, ${row.answer_until}, ${row.reason}, ${row.created_by}, ${row.created_at})
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

/** Every version of a reservation's charge, first to last. */
export async function listChargesOf(db: Db<BookingTables>, reservationId: string): Promise<AnsweredCharge[]> {
  const { rows } = await sql<AnsweredCharge>`${answeredColumns} where c.reservation_id = ${reservationId} order by c.version`.execute(db)
  return rows
}

/** A charge for whoever acts by rule. */
export async function getCharge(db: Db<BookingTables>, id: string): Promise<AnsweredCharge> {
  const { rows } = await sql<AnsweredCharge>`${answeredColumns} where c.id = ${id}`.execute(db)
  const [charge] = rows
  if (!charge) throw new Error(`there is no charge ${id}`)
  return charge
}

/** A charge of the provider that made it. */
export async function findOwnCharge(db: Db<BookingTables>, id: string, providerId: string): Promise<AnsweredCharge | undefined> {
  const { rows } = await sql<AnsweredCharge>`${answeredColumns} where c.id = ${id} and c.provider_id = ${providerId}`.execute(db)
  return rows[0]
}

/** The version that took the place of a charge. */
export async function findReplacement(db: Db<BookingTables>, id: string): Promise<AnsweredCharge | undefined> {
  const { rows } = await sql<AnsweredCharge>`${answeredColumns} where c.replaces = ${id}`.execute(db)
  return rows[0]
}

/** Who booked, or took part. */
export async function findChargedPerson(
  db: Db<BookingTables>,
  charge: Pick<ChargeRow, 'reservation_id' | 'enrolment_id'>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select booker_id as id from booking.reservation where id = ${charge.reservation_id}
    union all select person_id from booking.training_enrolment where id = ${charge.enrolment_id}`.execute(db)
  return rows.map(({ id }) => id)
}

/** A charge of the organisation that pays it. */
export async function findCharge(db: Db<BookingTables>, id: string, organisationId: string): Promise<AnsweredCharge | undefined> {
  const { rows } = await sql<AnsweredCharge>`${answeredColumns} where c.id = ${id} and c.organisation_id = ${organisationId}`.execute(db)
  return rows[0]
}

/** False when the charge has been answered before. Locks it against a new version that comes at the same moment. */
export async function insertAnswer(
  db: Db<BookingTables>,
  answer: { chargeId: string; kind: 'accepted' | 'objected' | 'silence'; words: string | null; by: string | null; now: Date },
): Promise<boolean> {
  await lockCharge(db, answer.chargeId)
  const result = await sql`
    insert into booking.charge_answer (charge_id, kind, words, answered_by, answered_at)
    select ${answer.chargeId}, ${answer.kind}, ${answer.words}, ${answer.by}, ${answer.now}
    where not exists (select from booking.charge later where later.replaces = ${answer.chargeId})
    on conflict do nothing`.execute(db)
  return result.numAffectedRows === 1n
}

export async function lockCharge(db: Db<BookingTables>, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking.charge ${id}`}, 0))`.execute(db)
}

export type ObjectedRow = {
  readonly id: string
  readonly kind: ChargeKind
  readonly reservation_id: string | null
  readonly use_id: string | null
  /** Of the booking, or of the training. */
  readonly number: string
  readonly resource_name: string
  readonly resource_name_en: string | null
  readonly organisation_name: string
  readonly total_fen: bigint
  readonly words: string
  readonly answered_at: Date
}

/** Charges that customers objected to and nobody has corrected, oldest first. */
export async function listObjections(db: Db<BookingTables>, providerId: string, limit: number): Promise<ObjectedRow[]> {
  const { rows } = await sql<ObjectedRow>`
    select c.id, c.kind, c.reservation_id, u.use_id, coalesce(b.number, t.number) as number, coalesce(r.name_zh, r.name_en, t.title, '') as resource_name,
      r.name_en as resource_name_en,
      coalesce(o.short_name, o.name, '') as organisation_name, c.total_fen, a.words, a.answered_at
    from booking.charge_answer a
    join booking.charge c on c.id = a.charge_id
    left join booking.use_record u on u.id = c.record_id
    left join booking.training_enrolment e on e.id = c.enrolment_id
    left join booking.training t on t.id = e.training_id
    left join booking.reservation b on b.id = c.reservation_id and b.resource_id = c.resource_id
    left join catalog_pub.resource r on r.id = c.resource_id
    left join people_pub.organisation o on o.id = c.organisation_id
    where a.kind = 'objected' and c.provider_id = ${providerId} and not exists (select from booking.charge later where later.replaces = c.id)
    order by a.answered_at, c.id limit ${limit}`.execute(db)
  return rows
}

// A job that stood still for longer than this leaves the rest to be read as accepted, which it is without its row.
const LOOK_BACK_DAYS = 60

/** Charges whose limit passed without a word. */
export async function listSilent(db: Db<BookingTables>, now: Date, limit: number): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from booking.charge c
    where c.answer_until <= ${now} and c.answer_until > ${new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000)}
      and not exists (select from booking.charge_answer a where a.charge_id = c.id)
      and not exists (select from booking.charge later where later.replaces = c.id)
    order by c.answer_until, c.id limit ${limit}`.execute(db)
  return rows
}

type ChargeMatter = {
  readonly number: string
  readonly name: string
  readonly name_en: string | null
  readonly organisation_name: string
}

/** What a charge is for, in words: the booking and its resource, or the training. */
export async function findChargeMatter(
  db: Db<BookingTables>,
  charge: Pick<ChargeRow, 'reservation_id' | 'enrolment_id' | 'organisation_id'>,
): Promise<ChargeMatter> {
  const { rows } = await sql<ChargeMatter>`
    with matter as (
      select b.number, coalesce(r.name_zh, r.name_en, '') as name, r.name_en
      from booking.reservation b left join catalog_pub.resource r on r.id = b.resource_id where b.id = ${charge.reservation_id}
      union all
      select t.number, t.title, null
      from booking.training_enrolment e join booking.training t on t.id = e.training_id where e.id = ${charge.enrolment_id})
    select matter.*, coalesce((select coalesce(o.short_name, o.name) from people_pub.organisation o where o.id = ${charge.organisation_id}), '') as organisation_name
    from matter`.execute(db)
  const [matter] = rows
  if (!matter) throw new Error('a charge is for nothing')
  return matter
}
