import type { RunGrounds as Grounds } from '@jiju/scoring/contract/run-desk'
import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { STATUSES } from '@jiju/scoring/core/engine/score-table'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { groundsOptions, summaryOptions } from './run-calls.ts'

type Known = Grounds['columns'][number]
const SHOWN = 8

/** Who has no score and why, who was excluded by what, and what was known least. */
export function RunGrounds({ run }: { run: ScoringRun }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const summary = useQuery(summaryOptions(run.id)).data
  const grounds = useQuery(groundsOptions(run.id)).data
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const sums = STATUSES.map((status) => ({
    status,
    count: summary?.statuses.filter((one) => one.status === status).reduce((sum, one) => sum + one.count, 0) ?? 0,
  })).filter(({ status, count }) => status !== 'scored' && count > 0)
  const all = Math.max(1, run.enterpriseCount ?? 1)
  const columns: Column<Known>[] = [
    {
      key: 'name',
      title: t('runs.column'),
      cell: (row) => (row.yearsBack > 0 ? t('runs.columnBefore', { name: row.name[language], years: row.yearsBack }) : row.name[language]),
    },
    { key: 'missing', title: t('runs.missing'), look: 'num', cell: (row) => format.number(all - row.knownCount) },
    { key: 'known', title: t('runs.known'), look: 'num', cell: (row) => format.percent(row.knownCount / all) },
  ]
  return (
    <>
      <Panel title={t('runs.unscored')}>
        {sums.length === 0 ? (
          <p className="t3">{t('runs.unscoredNone')}</p>
        ) : (
          <FactList facts={sums.map(({ status, count }) => [t(`status.${status}`), t('runs.enterprises', { count })] as const)} />
        )}
      </Panel>
      {grounds && grounds.excludedCount > 0 && (
        <Panel title={t('runs.excluded')} note={t('runs.enterprises', { count: grounds.excludedCount })} isFlush>
          <ul className="line-list">
            {grounds.excluded.map(({ enterpriseId, name, item, on }) => (
              <li key={`${enterpriseId} ${item.zh} ${on}`}>
                <span className="f1">
                  {name}
                  <span className="s t3" style={{ display: 'block' }}>
                    {item[language]} · {format.day(on)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {grounds && (
        <Panel title={t('runs.knownTitle')} note={t('runs.knownNote', { percent: format.percent(grounds.knownRatio) })} isFlush>
          <DataTable caption={t('runs.knownTitle')} columns={columns} rows={grounds.columns.slice(0, SHOWN)} rowKey={(row) => row.ref} />
        </Panel>
      )}
    </>
  )
}
