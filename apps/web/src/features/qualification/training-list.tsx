import type { Training } from '@jiju/booking/contract/trainings'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { listTrainings, type TrainingConditions } from './calls.ts'
import { useNameOf } from './names.ts'

const STATE_KINDS = { open: 'accent', finished: 'plain', cancelled: 'bad' } as const
const ENROLMENT_KINDS = { enrolled: 'ok', waiting: 'warn', left: 'plain', passed: 'ok', failed: 'bad', absent: 'bad' } as const

/** What the reader has to do with a session: the own place or rank, or how many places are left. */
export function PlacesTag({ of }: { of: Training }) {
  const { t } = useTranslation('qualification')
  if (of.state !== 'open') return <Tag kind={STATE_KINDS[of.state]}>{t(`training.state.${of.state}`)}</Tag>
  if (of.mine && of.mine.state !== 'left') {
    const { state, waitingRank } = of.mine
    return <Tag kind={ENROLMENT_KINDS[state]}>{waitingRank ? t('training.rank', { rank: waitingRank }) : t(`enrolment.${state}`)}</Tag>
  }
  const free = of.places - of.taken
  return free > 0 ? (
    <Tag kind="ok">{t('training.free', { count: free })}</Tag>
  ) : (
    <Tag kind="warn">{t('training.full', { count: of.waiting })}</Tag>
  )
}

/** Sessions: coming ones in order of time, past ones newest first. */
export function TrainingList({ conditions }: { conditions: TrainingConditions }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const nameOf = useNameOf()
  const isProvider = conditions.scope === 'provider'
  const { query, items, more } = usePages<Training>({
    queryKey: ['trainings', 'list', conditions],
    load: (cursor, signal) => listTrainings(conditions, cursor, signal),
  })
  const columns: Column<Training>[] = [
    {
      key: 'title',
      title: t('training.title'),
      cell: (row) => (
        <Link to={isProvider ? '/p/trainings/$id' : '/trainings/$id'} params={{ id: row.id }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'time', title: t('training.time'), cell: (row) => format.range(row.start, row.end, row.zone) },
    { key: 'level', title: t('level'), cell: (row) => t(`levels.${row.level}`) },
    {
      key: 'instruments',
      title: t('instruments'),
      cell: (row) => row.resources.map(nameOf).join(t('comma')),
    },
    isProvider
      ? { key: 'places', title: t('training.places'), look: 'num', cell: (row) => `${row.taken} / ${row.places}` }
      : { key: 'provider', title: t('provider'), cell: (row) => row.providerName },
    { key: 'fee', title: t('training.fee'), look: 'num', cell: (row) => format.price(row.fee) },
    { key: 'state', title: t('training.stateLabel'), cell: (row) => <PlacesTag of={row} /> },
  ]
  return (
    <QueryView query={query}>
      {() => (
        <>
          {items.length === 0 ? (
            <Empty title={t(`training.none.${conditions.scope}`)} />
          ) : (
            <div className="panel">
              <DataTable caption={t('training.caption')} columns={columns} rows={items} rowKey={(row) => row.id} />
            </div>
          )}
          <LoadMore {...more} />
        </>
      )}
    </QueryView>
  )
}
