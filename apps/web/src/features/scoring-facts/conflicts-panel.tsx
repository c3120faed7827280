import type { FactConflict } from '@jiju/scoring/contract/facts'
import { useTranslation } from 'react-i18next'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useConflictChoice } from './conflict-choice.tsx'

/** Sources of one enterprise that differ: which counts, and the choice of another. */
export function ConflictsPanel({ conflicts, mayChoose }: { conflicts: readonly FactConflict[]; mayChoose: boolean }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { nameOf } = useFactNames()
  const { values, dialog } = useConflictChoice(mayChoose)
  if (conflicts.length === 0) return null
  const columns: Column<FactConflict>[] = [
    { key: 'fact', title: t('data.fact'), cell: (row) => nameOf(row.factCode) },
    { key: 'period', title: t('data.period'), cell: (row) => <span className="nw">{format.period(row.period)}</span> },
    { key: 'difference', title: t('conflicts.difference'), look: 'num', cell: (row) => format.percent(row.differencePercent / 100) },
    { key: 'values', title: t('conflicts.statements'), cell: values },
  ]
  return (
    <Panel title={t('enterprise.conflicts')} note={t('enterprise.conflictLine')} isFlush>
      <DataTable caption={t('enterprise.conflicts')} columns={columns} rows={conflicts} rowKey={(row) => `${row.factCode} ${row.period}`} />
      {dialog}
    </Panel>
  )
}
