import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../lib/i18n.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { Segmented } from '../../../ui/field.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Empty } from '../../../ui/states.tsx'
import { CertaintyTag } from '../../../ui/tag.tsx'
import { instrumentClassesOptions, type ListedDeviceClass, listDeviceClasses } from '../calls.ts'

const PARTS = ['devices', 'instruments'] as const
const CERTAINTY = { seen: 'verified', second_hand: 'secondary', to_confirm: 'unconfirmed' } as const

/** Device classification and instrument classes. */
export function VocabularyLists() {
  const { t } = useTranslation('operations')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/o/data' })
  const part = search.part === 'instruments' ? 'instruments' : 'devices'
  return (
    <>
      <div className="filters">
        <Segmented
          label={t('data.tabs.vocabularies')}
          value={part}
          options={PARTS.map((value) => ({
            value,
            label: value === 'devices' ? t('data.deviceClasses.title') : t('data.instrumentClasses.title'),
          }))}
          onPick={(value) =>
            void navigate({ to: '/o/data', search: { tab: 'vocabularies', part: value === 'devices' ? undefined : value }, replace: true })
          }
        />
        {part === 'devices' && (
          <SearchField
            label={t('data.deviceClasses.search')}
            value={search.q ?? ''}
            onChange={(q) => void navigate({ to: '/o/data', search: { ...search, q: q || undefined }, replace: true })}
          />
        )}
      </div>
      {part === 'devices' ? <DeviceClasses q={search.q} /> : <InstrumentClasses />}
    </>
  )
}

function DeviceClasses({ q }: { q: string | undefined }) {
  const { t } = useTranslation('operations')
  const { query, items, more } = usePages<ListedDeviceClass>({
    queryKey: ['device-classes', 'list', q ?? ''],
    load: (cursor) => listDeviceClasses(q, cursor),
  })
  const columns: Column<ListedDeviceClass>[] = [
    { key: 'code', title: t('data.deviceClasses.code'), cell: (row) => <span className="mono">{row.code}</span> },
    {
      key: 'name',
      title: t('data.deviceClasses.name'),
      cell: (row) => (
        <>
          {row.name}
          <div className="s t3">
            {row.directoryName} · {row.groupName}
          </div>
        </>
      ),
    },
    { key: 'management', title: t('data.deviceClasses.management'), cell: (row) => row.managementClass },
    { key: 'examples', title: t('data.deviceClasses.examples'), cell: (row) => row.examples ?? '—' },
  ]
  return (
    <QueryView query={query}>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('data.deviceClasses.empty')} />
          ) : (
            <DataTable
              caption={t('data.deviceClasses.title')}
              columns={columns}
              rows={items}
              rowKey={(row) => `${row.code}/${row.subdivision}/${row.ordinal}`}
            />
          )}
          <LoadMore {...more} />
        </div>
      )}
    </QueryView>
  )
}

function InstrumentClasses() {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const query = useQuery(instrumentClassesOptions)
  const isEnglish = currentLanguage() === 'en'
  return (
    <QueryView query={query}>
      {({ items }) => (
        <div className="panel">
          <DataTable
            caption={t('data.instrumentClasses.title')}
            columns={[
              { key: 'code', title: t('data.instrumentClasses.code'), cell: (row) => <span className="mono">{row.code}</span> },
              {
                key: 'name',
                title: t('data.instrumentClasses.name'),
                cell: (row) => (
                  <>
                    {isEnglish ? row.en : row.zh}
                    <CertaintyTag certainty={CERTAINTY[row.certainty]} />
                  </>
                ),
              },
              { key: 'count', title: t('data.instrumentClasses.count'), look: 'num', cell: (row) => format.number(row.count) },
            ]}
            rows={items}
            rowKey={(row) => row.code}
          />
        </div>
      )}
    </QueryView>
  )
}
