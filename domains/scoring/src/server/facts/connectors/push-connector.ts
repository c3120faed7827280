import type { PushedFact } from '../../../contract/push.ts'
import type { Connector, StatedRow } from '../../../core/facts/connector.ts'

/** Facts that another system sends, one an item; its place is its number in what was sent, from 1. */
export const pushConnector: Connector<readonly PushedFact[]> = {
  door: 'push',
  read: (facts) => facts.map(rowOf),
}

/** The sheet under which what was pushed is listed. */
export const PUSHED = 'facts'

function rowOf(fact: PushedFact, index: number): StatedRow {
  const { creditCode, period, factCode, value, document } = fact
  return {
    kind: 'row',
    sheet: PUSHED,
    row: index + 1,
    creditCode: { column: null, columnName: 'creditCode', text: creditCode },
    period: { column: null, columnName: 'period', text: period },
    values: [{ column: null, columnName: 'value', text: value, factCode, named: { column: null, columnName: 'factCode', text: factCode } }],
    document: document ?? null,
    cells: [creditCode, period, factCode, value, document ?? ''],
  }
}
