import type { ImportedOrder } from '@jiju/orders/contract/imports'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { importsKey, listImported } from './calls.ts'

/** Orders from before the platform, marked as what they are. */
export function ImportedList({ isProvider, q }: { isProvider: boolean; q: string | undefined }) {
  const { t } = useTranslation('order-imports')
  const format = useFormat()
  const { query, items, more } = usePages<ImportedOrder>({
    queryKey: [...importsKey, 'orders', q],
    load: (cursor, signal) => listImported(q, cursor, signal),
  })
  const columns: Column<ImportedOrder>[] = [
    {
      key: 'order',
      title: t('column.order'),
      cell: (row) => (
        <>
          {row.title}{' '}
          <Tag kind="line">
            <span title={t('earlier.note')}>{t('earlier.tag')}</span>
          </Tag>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.ownNumber} · {isProvider ? row.clientName : row.providerName}
            {row.items && ` · ${row.items}`}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('column.state'), cell: (row) => t(`state.${row.state}`) },
    { key: 'ordered', title: t('column.ordered'), cell: (row) => format.day(row.orderedOn) },
    { key: 'finished', title: t('column.finished'), cell: (row) => (row.finishedOn ? format.day(row.finishedOn) : '—') },
    { key: 'report', title: t('column.report'), isWideOnly: true, cell: (row) => row.reportNumber ?? '—' },
    { key: 'total', title: t('column.total'), look: 'num', cell: (row) => format.money(row.total) },
  ]
  return (
    <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('earlier.empty')}>{isProvider ? t('earlier.emptyProvider') : null}</Empty>
          ) : (
            <>
              <DataTable caption={t('earlier.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )}
        </div>
      )}
    </QueryView>
  )
}
