import type { UseRecord } from '@jiju/booking/contract/use'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { CorrectionDrawer, useResourceName } from './board.tsx'
import { listUses } from './calls.ts'
import { ProofTag } from './use-panel.tsx'

/** The meter log as it stands, latest first. */
export function UseLog() {
  const { t } = useTranslation('use')
  const format = useFormat()
  const nameOf = useResourceName()
  const mayCorrect = useAccess('booking.use.correct')
  const [correcting, setCorrecting] = useState<UseRecord | null>(null)
  const { query, items, more } = usePages<UseRecord>({ queryKey: ['uses', 'log'], load: (cursor) => listUses({}, cursor) })
  const columns: Column<UseRecord>[] = [
    {
      key: 'resource',
      title: t('board.resource'),
      cell: (row) =>
        row.reservationId ? (
          <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
            {nameOf(row)}
          </Link>
        ) : (
          nameOf(row)
        ),
    },
    { key: 'who', title: t('board.who'), cell: (row) => [row.organisationName, row.personName].filter(Boolean).join(' · ') },
    { key: 'time', title: t('metered'), cell: (row) => format.range(row.start, row.end, row.zone) },
    { key: 'length', title: t('board.length'), look: 'num', cell: (row) => format.duration(row.minutes) },
    {
      key: 'source',
      title: t('board.source'),
      cell: (row) =>
        row.startSource === row.endSource
          ? t(`source.${row.endSource}`)
          : `${t(`source.${row.startSource}`)} / ${t(`source.${row.endSource}`)}`,
    },
    { key: 'proof', title: t('board.proof'), cell: (row) => <ProofTag record={row} /> },
    {
      key: 'act',
      title: t('board.act'),
      look: 'action',
      cell: (row) =>
        mayCorrect && (
          <Button size="sm" onClick={() => setCorrecting(row)}>
            {t('correction.open')}
          </Button>
        ),
    },
  ]
  return (
    <QueryView query={query}>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('board.noUses')} />
          ) : (
            <DataTable caption={t('board.log')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
          <CorrectionDrawer record={correcting} onClose={() => setCorrecting(null)} />
        </div>
      )}
    </QueryView>
  )
}
