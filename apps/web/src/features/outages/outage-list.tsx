import type { Outage } from '@jiju/booking/contract/outages'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { listOutages } from './calls.ts'
import { OutageStateTag } from './outage-state.tsx'

/** The first of an outage's instruments, and how many there are. */
export function useResourcesText(): (outage: Pick<Outage, 'resources'>) => string {
  const { t } = useTranslation('outages')
  return ({ resources }) => {
    const [first] = resources
    const name = (currentLanguage() === 'en' && first?.nameEn) || (first?.name ?? '')
    if (first?.units) return t('resourceUnits', { name, units: first.units.join(t('unitSeparator')) })
    return resources.length > 1 ? t('resourcesMore', { name, count: resources.length }) : name
  }
}

/** Outages of the provider: what they are, when, and what waits for an answer. */
export function OutageList({ when }: { when: 'running' | 'planned' | 'past' }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const resourcesText = useResourcesText()
  const { query, items, more } = usePages<Outage>({
    queryKey: ['outages', 'list', when],
    load: (cursor, signal) => listOutages({ when }, cursor, signal),
  })
  const columns: Column<Outage>[] = [
    {
      key: 'what',
      title: t('column.what'),
      cell: (row) => (
        <>
          <Link to="/p/outages/$id" params={{ id: row.id }}>
            {row.reason}
          </Link>
          <div className="s t3">
            {t(`type.${row.type}`)} {row.isSudden && <Tag kind="bad">{t('sudden')}</Tag>}{' '}
            {row.seriesId && <Tag kind="line">{t('recurring')}</Tag>}
          </div>
        </>
      ),
    },
    { key: 'resources', title: t('column.resources'), cell: (row) => resourcesText(row) },
    { key: 'time', title: t('column.time'), cell: (row) => format.range(row.start, row.end, row.resources[0]?.zone) },
    {
      key: 'affected',
      title: t('column.affected'),
      cell: (row) =>
        row.affected === 0
          ? t('affectedNone')
          : row.open > 0
            ? t('affectedOpen', { affected: row.affected, open: row.open })
            : t('affectedDone', { affected: row.affected }),
    },
    { key: 'state', title: t('column.state'), cell: (row) => <OutageStateTag outage={row} /> },
    {
      key: 'next',
      title: t('column.next'),
      look: 'action',
      cell: (row) => (
        <Link className="btn btn-sm" to="/p/outages/$id" params={{ id: row.id }}>
          {t('open')}
        </Link>
      ),
    },
  ]
  return (
    <QueryView query={query} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t(`empty.${when}`)} />
          ) : (
            <DataTable caption={t('tabs.outages')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
        </div>
      )}
    </QueryView>
  )
}
