import { addDays } from '@jiju/kernel/local-date'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listReviews } from '../../features/catalog-admin/calls.ts'
import { countJobs, listOrganisations, listSearchMisses } from '../../features/operations/calls.ts'
import { dayNow } from '../../lib/format.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import '../../ui/workspace.css'

type Waiting = {
  key: string
  title: string
  count: number | undefined
  hasMore: boolean
  unit: string
  oldest?: string | undefined
  link: LinkProps
  isUrgent: boolean
}

/** What waits for the operator, counted, each with its oldest; and the first of each to open at once. */
export function OperatorBenchPage() {
  const { t } = useTranslation('bench')
  const format = useFormat()
  const organisation = activeOrganisation(useMe())
  const mayVerify = useAccess('people.organisation.list')
  const mayReview = useAccess('catalog.resource.review')
  const mayJobs = useAccess('operations.job.list')
  const mayMisses = useAccess('catalog.search_miss.list')
  const from = addDays(dayNow(), -30)
  const organisations = useQuery({
    queryKey: ['operations', 'bench', 'organisations'],
    queryFn: () => listOrganisations({ status: 'pending' }),
    enabled: mayVerify,
  })
  const reviews = useQuery({ queryKey: ['reviews', 'bench'], queryFn: () => listReviews(), enabled: mayReview })
  const jobs = useQuery({ queryKey: ['jobs', 'counts'], queryFn: countJobs, enabled: mayJobs, refetchInterval: 30_000 })
  const misses = useQuery({
    queryKey: ['search-misses', 'bench', from],
    queryFn: () => listSearchMisses(from, undefined),
    enabled: mayMisses,
  })
  const oldest = (at: string | undefined) => (at ? t('operator.oldest', { at: format.instant(at) }) : undefined)
  const cards: Waiting[] = [
    {
      key: 'organisations',
      title: t('operator.organisations'),
      count: organisations.data?.items.length,
      hasMore: Boolean(organisations.data?.nextCursor),
      unit: t('operator.unit.organisations'),
      oldest: oldest(organisations.data?.items[0]?.createdAt),
      link: { to: '/o/organisations' },
      isUrgent: false,
    },
    {
      key: 'resources',
      title: t('operator.resources'),
      count: reviews.data?.items.length,
      hasMore: Boolean(reviews.data?.nextCursor),
      unit: t('operator.unit.resources'),
      oldest: oldest(reviews.data?.items[0]?.submittedAt),
      link: { to: '/o/resources' },
      isUrgent: false,
    },
    {
      key: 'jobs',
      title: t('operator.jobs'),
      count: jobs.data?.failed,
      hasMore: false,
      unit: t('operator.unit.jobs'),
      link: { to: '/o/jobs' },
      isUrgent: (jobs.data?.failed ?? 0) > 0,
    },
    {
      key: 'misses',
      title: t('operator.misses'),
      count: misses.data?.items.length,
      hasMore: Boolean(misses.data?.nextCursor),
      unit: t('operator.unit.misses'),
      link: { to: '/o/search-misses' },
      isUrgent: false,
    },
  ]
  const allowed: Record<string, boolean> = { organisations: mayVerify, resources: mayReview, jobs: mayJobs, misses: mayMisses }
  return (
    <>
      <PageHead title={t('title')} line={organisation?.name} beside={<span className="t2">{t('operator.lead')}</span>} />
      <div className="stack">
        <div className="panel figures">
          {cards
            .filter((card) => allowed[card.key])
            .map((card) => (
              <div key={card.key}>
                <div className="m t3">{card.title}</div>
                <div>
                  <Link
                    {...card.link}
                    className={`figure-value ${card.isUrgent ? 'bad' : ''}`}
                    aria-label={`${card.title} ${card.count ?? '—'}`}
                  >
                    {card.hasMore ? t('operator.more', { count: card.count ?? 0 }) : format.number(card.count)}
                  </Link>
                  <span className="m t2"> {card.unit}</span>
                </div>
                <div className="s t3">{card.oldest ?? (card.count === 0 ? t('operator.none') : '')}</div>
              </div>
            ))}
        </div>
        <div className="matter-columns">
          {mayVerify && (
            <Panel title={t('operator.organisations')} isFlush extra={<Link to="/o/organisations">{t('all')}</Link>}>
              <ShortList
                items={(organisations.data?.items ?? []).slice(0, 6).map((row) => ({
                  key: row.id,
                  text: row.name,
                  note: format.instant(row.createdAt),
                  link: { to: '/o/organisations', search: { q: row.uscc ?? row.name } } as const,
                }))}
              />
            </Panel>
          )}
          {mayReview && (
            <Panel title={t('operator.resources')} isFlush extra={<Link to="/o/resources">{t('all')}</Link>}>
              <ShortList
                items={(reviews.data?.items ?? []).slice(0, 6).map((row) => ({
                  key: row.id,
                  text: row.nameZh ?? row.nameEn ?? '—',
                  note: `${row.provider.name} · ${format.instant(row.submittedAt)}`,
                  link: { to: '/o/resources/$id', params: { id: row.id } } as const,
                }))}
              />
            </Panel>
          )}
          {mayMisses && (
            <Panel title={t('operator.misses')} isFlush extra={<Link to="/o/search-misses">{t('all')}</Link>}>
              <ShortList
                items={(misses.data?.items ?? []).slice(0, 6).map((row) => ({
                  key: `${row.query}${JSON.stringify(row.conditions)}`,
                  text: row.query || '—',
                  note: t('operator.times', { count: row.count }),
                  link: { to: '/o/search-misses' } as const,
                }))}
              />
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

function ShortList({ items }: { items: readonly { key: string; text: string; note: string; link: LinkProps }[] }) {
  const { t } = useTranslation('bench')
  if (items.length === 0) return <p className="panel-body t3 m">{t('operator.none')}</p>
  return (
    <ul className="line-list">
      {items.map((item) => (
        <li key={item.key}>
          <span className="f1">
            <Link {...item.link}>{item.text}</Link>
            <span className="s t3" style={{ display: 'block' }}>
              {item.note}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
