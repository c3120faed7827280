import type { ScoringModelSummary } from '@jiju/scoring/contract/models'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createModel, listModels, shippedOptions } from '../../features/scoring-lists/model-calls.ts'
import { ModelCertainty } from '../../features/scoring-lists/model-tree.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

const LOOK = { draft: 'plain', published: 'ok', retired: 'bad' } as const

/** Models in all their versions, and those that come along to be adopted. */
export function ModelsPage() {
  const { t, i18n } = useTranslation('scoring-lists')
  const { query, items, more } = usePages<ScoringModelSummary>({ queryKey: ['scoring', 'models', 'all'], load: listModels })
  const columns: Column<ScoringModelSummary>[] = [
    {
      key: 'name',
      title: t('models.name'),
      cell: (row) => (
        <>
          <Link to="/o/scoring/models/$id" params={{ id: row.id }}>
            {i18n.language === 'en' ? row.name.en : row.name.zh}
          </Link>{' '}
          <ModelCertainty certainty={row.certainty} />
          <div className="s t3 mono">
            {row.code} {row.modelVersion}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('models.state'), cell: (row) => <Tag kind={LOOK[row.state]}>{t(`models.${row.state}`)}</Tag> },
    { key: 'valid', title: t('models.validity'), cell: (row) => `${row.validFrom} – ${row.validTo ?? t('models.open')}` },
    { key: 'indicators', title: t('runs.indicator'), look: 'num', cell: (row) => row.indicatorCount },
    { key: 'sources', title: t('models.citations'), look: 'num', cell: (row) => row.sourceCount },
  ]
  return (
    <div className="stack-24">
      <PageHead title={t('models.title')} line={t('models.lead')} />
      <QueryView query={query} skeleton={<Bones rows={4} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('models.empty')} />
            ) : (
              <>
                <DataTable caption={t('models.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
                <LoadMore {...more} />
              </>
            )}
          </div>
        )}
      </QueryView>
      <Shipped />
    </div>
  )
}

function Shipped() {
  const { t, i18n } = useTranslation('scoring-lists')
  const navigate = useNavigate()
  const mayEdit = useAccess('scoring.model.edit')
  const { data } = useQuery(shippedOptions)
  const adopt = useCommand({
    run: createModel,
    onDone: (model) => navigate({ to: '/o/scoring/models/$id', params: { id: model.id } }),
  })
  if (!data) return null
  return (
    <Panel title={t('models.shipped')} isFlush>
      <ProblemSummary error={adopt.error} />
      <ul className="line-list">
        {data.items.map((model) => (
          <li key={model.code}>
            <span className="f1">
              <span>{i18n.language === 'en' ? model.name.en : model.name.zh}</span> <ModelCertainty certainty={model.certainty} />
              <span className="s t3" style={{ display: 'block' }}>
                {model.code} {model.modelVersion} · {t('models.indicators', { count: model.indicatorCount })}
              </span>
            </span>
            {model.isAdopted ? (
              <span className="t3">{t('models.adopted')}</span>
            ) : (
              mayEdit && (
                <Button isBusy={adopt.isPending} onClick={() => adopt.mutate({ shipped: model.code })}>
                  {t('models.adopt')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
