import { formatFen } from '@jiju/kernel/money'
import type { Voucher, VoucherCondition } from '../../contract/vouchers.ts'
import type { Condition } from '../../core/vouchers/judge.ts'
import type { ParameterSource } from '../../core/vouchers/rules.ts'
import type { ListedVoucher } from '../sql/vouchers/lists.ts'

export function presentVoucher(row: ListedVoucher): Voucher {
  return {
    id: row.id,
    number: row.number,
    orderId: row.order_id,
    orderNumber: row.order_number,
    orderTitle: row.order_title,
    orderState: row.order_state,
    programmeId: row.programme_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    providerId: row.provider_id,
    providerName: row.provider_name,
    year: row.year,
    state: row.state,
    total: formatFen(row.total_fen),
    eligible: formatFen(row.eligible_fen),
    amount: formatFen(row.amount_fen),
    reservedAt: row.reserved_at.toISOString(),
    redeemedAt: row.redeemed_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    claimState: row.claim_state,
  }
}

/** A condition with the source of the parameter that asks for it. */
export function presentCondition({ parameter, ...condition }: Condition, sources: readonly ParameterSource[]): VoucherCondition {
  return { ...condition, rule: sources.find((source) => source.parameter === parameter) ?? null }
}

/** Whether something about it is only reported, assumed or unknown. */
export const isToConfirm = (conditions: readonly VoucherCondition[], sources: readonly ParameterSource[]): boolean =>
  conditions.some(({ verdict }) => verdict === 'unknown') || sources.some(({ certainty }) => certainty !== 'official')
