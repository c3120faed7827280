import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Coverage, coverageOptions, listMissing } from '../../features/scoring-facts/calls.ts'
import { CoverageBar } from '../../features/scoring-facts/coverage-bar.tsx'
import { dayNow } from '../../lib/format.ts'
import { lastYear } from '../../lib/recent-periods.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PeriodField } from '../../ui/period-field.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Item = Coverage['items'][number]

/** How much is known of what a run needs, from whom, how new, and who lacks it. */
export function DataPage() {
  const { t } = useTranslation('scoring-facts')
  const { period, fact, show } = useSearch({ from: '/work/o/facts' })
  const navigate = useNavigate()
  const shown = period ?? lastYear(dayNow())
  const query = useQuery(coverageOptions(shown))
  return (
    <>
      <PageHead
        title={t('data.title')}
        line={t('data.lead')}
        actions={
          <PeriodField
            label={t('data.period')}
            isLabelHidden
            value={shown}
            onPick={(value) => void navigate({ to: '/o/facts', search: { period: value, fact, show }, replace: true })}
          />
        }
      />
      <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
        {(coverage) => (
          <div className="stack">
            <Summary coverage={coverage} />
            {fact && <MissingPanel code={fact} period={shown} show={show} />}
            <CoverageTable coverage={coverage} show={show} />
          </div>
        )}
      </QueryView>
    </>
  )
}

const ratioOf = (item: Item, { enterprises }: Coverage) => (enterprises === 0 ? 0 : item.known / enterprises)
const isThin = (item: Item, coverage: Coverage) => ratioOf(item, coverage) < item.leastKnownRatio

function Summary({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { items, enterprises, waitingReports } = coverage
  const below = items.filter((item) => isThin(item, coverage)).length
  const average = items.reduce((sum, item) => sum + ratioOf(item, coverage), 0) / Math.max(1, items.length)
  return (
    <>
      <Figures
        items={[
          { key: 'enterprises', label: t('data.enterprises'), value: format.number(enterprises) },
          { key: 'covered', label: t('data.covered'), value: format.percent(average) },
          { key: 'below', label: t('data.below'), value: format.number(below) },
          { key: 'waiting', label: t('data.waiting'), value: <Link to="/o/facts/reports">{format.number(waitingReports)}</Link> },
        ]}
      />
      {below > 0 && <p className="notice notice-warn">{t('data.warning', { count: below })}</p>}
    </>
  )
}

const SHOWN = ['all', 'thin', 'stale', 'consent'] as const
type Shown = (typeof SHOWN)[number]

function CoverageTable({ coverage, show = 'all' }: { coverage: Coverage; show: string | undefined }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const navigate = useNavigate()
  const { nameOf, unitOf } = useFactNames()
  const isShown: Readonly<Record<Shown, (item: Item) => boolean>> = {
    all: () => true,
    thin: (item) => isThin(item, coverage),
    stale: ({ isStale }) => isStale,
    consent: ({ lackingConsent }) => lackingConsent > 0,
  }
  const chosen = SHOWN.find((each) => each === show) ?? 'all'
  const rows = coverage.items.filter(isShown[chosen])
  const columns: Column<Item>[] = [
    {
      key: 'fact',
      title: t('data.fact'),
      cell: (row) => (
        <>
          <Link to="/o/facts/definitions/$code" params={{ code: row.factCode }}>
            {nameOf(row.factCode)}
          </Link>
          <div className="s t3">
            {unitOf(row.factCode)} · {format.period(row.period)}
          </div>
        </>
      ),
    },
    {
      key: 'coverage',
      title: t('data.coverage'),
      cell: (row) => <CoverageBar ratio={ratioOf(row, coverage)} least={row.leastKnownRatio} />,
    },
    { key: 'known', title: t('data.known'), look: 'num', cell: (row) => format.number(row.known) },
    {
      key: 'proved',
      title: t('data.proved'),
      look: 'num',
      cell: (row) => (row.known === 0 ? '—' : format.percent(row.proved / row.known)),
    },
    {
      key: 'newest',
      title: t('data.newest'),
      cell: (row) => (
        <span className="row g8">
          {row.newestPeriod ? format.period(row.newestPeriod) : '—'} {row.isStale && <Tag kind="warn">{t('data.stale')}</Tag>}
          {row.lackingConsent > 0 && <Tag kind="line">{t('data.lacking', { count: row.lackingConsent })}</Tag>}
        </span>
      ),
    },
    {
      key: 'received',
      title: t('data.received'),
      isWideOnly: true,
      cell: (row) => (row.lastReceivedAt ? format.dayOf(row.lastReceivedAt) : '—'),
    },
    {
      key: 'sources',
      title: t('data.sources'),
      isWideOnly: true,
      cell: (row) => row.sources.map(({ source, known }) => `${t(`source.${source}`)} ${format.number(known)}`).join(' · ') || '—',
    },
    {
      key: 'missing',
      title: t('data.missing'),
      look: 'action',
      cell: (row) => (
        <Link to="/o/facts" search={{ period: coverage.period, fact: row.factCode, show }}>
          {format.number(coverage.enterprises - row.known)}
        </Link>
      ),
    },
  ]
  return (
    <Panel
      title={t('data.byFact')}
      extra={
        <Segmented
          label={t('data.byFact')}
          value={chosen}
          options={SHOWN.map((value) => ({
            value,
            label: t(`data.show_${value}`, { count: coverage.items.filter(isShown[value]).length }),
          }))}
          onPick={(value) =>
            void navigate({
              to: '/o/facts',
              search: { period: coverage.period, show: value === 'all' ? undefined : value },
              replace: true,
            })
          }
        />
      }
      isFlush
    >
      {rows.length === 0 ? (
        <p className="panel-body t3">{t('data.noneShown')}</p>
      ) : (
        <DataTable caption={t('data.byFact')} columns={columns} rows={rows} rowKey={(row) => row.factCode} />
      )}
    </Panel>
  )
}

function MissingPanel({ code, period, show }: { code: string; period: string; show: string | undefined }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { nameOf } = useFactNames()
  const navigate = useNavigate()
  const { query, items, more } = usePages({
    queryKey: ['facts', 'missing', code, period],
    load: (cursor) => listMissing(code, period, cursor),
  })
  type Row = (typeof items)[number]
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('enterprises.name'),
      cell: (row) => (
        <Link to="/o/facts/enterprises/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'code', title: t('enterprises.creditCode'), cell: (row) => row.creditCode },
    { key: 'why', title: t('import.reason'), cell: (row) => (row.lacksConsent ? t('data.lacksConsent') : t('data.nothing')) },
  ]
  return (
    <Panel
      title={t('data.missingOf', { fact: nameOf(code), period: format.period(period) })}
      extra={
        <Button size="sm" onClick={() => void navigate({ to: '/o/facts', search: { period, show }, replace: true })}>
          {t('data.close')}
        </Button>
      }
      isFlush
    >
      <QueryView query={query} skeleton={<Bones rows={4} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('data.none')} />
          ) : (
            <>
              <DataTable caption={nameOf(code)} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
