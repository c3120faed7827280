import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Quote } from '../../contract/quotes.ts'
import { reportDayOf } from '../../core/enquiries/answer-clock.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { QuoteLineRow, QuoteRow } from '../sql/quotes.ts'

type Around = {
  readonly now: Date
  readonly side: 'client' | 'provider' | 'operator'
  /** Chosen, but the client's own approvers have not agreed: to the provider it is still on offer. */
  readonly isDeciding?: boolean
}

export function presentQuote(row: QuoteRow, lines: readonly QuoteLineRow[], { now, side, isDeciding = false }: Around): Quote {
  const isHidden = isDeciding && side === 'provider' && row.state === 'accepted'
  const { turnaround_days: turnaroundDays, needs_samples: needsSamples } = row
  return {
    id: row.id,
    number: row.number,
    enquiryId: row.enquiry_id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    revision: row.revision,
    state: isHidden ? 'offered' : row.state,
    isAcceptable: row.state === 'offered' && row.valid_until > now && !isDeciding,
    validUntil: row.valid_until.toISOString(),
    turnaroundDays,
    needsSamples,
    reportDay: reportDayOf(localDayOf(now, ORDER_ZONE), { turnaroundDays, needsSamples }),
    total: formatFen(row.total_fen),
    words: row.words,
    offeredByName: row.offered_by_name,
    offeredAt: row.offered_at.toISOString(),
    endedAt: isHidden ? null : (row.ended_at?.toISOString() ?? null),
    lines: lines.map((line) => ({
      position: line.position,
      kind: line.kind,
      enquiryItemId: line.enquiry_item_id,
      serviceId: line.service_id,
      name: line.name,
      method: line.method,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: formatFen(line.unit_price_fen),
      amount: formatFen(line.amount_fen),
    })),
  }
}
