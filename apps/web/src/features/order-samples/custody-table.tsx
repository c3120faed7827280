import type { CustodyEvent } from '@jiju/orders/contract/samples'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { type EventGroup, groupEvents } from './group-events.ts'
import { ProofLinks } from './proof-links.tsx'

const SHOWN = 8

/** What happened, from whose hands into whose, with its proof; the last ones first seen when there are many. */
export function CustodyTable({ events, isWhole = false }: { events: readonly CustodyEvent[]; isWhole?: boolean }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const [isOpen, setOpen] = useState(isWhole)
  const groups = groupEvents(events)
  const rows = isOpen ? groups : groups.slice(-SHOWN)
  const columns: Column<EventGroup>[] = [
    { key: 'time', title: t('column.time'), cell: ({ event }) => <span className="nw">{format.instant(event.at)}</span> },
    {
      key: 'sample',
      title: t('column.sample'),
      cell: ({ samples }) => <span className={samples.length < 4 ? 'nw' : undefined}>{samples.join(' ')}</span>,
    },
    { key: 'act', title: t('column.act'), cell: ({ event }) => t(`kind.${event.kind}`) },
    { key: 'fromTo', title: t('column.fromTo'), cell: ({ event }) => <FromTo event={event} /> },
    { key: 'proof', title: t('column.proof'), cell: ({ event, files }) => <Proof event={event} files={files} all={events} /> },
  ]
  return (
    <>
      <DataTable caption={t('panel.title')} columns={columns} rows={rows} rowKey={({ event }) => event.id} />
      {!isOpen && groups.length > SHOWN && (
        <div className="more-row">
          <Button onClick={() => setOpen(true)}>{t('panel.showAll', { count: groups.length })}</Button>
        </div>
      )}
    </>
  )
}

function FromTo({ event }: { event: CustodyEvent }) {
  const format = useFormat()
  const to = event.kind === 'retained' && event.to ? format.day(event.to) : event.to
  // A place that is part of whom it went to is not named twice.
  const target = event.place && to && !to.includes(event.place) ? `${to} / ${event.place}` : (to ?? event.place)
  const from = event.from ?? event.personName
  if (!from && !target) return <>—</>
  return <>{[from, target].filter(Boolean).join(' → ')}</>
}

function Proof({ event, files, all }: { event: CustodyEvent; files: CustodyEvent['files']; all: readonly CustodyEvent[] }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const wrong = event.correctsId ? all.find(({ id }) => id === event.correctsId) : undefined
  const facts = [
    event.condition && t(`condition.${event.condition}`),
    event.celsius !== null && t('proof.celsius', { value: event.celsius }),
    event.trackingNumber && t('proof.tracking', { number: event.trackingNumber }),
    event.quantity && `${event.quantity} ${event.unit}`,
    event.words,
    wrong && t('proof.corrects', { at: format.instant(wrong.at) }),
  ].filter(Boolean)
  return (
    <>
      {facts.join(currentLanguage() === 'zh' ? '，' : ', ') || (files.length === 0 ? '—' : '')} <ProofLinks files={files} />
    </>
  )
}
