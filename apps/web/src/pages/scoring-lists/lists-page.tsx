import type { ScoringList } from '@jiju/scoring/contract/lists'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listLists } from '../../features/scoring-lists/calls.ts'
import { ListStateTag } from '../../features/scoring-lists/state-tag.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** Lists of the district from draft to withdrawal, newest first. */
export function ListsPage() {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const mayEdit = useAccess('scoring.list.edit')
  const { query, items, more } = usePages<ScoringList>({ queryKey: ['scoring', 'lists'], load: listLists })
  const columns: Column<ScoringList>[] = [
    {
      key: 'title',
      title: t('office.title'),
      cell: (row) => (
        <>
          <Link to="/o/lists/$id" params={{ id: row.id }}>
            {i18n.language === 'en' ? row.titleEn : row.titleZh}
          </Link>
          <div className="s t3">{row.number}</div>
        </>
      ),
    },
    { key: 'state', title: t('runs.state'), cell: (row) => <ListStateTag state={row.state} /> },
    { key: 'run', title: t('office.run'), isWideOnly: true, cell: (row) => `${row.run.number} · ${format.period(row.run.period)}` },
    { key: 'entries', title: t('public.entries'), look: 'num', cell: (row) => format.number(row.entryCount) },
    { key: 'until', title: t('office.noticeUntil'), cell: (row) => (row.noticeUntil ? format.day(row.noticeUntil) : '—') },
    { key: 'objections', title: t('office.objections'), look: 'num', cell: (row) => row.openObjections },
  ]
  return (
    <>
      <PageHead
        title={t('office.title')}
        line={t('office.lead')}
        actions={
          mayEdit && (
            <ButtonLink kind="primary" to="/o/lists/new">
              {t('office.new')}
            </ButtonLink>
          )
        }
      />
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('office.empty')} />
            ) : (
              <>
                <DataTable caption={t('office.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
