import { TRANSITIONS, type Transition } from '../domains/booking/src/core/reservation-states.ts'
import { LIVE_STATES } from '../domains/booking/src/core/vocabulary.ts'

/** docs/booking-states.md from the table of transitions: file → text. */
export function statePages(): Map<string, string> {
  return new Map([['docs/booking-states.md', statePage(TRANSITIONS)]])
}

function statePage(transitions: readonly Transition[]): string {
  const arrows = new Map<string, string[]>()
  for (const { from, act, to } of transitions) {
    const arrow = `${from ?? '[*]'} --> ${to}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), act])
  }
  const diagram = [...arrows].map(([arrow, acts]) => `  ${arrow}: ${acts.join(', ')}`)
  const rows = transitions.map(
    ({ from, act, to, by, event }) => `| ${from ?? '—'} | \`${act}\` | ${to} | ${by.join(', ')} | ${event ? `\`${event}\`` : '—'} |`,
  )
  return [
    '# States of a reservation',
    '',
    'Generated from `domains/booking/src/core/reservation-states.ts` by `npm run generate`. Every change compares version and state in the',
    'statement that makes it, so that of two that meet one wins and the other is told.',
    `While a reservation is ${LIVE_STATES.join(', ')} it takes its slot; a hold or a request past its limit counts as expired for every reader at once.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...diagram,
    '```',
    '',
    '| from | act | to | who | event |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
