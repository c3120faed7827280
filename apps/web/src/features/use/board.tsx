import type { UseBoard, UseCorrection, UseRecord } from '@jiju/booking/contract/use'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { checkIn, checkOut, confirmUse, decideCorrection, finishUse } from './calls.ts'
import { CorrectionForm } from './correction-form.tsx'

type Named = { resourceName: string; resourceNameEn: string | null }

/** The name of a resource in the reader's language. */
export function useResourceName() {
  const { i18n } = useTranslation()
  return ({ resourceName, resourceNameEn }: Named) => (i18n.language === 'en' && resourceNameEn ? resourceNameEn : resourceName)
}

function useRenew() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['uses'] })
}

/** Who is on what now, and who should be there. */
export function NowBoard({ board }: { board: UseBoard }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const nameOf = useResourceName()
  const renew = useRenew()
  const mayAct = useAccess('booking.use.record')
  const done = async () => {
    toast(t('done'))
    await renew()
  }
  const out = useCommand({ run: checkOut, onDone: done })
  const finish = useCommand({ run: finishUse, onDone: done })
  const begin = useCommand({ run: checkIn, onDone: done })
  type Running = UseBoard['running'][number]
  type Awaited = UseBoard['awaited'][number]
  const running: Column<Running>[] = [
    { key: 'resource', title: t('board.resource'), cell: (row) => nameOf(row) },
    { key: 'who', title: t('board.who'), cell: (row) => [row.organisationName, row.personName].filter(Boolean).join(' · ') },
    {
      key: 'since',
      title: t('board.since'),
      cell: (row) => (
        <>
          {format.instant(row.start, row.zone)}{' '}
          {row.lateMinutes > 0 && <Tag kind="warn">{t('late', { length: format.duration(row.lateMinutes) })}</Tag>}
        </>
      ),
    },
    {
      key: 'end',
      title: t('board.plannedEnd'),
      cell: (row) => (
        <>
          {format.instant(row.plannedEnd, row.zone)}{' '}
          {row.overMinutes > 0 && <Tag kind="bad">{t('over', { length: format.duration(row.overMinutes) })}</Tag>}
        </>
      ),
    },
    { key: 'next', title: t('board.next'), cell: (row) => (row.nextStart ? format.instant(row.nextStart, row.zone) : '—') },
    {
      key: 'act',
      title: t('board.act'),
      look: 'action',
      cell: (row) =>
        mayAct && (
          <Button
            size="sm"
            isBusy={out.isPending || finish.isPending}
            onClick={() => (row.reservationId ? out.mutate({ id: row.reservationId, body: {} }) : finish.mutate({ id: row.id }))}
          >
            {t('checkOut')}
          </Button>
        ),
    },
  ]
  const awaited: Column<Awaited>[] = [
    {
      key: 'resource',
      title: t('board.resource'),
      cell: (row) => (
        <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
          {nameOf(row)}
        </Link>
      ),
    },
    { key: 'who', title: t('board.who'), cell: (row) => `${row.organisationName} · ${row.bookerName}` },
    { key: 'time', title: t('board.time'), cell: (row) => format.range(row.start, row.end, row.zone) },
    {
      key: 'late',
      title: t('board.state'),
      cell: (row) =>
        row.lateMinutes > 0 ? (
          <>
            <Tag kind="warn">{t('late', { length: format.duration(row.lateMinutes) })}</Tag>{' '}
            {row.missedAt && <span className="s t3">{t('board.missedAt', { at: format.time(row.missedAt, row.zone) })}</span>}
          </>
        ) : (
          t('board.toCome')
        ),
    },
    {
      key: 'act',
      title: t('board.act'),
      look: 'action',
      cell: (row) =>
        mayAct && Date.parse(row.start) - Date.parse(board.now) < 15 * 60_000 ? (
          <Button size="sm" isBusy={begin.isPending} onClick={() => begin.mutate({ id: row.reservationId })}>
            {t('checkIn')}
          </Button>
        ) : null,
    },
  ]
  return (
    <div className="stack">
      <ProblemSummary error={out.error ?? finish.error ?? begin.error} />
      <Panel title={t('board.running')} note={String(board.running.length)} isFlush>
        {board.running.length === 0 ? (
          <Empty title={t('board.nobody')} />
        ) : (
          <DataTable caption={t('board.running')} columns={running} rows={board.running} rowKey={(row) => row.id} />
        )}
      </Panel>
      <Panel title={t('board.awaited')} note={String(board.awaited.length)} isFlush>
        {board.awaited.length === 0 ? (
          <Empty title={t('board.noneAwaited')} />
        ) : (
          <DataTable caption={t('board.awaited')} columns={awaited} rows={board.awaited} rowKey={(row) => row.reservationId} />
        )}
      </Panel>
    </div>
  )
}

/** What waits for somebody: a second person, a confirmation, an answer to an objection. */
export function WaitingBoard({ board }: { board: UseBoard }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const nameOf = useResourceName()
  const renew = useRenew()
  const mayCorrect = useAccess('booking.use.correct')
  const [correcting, setCorrecting] = useState<UseRecord | null>(null)
  const done = async () => {
    toast(t('done'))
    await renew()
  }
  const decide = useCommand({ run: decideCorrection, onDone: done })
  const confirm = useCommand({ run: confirmUse, onDone: done })
  const acts = (row: UseCorrection) => (
    <div className="row g8 wrap" style={{ justifyContent: 'flex-end' }}>
      {row.canDecide && (
        <>
          <Button size="sm" kind="primary" isBusy={decide.isPending} onClick={() => decide.mutate({ id: row.id, act: 'confirm' })}>
            {t('correction.confirm')}
          </Button>
          <Button size="sm" isBusy={decide.isPending} onClick={() => decide.mutate({ id: row.id, act: 'decline' })}>
            {t('correction.decline')}
          </Button>
        </>
      )}
      {row.canWithdraw && (
        <Button size="sm" isBusy={decide.isPending} onClick={() => decide.mutate({ id: row.id, act: 'withdraw' })}>
          {t('correction.withdraw')}
        </Button>
      )}
    </div>
  )
  const corrections: Column<UseCorrection>[] = [
    { key: 'resource', title: t('board.resource'), cell: (row) => `${nameOf(row)} · ${row.organisationName}` },
    {
      key: 'change',
      title: t('correction.change'),
      cell: (row) => (
        <>
          <del>{format.range(row.was.start, row.was.end, row.zone)}</del>
          <br />
          {format.range(row.proposed.start, row.proposed.end, row.zone)}
          {row.adjustment !== '0.00' && ` · ${format.money(row.adjustment)}`}
        </>
      ),
    },
    { key: 'reason', title: t('correction.reason'), cell: (row) => row.reason },
    { key: 'by', title: t('correction.by'), cell: (row) => row.proposerName ?? '—' },
    { key: 'act', title: t('board.act'), look: 'action', cell: acts },
  ]
  const unproved: Column<UseRecord>[] = [
    { key: 'resource', title: t('board.resource'), cell: (row) => `${nameOf(row)} · ${row.organisationName}` },
    { key: 'time', title: t('metered'), cell: (row) => format.range(row.start, row.end, row.zone) },
    { key: 'source', title: t('board.source'), cell: (row) => `${t(`source.${row.startSource}`)} / ${t(`source.${row.endSource}`)}` },
    {
      key: 'act',
      title: t('board.act'),
      look: 'action',
      cell: (row) =>
        mayCorrect && (
          <div className="row g8 wrap" style={{ justifyContent: 'flex-end' }}>
            <Button size="sm" isBusy={confirm.isPending} onClick={() => confirm.mutate({ id: row.useId })}>
              {t('confirmTimes')}
            </Button>
            <Button size="sm" onClick={() => setCorrecting(row)}>
              {t('correction.open')}
            </Button>
          </div>
        ),
    },
  ]
  return (
    <div className="stack">
      <ProblemSummary error={decide.error ?? confirm.error} />
      <Panel title={t('board.corrections')} note={String(board.corrections.length)} isFlush>
        {board.corrections.length === 0 ? (
          <Empty title={t('board.noCorrections')} />
        ) : (
          <DataTable caption={t('board.corrections')} columns={corrections} rows={board.corrections} rowKey={(row) => row.id} />
        )}
      </Panel>
      <Panel title={t('board.objections')} note={String(board.objections.length)}>
        {board.objections.length === 0 ? (
          <Empty title={t('board.noObjections')} />
        ) : (
          <ul className="stack">
            {board.objections.map((row) => (
              <li key={row.chargeId}>
                <div>
                  {row.reservationId ? (
                    <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
                      {nameOf(row)}
                    </Link>
                  ) : (
                    <Link to="/p/charges" search={{ state: 'objected' }}>
                      {nameOf(row)}
                    </Link>
                  )}
                </div>
                <div>
                  {row.number} · {row.organisationName} · {format.money(row.total)}
                </div>
                <div className="t2">“{row.words}”</div>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('board.unproved')} note={t('board.unprovedNote')} isFlush>
        {board.unproved.length === 0 ? (
          <Empty title={t('board.noneUnproved')} />
        ) : (
          <DataTable caption={t('board.unproved')} columns={unproved} rows={board.unproved} rowKey={(row) => row.id} />
        )}
      </Panel>
      <CorrectionDrawer record={correcting} onClose={() => setCorrecting(null)} />
    </div>
  )
}

export function CorrectionDrawer({ record, onClose }: { record: UseRecord | null; onClose: () => void }) {
  const { t } = useTranslation('use')
  const renew = useRenew()
  return (
    <Drawer title={t('correction.title')} isOpen={record !== null} onClose={onClose}>
      {record && (
        <CorrectionForm
          key={record.id}
          record={record}
          onDone={async () => {
            onClose()
            await renew()
          }}
        />
      )}
    </Drawer>
  )
}
