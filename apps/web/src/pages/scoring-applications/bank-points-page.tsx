import type { OpenEnterprise } from '@jiju/scoring/contract/credit'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listOpenEnterprises } from '../../features/scoring-applications/calls.ts'
import { WhiteListPanel } from '../../features/scoring-applications/white-list-panel.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useWording } from '../../lib/use-wording.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Enterprises that let the bank read their innovation points. */
export function BankPointsPage() {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const format = useFormat()
  const navigate = useNavigate()
  const { q } = useSearch({ from: '/work/b/points' })
  const { query, items, more } = usePages<OpenEnterprise>({
    queryKey: ['credit', 'open', q],
    load: (cursor) => listOpenEnterprises(q, cursor),
  })
  const columns: Column<OpenEnterprise>[] = [
    {
      key: 'name',
      title: t('enterprise'),
      cell: (row) => (
        <>
          <Link to="/b/points/$enterpriseId" params={{ enterpriseId: row.enterpriseId }}>
            {row.name}
          </Link>
          <div className="s t3">{row.creditCode}</div>
        </>
      ),
    },
    {
      key: 'items',
      title: t('credit.openItems'),
      cell: (row) => (
        <span className="row g4 wrap">
          <Tag>{t('credit.item.innovation_points')}</Tag>
          {row.items.map((item) => (
            <Tag key={item}>{t(`credit.item.${item}`)}</Tag>
          ))}
        </span>
      ),
    },
    { key: 'purpose', title: t('credit.purpose'), cell: (row) => wording.clauses(row.purposes) },
    { key: 'until', title: t('credit.until'), cell: (row) => format.dayOf(row.validUntil) },
  ]
  return (
    <div className="stack">
      <PageHead title={t('credit.title')} line={t('credit.lead')} />
      <Panel
        isFlush
        title={t('credit.openTitle')}
        note={t('credit.openNote')}
        extra={
          <SearchField
            label={t('search')}
            value={q ?? ''}
            onChange={(words) => void navigate({ to: '/b/points', search: { q: words || undefined }, replace: true })}
          />
        }
      >
        <QueryView query={query} isPage>
          {() =>
            items.length === 0 ? (
              <Empty title={t(q ? 'credit.noneFound' : 'credit.noneOpen')}>{q ? null : t('credit.noneOpenHint')}</Empty>
            ) : (
              <>
                <DataTable caption={t('credit.openTitle')} columns={columns} rows={items} rowKey={({ enterpriseId }) => enterpriseId} />
                <LoadMore {...more} />
              </>
            )
          }
        </QueryView>
      </Panel>
      <WhiteListPanel />
    </div>
  )
}
