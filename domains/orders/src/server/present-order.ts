import { formatFen } from '@jiju/kernel/money'
import type { Order, OrderItem, OrderSummary } from '../contract/orders.ts'
import { cancelFee } from '../core/order/cancellation.ts'
import { actsOf, turnOf } from '../core/order/machine.ts'
import type { Side } from '../core/vocabulary.ts'
import type { OrderItemRow } from './sql/order-items.ts'
import type { OrderRow, StepRow } from './sql/service-orders.ts'

const standingOf = (row: OrderRow) => ({ state: row.state, pausedFrom: row.paused_from })

/** Whose turn it is. Samples are due until the provider has received them. */
const turnIn = (row: OrderRow) => turnOf(standingOf(row), row.needs_samples && row.received_at === null)

export function presentSummary(row: OrderRow, side: Side): OrderSummary {
  const turn = turnIn(row)
  return {
    id: row.id,
    number: row.number,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    providerId: row.provider_id,
    providerName: row.provider_name,
    personName: row.person_name,
    title: row.title,
    state: row.state,
    version: row.version,
    turn,
    isOwnTurn: turn === side,
    answerUntil: row.answer_until?.toISOString() ?? null,
    dueDay: row.due_day,
    total: formatFen(row.total_fen),
    placedAt: row.placed_at.toISOString(),
  }
}

function presentItem(row: OrderItemRow): OrderItem {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    serviceId: row.service_id,
    name: row.name,
    method: row.method,
    quantity: row.quantity,
    sampleCount: row.sample_count,
    unit: row.unit,
    unitPrice: formatFen(row.unit_price_fen),
    amount: formatFen(row.amount_fen),
    form: row.form as OrderItem['form'],
    formVersion: row.form_version,
    isAdded: row.amendment_id !== null,
    subcontractor: row.subcontractor,
  }
}

type Parts = {
  readonly side: Side
  readonly items: readonly OrderItemRow[]
  readonly steps: readonly StepRow[]
  readonly threadId: string | null
  readonly now: Date
}

export function presentOrder(row: OrderRow, { side, items, steps, threadId, now }: Parts): Order {
  return {
    ...presentSummary(row, side),
    side,
    acts: actsOf(standingOf(row), side),
    enquiryId: row.enquiry_id,
    quoteId: row.quote_id,
    purpose: row.purpose,
    confidentiality: row.confidentiality,
    turnaroundDays: row.turnaround_days,
    needsSamples: row.needs_samples,
    holdsResults: row.holds_results,
    needsAgreement: row.needs_agreement,
    isClockStopped: row.clock_stopped_on !== null,
    stoppedDays: row.stopped_days,
    cancelFee: formatFen(cancelFee({ ...standingOf(row), totalFen: row.total_fen }, row.cancel_rates, 'client')),
    threadId,
    items: items.map(presentItem),
    steps: steps.map((step) => ({
      act: step.act as Order['steps'][number]['act'],
      from: step.from_state,
      to: step.to_state,
      side: step.side,
      personName: step.person_name,
      reason: step.reason,
      at: step.at.toISOString(),
    })),
    now: now.toISOString(),
  }
}
