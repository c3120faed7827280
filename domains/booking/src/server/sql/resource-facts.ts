import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { Companion } from '../../core/bundles/companions.ts'
import type { CalendarRules } from '../../core/calendar-rules.ts'
import { type HolidayRule, readHours, type SiteHours, type WrittenHours } from '../../core/opening-hours.ts'
import type { Rate } from '../../core/prices/quote.ts'
import type { Tariff } from '../../core/prices/tariff.ts'
import type { QualificationRule } from '../../core/qualification/levels.ts'
import type { Confirmation, CustomerClass, Operation } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { type StoredTariff, toTariff } from '../prices/stored-tariff.ts'

/** Everything that decides whether and for how much one resource can be booked. `fingerprint` names exactly this state of the catalogue. */
export type ResourceFacts = {
  readonly resourceId: string
  readonly providerId: string
  readonly providerName: string
  readonly providerDistrict: string
  readonly name: string
  readonly nameEn: string | null
  readonly siteName: string | null
  readonly siteAddress: string | null
  /** What the provider decided; `isAccepting` in `rules` also asks whether the catalogue still offers the resource. */
  readonly isOpenedByProvider: boolean
  /** Whether the catalogue shows the resource to everybody. */
  readonly isPublished: boolean
  readonly rules: CalendarRules
  /** What belongs to it, by the provider's word. */
  readonly companions: readonly Companion[]
  readonly site: SiteHours
  readonly rates: readonly Rate[]
  /** Published ones, of the past and the future. */
  readonly tariffs: readonly Tariff[]
  readonly version: number
  readonly fingerprint: string
}

/**
 * What the catalogue says that booking decides by, as one 64-bit hash. Placing compares it in the statement that inserts, so a booking never rests
 * on hours or prices that have changed meanwhile. A text because it is part of a prepared statement.
 */
export const CATALOGUE_FINGERPRINT = `hash_record_extended(row(r.status, r.operating_status, r.zone, r.holiday_rule, r.opening, r.day_exceptions), 0)
  # coalesce((
    select bit_xor(hash_record_extended(row(p.customer_class, p.unit, p.price_fen, p.valid_from, p.valid_to), 0))
    from catalog_pub.resource_price p where p.resource_id = r.id), 0)`

type CalendarColumns = {
  calibration_due_on: string | null
  blocks_when_overdue: boolean
  resource_id: string
  provider_id: string
  is_accepting: boolean
  confirmation: string
  operations: string[]
  operator_hour_fen: bigint | null
  step_minutes: number
  billing_step_minutes: number
  min_minutes: number
  max_minutes: number
  buffer_before_minutes: number
  buffer_after_minutes: number
  min_notice_minutes: number
  horizon_days: number
  free_cancel_hours: number
  late_cancel_percent: number
  decide_within_hours: number
  capacity: number
  person_week_hours: number | null
  organisation_week_hours: number | null
  open_bookings: number | null
  ahead_hours: number | null
  limits_include_inside: boolean
  version: number
}

type FactsRow = CalendarColumns & {
  provider_name: string | null
  provider_district: string | null
  name_zh: string
  name_en: string | null
  site_name: string | null
  site_address: string | null
  status: string
  operating_status: string | null
  zone: string
  opening: WrittenHours['opening']
  holiday_rule: string
  day_exceptions: WrittenHours['dayExceptions']
  rates: { customer_class: string; unit: string; price_fen: string; valid_from: string; valid_to: string | null }[]
  tariffs: StoredTariff[]
  companions: Companion[]
  qualification: QualificationRule | null
  fingerprint: string
}

const factsColumns: RawBuilder<FactsRow> = sql`
  select c.resource_id, c.provider_id, c.calibration_due_on, c.blocks_when_overdue, c.is_accepting, c.confirmation, c.operations, c.operator_hour_fen, c.step_minutes, c.billing_step_minutes,
    c.min_minutes, c.max_minutes, c.buffer_before_minutes, c.buffer_after_minutes, c.min_notice_minutes, c.horizon_days, c.free_cancel_hours,
    c.late_cancel_percent, c.decide_within_hours, c.capacity, c.person_week_hours, c.organisation_week_hours, c.open_bookings, c.ahead_hours,
    c.limits_include_inside, c.version, coalesce(r.name_zh, r.name_en) as name_zh, r.name_en, r.site_name, r.site_address, r.status, r.operating_status, r.zone, r.opening,
    r.holiday_rule, r.day_exceptions, o.name as provider_name, o.district as provider_district,
    coalesce((
      select jsonb_agg(jsonb_build_object('customer_class', p.customer_class, 'unit', p.unit, 'price_fen', p.price_fen::text,
        'valid_from', p.valid_from, 'valid_to', p.valid_to))
      from catalog_pub.resource_price p where p.resource_id = c.resource_id), '[]') as rates,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'valid_from', t.valid_from, 'bands', t.bands, 'packages', t.packages, 'extras', t.extras,
        'minimum_fen', t.minimum_fen::text, 'charges_inside', t.charges_inside, 'charge_by', t.charge_by,
        'no_show_percent', t.no_show_percent, 'no_show_fen', t.no_show_fen::text))
      from booking.tariff t where t.resource_id = c.resource_id and t.state = 'published'), '[]') as tariffs,
    coalesce((select l.companions from booking.companion_list l where l.resource_id = c.resource_id), '[]') as companions,
    (select jsonb_build_object('level', q.level, 'afterHoursLevel', q.after_hours_level, 'dayStartMinute', q.day_start_minute,
      'dayEndMinute', q.day_end_minute, 'isWeekendAfterHours', q.is_weekend_after_hours, 'disuseDays', q.disuse_days,
      'validityMonths', q.validity_months, 'includesInside', q.includes_inside)
      from booking.qualification_rule q where q.resource_id = c.resource_id) as qualification,
    (${sql.raw(CATALOGUE_FINGERPRINT)})::text as fingerprint
  from booking.calendar c
  join catalog_pub.resource r on r.id = c.resource_id
  left join people_pub.organisation o on o.id = c.provider_id`

function toRules(row: FactsRow, isOffered: boolean): CalendarRules {
  return {
    isAccepting: row.is_accepting && isOffered,
    confirmation: row.confirmation as Confirmation,
    operations: row.operations as Operation[],
    operatorHourFen: row.operator_hour_fen,
    stepMinutes: row.step_minutes,
    billingStepMinutes: row.billing_step_minutes,
    minMinutes: row.min_minutes,
    maxMinutes: row.max_minutes,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    minNoticeMinutes: row.min_notice_minutes,
    horizonDays: row.horizon_days,
    freeCancelHours: row.free_cancel_hours,
    lateCancelPercent: row.late_cancel_percent,
    decideWithinHours: row.decide_within_hours,
    capacity: row.capacity,
    limits: {
      personWeekHours: row.person_week_hours,
      organisationWeekHours: row.organisation_week_hours,
      openBookings: row.open_bookings,
      aheadHours: row.ahead_hours,
      includesInside: row.limits_include_inside,
    },
    calibration: { dueOn: row.calibration_due_on, blocksWhenOverdue: row.blocks_when_overdue },
    qualification: row.qualification,
  }
}

function toFacts(row: FactsRow): ResourceFacts {
  return {
    resourceId: row.resource_id,
    providerId: row.provider_id,
    providerName: row.provider_name ?? '',
    providerDistrict: row.provider_district ?? '',
    name: row.name_zh,
    nameEn: row.name_en,
    siteName: row.site_name,
    siteAddress: row.site_address,
    isOpenedByProvider: row.is_accepting,
    isPublished: row.status === 'published',
    // What was taken off the catalogue or is out of service takes no new bookings; those made stay.
    rules: toRules(row, row.status === 'published' && row.operating_status !== 'out_of_service'),
    companions: row.companions,
    site: readSite(row),
    rates: row.rates.map((rate) => ({
      customerClass: rate.customer_class as CustomerClass,
      unit: rate.unit,
      priceFen: BigInt(rate.price_fen),
      validFrom: rate.valid_from,
      validTo: rate.valid_to,
    })),
    tariffs: row.tariffs.map(toTariff),
    version: row.version,
    fingerprint: row.fingerprint,
  }
}

// Resources of one site share its hours, and with them the days that were worked out.
const sites = new Map<string, SiteHours>()
const MAX_SITES = 2_000

function readSite(row: FactsRow): SiteHours {
  const written = { zone: row.zone, opening: row.opening, holidayRule: row.holiday_rule as HolidayRule, dayExceptions: row.day_exceptions }
  const key = JSON.stringify(written)
  const known = sites.get(key)
  if (known) return known
  if (sites.size >= MAX_SITES) sites.clear()
  const site = readHours(written)
  sites.set(key, site)
  return site
}

/** The facts of a resource that has a calendar and is or was published; a draft does not exist for booking. */
export async function findResourceFacts(db: Db<BookingTables>, resourceId: string): Promise<ResourceFacts | undefined> {
  const [facts] = await listResourceFacts(db, [resourceId])
  return facts
}

/** The facts of many resources in one query; those that do not exist for booking are left out. */
export async function listResourceFacts(db: Db<BookingTables>, resourceIds: readonly string[]): Promise<ResourceFacts[]> {
  const { rows } =
    await sql<FactsRow>`${factsColumns} where c.resource_id = any(${resourceIds}::uuid[]) and r.status in ('published', 'retired')`.execute(
      db,
    )
  return rows.map(toFacts)
}
