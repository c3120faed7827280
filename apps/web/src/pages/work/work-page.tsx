import type { TaskSummary } from '@jiju/orders/contract/work'
import { TASK_STATES } from '@jiju/orders/core/work/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listTasks, taskCountsOptions } from '../../features/order-work/calls.ts'
import { PlanBoard } from '../../features/order-work/plan-board.tsx'
import { TaskTable } from '../../features/order-work/task-table.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { usePages } from '../../lib/use-pages.ts'
import { LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['mine', ...TASK_STATES, 'plan'] as const
type Tab = (typeof TABS)[number]

/** The work of a provider: what is mine, what stands where, and what is planned on what. */
export function WorkPage() {
  const { t } = useTranslation('order-work')
  const search = useSearch({ strict: false }) as { tab?: string }
  const tab: Tab = oneOf(search.tab, TABS) ?? 'mine'
  const counts = useQuery(taskCountsOptions).data
  const countOf = (one: Tab) => (one === 'mine' ? counts?.mineToday : counts?.states.find(({ state }) => state === one)?.count)
  return (
    <>
      <PageHead
        title={t('work.title')}
        beside={
          counts && (
            <span className="t2">
              {t('work.headline', { late: counts.late, check: counts.toCheck })}
              {counts.lostPlans > 0 && ` · ${t('work.lost', { count: counts.lostPlans })}`}
              {counts.openInvestigations > 0 && ` · ${t('work.investigations', { count: counts.openInvestigations })}`}
            </span>
          )
        }
      />
      <TabLinks
        label={t('work.tabs')}
        value={tab}
        tabs={TABS.filter((one) => one !== 'void').map((value) => ({ value, label: t(`work.tab.${value}`), count: countOf(value) }))}
        linkOf={(value) => ({ to: '/p/work', search: value === 'mine' ? {} : { tab: value } })}
      />
      {tab === 'plan' ? <PlanBoard /> : <Tasks key={tab} tab={tab} />}
    </>
  )
}

function Tasks({ tab }: { tab: Exclude<Tab, 'plan'> }) {
  const { t } = useTranslation('order-work')
  const { query, items, more } = usePages<TaskSummary>({
    queryKey: ['tasks', 'list', tab],
    load: (cursor, signal) => listTasks(tab === 'mine' ? { state: 'open', mine: true } : { state: tab, mine: false }, cursor, signal),
  })
  return (
    <Panel isFlush>
      <QueryView query={query} skeleton={<Bones rows={6} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t(tab === 'mine' ? 'work.emptyMine' : 'work.empty')} />
          ) : (
            <>
              <TaskTable caption={t(`work.tab.${tab}`)} tasks={items} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
