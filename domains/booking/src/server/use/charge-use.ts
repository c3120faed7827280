import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { PriceLine } from '../../core/prices/quote.ts'
import { type ChargeLine, chargeOf } from '../../core/use/charge.ts'
import { answerUntil } from '../../core/use/rules.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { instantText } from '../notices/time-texts.ts'
import type { ReservationRow, StoredPriceLine } from '../sql/reservations.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import { type AnsweredCharge, type ChargeRow, insertCharge, listChargesOf, lockCharge, type StoredChargeLine } from '../sql/use/charges.ts'
import { listTaken } from '../sql/use/consumables.ts'
import type { UseRecordRow } from '../sql/use/records.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { actorIds, type Writer } from './writer.ts'

/** The charge of a use that has just ended. The provider's own use that costs nothing has none. */
export async function chargeUse(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: BookingNeeds,
  row: ReservationRow,
  record: UseRecordRow,
): Promise<void> {
  const charge = await reckon(tx, writer, row, record, { adjustFen: 0n, reason: null, previous: undefined })
  if (row.kind === 'internal' && charge.total_fen === 0n) return
  await insertCharge(tx, charge)
  await announce(tx, writer, needs, row, charge)
}

/**
 * A new version of the charge after a correction; the version before stays and is named. `adjustFen` is added to what stood before, so a
 * second correction does not undo the first. Undefined when the use has no charge.
 */
export async function rechargeUse(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: BookingNeeds,
  row: ReservationRow,
  correction: { record: UseRecordRow; adjustFen: bigint; reason: string },
): Promise<ChargeRow | undefined> {
  const previous = (await listChargesOf(tx, row.id)).at(-1)
  if (!previous) return undefined
  await lockCharge(tx, previous.id)
  const before = previous.lines.find(({ code }) => code === 'adjustment')
  const adjustFen = correction.adjustFen + BigInt(before?.amountFen ?? '0')
  const charge = await reckon(tx, writer, row, correction.record, { adjustFen, reason: correction.reason, previous })
  if (!(await insertCharge(tx, charge))) throw new Refusal(VERSION_STALE)
  await announce(tx, writer, needs, row, charge)
  return charge
}

async function reckon(
  tx: Db<BookingTables>,
  writer: Writer,
  row: ReservationRow,
  record: UseRecordRow,
  as: { adjustFen: bigint; reason: string | null; previous: AnsweredCharge | undefined },
): Promise<ChargeRow> {
  const facts = await findResourceFacts(tx, row.resource_id)
  const rules = await readUseRules(tx, row.resource_id)
  const taken = await listTaken(tx, row.id)
  const charge = chargeOf(
    {
      during: { start: row.start, end: row.booked_until ?? row.end },
      customerClass: row.customer_class,
      operation: row.operation,
      basis: row.charge_by,
      lines: row.price_lines.map(readPriceLine),
    },
    {
      metered: { start: record.started_at, end: record.ended_at },
      consumables: taken.map((one) => ({
        nameZh: one.name_zh,
        nameEn: one.name_en,
        unitName: one.unit_name,
        quantity: one.quantity,
        unitPriceFen: one.unit_price_fen,
      })),
      adjustFen: as.adjustFen,
    },
    facts && { ...facts.rules, rates: facts.rates, tariffs: facts.tariffs, zone: facts.site.zone },
  )
  return {
    id: newId(writer.now.getTime()),
    kind: 'use',
    reservation_id: row.id,
    enrolment_id: null,
    version: (as.previous?.version ?? 0) + 1,
    replaces: as.previous?.id ?? null,
    record_id: record.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    organisation_id: row.organisation_id,
    is_outside: record.is_outside,
    basis: row.charge_by,
    charged_by: charge.chargedBy,
    booked_minutes: charge.bookedMinutes,
    metered_minutes: charge.meteredMinutes,
    lines: storeChargeLines(charge.lines),
    total_fen: charge.totalFen,
    answer_until: answerUntil(writer.now, rules.answerDays, row.zone),
    reason: as.reason,
    created_by: writer.actor?.userId ?? null,
    created_at: writer.now,
  }
}

async function announce(tx: Db<BookingTables>, writer: Writer, needs: BookingNeeds, row: ReservationRow, charge: ChargeRow): Promise<void> {
  const isCorrected = charge.replaces !== null
  const detail = chargeDetail(charge, writer)
  await writer.audit({
    action: isCorrected ? 'booking.charge.correct' : 'booking.charge.create',
    subjectType: 'charge',
    subjectId: charge.id,
    detail,
  })
  await writer.publish(isCorrected ? 'booking.charge_corrected' : 'booking.charge_created', detail)
  if (row.kind !== 'customer') return
  await needs.notify(tx, {
    kind: isCorrected ? 'booking.charge_corrected' : 'booking.charge_created',
    to: [row.booker_id],
    params: {
      number: row.number,
      resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
      provider: row.provider_name,
      booked: charge.booked_minutes,
      metered: charge.metered_minutes,
      total: formatFen(charge.total_fen),
      agreed: formatFen(row.price_fen),
      until: instantText(charge.answer_until, row.zone),
      reason: charge.reason ?? '—',
    },
    link: `/e/bookings/${row.id}`,
    key: `charge ${charge.id}`,
  })
}

/** What leaves with an event of a charge. */
export function chargeDetail(charge: ChargeRow, writer: Pick<Writer, 'actor'>): Record<string, unknown> {
  return {
    chargeId: charge.id,
    kind: charge.kind,
    reservationId: charge.reservation_id,
    enrolmentId: charge.enrolment_id,
    resourceId: charge.resource_id,
    providerId: charge.provider_id,
    organisationId: charge.organisation_id,
    version: charge.version,
    replaces: charge.replaces,
    bookedMinutes: charge.booked_minutes,
    meteredMinutes: charge.metered_minutes,
    totalFen: charge.total_fen.toString(),
    ...actorIds(writer),
  }
}

function readPriceLine(line: StoredPriceLine): PriceLine {
  return {
    code: line.code,
    quantity: line.quantity,
    unit: line.unit,
    unitPriceFen: BigInt(line.unitPriceFen),
    percent: line.percent ?? 100,
    amountFen: BigInt(line.amountFen),
    nameZh: line.nameZh ?? null,
    nameEn: line.nameEn ?? null,
    validFrom: line.validFrom ?? null,
  }
}

export function storeChargeLines(lines: readonly ChargeLine[]): StoredChargeLine[] {
  return lines.map((line) => ({
    code: line.code,
    quantity: line.quantity,
    unit: line.unit,
    unitPriceFen: line.unitPriceFen.toString(),
    amountFen: line.amountFen.toString(),
    percent: line.percent,
    nameZh: line.nameZh,
    nameEn: line.nameEn,
    validFrom: line.validFrom,
  }))
}
