import type { Connector, StatedRow } from '../../../core/facts/connector.ts'

type SelfReport = { readonly creditCode: string; readonly factCode: string; readonly period: string; readonly value: string }

/** One figure that an enterprise states of itself in a form. */
export const selfReportConnector = {
  door: 'self_report',
  read: ({ creditCode, factCode, period, value }): StatedRow[] => [
    {
      kind: 'row',
      sheet: '',
      row: 1,
      creditCode: { column: null, columnName: 'creditCode', text: creditCode },
      period: { column: null, columnName: 'period', text: period },
      values: [{ column: null, columnName: 'value', text: value, factCode }],
      document: null,
      cells: [],
    },
  ],
} satisfies Connector<SelfReport>
