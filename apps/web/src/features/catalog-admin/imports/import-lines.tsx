import { useTranslation } from 'react-i18next'
import { usePages } from '../../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { Segmented } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type ImportRun, type Line, listLines } from './calls.ts'

type Shown = {
  readonly key: string
  readonly sheet: string
  readonly row: number
  readonly column: string | null
  readonly value: string | null
  readonly message: string | null
  readonly kind: 'problem' | 'warning' | 'valid'
  readonly outcome: Line['outcome']
}

/** Each error and each gap with sheet, row, column and reason; rows without either are one line. */
export function ImportLines({
  run,
  show,
  onShow,
}: {
  run: ImportRun
  show: 'all' | 'rejected' | 'warned'
  onShow: (show: 'all' | 'rejected' | 'warned') => void
}) {
  const { t } = useTranslation('imports')
  const { query, items, more } = usePages<Line>({
    queryKey: ['imports', 'lines', run.id, show, run.state],
    load: (cursor) => listLines(run.id, show, cursor),
  })
  const rows = items.flatMap(shownOf)
  const columns: Column<Shown>[] = [
    {
      key: 'row',
      title: t('detail.table.row'),
      cell: (row) => <span className="nw">{t('detail.table.place', { sheet: row.sheet, row: row.row })}</span>,
    },
    { key: 'kind', title: t('detail.table.kind'), cell: (row) => <KindTag row={row} /> },
    { key: 'column', title: t('detail.table.column'), cell: (row) => row.column ?? '—' },
    {
      key: 'value',
      title: t('detail.table.value'),
      cell: (row) => (
        <span className="ell" style={{ display: 'block', maxWidth: 260 }} title={row.value ?? ''}>
          {row.value || '—'}
        </span>
      ),
    },
    { key: 'reason', title: t('detail.table.reason'), cell: (row) => row.message ?? '—' },
  ]
  return (
    <Panel
      title={t('detail.rowsTitle')}
      isFlush
      extra={
        <Segmented
          label={t('detail.show.label')}
          value={show}
          options={(['rejected', 'warned', 'all'] as const).map((value) => ({ value, label: t(`detail.show.${value}`) }))}
          onPick={onShow}
        />
      }
    >
      <QueryView query={query}>
        {() => (
          <>
            {rows.length === 0 ? (
              <Empty title={show === 'rejected' ? t('detail.noProblems') : t('detail.noRows')} />
            ) : (
              <DataTable caption={t('detail.rowsTitle')} columns={columns} rows={rows} rowKey={(row) => row.key} />
            )}
            <LoadMore {...more} />
          </>
        )}
      </QueryView>
    </Panel>
  )
}

function KindTag({ row }: { row: Shown }) {
  const { t } = useTranslation('imports')
  if (row.kind === 'problem') return <Tag kind="bad">{t('detail.kind.problem')}</Tag>
  if (row.kind === 'warning') return <Tag kind="warn">{t('detail.kind.warning')}</Tag>
  return <Tag kind="ok">{row.outcome ? t(`detail.outcome.${row.outcome}`) : t('detail.valid')}</Tag>
}

function shownOf(line: Line): Shown[] {
  const base = { sheet: line.sheet, row: line.row, outcome: line.outcome }
  const found = [
    ...line.problems.map((problem) => ({ ...problem, kind: 'problem' as const })),
    ...line.warnings.map((warning) => ({ ...warning, kind: 'warning' as const })),
  ]
  if (found.length === 0) {
    const [value] = Object.values(line.cells)
    return [{ ...base, key: String(line.line), column: null, value: value ?? null, message: null, kind: 'valid' }]
  }
  return found.map((cell, index) => ({
    ...base,
    key: `${line.line}-${index}`,
    sheet: cell.sheet,
    row: cell.row,
    column: cell.column,
    value: cell.value,
    message: cell.message,
    kind: cell.kind,
  }))
}
