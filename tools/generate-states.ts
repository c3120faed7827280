import { TRANSITIONS as BOOKING_TRANSITIONS } from '../domains/booking/src/core/reservation-states.ts'
import { LIVE_STATES } from '../domains/booking/src/core/vocabulary.ts'
import { TRANSITIONS as ORDER_TRANSITIONS } from '../domains/orders/src/core/order/machine.ts'

type Row = {
  readonly from: string | null
  readonly act: string
  readonly to: string
  readonly by: readonly string[]
  readonly note: string
}

/** The pages of states, each drawn from its table of transitions: file → text. */
export function statePages(): Map<string, string> {
  return new Map([
    [
      'docs/booking-states.md',
      statePage({
        title: 'States of a reservation',
        source: 'domains/booking/src/core/reservation-states.ts',
        more: `While a reservation is ${LIVE_STATES.join(', ')} it takes its slot; a hold or a request past its limit counts as expired for every reader at once.`,
        rows: BOOKING_TRANSITIONS.map((row) => ({ ...row, note: row.event ? `\`${row.event}\`` : '—' })),
        noteHead: 'event',
      }),
    ],
    [
      'docs/order-states.md',
      statePage({
        title: 'States of an order',
        source: 'domains/orders/src/core/order/machine.ts',
        more: 'Each change leaves one step with who, when and why, and the event `orders.order_changed`. A paused order resumes where it stopped.',
        rows: ORDER_TRANSITIONS.map((row) => ({ ...row, note: 'needsReason' in row && row.needsReason ? 'yes' : '—' })),
        noteHead: 'needs a reason',
      }),
    ],
  ])
}

type Page = {
  readonly title: string
  readonly source: string
  readonly more: string
  readonly rows: readonly Row[]
  readonly noteHead: string
}

function statePage({ title, source, more, rows, noteHead }: Page): string {
  const arrows = new Map<string, string[]>()
  for (const { from, act, to } of rows) {
    const arrow = `${from ?? '[*]'} --> ${to}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), act])
  }
  return [
    `# ${title}`,
    '',
    `Generated from \`${source}\` by \`npm run generate\`. Every change compares version and state in the`,
    'statement that makes it, so that of two that meet one wins and the other is told.',
    more,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...[...arrows].map(([arrow, acts]) => `  ${arrow}: ${acts.join(', ')}`),
    '```',
    '',
    `| from | act | to | who | ${noteHead} |`,
    '|---|---|---|---|---|',
    ...rows.map(({ from, act, to, by, note }) => `| ${from ?? '—'} | \`${act}\` | ${to} | ${by.join(', ')} | ${note} |`),
    '',
  ].join('\n')
}
