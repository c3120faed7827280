import type { FactConflict } from '@jiju/scoring/contract/facts'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listConflicts } from '../../features/scoring-facts/calls.ts'
import { useConflictChoice } from '../../features/scoring-facts/conflict-choice.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

const LEAST = ['0', '1', '5', '20'] as const

/** Where sources contradict each other: the largest differences first, decided on the spot. */
export function ConflictsPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const mayChoose = useAccess('scoring.fact.write')
  const { nameOf, definitions } = useFactNames()
  const { fact, show, least = '1' } = useSearch({ from: '/work/o/facts/conflicts' })
  const navigate = useNavigate()
  const isAll = show === 'all'
  const { query, items, more } = usePages<FactConflict>({
    queryKey: ['facts', 'conflicts', fact, show, least],
    load: (cursor) => listConflicts({ factCode: fact, show: isAll ? 'all' : 'open', least: Number(least) }, cursor),
  })
  const total = (query.data?.pages[0] as { total?: number } | undefined)?.total
  const { values, dialog } = useConflictChoice(mayChoose)
  const set = (next: Record<string, string | undefined>) =>
    void navigate({ to: '/o/facts/conflicts', search: { fact, show, least, ...next }, replace: true })
  const columns: Column<FactConflict>[] = [
    {
      key: 'enterprise',
      title: t('enterprises.name'),
      cell: (row) => (
        <>
          <Link to="/o/facts/enterprises/$id" params={{ id: row.enterpriseId }}>
            {row.enterpriseName}
          </Link>
          <div className="s t3">{row.creditCode}</div>
        </>
      ),
    },
    {
      key: 'fact',
      title: t('data.fact'),
      cell: (row) => (
        <>
          {nameOf(row.factCode)}
          <div className="s t3">{format.period(row.period)}</div>
        </>
      ),
    },
    { key: 'difference', title: t('conflicts.difference'), look: 'num', cell: (row) => format.percent(row.differencePercent / 100) },
    { key: 'statements', title: t('conflicts.statements'), cell: values },
  ]
  return (
    <>
      <PageHead
        title={t('conflicts.title')}
        beside={total !== undefined && <span className="t3">{t('conflicts.count', { count: format.number(total) as never })}</span>}
        line={t('conflicts.lead')}
      />
      <div className="filters">
        <SelectField
          label={t('data.fact')}
          isLabelHidden
          value={fact ?? ''}
          options={[
            { value: '', label: t('conflicts.allFacts') },
            ...definitions.map(({ code }) => ({ value: code, label: nameOf(code) })),
          ]}
          onPick={(value) => set({ fact: value || undefined })}
        />
        <SelectField
          label={t('conflicts.difference')}
          isLabelHidden
          value={least as (typeof LEAST)[number]}
          options={LEAST.map((value) => ({
            value,
            label: value === '0' ? t('conflicts.anyDifference') : t('conflicts.atLeast', { percent: value }),
          }))}
          onPick={(value) => set({ least: value })}
        />
        <SelectField
          label={t('event.state')}
          isLabelHidden
          value={isAll ? 'all' : 'open'}
          options={(['open', 'all'] as const).map((value) => ({ value, label: t(`conflicts.${value}`) }))}
          onPick={(value) => set({ show: value === 'all' ? 'all' : undefined })}
        />
      </div>
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
      {dialog}
    </>
  )
}
