import type { FactRead } from '@jiju/people/contract/consents'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { listFactReads } from '../calls.ts'

/** Every read of the organisation's facts by another, as its owner sees it; `points` leaves only those of innovation points. */
export function FactReadList({ only }: { only?: 'points' }) {
  const { t } = useTranslation('members')
  const { t: people } = useTranslation('people')
  const format = useFormat()
  const { query, items: all, more } = usePages<FactRead>({ queryKey: ['fact-reads'], load: listFactReads })
  const items = only === 'points' ? all.filter(({ facts }) => facts.includes('points')) : all
  const columns: Column<FactRead>[] = [
    { key: 'who', title: t('consents.who'), cell: (row) => `${row.reader.name} · ${row.readerName}` },
    { key: 'what', title: t('consents.what'), cell: (row) => people(`fact.${row.facts}`) },
    { key: 'basis', title: t('consents.basisLabel'), cell: (row) => t(`consents.basis.${row.basis}`) },
    { key: 'purpose', title: t('consents.purpose'), cell: (row) => row.purpose },
    { key: 'at', title: t('consents.at'), cell: (row) => format.stamp(row.at) },
  ]
  return (
    <QueryView query={query} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('consents.noReads')} />
          ) : (
            <DataTable caption={t('consents.tabs.reads')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
        </div>
      )}
    </QueryView>
  )
}
