import type { AffectedBooking, Equivalent, Outage } from '@jiju/booking/contract/outages'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { affectedOptions, equivalentsOptions } from './calls.ts'
import { useDifference } from './difference.ts'
import { DisplacementTag } from './outage-state.tsx'

/** The bookings that an outage hit: whose, when, for how much, what could be had instead, and what became of each. */
export function AffectedTable({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const difference = useDifference()
  const affected = useQuery(affectedOptions(outage.id))
  const equivalents = useQuery({ ...equivalentsOptions(outage.id), enabled: outage.open > 0 })
  const found = new Map<string, readonly Equivalent[]>(equivalents.data?.items.map((item) => [item.displacementId, item.equivalents]))
  const columns: Column<AffectedBooking>[] = [
    {
      key: 'booking',
      title: t('detail.booking'),
      cell: (row) => (
        <>
          <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
            {row.organisationName}
          </Link>
          <div className="s t3">
            {row.bookerName} · {row.resourceName}
          </div>
        </>
      ),
    },
    { key: 'time', title: t('detail.time'), cell: (row) => format.range(row.start, row.end, row.zone) },
    { key: 'price', title: t('detail.price'), look: 'num', cell: (row) => format.money(row.price) },
    {
      key: 'equivalents',
      title: t('detail.equivalents'),
      cell: (row) => {
        const [first] = found.get(row.id) ?? []
        if (row.state !== 'open') return '—'
        if (!first) return equivalents.isPending ? '…' : t('detail.noEquivalent')
        return (
          <>
            <div>
              {format.range(first.start, first.end, first.zone)} · {first.resourceName}
            </div>
            <div className="s t3">
              {first.providerName} · {difference.price(first)} · {difference.time(first)}
            </div>
          </>
        )
      },
    },
    {
      key: 'answer',
      title: t('detail.answer'),
      cell: (row) => (
        <>
          <DisplacementTag state={row.state} />
          {row.answerUntil && <div className="s t3">{t('detail.answerUntil', { time: format.instant(row.answerUntil, row.zone) })}</div>}
        </>
      ),
    },
  ]
  return (
    <Panel
      title={t('detail.affected')}
      note={
        equivalents.data && equivalents.data.sameOrLowerPrice > 0
          ? t('detail.same', { count: equivalents.data.sameOrLowerPrice })
          : t('detail.affectedNote')
      }
      isFlush
    >
      <QueryView query={affected}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('detail.affectedEmpty')} />
          ) : (
            <DataTable caption={t('detail.affected')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )
        }
      </QueryView>
    </Panel>
  )
}
