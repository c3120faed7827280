import { formatFen } from '@jiju/kernel/money'
import { minutesIn } from '@jiju/kernel/time-range'
import type { Charge, ChargeLine } from '../../contract/charges.ts'
import type { OfferedConsumable, TakenConsumable } from '../../contract/consumables.ts'
import type { EvaluationReply } from '../../contract/evaluations.ts'
import type { UseCorrection, UseRecord } from '../../contract/use.ts'
import type { AnsweredCharge } from '../sql/use/charges.ts'
import type { ConsumableRow, TakenRow } from '../sql/use/consumables.ts'
import type { NamedCorrection } from '../sql/use/corrections.ts'
import type { ReplyColumns } from '../sql/use/evaluations.ts'
import type { NamedUseRecord } from '../sql/use/records.ts'
import { chargeStateAt } from './answer-charge.ts'
import { consumablePrice } from './take-consumables.ts'

/** Who reads, and whether they decide corrections. */
export type UseReader = { readonly organisationId: string; readonly userId: string; readonly now: Date; readonly mayCorrect: boolean }

export function presentRecord(row: NamedUseRecord): UseRecord {
  return {
    id: row.id,
    useId: row.use_id,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    zone: row.zone,
    reservationId: row.reservation_id,
    number: row.number,
    organisationName: row.organisation_name,
    personName: row.person_name,
    side: row.is_outside ? 'outside' : 'inside',
    start: row.started_at.toISOString(),
    end: row.ended_at.toISOString(),
    minutes: Math.round(minutesIn({ start: row.started_at, end: row.ended_at })),
    booked: row.booked_start && row.booked_end ? { start: row.booked_start.toISOString(), end: row.booked_end.toISOString() } : null,
    startSource: row.start_source,
    endSource: row.end_source,
    isProved: row.is_proved,
    device: row.device,
    purpose: row.purpose,
    recordedAt: row.recorded_at.toISOString(),
    reason: row.reason,
    isCorrection: row.reason !== null,
  }
}

export function presentCorrection(row: NamedCorrection, reader: UseReader): UseCorrection {
  const isProvider = row.provider_id === reader.organisationId
  const isOwn = row.proposed_by === reader.userId
  const isOpen = row.state === 'proposed' && isProvider && reader.mayCorrect
  return {
    id: row.id,
    useId: row.use_id,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    zone: row.zone,
    reservationId: row.reservation_id,
    number: row.number,
    organisationName: row.organisation_name,
    was: { start: row.was_started_at.toISOString(), end: row.was_ended_at.toISOString() },
    proposed: { start: row.started_at.toISOString(), end: row.ended_at.toISOString() },
    adjustment: formatFen(row.adjust_fen),
    reason: row.reason,
    state: row.state,
    proposerName: isProvider ? row.proposer_name : null,
    proposedAt: row.proposed_at.toISOString(),
    deciderName: isProvider ? row.decider_name : null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionWords: row.decision_text,
    canDecide: isOpen && !isOwn,
    canWithdraw: isOpen && isOwn,
  }
}

/** `agreedFen`: what the booking was confirmed at, to explain the difference. `mayAnswer`: the reader's role may. */
export function presentCharge(row: AnsweredCharge, as: { agreedFen: bigint; now: Date; mayAnswer: boolean }): Charge {
  const state = chargeStateAt(row, as.now)
  return {
    id: row.id,
    kind: row.kind,
    reservationId: row.reservation_id,
    version: row.version,
    replaces: row.replaces,
    state,
    basis: row.basis,
    chargedBy: row.charged_by,
    bookedMinutes: row.booked_minutes,
    meteredMinutes: row.metered_minutes,
    lines: row.lines.map((line) => ({
      code: line.code as ChargeLine['code'],
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: formatFen(BigInt(line.unitPriceFen)),
      percent: line.percent,
      amount: formatFen(BigInt(line.amountFen)),
      nameZh: line.nameZh,
      nameEn: line.nameEn,
      validFrom: line.validFrom,
    })),
    total: formatFen(row.total_fen),
    agreedTotal: formatFen(as.agreedFen),
    answerUntil: row.answer_until.toISOString(),
    answer:
      row.answered_at && row.answer
        ? { at: row.answered_at.toISOString(), words: row.answer_words, isSilence: row.answer === 'silence' }
        : null,
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    canAnswer: state === 'open' && as.mayAnswer,
  }
}

/** What the provider answered to an evaluation. */
export function presentReply(row: ReplyColumns): EvaluationReply | null {
  return row.reply !== null && row.replied_at ? { words: row.reply, at: row.replied_at.toISOString() } : null
}

/** Only what has a price on that day can be taken. */
export function presentOffered(rows: readonly ConsumableRow[], day: string): OfferedConsumable[] {
  return rows.flatMap((row) => {
    const priceFen = consumablePrice(row, day)
    if (priceFen === undefined) return []
    return [{ id: row.id, nameZh: row.name_zh, nameEn: row.name_en, unitName: row.unit_name, price: formatFen(priceFen) }]
  })
}

export function presentTaken(row: TakenRow): TakenConsumable {
  return {
    id: row.consumable_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    unitName: row.unit_name,
    quantity: row.quantity,
    unitPrice: formatFen(row.unit_price_fen),
    amount: formatFen(row.unit_price_fen * BigInt(row.quantity)),
  }
}
