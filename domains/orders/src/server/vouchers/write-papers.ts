import { printFen } from '@jiju/kernel/money'
import type { PdfContent } from '@jiju/platform/pdf/content'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { allocateVoucher, eligibleParts } from '../../core/vouchers/amount.ts'
import stepNames from '../notices/step-names.json' with { type: 'json' }
import type { OrderItemRow } from '../sql/order-items.ts'
import type { OrderRow, StepRow } from '../sql/service-orders.ts'
import type { InvoiceRow, MeterRow } from '../sql/vouchers/evidence.ts'
import type { ListedVoucher } from '../sql/vouchers/lists.ts'
import type { RuleRow } from '../sql/vouchers/programmes.ts'
import { costLinesOf } from './matter.ts'
import words from './paper-words.json' with { type: 'json' }

type OrderPaper = {
  readonly voucher: ListedVoucher
  readonly order: OrderRow
  readonly rule: RuleRow
  readonly items: readonly OrderItemRow[]
  readonly steps: readonly StepRow[]
  readonly invoices: readonly InvoiceRow[]
}

type StepNames = Readonly<Record<string, { readonly zh: string }>>

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: ORDER_ZONE, dateStyle: 'short', timeStyle: 'short' })
/** `2026-11-24 14:00`, by the clock of the district. */
const localTimeText = (at: Date): string => wallClock.format(at)

const named = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key

/** The order as the office reads it: parties, what was judged, what the voucher pays of each item, who did what. Papers of the office are Chinese. */
export function orderPaper({ voucher, order, rule, items, steps, invoices }: OrderPaper): PdfContent {
  const parts = eligibleParts(costLinesOf(items), rule.rules)
  const shares = allocateVoucher(voucher.amount_fen, parts)
  const { numerator, denominator } = rule.rules.rate
  return {
    ...frame(words.orderPaper, voucher),
    blocks: [
      { kind: 'title', text: words.orderPaper, subtitle: voucher.number },
      {
        kind: 'facts',
        columns: 2,
        rows: [
          [words.number, order.number],
          [words.voucher, voucher.number],
          [words.programme, voucher.name_zh],
          [words.rules, String(rule.number)],
          [words.client, order.organisation_name],
          [words.provider, order.provider_name],
          [words.purpose, named(words.purposes, order.purpose)],
          [words.year, String(voucher.year)],
          [words.placed, localTimeText(order.placed_at)],
          [words.settled, voucher.redeemed_at ? localTimeText(voucher.redeemed_at) : '—'],
          [words.total, printFen(order.total_fen)],
          [words.eligible, printFen(voucher.eligible_fen)],
          [words.rate, `${numerator}/${denominator}`],
          [words.amount, printFen(voucher.amount_fen)],
        ],
      },
      { kind: 'heading', text: words.items },
      {
        kind: 'table',
        columns: columnsOf(words.itemColumns, [1, 5, 4, 1.4, 2.2, 2.2, 2.2], 3),
        rows: items.map((item, index) => [
          String(item.position),
          item.name,
          item.method,
          `${item.quantity}`,
          printFen(item.amount_fen),
          printFen(parts[index] ?? 0n),
          printFen(shares[index] ?? 0n),
        ]),
      },
      { kind: 'heading', text: words.conditions },
      {
        kind: 'table',
        columns: columnsOf(words.conditionColumns, [3, 2, 7]),
        rows: voucher.conditions.map(({ code, verdict, factSource, factSourceText }) => [
          words.conditionNames[code],
          words.verdicts[verdict],
          [words.factSources[factSource], factSourceText].filter(Boolean).join('：'),
        ]),
      },
      ...(invoices.length > 0
        ? ([
            { kind: 'heading', text: words.invoices },
            {
              kind: 'table',
              columns: columnsOf(words.invoiceColumns, [4, 3, 3], 2),
              rows: invoices.map((row) => [row.invoice_number, row.invoice_day, printFen(row.amount_fen)]),
            },
          ] as const)
        : []),
      { kind: 'heading', text: words.steps },
      {
        kind: 'table',
        columns: columnsOf(words.stepColumns, [4, 3, 3, 3]),
        rows: steps.map((step) => [
          localTimeText(step.at),
          (stepNames as StepNames)[step.act]?.zh ?? step.act,
          named(words.sides, step.side),
          step.person_name ?? '',
        ]),
      },
    ],
  }
}

/** What was booked and used of the provider's instruments for the order. */
export function meterPaper(voucher: ListedVoucher, rows: readonly MeterRow[]): PdfContent {
  return {
    ...frame(words.meterPaper, voucher),
    blocks: [
      { kind: 'title', text: words.meterPaper, subtitle: `${voucher.order_number} · ${voucher.provider_name}` },
      {
        kind: 'table',
        columns: columnsOf(words.meterColumns, [3, 4, 3.4, 4, 4, 2.6]),
        rows: rows.map((row) => [
          row.task,
          row.resource_name,
          row.reservation_number,
          `${localTimeText(row.booked_from)} – ${localTimeText(row.booked_to).slice(11)}`,
          row.started_at && row.ended_at
            ? `${localTimeText(row.started_at)} – ${localTimeText(row.ended_at).slice(11)}`
            : words.notRecorded,
          row.source ? `${named(words.sources, row.source)}${row.is_proved ? `，${words.proved}` : ''}` : '',
        ]),
      },
    ],
  }
}

/** The date of the paper is that of the voucher, so that the same facts give the same bytes. */
const frame = (title: string, voucher: ListedVoucher) =>
  ({
    title: `${title} ${voucher.number}`,
    author: voucher.provider_name,
    language: 'zh',
    createdAt: voucher.redeemed_at ?? voucher.reserved_at,
    header: { left: voucher.name_zh, right: voucher.number },
    footer: words.footer,
  }) as const

/** Columns with their shares of the width; from `rightFrom` on they hold numbers. */
function columnsOf(heads: readonly string[], shares: readonly number[], rightFrom = heads.length) {
  return heads.map((head, index) => ({
    head,
    share: shares[index] ?? 1,
    align: index >= rightFrom ? ('right' as const) : ('left' as const),
  }))
}
