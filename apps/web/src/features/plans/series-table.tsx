import type { SeriesPreview } from '@jiju/booking/contract/series'
import { useTranslation } from 'react-i18next'
import { zonedParts } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Occurrence = SeriesPreview['occurrences'][number]
type Row = { readonly day: string; readonly use: Occurrence | null }

const LOOK = { free: 'ok', taken: 'warn', refused: 'bad' } as const

/** Every use with what speaks against it; a day can be taken out and put back. */
export function SeriesTable({
  occurrences,
  zone,
  excludedDays = [],
  onExclude,
  onRestore,
}: {
  occurrences: readonly Occurrence[]
  zone: string
  excludedDays?: readonly string[]
  onExclude?: (day: string) => void
  onRestore?: (day: string) => void
}) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const rows: Row[] = [
    ...occurrences.map((use) => ({ day: zonedParts(use.start, zone).day, use })),
    ...excludedDays.map((day) => ({ day, use: null })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
  const columns: Column<Row>[] = [
    {
      key: 'time',
      title: t('column.time'),
      cell: ({ day, use }) => (use ? format.range(use.start, use.end, zone) : format.day(day, zone)),
    },
    {
      key: 'outcome',
      title: t('column.outcome'),
      cell: ({ use }) =>
        use ? (
          <div className="col g4">
            <div>
              <Tag kind={LOOK[use.outcome]}>{t(`outcome.${use.outcome}`)}</Tag>
            </div>
            {use.outcome === 'refused' &&
              use.problems.map((problem) => (
                <span key={problem.code} className="s t2">
                  {problem.message}
                </span>
              ))}
          </div>
        ) : (
          <Tag>{t('outcome.excluded')}</Tag>
        ),
    },
    { key: 'price', title: t('column.price'), look: 'num', cell: ({ use }) => (use?.price ? format.money(use.price) : '—') },
    ...(onExclude && onRestore
      ? [
          {
            key: 'act',
            title: t('column.act'),
            look: 'action' as const,
            cell: ({ day, use }: Row) =>
              use ? (
                <Button size="sm" aria-label={t('series.takeOut', { day })} onClick={() => onExclude(day)}>
                  {t('series.exclude')}
                </Button>
              ) : (
                <Button size="sm" aria-label={t('series.putBack', { day })} onClick={() => onRestore(day)}>
                  {t('series.restore')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return <DataTable caption={t('series.caption')} columns={columns} rows={rows} rowKey={({ day, use }) => use?.start ?? day} />
}
