import { useTranslation } from 'react-i18next'
import { type ImportSummary, importsKey, listImports } from '../../features/order-imports/calls.ts'
import { ImportPanel } from '../../features/order-imports/import-panel.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** A provider brings the orders that it had before, and sees what was brought. */
export function OrderImportPage() {
  const { t } = useTranslation(['order-imports', 'orders'])
  const format = useFormat()
  const { query, items, more } = usePages<ImportSummary>({ queryKey: [...importsKey, 'files'], load: listImports })
  const columns: Column<ImportSummary>[] = [
    { key: 'file', title: t('column.file'), cell: (row) => row.name },
    { key: 'state', title: t('column.state'), cell: (row) => t(`state.${row.state}`) },
    {
      key: 'result',
      title: t('column.result'),
      cell: (row) =>
        row.outcome
          ? t('done', row.outcome)
          : t('checked', { lines: row.lineCount, good: row.lineCount - row.faultCount, faults: row.faultCount }),
    },
    { key: 'at', title: t('column.at'), cell: (row) => `${format.stamp(row.uploadedAt)} · ${row.uploadedByName ?? '—'}` },
  ]
  return (
    <>
      <PageHead crumb={[{ label: t('orders:title'), link: { to: '/p/orders' } }, { label: t('title') }]} title={t('title')} />
      <div className="stack">
        <ImportPanel />
        <Panel title={t('history')} isFlush>
          <QueryView query={query} skeleton={<Bones rows={3} />}>
            {() =>
              items.length === 0 ? (
                <Empty title={t('none')} />
              ) : (
                <>
                  <DataTable caption={t('history')} columns={columns} rows={items} rowKey={(row) => row.id} />
                  <LoadMore {...more} />
                </>
              )
            }
          </QueryView>
        </Panel>
      </div>
    </>
  )
}
