import { formatFen, parseFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import type { PlannedServiceRow } from '../sql/earliest.ts'
import { previewVouchers } from '../vouchers/preview-vouchers.ts'

/** What the best voucher would pay of a service for development; null when none would. Nothing is reserved. */
export async function bestVoucher(
  db: Db<OrdersTables>,
  { service, totalFen, organisationId, now }: { service: PlannedServiceRow; totalFen: bigint; organisationId: string; now: Date },
): Promise<bigint | null> {
  const lines = [{ kind: 'test' as const, serviceId: service.id, amount: formatFen(totalFen) }]
  const [best] = await previewVouchers(db, { purpose: 'development', providerId: service.provider_id, lines }, { organisationId, now })
  const amount = best?.isEligible ? parseFen(best.amount) : undefined
  return amount !== undefined && amount > 0n ? amount : null
}
