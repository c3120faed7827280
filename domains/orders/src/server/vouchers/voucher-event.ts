import type { VoucherRow } from '../sql/vouchers/vouchers.ts'

/** What leaves with each change of a voucher: ids and money, never facts about the client. */
export function voucherEvent(voucher: VoucherRow, state: VoucherRow['state'], amountFen: bigint) {
  return {
    voucherId: voucher.id,
    number: voucher.number,
    orderId: voucher.order_id,
    programmeId: voucher.programme_id,
    organisationId: voucher.organisation_id,
    providerId: voucher.provider_id,
    year: voucher.year,
    state,
    amountFen: amountFen.toString(),
  }
}
