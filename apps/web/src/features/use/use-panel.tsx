import type { Reservation } from '@jiju/booking/contract/reservations'
import type { ReservationUse, UseRecord } from '@jiju/booking/contract/use'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { checkIn, confirmUse, reservationUseOptions } from './calls.ts'
import { ChargePanel } from './charge-panel.tsx'
import { CheckOutForm } from './check-out-form.tsx'
import { EvaluationForm, GivenEvaluation } from './evaluation-form.tsx'
import styles from './use.module.css'

/** The use of a booking on its page: begin and end near the time, metered beside booked, what it costs, how it was. */
export function UsePanel({ reservation }: { reservation: Reservation }) {
  const isUsed = reservation.state === 'confirmed' || reservation.state === 'in_use' || reservation.state === 'completed'
  const query = useQuery({ ...reservationUseOptions(reservation.id), enabled: isUsed })
  if (!isUsed) return null
  return <QueryView query={query}>{(use) => <Use reservation={reservation} use={use} />}</QueryView>
}

function Use({ reservation, use }: { reservation: Reservation; use: ReservationUse }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const client = useQueryClient()
  const { zone } = reservation
  const renew = () => client.invalidateQueries({ queryKey: ['reservations'] })
  const begin = useCommand({
    run: checkIn,
    onDone: async () => {
      toast(t('begun'))
      await renew()
    },
  })
  const confirm = useCommand({ run: confirmUse, onDone: () => renew() })
  const record = use.records.at(-1)
  const begins = format.instant(use.beginFrom, zone)
  return (
    <div className="stack">
      <Panel title={t('title')} extra={record && <ProofTag record={record} />}>
        <div className="stack">
          <ProblemSummary error={begin.error ?? confirm.error} />
          {reservation.state === 'confirmed' && (
            <>
              <p>{use.canBegin ? t('beginNow') : t('beginFrom', { from: begins })}</p>
              {use.missedAt && <p className="s t2">{t('missedAt', { at: format.time(use.missedAt, zone) })}</p>}
              {use.canBegin && (
                <div>
                  <Button kind="primary" size="lg" isBusy={begin.isPending} onClick={() => begin.mutate({ id: reservation.id })}>
                    {t('checkIn')}
                  </Button>
                </div>
              )}
            </>
          )}
          {use.running && (
            <>
              <p>
                {t('running', { since: format.instant(use.running.start, zone), end: format.time(use.running.plannedEnd, zone) })}
                {use.running.lateMinutes > 0 && ` · ${t('late', { length: format.duration(use.running.lateMinutes) })}`}
              </p>
              <p className="s t2">{t('closesAt', { at: format.time(use.running.closesAt, zone) })}</p>
              <CheckOutForm id={reservation.id} offered={use.offered} onDone={renew} />
            </>
          )}
          {record && <Metered record={record} zone={zone} />}
          {record && use.canConfirm && (
            <div className="stack">
              <p className="s">{t('inferredLead')}</p>
              <div>
                <Button isBusy={confirm.isPending} onClick={() => confirm.mutate({ id: record.useId })}>
                  {t('confirmTimes')}
                </Button>
              </div>
            </div>
          )}
          {use.records.length > 1 && (
            <details>
              <summary>{t('versions', { count: use.records.length - 1 })}</summary>
              <ul>
                {use.records.map((one) => (
                  <li key={one.id}>
                    {format.range(one.start, one.end, zone)} · {t(`source.${one.endSource}`)} · {format.instant(one.recordedAt, zone)}
                    {one.reason && ` · ${one.reason}`}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {use.corrections.some(({ state }) => state === 'proposed') && <p className="s">{t('correctionWaits')}</p>}
        </div>
      </Panel>
      <ChargePanel charges={use.charges} zone={zone} onAnswered={renew} />
      {use.canEvaluate && <EvaluationForm id={reservation.id} onDone={renew} />}
      {use.evaluation && <GivenEvaluation evaluation={use.evaluation} />}
    </div>
  )
}

export function ProofTag({ record }: { record: UseRecord }) {
  const { t } = useTranslation('use')
  if (!record.isProved) return <Tag kind="warn">{t('unproved')}</Tag>
  return <Tag kind="ok">{record.isCorrection ? t('corrected') : t('proved')}</Tag>
}

/** Booked and metered time as two bars on one scale, and in words. */
function Metered({ record, zone }: { record: UseRecord; zone: string }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const booked = record.booked ?? { start: record.start, end: record.end }
  const from = Math.min(Date.parse(booked.start), Date.parse(record.start))
  const until = Math.max(Date.parse(booked.end), Date.parse(record.end))
  const place = (start: string, end: string) => ({
    left: `${((Date.parse(start) - from) / (until - from || 1)) * 100}%`,
    width: `${((Date.parse(end) - Date.parse(start)) / (until - from || 1)) * 100}%`,
  })
  const difference = record.minutes - Math.round((Date.parse(booked.end) - Date.parse(booked.start)) / 60_000)
  return (
    <div className={styles.bars}>
      <span className="s">
        {t('booked')} {format.range(booked.start, booked.end, zone)}
      </span>
      <div className={styles.bar} data-kind="booked" aria-hidden="true">
        <span style={place(booked.start, booked.end)} />
      </div>
      <span className="s">
        {t('metered')} {format.range(record.start, record.end, zone)} · {t(`source.${record.startSource}`)}
        {record.endSource !== record.startSource && ` / ${t(`source.${record.endSource}`)}`}
        {record.device && ` · ${record.device}`}
      </span>
      <div className={styles.bar} aria-hidden="true">
        <span style={place(record.start, record.end)} />
      </div>
      <span className="s t2">
        {difference === 0
          ? t('same')
          : difference > 0
            ? t('longer', { length: format.duration(difference) })
            : t('shorter', { length: format.duration(-difference) })}
      </span>
    </div>
  )
}
