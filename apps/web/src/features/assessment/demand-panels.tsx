import type { UnmetDemand } from '@jiju/booking/contract/assessment'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { ClassName } from './class-table.tsx'

type Wanted = UnmetDemand['unoffered'][number]
type Declined = UnmetDemand['declined'][number]
type Search = UnmetDemand['searches'][number]

const REASONS = [
  'no_staff',
  'own_use',
  'instrument_condition',
  'purpose_unsuitable',
  'sample_unsuitable',
  'not_qualified',
  'other',
  'expired',
] as const

/** What people wanted and did not get: nothing there (to buy), there but refused or full (to share). */
export function DemandPanels({ unmet }: { unmet: UnmetDemand }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const reasonOf = (reason: string) => t(`reason.${REASONS.find((one) => one === reason) ?? 'other'}`)
  const wantedColumns: Column<Wanted>[] = [
    {
      key: 'name',
      title: t('column.instrument'),
      cell: (row) => (
        <Link to="/resources/$id" params={{ id: row.resourceId }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'provider', title: t('column.institution'), cell: (row) => row.providerName },
    { key: 'class', title: t('column.class'), cell: (row) => <ClassName code={row.classCode} /> },
    { key: 'count', title: t('demand.count'), look: 'num', cell: (row) => format.number(row.count) },
    { key: 'hours', title: t('demand.hours'), look: 'num', cell: (row) => format.number(row.hours, 1) },
  ]
  const searchColumns: Column<Search>[] = [
    {
      key: 'query',
      title: t('demand.query'),
      cell: (row) => (
        <Link to="/search" search={{ q: row.query }}>
          {row.query || t('demand.noWords')}
        </Link>
      ),
    },
    { key: 'conditions', title: t('demand.conditions'), cell: (row) => <span className="s t2">{row.conditions || '—'}</span> },
    { key: 'count', title: t('demand.count'), look: 'num', cell: (row) => format.number(row.count) },
    { key: 'last', title: t('demand.last'), cell: (row) => format.day(row.lastOn) },
  ]
  const declinedColumns: Column<Declined>[] = [
    ...(wantedColumns as Column<Declined>[]).slice(0, 3),
    { key: 'reason', title: t('demand.reason'), cell: (row) => reasonOf(row.reason) },
    ...(wantedColumns as Column<Declined>[]).slice(3),
  ]
  return (
    <div className="stack">
      <Panel isFlush title={t('demand.buy')} note={t('demand.buyNote')}>
        {unmet.searches.length === 0 ? (
          <Empty title={t('demand.noSearches')} />
        ) : (
          <DataTable
            caption={t('demand.buy')}
            columns={searchColumns}
            rows={unmet.searches}
            rowKey={(row) => `${row.query} ${row.conditions}`}
          />
        )}
      </Panel>
      <Panel isFlush title={t('demand.declined')} note={t('demand.declinedNote')}>
        {unmet.declined.length === 0 ? (
          <Empty title={t('demand.noDeclined')} />
        ) : (
          <DataTable
            caption={t('demand.declined')}
            columns={declinedColumns}
            rows={unmet.declined}
            rowKey={(row) => `${row.resourceId} ${row.reason}`}
          />
        )}
      </Panel>
      <Panel isFlush title={t('demand.unoffered')} note={t('demand.unofferedNote')}>
        {unmet.unoffered.length === 0 ? (
          <Empty title={t('demand.noUnoffered')} />
        ) : (
          <DataTable caption={t('demand.unoffered')} columns={wantedColumns} rows={unmet.unoffered} rowKey={(row) => row.resourceId} />
        )}
      </Panel>
    </div>
  )
}
