import type { ScoringModelSummary } from '@jiju/scoring/contract/models'
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
export function ModelDifferences({ id, others }: { id: string; others: readonly ScoringModelSummary[] }) {
  const { t } = useTranslation('scoring-lists')
  const [older, setOlder] = useState(others[0]?.id ?? '')
  const { data } = useQuery({ ...differencesOptions(id, older), enabled: older !== '' })
  if (others.length === 0) return <Empty title={t('models.otherNone')} />
  const columns: Column<Difference>[] = [
    { key: 'path', title: t('models.place'), cell: (row) => <span className="mono s">{row.path}</span> },
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
