import type { FactConflict } from '@jiju/scoring/contract/facts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listConflicts } from '../../features/scoring-facts/calls.ts'
import { useFactNames } from '../../features/scoring-facts/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** Where sources contradict each other and nobody has chosen. */
export function ConflictsPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { nameOf, unitOf } = useFactNames()
  const { query, items, more } = usePages<FactConflict>({ queryKey: ['facts', 'conflicts'], load: listConflicts })
  const columns: Column<FactConflict>[] = [
    {
      key: 'enterprise',
      title: t('enterprises.name'),
      cell: (row) => (
        <Link to="/o/facts/enterprises/$id" params={{ id: row.enterpriseId }}>
          {row.enterpriseName}
        </Link>
      ),
    },
    { key: 'fact', title: t('data.fact'), cell: (row) => `${nameOf(row.factCode)}（${unitOf(row.factCode)}）` },
    { key: 'period', title: t('data.period'), cell: (row) => row.period },
    {
      key: 'statements',
      title: t('conflicts.statements'),
      cell: (row) => row.statements.map(({ source, value }) => `${t(`source.${source}`)} ${format.number(value, 2)}`).join(' · '),
    },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) => (
        <ButtonLink size="sm" to="/o/facts/enterprises/$id" params={{ id: row.enterpriseId }}>
          {t('conflicts.open')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('conflicts.title')} line={t('conflicts.lead')} />
      <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
        {() => (
          <Panel isFlush>
            {items.length === 0 ? (
              <Empty title={t('conflicts.empty')} />
            ) : (
              <>
                <DataTable
                  caption={t('conflicts.title')}
                  columns={columns}
                  rows={items}
                  rowKey={(row) => `${row.enterpriseId} ${row.factCode} ${row.period}`}
                />
                <LoadMore {...more} />
              </>
            )}
          </Panel>
        )}
      </QueryView>
    </>
  )
}
