import type { ScoringModel, ScoringModelSummary } from '@jiju/scoring/contract/models'
import { branchesOf, type Model } from '@jiju/scoring/core/engine/model'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { differencesOptions } from './model-calls.ts'

type Difference = { readonly path: string; readonly before: string | null; readonly after: string | null }

/** Where a model differs from another version, place by place. */
export function ModelDifferences({ model, others }: { model: ScoringModel; others: readonly ScoringModelSummary[] }) {
  const { t } = useTranslation('scoring-lists')
  const placeOf = usePlaceText(model.document as unknown as Model)
  const [older, setOlder] = useState(others[0]?.id ?? '')
  const { data } = useQuery({ ...differencesOptions(model.id, older), enabled: older !== '' })
  if (others.length === 0) return <Empty title={t('models.otherNone')} />
  const columns: Column<Difference>[] = [
    {
      key: 'path',
      title: t('models.place'),
      cell: (row) => (
        <>
          {placeOf(row.path)}
          <div className="mono s t3">{row.path}</div>
        </>
      ),
    },
    { key: 'before', title: t('models.before'), cell: (row) => <span className="mono s">{row.before ?? '—'}</span> },
    { key: 'after', title: t('models.after'), cell: (row) => <span className="mono s">{row.after ?? '—'}</span> },
  ]
  return (
    <Panel title={t('models.diff')} isFlush>
      <div className="panel-body">
        <SelectField
          label={t('models.compare')}
          value={older}
          onPick={setOlder}
          options={others.map((other) => ({ value: other.id, label: `${other.code} ${other.modelVersion}` }))}
        />
      </div>
      {data &&
        (data.items.length === 0 ? (
          <Empty title={t('models.same')} />
        ) : (
          <DataTable caption={t('models.diff')} columns={columns} rows={data.items} rowKey={(row) => row.path} />
        ))}
    </Panel>
  )
}

/** Members that only lead to others. */
const ON_THE_WAY: ReadonlySet<string> = new Set(['root', 'children', 'items', 'indicators', 'stages', 'branch'])

/** A place of a model in words: its indicators, branches, stages and deductions by name, its members as the texts call them. */
function usePlaceText(document: Model): (path: string) => string {
  const { t, i18n } = useTranslation('scoring-lists')
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const named = [...branchesOf(document), ...document.indicators, ...document.stages, ...document.deductions.items, ...document.gates]
  const names = new Map(named.map(({ code, name }) => [code, name[language]]))
  return (path) =>
    path
      .split(' / ')
      .filter((part) => !ON_THE_WAY.has(part))
      .map((part) => names.get(part) ?? t(`models.member.${part as 'weight'}`, { defaultValue: part }))
      .join(' · ')
}
