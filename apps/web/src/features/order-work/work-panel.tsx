import type { Order } from '@jiju/orders/contract/orders'
import type { OrderWork } from '@jiju/orders/contract/work'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { orderWorkOptions } from './calls.ts'
import { TaskStateTag } from './task-state.tsx'
import { ResultValue } from './verdict.tsx'

type Item = OrderWork['items'][number]

/** What was ordered, how far the work on it is and what was found: for both parties, each as far as it may see. */
export function WorkPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-work')
  const query = useQuery(orderWorkOptions(order.id))
  const work = query.data
  return (
    <Panel
      title={t('panel.title')}
      note={work && t('panel.note', { count: work.items.length, done: work.done, total: work.total })}
      extra={
        work?.studyId ? (
          <ButtonLink size="sm" to={order.side === 'client' ? '/e/studies/$id' : '/p/studies/$id'} params={{ id: work.studyId }}>
            {t('panel.study')}
          </ButtonLink>
        ) : undefined
      }
      isFlush
    >
      <QueryView query={query}>{(found) => <Items order={order} work={found} />}</QueryView>
    </Panel>
  )
}

function Items({ order, work }: { order: Order; work: OrderWork }) {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const columns: Column<Item>[] = [
    {
      key: 'name',
      title: t('panel.item'),
      cell: (item) => (
        <>
          {item.name} {item.isAdded && <Tag kind="accent">{t('panel.added')}</Tag>}
          {item.quantity > 1 && <span className="s t3"> × {item.quantity}</span>}
          {item.subcontractor && <div className="s t3">{t('panel.subcontractor', { name: item.subcontractor })}</div>}
        </>
      ),
    },
    { key: 'method', title: t('panel.method'), cell: (item) => item.method || t('panel.agreedMethod') },
    { key: 'samples', title: t('panel.sample'), cell: (item) => samplesOf(item) },
    { key: 'result', title: t('panel.result'), cell: (item) => <ItemResults item={item} order={order} /> },
    {
      key: 'marks',
      title: t('panel.marks'),
      cell: (item) =>
        item.work === null ? '—' : item.marks.length > 0 ? item.marks.map((mark) => mark.toUpperCase()).join(' ') : t('panel.noMarks'),
    },
    { key: 'amount', title: t('panel.amount'), look: 'num', cell: (item) => format.money(item.amount) },
  ]
  return <DataTable caption={t('panel.title')} columns={columns} rows={work.items} rowKey={(item) => item.itemId} />
}

function samplesOf(item: Item): string {
  const labels = new Set(item.tasks.flatMap(({ results }) => results.map(({ sampleLabel }) => sampleLabel)).filter(Boolean))
  return [...labels].join(' ') || '—'
}

const SHOWN_RESULTS = 3

function ItemResults({ item, order }: { item: Item; order: Order }) {
  const { t } = useTranslation('order-work')
  if (item.work === null) return <span className="t3">—</span>
  if (item.work === 'access') return <span className="t2">{t('panel.access')}</span>
  if (item.tasks.length === 0) return <span className="t3">{t('panel.notBegun')}</span>
  return (
    <ul className="plain stack">
      {item.tasks.map((task) => (
        <li key={task.id}>
          <div className="row g8 wrap">
            {order.side === 'provider' ? (
              <Link to="/p/tasks/$id" params={{ id: task.id }} aria-label={t('panel.openTask', { name: item.name, round: task.round })}>
                <TaskStateTag state={task.state} />
              </Link>
            ) : (
              task.results.length === 0 && <TaskStateTag state={task.state} />
            )}
            {task.round > 1 && <Tag kind="line">{t('round', { count: task.round })}</Tag>}
            {task.openInvestigations > 0 && <Tag kind="bad">{t('investigation.open')}</Tag>}
          </div>
          {task.results.slice(0, SHOWN_RESULTS).map((result) => (
            <div key={`${result.sampleLabel} ${result.parameter}`}>
              {task.results.length > 1 && <span className="s t3">{result.parameter} </span>}
              <ResultValue {...result} />
            </div>
          ))}
          {task.results.length > SHOWN_RESULTS && (
            <div className="s t3">{t('panel.moreResults', { count: task.results.length - SHOWN_RESULTS })}</div>
          )}
        </li>
      ))}
    </ul>
  )
}
