import type { AssessedInstrument } from '@jiju/booking/contract/assessment'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Period } from './calls.ts'

const ORDERS = ['effective', 'external', 'sharing', 'utilisation', 'income', 'mark', 'idle'] as const
type Order = (typeof ORDERS)[number]
const SHOWN = 10

const VALUES: Readonly<Record<Order, (row: AssessedInstrument) => number>> = {
  effective: ({ figures }) => figures.effectiveSeconds,
  external: ({ figures }) => figures.externalSeconds,
  sharing: ({ figures }) => figures.sharingRate ?? -1,
  utilisation: ({ figures }) => figures.utilisation ?? -1,
  income: ({ figures }) => Number(figures.outsideIncome) + Number(figures.insideIncome),
  mark: ({ figures }) => figures.mark ?? -1,
  idle: ({ figures }) => figures.idleSeconds,
}

/** One's own instruments ranked by a figure; each leads to the uses behind its hours. */
export function InstrumentTable({ instruments, period }: { instruments: readonly AssessedInstrument[]; period: Period }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const [order, setOrder] = useState<Order>('effective')
  const [shown, setShown] = useState(SHOWN)
  const ranked = [...instruments].sort((a, b) => VALUES[order](b) - VALUES[order](a))
  const hours = (seconds: number) => format.number(seconds / 3600, 1)
  const columns: Column<AssessedInstrument>[] = [
    {
      key: 'name',
      title: t('column.instrument'),
      cell: (row) => (
        <>
          <Link to="/p/assessment/uses" search={{ resource: row.resourceId, from: period.from, to: period.to }}>
            {resourceNameOf({ resourceName: row.name, resourceNameEn: row.nameEn })}
          </Link>
          {!row.isPublished && <Tag kind="line">{t('retired')}</Tag>}
          {row.isPublished && !row.isOpen && <Tag kind="warn">{t('notOpen')}</Tag>}
          <div className="s t3">
            {[row.innerNumber, row.siteName].filter(Boolean).join(' · ')}
            <div>
              <Link to="/p/assessment/statements" search={{ resource: row.resourceId, year: period.to.slice(0, 4) }}>
                {t('statements.page')}
              </Link>
            </div>
          </div>
        </>
      ),
    },
    { key: 'effective', title: t('column.effective'), look: 'num', cell: ({ figures }) => hours(figures.effectiveSeconds) },
    { key: 'external', title: t('column.external'), look: 'num', cell: ({ figures }) => hours(figures.externalSeconds) },
    {
      key: 'unproved',
      title: t('column.unproved'),
      look: 'num',
      cell: ({ figures }) => <span className="unproved-note">{hours(figures.inferredSeconds + figures.bookedOnlySeconds)}</span>,
    },
    { key: 'sharing', title: t('figure.sharing'), look: 'num', cell: ({ figures }) => format.percent(figures.sharingRate) },
    { key: 'utilisation', title: t('figure.utilisation'), look: 'num', cell: ({ figures }) => format.percent(figures.utilisation) },
    { key: 'outside', title: t('column.outside'), look: 'num', cell: ({ figures }) => format.money(figures.outsideIncome) },
    { key: 'mark', title: t('figure.mark'), look: 'num', cell: ({ figures }) => format.number(figures.mark, 1) },
    { key: 'idle', title: t('column.idle'), look: 'num', cell: ({ figures }) => hours(figures.idleSeconds) },
  ]
  return (
    <Panel
      isFlush
      title={t('ranking.title')}
      note={t('ranking.note', { count: instruments.length })}
      extra={
        <SelectField
          label={t('ranking.order')}
          isLabelHidden
          value={order}
          options={ORDERS.map((value) => ({ value, label: t(`ranking.${value}`) }))}
          onPick={setOrder}
        />
      }
    >
      {ranked.length === 0 ? (
        <Empty title={t('ranking.empty')} />
      ) : (
        <DataTable caption={t('ranking.title')} columns={columns} rows={ranked.slice(0, shown)} rowKey={(row) => row.resourceId} />
      )}
      {ranked.length > shown && (
        <div className="more-row">
          <button type="button" className="btn" onClick={() => setShown(shown + SHOWN)}>
            {t('ranking.more')}
          </button>
        </div>
      )}
    </Panel>
  )
}
