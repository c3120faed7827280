import { type CultivationOverview, type LadderPlace, MakeWatchList } from '@jiju/scoring/contract/cultivation'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPlaces, makeWatchList, overviewOptions } from '../../features/scoring-applications/calls.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useQuantity } from '../../lib/use-quantity.ts'
import { useWording } from '../../lib/use-wording.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

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
          <WatchLists overview={overview} />
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
          note: ready > 0 ? t('cultivation.ready', { count: format.number(ready) }) : '',
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
  const wording = useWording()
  const format = useFormat()
  const quantity = useQuantity()
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
      cell: (row) =>
        row.next && row.short + row.unknown === 0 ? (
          <Tag kind="ok">{t('cultivation.allMet')}</Tag>
        ) : (
          t('ladder.counts', { met: row.met, short: row.short, unknown: row.unknown })
        ),
    },
    {
      key: 'nearest',
      title: t('cultivation.nearest'),
      cell: ({ next, nearest }) => {
        const condition = overview.conditions.find(({ step, code }) => step === next && code === nearest?.condition)
        return nearest && condition
          ? t('cultivation.nearestBy', {
              condition: condition.name[currentLanguage()],
              lack: quantity(nearest.lack, condition.unit),
            })
          : '—'
      },
    },
    { key: 'watched', title: t('cultivation.watched'), cell: (row) => wording.list(row.watched) || '—' },
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

function WatchLists({ overview }: { overview: CultivationOverview }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const mayWrite = useAccess('scoring.cultivation.write')
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel
      isFlush
      title={t('cultivation.filterList')}
      extra={
        mayWrite && (
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('cultivation.newList')}
          </Button>
        )
      }
    >
      {overview.watchLists.length === 0 ? (
        <Empty title={t('cultivation.noList')} />
      ) : (
        <DataTable
          caption={t('cultivation.filterList')}
          columns={[
            {
              key: 'name',
              title: t('cultivation.listName'),
              cell: ({ id, name }) => (
                <Link to="/o/cultivation" search={{ list: id }}>
                  {name}
                </Link>
              ),
            },
            { key: 'purpose', title: t('cultivation.purpose'), cell: ({ purpose }) => purpose || '—' },
            { key: 'count', title: t('cultivation.listCount'), look: 'num', cell: ({ count }) => format.number(count) },
          ]}
          rows={overview.watchLists}
          rowKey={({ id }) => id}
        />
      )}
      {isOpen && <NewWatchList onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function NewWatchList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('scoring-applications')
  const client = useQueryClient()
  const command = useCommand({
    run: makeWatchList,
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['cultivation', 'overview'] })
      onClose()
    },
  })
  const form = useForm({ initial: { name: '', purpose: '' }, schema: MakeWatchList, onSend: (list) => command.mutate(list) })
  return (
    <Dialog title={t('cultivation.newList')} isOpen onClose={onClose}>
      <form className="form" {...form.form}>
        <TextField label={t('cultivation.listName')} maxLength={60} {...form.field('name')} />
        <TextField label={t('cultivation.purposeOptional')} maxLength={300} {...form.field('purpose')} />
        <ProblemSummary error={command.error} />
        <div className="row g8">
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('cultivation.makeList')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
