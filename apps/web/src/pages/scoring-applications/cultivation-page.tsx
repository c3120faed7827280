import type { CultivationOverview, LadderPlace } from '@jiju/scoring/contract/cultivation'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPlaces, makeWatchList, overviewOptions } from '../../features/scoring-applications/calls.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'

/** Where the enterprises of the district stand, those nearest to their next step first. */
export function CultivationPage() {
  const { t } = useTranslation('scoring-applications')
  const query = useQuery(overviewOptions)
  return (
    <QueryView query={query} isPage>
      {(overview) => (
        <div className="stack">
          <PageHead title={t('cultivation.title')} line={t('cultivation.lead')} />
          <Steps overview={overview} />
          <FollowUps overview={overview} />
          <Places overview={overview} />
          <NewWatchList />
        </div>
      )}
    </QueryView>
  )
}

function Steps({ overview }: { overview: CultivationOverview }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  return (
    <>
      <Figures
        items={overview.steps.map(({ code, name, count, ready }) => ({
          key: code ?? 'none',
          label: name ? name[currentLanguage()] : t('cultivation.noStep'),
          value: format.number(count),
          note: ready > 0 ? t('cultivation.ready', { count: ready }) : '',
        }))}
      />
      <p className="s t3">
        {overview.placedAt ? t('cultivation.placedAt', { at: format.instant(overview.placedAt) }) : t('cultivation.notPlaced')}
      </p>
    </>
  )
}

function FollowUps({ overview }: { overview: CultivationOverview }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  if (overview.followUps.length === 0) return null
  return (
    <Panel isFlush title={t('cultivation.followUps')} note={t('cultivation.followUpCount', { count: overview.followUps.length })}>
      <DataTable
        caption={t('cultivation.followUps')}
        columns={[
          {
            key: 'enterprise',
            title: t('enterprise'),
            cell: (row) => (
              <Link to="/o/cultivation/$enterpriseId" params={{ enterpriseId: row.enterpriseId }}>
                {row.enterpriseName}
              </Link>
            ),
          },
          { key: 'what', title: t('cultivation.promised'), cell: (row) => row.followUp },
          { key: 'day', title: t('cultivation.due'), cell: (row) => row.followUpOn && format.nearDay(row.followUpOn) },
        ]}
        rows={overview.followUps}
        rowKey={({ id }) => id}
      />
    </Panel>
  )
}

function Places({ overview }: { overview: CultivationOverview }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const navigate = useNavigate()
  const filter = useSearch({ from: '/work/o/cultivation' })
  const { query, items, more } = usePages<LadderPlace>({
    queryKey: ['cultivation', 'places', filter],
    load: (cursor) => listPlaces(filter, cursor),
  })
  const set = (change: typeof filter) => void navigate({ to: '/o/cultivation', search: { ...filter, ...change }, replace: true })
  const stepName = (code: string | null) =>
    overview.steps.find((step) => step.code === code)?.name?.[currentLanguage()] ?? t('cultivation.noStep')
  const columns: Column<LadderPlace>[] = [
    {
      key: 'name',
      title: t('enterprise'),
      cell: (row) => (
        <Link to="/o/cultivation/$enterpriseId" params={{ enterpriseId: row.enterpriseId }}>
          {row.shortName ?? row.name}
        </Link>
      ),
    },
    { key: 'current', title: t('cultivation.current'), cell: (row) => stepName(row.current) },
    { key: 'next', title: t('cultivation.next'), cell: (row) => (row.next ? stepName(row.next) : t('cultivation.atTop')) },
    {
      key: 'distance',
      title: t('cultivation.distance'),
      cell: (row) => t('ladder.counts', { met: row.met, short: row.short, unknown: row.unknown }),
    },
    {
      key: 'nearest',
      title: t('cultivation.nearest'),
      cell: ({ next, nearest }) => {
        const condition = overview.conditions.find(({ step, code }) => step === next && code === nearest?.condition)
        return nearest && condition
          ? t('cultivation.nearestBy', {
              condition: condition.name[currentLanguage()],
              lack: `${format.number(nearest.lack, 1)} ${condition.unit}`,
            })
          : '—'
      },
    },
    { key: 'watched', title: t('cultivation.watched'), cell: (row) => row.watched.join('、') || '—' },
    { key: 'visited', title: t('cultivation.visited'), cell: (row) => (row.visitedOn ? format.day(row.visitedOn) : '—') },
  ]
  return (
    <Panel
      isFlush
      title={t('cultivation.places')}
      extra={
        <>
          <SelectField
            label={t('cultivation.filterNext')}
            isLabelHidden
            value={filter.next ?? ''}
            onPick={(next) => set({ next: next || undefined })}
            options={[
              { value: '', label: t('cultivation.anyNext') },
              ...overview.steps.flatMap(({ code, name }) =>
                code && name ? [{ value: code, label: t('cultivation.nextIs', { step: name[currentLanguage()] }) }] : [],
              ),
            ]}
          />
          <SelectField
            label={t('cultivation.filterList')}
            isLabelHidden
            value={filter.list ?? ''}
            onPick={(list) => set({ list: list || undefined })}
            options={[
              { value: '', label: t('cultivation.anyList') },
              ...overview.watchLists.map(({ id, name, count }) => ({ value: id, label: `${name} ${count}` })),
            ]}
          />
          <SearchField label={t('search')} value={filter.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        </>
      }
    >
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('cultivation.none')} />
          ) : (
            <>
              <DataTable caption={t('cultivation.places')} columns={columns} rows={items} rowKey={({ enterpriseId }) => enterpriseId} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}

function NewWatchList() {
  const { t } = useTranslation('scoring-applications')
  const client = useQueryClient()
  const [name, setName] = useState('')
  const command = useCommand({
    run: makeWatchList,
    onDone: async () => {
      setName('')
      await client.invalidateQueries({ queryKey: ['cultivation', 'overview'] })
    },
  })
  return (
    <Panel title={t('cultivation.newList')}>
      <div className="stack">
        <TextField label={t('cultivation.listName')} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        <ProblemSummary error={command.error} />
        <Button
          disabled={name.trim().length < 2}
          isBusy={command.isPending}
          onClick={() => command.mutate({ name: name.trim(), purpose: '' })}
        >
          {t('cultivation.makeList')}
        </Button>
      </div>
    </Panel>
  )
}
