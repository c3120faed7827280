import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { minutesIn } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { feeLine, waivingLine } from '../../core/use/charge.ts'
import { answerUntil, DEFAULT_USE_RULES } from '../../core/use/rules.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { instantText } from '../notices/time-texts.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { type AnsweredCharge, type ChargeRow, findChargeMatter, insertCharge, listChargesOf, lockCharge } from '../sql/use/charges.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { chargeDetail, storeChargeLines } from './charge-use.ts'
import { actorIds, type Writer } from './writer.ts'

const REGION_ZONE = 'Asia/Shanghai'

/** What who did not come was told before booking. Without a fee there is no charge. */
export async function chargeNoShow(tx: Db<BookingTables>, writer: Writer, needs: BookingNeeds, row: ReservationRow): Promise<void> {
  const feeFen = row.no_show_fee_fen
  if (row.kind !== 'customer' || feeFen === 0n) return
  const rules = await readUseRules(tx, row.resource_id)
  await write(tx, writer, needs, [row.booker_id], {
    ...firstVersion(writer, feeFen),
    kind: 'no_show',
    reservation_id: row.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    organisation_id: row.organisation_id,
    basis: row.charge_by,
    booked_minutes: Math.round(minutesIn(row)),
    lines: storeChargeLines([feeLine('no_show', feeFen)]),
    answer_until: answerUntil(writer.now, rules.answerDays, row.zone),
  })
}

/** The fee of a place in a training that took place: due whether or not the person came. The provider's own people pay nothing. */
export async function chargeTraining(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: Pick<BookingNeeds, 'notify'>,
  enrolment: {
    readonly id: string
    readonly provider_id: string
    readonly organisation_id: string
    readonly person_id: string
    readonly fee_fen: bigint
  },
): Promise<void> {
  if (enrolment.fee_fen === 0n || enrolment.organisation_id === enrolment.provider_id) return
  await write(tx, writer, needs, [enrolment.person_id], {
    ...firstVersion(writer, enrolment.fee_fen),
    kind: 'training',
    enrolment_id: enrolment.id,
    provider_id: enrolment.provider_id,
    organisation_id: enrolment.organisation_id,
    basis: 'booked',
    booked_minutes: 0,
    lines: storeChargeLines([feeLine('training', enrolment.fee_fen)]),
    answer_until: answerUntil(writer.now, DEFAULT_USE_RULES.answerDays, REGION_ZONE),
  })
}

/** Takes a whole fee off by a new version; the version before stays. False when there is none, it is off already, or somebody was faster. */
export async function waiveCharge(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: Pick<BookingNeeds, 'notify'>,
  waived: { readonly charge: AnsweredCharge; readonly reason: string; readonly told: readonly string[] },
): Promise<boolean> {
  const { charge, reason, told } = waived
  await lockCharge(tx, charge.id)
  if (charge.is_replaced || charge.total_fen === 0n) return false
  return write(tx, writer, needs, told, {
    ...charge,
    id: newId(writer.now.getTime()),
    version: charge.version + 1,
    replaces: charge.id,
    lines: [...charge.lines, ...storeChargeLines([waivingLine(charge.total_fen)])],
    total_fen: 0n,
    reason,
    created_by: writer.actor?.userId ?? null,
    created_at: writer.now,
  })
}

/** The appeal held: the fee for not coming is taken off. */
export async function waiveNoShow(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: Pick<BookingNeeds, 'notify'>,
  missed: { readonly reservationId: string; readonly personId: string; readonly reason: string },
): Promise<void> {
  const charge = (await listChargesOf(tx, missed.reservationId)).at(-1)
  if (charge?.kind === 'no_show') await waiveCharge(tx, writer, needs, { charge, reason: missed.reason, told: [missed.personId] })
}

function firstVersion(writer: Writer, totalFen: bigint) {
  return {
    id: newId(writer.now.getTime()),
    reservation_id: null,
    enrolment_id: null,
    version: 1,
    replaces: null,
    record_id: null,
    resource_id: null,
    is_outside: true,
    charged_by: 'booked' as const,
    metered_minutes: 0,
    total_fen: totalFen,
    reason: null,
    created_by: writer.actor?.userId ?? null,
    created_at: writer.now,
  }
}

async function write(
  tx: Db<BookingTables>,
  writer: Writer,
  needs: Pick<BookingNeeds, 'notify'>,
  told: readonly string[],
  charge: ChargeRow,
): Promise<boolean> {
  if (!(await insertCharge(tx, charge))) return false
  const isWaived = charge.replaces !== null
  const detail = chargeDetail(charge, writer)
  await writer.audit({
    action: isWaived ? 'booking.charge.waive' : 'booking.charge.create',
    subjectType: 'charge',
    subjectId: charge.id,
    detail,
  })
  await writer.publish(isWaived ? 'booking.charge_corrected' : 'booking.charge_created', { ...detail, ...actorIds(writer) })
  const matter = await findChargeMatter(tx, charge)
  await needs.notify(tx, {
    kind: isWaived ? 'booking.fee_waived' : charge.kind === 'training' ? 'booking.training_charged' : 'booking.no_show_charged',
    to: told,
    params: {
      number: matter.number,
      resource: { zh: matter.name, en: matter.name_en || matter.name },
      total: formatFen(charge.total_fen),
      until: instantText(charge.answer_until, REGION_ZONE),
      reason: charge.reason ?? '—',
    },
    link: charge.reservation_id ? `/e/bookings/${charge.reservation_id}` : '/e/charges',
    key: `charge ${charge.id}`,
  })
  return true
}
