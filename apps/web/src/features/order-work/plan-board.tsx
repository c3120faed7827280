import { addDays } from '@jiju/kernel/local-date'
import { instantAt } from '@jiju/kernel/zoned-time'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Empty } from '../../ui/states.tsx'
import { taskPlansOptions } from './calls.ts'

const ZONE = 'Asia/Shanghai'
const DAYS = 7
type By = 'resource' | 'person'

/** A week of planned work: one row for each instrument or person, one column for each day. */
export function PlanBoard() {
  const { t } = useTranslation('order-work')
  const format = useFormat()
  const [firstDay, setFirstDay] = useState(dayNow())
  const [by, setBy] = useState<By>('resource')
  const days = Array.from({ length: DAYS }, (_, index) => addDays(firstDay, index))
  const at = (day: string) => instantAt(day, 0, ZONE).toISOString()
  const query = useQuery(taskPlansOptions(at(firstDay), at(addDays(firstDay, DAYS))))
  return (
    <Panel
      title={t('board.title')}
      note={format.dayRange(firstDay, addDays(firstDay, DAYS - 1))}
      extra={
        <>
          <Segmented
            label={t('board.by')}
            value={by}
            options={[
              { value: 'resource', label: t('board.resource') },
              { value: 'person', label: t('board.person') },
            ]}
            onPick={setBy}
          />
          <Button size="sm" onClick={() => setFirstDay(addDays(firstDay, -DAYS))}>
            {t('board.before')}
          </Button>
          <Button size="sm" onClick={() => setFirstDay(addDays(firstDay, DAYS))}>
            {t('board.after')}
          </Button>
        </>
      }
      isFlush
    >
      <QueryView query={query}>
        {({ items }) => {
          const rows = rowsOf(items, by, t(by === 'person' ? 'plan.nobody' : 'board.noResource'))
          if (rows.length === 0) return <Empty title={t('board.empty')} />
          return (
            <ScrollRegion label={t('board.title')} className="tbl-wrap">
              <table className="tbl">
                <caption className="sr-only">{t('board.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t(`board.${by}`)}</th>
                    {days.map((day) => (
                      <th key={day} scope="col">
                        {format.nearDay(day)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key}>
                      <th scope="row" style={{ minWidth: 140 }}>
                        {row.name}
                      </th>
                      {days.map((day) => (
                        <td key={day} style={{ minWidth: 110, verticalAlign: 'top' }}>
                          {row.items
                            .filter(({ start, end }) => start < at(addDays(day, 1)) && end > at(day))
                            .map((item) => (
                              <div key={item.planId}>
                                <Link to="/p/tasks/$id" params={{ id: item.taskId }}>
                                  {item.title}
                                </Link>
                                <div className="s t3">
                                  {format.time(item.start)}—{format.time(item.end)}
                                  {by === 'resource' && item.personName && ` · ${item.personName}`}
                                </div>
                              </div>
                            ))}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )
        }}
      </QueryView>
    </Panel>
  )
}

type Item = {
  planId: string
  taskId: string
  title: string
  personId: string | null
  personName: string | null
  start: string
  end: string
  resources: { resourceId: string; name: string }[]
}

function rowsOf(items: readonly Item[], by: By, none: string): { key: string; name: string; items: Item[] }[] {
  const rows = new Map<string, { key: string; name: string; items: Item[] }>()
  for (const item of items) {
    const owners =
      by === 'person'
        ? [{ key: item.personId ?? '', name: item.personName ?? none }]
        : item.resources.length > 0
          ? item.resources.map(({ resourceId, name }) => ({ key: resourceId, name }))
          : [{ key: '', name: none }]
    for (const { key, name } of owners) {
      const row = rows.get(key) ?? { key, name, items: [] }
      row.items.push(item)
      rows.set(key, row)
    }
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}
