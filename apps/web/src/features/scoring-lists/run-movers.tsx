import type { RunMovers as Movers } from '@jiju/scoring/contract/run-desk'
import type { RunScore, ScoringRun } from '@jiju/scoring/contract/runs'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { moversOptions } from './run-calls.ts'

type Mover = Movers['items'][number]
const SHOWN = 10

/** Whose score moved most since the run before. */
export function RunMovers({ run }: { run: ScoringRun }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const { data } = useQuery(moversOptions(run.id))
  if (!data) return null
  const side = (one: Mover['before']) =>
    one
      ? one.score === null
        ? t(`status.${one.status as RunScore['status']}`)
        : t('runs.scoreAndRank', { score: one.score, rank: one.rank })
      : '—'
  const columns: Column<Mover>[] = [
    {
      key: 'name',
      title: t('runs.enterprise'),
      cell: (row) => (
        <Link to="/o/scoring/runs/$run/enterprises/$enterprise" params={{ run: run.id, enterprise: row.enterpriseId }} search={{}}>
          {row.name}
        </Link>
      ),
    },
    { key: 'before', title: t('runs.before'), look: 'num', cell: (row) => side(row.before) },
    { key: 'after', title: t('runs.after'), look: 'num', cell: (row) => side(row.after) },
  ]
  return (
    <Panel
      title={t('runs.movers')}
      note={
        data.against &&
        t('runs.moversNote', {
          number: data.against.number,
          period: format.period(data.against.period),
          changed: format.number(data.counts?.changed),
          entered: format.number(data.counts?.entered),
          left: format.number(data.counts?.left),
        })
      }
      isFlush
    >
      {data.items.length === 0 ? (
        <Empty title={t(data.against ? 'runs.moversSame' : 'runs.moversNone')} />
      ) : (
        <DataTable caption={t('runs.movers')} columns={columns} rows={data.items.slice(0, SHOWN)} rowKey={(row) => row.enterpriseId} />
      )}
    </Panel>
  )
}
