import type { RegisteredEnterprise } from '@jiju/scoring/contract/facts'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listEnterprises } from '../../features/scoring-facts/calls.ts'
import { EnterpriseDialog } from '../../features/scoring-facts/enterprise-dialog.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Every enterprise that can be scored. */
export function EnterprisesPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { q } = useSearch({ from: '/work/o/facts/enterprises' })
  const navigate = useNavigate()
  const mayWrite = useAccess('scoring.fact.write')
  const [isAdding, setAdding] = useState(false)
  const { query, items, more } = usePages<RegisteredEnterprise>({
    queryKey: ['facts', 'enterprises', q],
    load: (cursor) => listEnterprises(q, cursor),
  })
  const counts = query.data?.pages[0] as { total: number; optedOut: number } | undefined
  const columns: Column<RegisteredEnterprise>[] = [
    {
      key: 'name',
      title: t('enterprises.name'),
      cell: (row) => (
        <>
          <Link to="/o/facts/enterprises/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          <div className="s t3">{row.creditCode}</div>
        </>
      ),
    },
    { key: 'founded', title: t('enterprises.founded'), cell: (row) => <span className="nw">{row.foundedOn ?? '—'}</span> },
    { key: 'industry', title: t('enterprises.industryOf'), cell: (row) => row.industry ?? '—' },
    { key: 'park', title: t('enterprises.parkOf'), cell: (row) => row.park ?? '—' },
    { key: 'out', title: '', cell: (row) => row.isOptedOut && <Tag kind="warn">{t('enterprises.optedOut')}</Tag> },
  ]
  return (
    <>
      <PageHead
        title={t('enterprises.title')}
        beside={
          counts && (
            <span className="t3">
              {t('enterprises.count', { total: format.number(counts.total), optedOut: format.number(counts.optedOut) })}
            </span>
          )
        }
        line={t('enterprises.lead')}
        actions={
          mayWrite && (
            <Button kind="primary" onClick={() => setAdding(true)}>
              {t('enterprises.new')}
            </Button>
          )
        }
      />
      <div className="stack">
        <div className="filters" style={{ marginBottom: 0 }}>
          <SearchField
            label={t('enterprises.search')}
            value={q ?? ''}
            onChange={(words) => void navigate({ to: '/o/facts/enterprises', search: { q: words || undefined }, replace: true })}
          />
        </div>
        <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
          {() => (
            <Panel isFlush>
              {items.length === 0 ? (
                <Empty title={t('enterprises.empty')} />
              ) : (
                <>
                  <DataTable caption={t('enterprises.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                  <LoadMore {...more} />
                </>
              )}
            </Panel>
          )}
        </QueryView>
      </div>
      {isAdding && (
        <EnterpriseDialog
          enterprise={null}
          onDone={(id) => void navigate({ to: '/o/facts/enterprises/$id', params: { id } })}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
