import type { DowntimeOverview } from '@jiju/booking/contract/faults'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { downtimeOptions } from '../../features/outages/calls.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

const DAYS = ['30', '90', '365'] as const
type Row = DowntimeOverview['providers'][number]

/** How long instruments could not be used, by provider. */
export function DowntimePage() {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/downtime' })
  const days = oneOf(search.days, DAYS) ?? '90'
  const query = useQuery({ ...downtimeOptions(Number(days)), placeholderData: keepPreviousData })
  const number = (key: keyof Row & string, title: string, decimals = 0): Column<Row> => ({
    key,
    title,
    look: 'num',
    cell: (row) => format.number(Number(row[key]), decimals),
  })
  const columns: Column<Row>[] = [
    {
      key: 'provider',
      title: t('downtime.column.provider'),
      cell: (row) => (
        <Link to="/providers/$id" params={{ id: row.providerId }}>
          {row.name}
        </Link>
      ),
    },
    number('outages', t('downtime.column.outages')),
    number('hours', t('downtime.column.hours'), 1),
    number('suddenHours', t('downtime.column.sudden'), 1),
    number('displaced', t('downtime.column.displaced')),
    number('openFaults', t('downtime.column.faults')),
    number('overdueCalibrations', t('downtime.column.overdue')),
  ]
  return (
    <>
      <PageHead
        title={t('downtime.title')}
        line={t('downtime.lead', { days })}
        actions={
          <Segmented
            label={t('downtime.days')}
            value={days}
            options={DAYS.map((value) => ({ value, label: t('downtime.daysOption', { count: Number(value) }) }))}
            onPick={(value) => void navigate({ to: '/o/downtime', search: { days: value === '90' ? undefined : value }, replace: true })}
          />
        }
      />
      <QueryView query={query} isPage>
        {(overview) => (
          <div className="stack">
            <Figures
              items={[
                { key: 'running', label: t('downtime.running'), value: overview.runningNow, unit: t('downtime.unit') },
                {
                  key: 'hours',
                  label: t('downtime.hours'),
                  value: format.number(overview.hours, 1),
                  unit: t('downtime.hoursUnit'),
                  note: t('downtime.sudden', { hours: format.number(overview.suddenHours, 1) }),
                },
                {
                  key: 'displaced',
                  label: t('downtime.displaced'),
                  value: overview.displaced,
                  unit: t('downtime.displacedUnit'),
                  note:
                    overview.relocatedPercent !== null &&
                    t('downtime.relocated', { percent: format.percent(overview.relocatedPercent / 100) }),
                },
                { key: 'faults', label: t('downtime.faults'), value: overview.openFaults, unit: t('downtime.faultsUnit') },
                { key: 'overdue', label: t('downtime.overdue'), value: overview.overdueCalibrations, unit: t('downtime.unit') },
              ]}
            />
            <div className="panel">
              {overview.providers.length === 0 ? (
                <Empty title={t('downtime.empty')} />
              ) : (
                <DataTable caption={t('downtime.title')} columns={columns} rows={overview.providers} rowKey={(row) => row.providerId} />
              )}
            </div>
          </div>
        )}
      </QueryView>
    </>
  )
}
