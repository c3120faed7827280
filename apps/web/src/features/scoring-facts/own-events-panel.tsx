import type { OwnNegativeEvent } from '@jiju/scoring/contract/fact-events'
import type { OwnFacts } from '@jiju/scoring/contract/facts'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useEventColumns } from './event-columns.tsx'

/** What counts against the own enterprise, what it costs and until when, and what can be done about it. */
export function OwnEventsPanel({ events, deductions }: Pick<z.infer<typeof OwnFacts>, 'events' | 'deductions'>) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { columns } = useEventColumns<OwnNegativeEvent>(false)
  const cost: Column<OwnNegativeEvent> = {
    key: 'cost',
    title: t('event.cost'),
    cell: ({ cost }) =>
      cost === null
        ? t('event.costsNothing')
        : cost.excludes
          ? t('event.excludes')
          : t('event.costs', { points: format.number(cost.points, Number.isInteger(cost.points) ? 0 : 1) }),
  }
  // A repaired event stands in the record of its repair.
  const shown = events.filter(({ state }) => state !== 'replaced')
  return (
    <Panel
      title={t('event.title')}
      note={
        deductions &&
        t('event.ownNote', {
          model: deductions.name[currentLanguage()],
          version: deductions.version,
          cap: format.number(deductions.cap),
        })
      }
      isFlush
    >
      {shown.length === 0 ? (
        <p className="panel-body t3">{t('event.ownNone')}</p>
      ) : (
        <>
          <DataTable
            caption={t('event.title')}
            columns={[...columns.slice(0, 3), cost, ...columns.slice(3)]}
            rows={shown}
            rowKey={(row) => row.id}
          />
          <div className="panel-body stack">
            <p className="t2">{t('event.objectOnNotice')}</p>
            <p className="t2">{t('event.objectAtSource')}</p>
            <div>
              <ButtonLink to="/lists">{t('event.toLists')}</ButtonLink>
            </div>
          </div>
        </>
      )}
    </Panel>
  )
}
