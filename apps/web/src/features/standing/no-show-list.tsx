import type { NoShow } from '@jiju/booking/contract/no-shows'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { listNoShows } from './calls.ts'
import { DecideButton } from './decide-button.tsx'
import { NoShowStateTag } from './no-show-state.tsx'

/** Records of missed bookings with the appeals against them, for who decides. */
export function NoShowList({ show, hasProvider = false }: { show: 'appeals' | 'all'; hasProvider?: boolean }) {
  const { t } = useTranslation('standing')
  const format = useFormat()
  const client = useQueryClient()
  const { query, items, more } = usePages<NoShow>({
    queryKey: ['no-shows', show],
    load: (cursor, signal) => listNoShows(show, cursor, signal),
  })
  const renew = () => Promise.all(['no-shows', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const columns: Column<NoShow>[] = [
    {
      key: 'booking',
      title: t('column.booking'),
      cell: (row) => (
        <>
          {resourceNameOf(row)}
          <div className="s t3" style={{ fontWeight: 400 }}>
            {hasProvider && `${row.providerName} · `}
            {format.range(row.start, row.end, row.zone)} · {row.number}
          </div>
          {row.appeal && (
            <div className="s t2 pre" style={{ fontWeight: 400 }}>
              {t('decide.said', { words: row.appeal.words })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'person',
      title: t('column.person'),
      cell: (row) => (
        <>
          {row.personName}
          <div className="s t3">{row.organisationName}</div>
        </>
      ),
    },
    { key: 'points', title: t('column.points'), look: 'num', cell: (row) => row.points },
    { key: 'expires', title: t('column.expires'), cell: (row) => format.instant(row.expiresAt, row.zone) },
    { key: 'state', title: t('column.state'), cell: (row) => <NoShowStateTag record={row} /> },
    { key: 'next', title: t('column.next'), look: 'action', cell: (row) => <DecideButton record={row} onDone={() => void renew()} /> },
  ]
  return (
    <QueryView query={query} skeleton={<Bones rows={4} />}>
      {() =>
        items.length === 0 ? (
          <Empty title={t(`empty.${show}`)} />
        ) : (
          <>
            <DataTable caption={t('history')} columns={columns} rows={items} rowKey={(row) => row.id} />
            <LoadMore {...more} />
          </>
        )
      }
    </QueryView>
  )
}
