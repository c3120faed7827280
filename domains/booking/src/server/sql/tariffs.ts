import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { violatedConstraint } from '@jiju/platform/database/pool'
import { type RawBuilder, sql } from 'kysely'
import type { ChargeBasis } from '../../core/prices/tariff.ts'
import type { CustomerClass } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'

type StoredNames = { readonly nameZh: string; readonly nameEn: string | null }

/** The lists of a tariff as they are stored; money is a text of fen. */
export type StoredRules = {
  readonly bands: readonly (StoredNames & {
    readonly days: readonly ('working_day' | 'weekend' | 'holiday')[]
    readonly fromMinute: number
    readonly toMinute: number
    readonly percent: number
  })[]
  readonly packages: readonly (StoredNames & {
    readonly minutes: number
    readonly prices: readonly { readonly customerClass: CustomerClass; readonly priceFen: string }[]
  })[]
  readonly extras: readonly (StoredNames & { readonly per: 'booking' | 'hour'; readonly priceFen: string })[]
}

export type StoredBuildUp = {
  readonly originalValueFen: string
  readonly years: number
  readonly yearlyHours: number
  readonly hourly: readonly { readonly nameZh: string; readonly amountFen: string }[]
  readonly labourHourFen: string
  readonly managementPercent: number
  readonly shares: readonly { readonly customerClass: CustomerClass; readonly percent: number }[]
}

export type TariffRow = StoredRules & {
  readonly id: string
  readonly resource_id: string
  readonly provider_id: string
  readonly state: 'draft' | 'published' | 'withdrawn'
  readonly valid_from: LocalDate
  readonly minimum_fen: bigint | null
  readonly charges_inside: boolean
  readonly charge_by: ChargeBasis
  readonly no_show_percent: number | null
  readonly no_show_fen: bigint | null
  readonly build_up: StoredBuildUp | null
  readonly note: string | null
  readonly version: number
  readonly published_at: Date | null
}

export type TariffValues = Pick<
  TariffRow,
  | 'valid_from'
  | 'bands'
  | 'packages'
  | 'extras'
  | 'minimum_fen'
  | 'charges_inside'
  | 'charge_by'
  | 'no_show_percent'
  | 'no_show_fen'
  | 'build_up'
  | 'note'
>

type By = { readonly userId: string; readonly now: Date }

const COLUMNS = sql`id, resource_id, provider_id, state, valid_from, bands, packages, extras, minimum_fen, charges_inside, charge_by, no_show_percent, no_show_fen, build_up,
  note, version, published_at`

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`

/** Latest first. Strangers see what is published; the provider also its drafts and what it withdrew. */
export async function listTariffs(
  db: Db<BookingTables>,
  resourceId: string,
  { isProvider }: { isProvider: boolean },
): Promise<TariffRow[]> {
  const { rows } = await sql<TariffRow>`
    select ${COLUMNS} from booking.tariff
    where resource_id = ${resourceId} and (${isProvider} or state = 'published')
    order by valid_from desc, id desc`.execute(db)
  return rows
}

/** A tariff of this provider, locked for the change that follows. */
export async function lockTariff(tx: Db<BookingTables>, id: string, providerId: string): Promise<TariffRow | undefined> {
  const { rows } = await sql<TariffRow>`
    select ${COLUMNS} from booking.tariff where id = ${id} and provider_id = ${providerId} for update`.execute(tx)
  return rows[0]
}

export async function insertTariff(
  tx: Db<BookingTables>,
  row: { id: string; resourceId: string; providerId: string; values: TariffValues },
  { userId, now }: By,
): Promise<TariffRow> {
  const { values } = row
  const { rows } = await sql<TariffRow>`
    insert into booking.tariff (id, resource_id, provider_id, valid_from, bands, packages, extras, minimum_fen, charges_inside, charge_by,
      no_show_percent, no_show_fen, build_up, note, created_at, created_by, updated_at, updated_by)
    values (${row.id}, ${row.resourceId}, ${row.providerId}, ${values.valid_from}, ${json(values.bands)}, ${json(values.packages)},
      ${json(values.extras)}, ${values.minimum_fen}, ${values.charges_inside}, ${values.charge_by},
      ${values.no_show_percent}, ${values.no_show_fen}, ${values.build_up === null ? null : json(values.build_up)}, ${values.note}, ${now}, ${userId}, ${now}, ${userId})
    returning ${COLUMNS}`.execute(tx)
  const [inserted] = rows
  if (!inserted) throw new Error(`tariff ${row.id} was not written`)
  return inserted
}

/** Replaces a draft; undefined when it is none any more or the version is not the current one. */
export async function updateDraft(
  tx: Db<BookingTables>,
  target: { id: string; version: number },
  values: TariffValues,
  { userId, now }: By,
): Promise<TariffRow | undefined> {
  const { rows } = await sql<TariffRow>`
    update booking.tariff
    set valid_from = ${values.valid_from}, bands = ${json(values.bands)}, packages = ${json(values.packages)}, extras = ${json(values.extras)},
      minimum_fen = ${values.minimum_fen}, charges_inside = ${values.charges_inside}, charge_by = ${values.charge_by},
      no_show_percent = ${values.no_show_percent}, no_show_fen = ${values.no_show_fen},
      build_up = ${values.build_up === null ? null : json(values.build_up)}, note = ${values.note},
      version = version + 1, updated_at = ${now}, updated_by = ${userId}
    where id = ${target.id} and version = ${target.version} and state = 'draft'
    returning ${COLUMNS}`.execute(tx)
  return rows[0]
}

/** `day_taken`: another tariff of the resource is published for that day; undefined: not a draft, or not this version. */
export async function publishDraft(
  tx: Db<BookingTables>,
  target: { id: string; version: number },
  { userId, now }: By,
): Promise<TariffRow | 'day_taken' | undefined> {
  try {
    const { rows } = await sql<TariffRow>`
      update booking.tariff
      set state = 'published', published_at = ${now}, published_by = ${userId}, version = version + 1, updated_at = ${now}, updated_by = ${userId}
      where id = ${target.id} and version = ${target.version} and state = 'draft'
      returning ${COLUMNS}`.execute(tx)
    return rows[0]
  } catch (error) {
    if (violatedConstraint(error) === 'tariff_published_day') return 'day_taken'
    throw error
  }
}

/** Takes back a published tariff; whether it has begun is the caller's question. */
export async function withdrawTariff(
  tx: Db<BookingTables>,
  target: { id: string; version: number },
  { userId, now }: By,
): Promise<TariffRow | undefined> {
  const { rows } = await sql<TariffRow>`
    update booking.tariff set state = 'withdrawn', version = version + 1, updated_at = ${now}, updated_by = ${userId}
    where id = ${target.id} and version = ${target.version} and state = 'published'
    returning ${COLUMNS}`.execute(tx)
  return rows[0]
}

export async function deleteDraft(tx: Db<BookingTables>, target: { id: string; version: number }): Promise<boolean> {
  const result = await sql`
    delete from booking.tariff where id = ${target.id} and version = ${target.version} and state = 'draft'`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Facts that somebody has read with the old prices are stale from now on: placing compares the calendar's version. */
export async function touchCalendar(tx: Db<BookingTables>, resourceId: string, { userId, now }: By): Promise<void> {
  await sql`
    update booking.calendar set version = version + 1, updated_at = ${now}, updated_by = ${userId} where resource_id = ${resourceId}`.execute(
    tx,
  )
}
