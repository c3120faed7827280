import type { WaitingDemand } from '@jiju/booking/contract/waiting'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { demandOptions } from './calls.ts'

type Item = WaitingDemand['items'][number]
type Wanted = Item['wanted'][number]

/** What people wait for on the own resources, by resource, in the order in which they are asked. */
export function DemandPanels() {
  const { t } = useTranslation('plans')
  const query = useQuery(demandOptions)
  return (
    <QueryView query={query} skeleton={<Bones rows={5} />}>
      {({ items }) =>
        items.length === 0 ? (
          <div className="panel">
            <Empty title={t('demand.empty')}>{t('demand.emptyHint')}</Empty>
          </div>
        ) : (
          <div className="stack">
            {items.map((item) => (
              <Demand key={item.resourceId} item={item} />
            ))}
          </div>
        )
      }
    </QueryView>
  )
}

function Demand({ item }: { item: Item }) {
  const { t } = useTranslation(['plans', 'common'])
  const format = useFormat()
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const columns: Column<Wanted>[] = [
    {
      key: 'window',
      title: t('demand.window'),
      cell: (row) => (
        <>
          {format.dayRange(row.fromDay, row.untilDay)}
          {row.weekdays.length < 7 && ` · ${row.weekdays.map((day) => format.weekdayName(day)).join(t('wish.weekdaySeparator'))}`}
        </>
      ),
    },
    { key: 'hours', title: t('demand.hours'), cell: (row) => `${clock(row.fromMinute)}—${clock(row.untilMinute)}` },
    { key: 'length', title: t('demand.length'), cell: (row) => format.hours(row.minutes) },
    { key: 'class', title: t('demand.class'), cell: (row) => t(`common:customerClass.${row.customerClass}`) },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <Tag kind={row.isOffered ? 'warn' : 'plain'}>{t(row.isOffered ? 'demand.offered' : 'wish.state.waiting')}</Tag>,
    },
    { key: 'since', title: t('demand.since'), cell: (row) => format.instant(row.since), isWideOnly: true },
  ]
  return (
    <Panel
      title={
        <Link to="/resources/$id" params={{ id: item.resourceId }}>
          {resourceNameOf(item)}
        </Link>
      }
      note={t('demand.sum', { count: item.wishes, hours: item.hours })}
      isFlush
    >
      <DataTable
        caption={resourceNameOf(item)}
        columns={columns}
        rows={item.wanted}
        rowKey={(row) => `${row.since}${row.fromDay}${row.minutes}`}
      />
    </Panel>
  )
}
