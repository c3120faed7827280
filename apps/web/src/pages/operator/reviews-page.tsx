import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listReviews, type Review } from '../../features/catalog-admin/calls.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Submissions that wait for a decision, the oldest first. */
export function ReviewsPage() {
  const { t } = useTranslation('operations')
  const { t: editor } = useTranslation('editor')
  const format = useFormat()
  const { query, items, more } = usePages<Review>({ queryKey: ['reviews', 'list'], load: (cursor) => listReviews(cursor) })
  const columns: Column<Review>[] = [
    {
      key: 'name',
      title: t('resources.column.name'),
      cell: (row) => (
        <>
          <Link to="/o/resources/$id" params={{ id: row.id }}>
            {row.nameZh ?? row.nameEn}
          </Link>
          {row.model && (
            <div className="s t3" style={{ fontWeight: 400 }}>
              {row.model}
            </div>
          )}
        </>
      ),
    },
    { key: 'provider', title: t('resources.column.provider'), cell: (row) => row.provider.name },
    { key: 'kind', title: t('resources.column.kind'), cell: (row) => editor(`kind.${row.kind}`) },
    {
      key: 'type',
      title: t('resources.column.type'),
      cell: (row) => <Tag kind={row.isFirst ? 'accent' : 'plain'}>{row.isFirst ? t('resources.first') : t('resources.change')}</Tag>,
    },
    { key: 'submitted', title: t('resources.column.submitted'), cell: (row) => format.instant(row.submittedAt) },
    {
      key: 'next',
      title: t('resources.column.next'),
      look: 'action',
      cell: (row) => (
        <ButtonLink size="sm" kind="primary" to="/o/resources/$id" params={{ id: row.id }}>
          {t('resources.open')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('resources.title')} line={t('resources.lead')} />
      <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('resources.empty')} />
            ) : (
              <DataTable caption={t('resources.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
    </>
  )
}
