import type { ScannedUse } from '@jiju/booking/contract/use'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookNow, checkIn, finishUse, scannedUseOptions, useUnbooked } from '../../features/use/calls.ts'
import { CheckOutForm } from '../../features/use/check-out-form.tsx'
import styles from '../../features/use/use.module.css'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'

const LOOK = { free: 'ok', in_use: 'accent', closed: 'plain' } as const

/** What the code on an instrument opens on a phone: the one thing to do now. */
export function ScannedPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const query = useQuery(scannedUseOptions(code.toUpperCase()))
  return (
    <QueryView query={query} isPage>
      {(use) => <Scanned code={code.toUpperCase()} use={use} />}
    </QueryView>
  )
}

function Scanned({ code, use }: { code: string; use: ScannedUse }) {
  const { t } = useTranslation('use')
  const client = useQueryClient()
  const format = useFormat()
  const renew = () => client.invalidateQueries({ queryKey: ['uses'] })
  const name = resourceNameOf(use)
  const { running, booking } = use
  const isMineRunning = running?.isMine === true
  return (
    <div className={styles.phone}>
      <PageHead
        title={name}
        beside={<Tag kind={LOOK[use.state]}>{t(`scan.${use.state}`)}</Tag>}
        line={[use.providerName, use.siteName].filter(Boolean).join(' · ')}
      />
      <div className="stack">
        {running && <RunningPanel code={code} use={use} running={running} onDone={renew} />}
        {!running && use.state === 'in_use' && use.runningUntil && (
          <Panel>
            <p>{t('scan.byOther', { until: format.time(use.runningUntil, use.zone) })}</p>
          </Panel>
        )}
        {booking && !isMineRunning && <BookingPanel code={code} use={use} booking={booking} onDone={renew} />}
        {!booking && !isMineRunning && <WithoutBooking code={code} use={use} onDone={renew} />}
        {use.canUseUnbooked && !running && <UnbookedPanel code={code} onDone={renew} />}
        <p className="s t3">
          <Link to="/resources/$id" params={{ id: use.resourceId }}>
            {t('scan.resource')}
          </Link>
        </p>
      </div>
    </div>
  )
}

type Part = { code: string; use: ScannedUse; onDone: () => unknown }

function RunningPanel({ code, use, running, onDone }: Part & { running: NonNullable<ScannedUse['running']> }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const finish = useCommand({
    run: finishUse,
    onDone: async () => {
      toast(t('ended'))
      await onDone()
    },
  })
  return (
    <Panel title={running.isMine ? t('scan.mine') : t('scan.running')}>
      <div className="stack">
        <p className="b">{t('running', { since: format.time(running.start, use.zone), end: format.time(running.plannedEnd, use.zone) })}</p>
        {use.nextStart && <p className="s t2">{t('scan.next', { at: format.time(use.nextStart, use.zone) })}</p>}
        <ProblemSummary error={finish.error} />
        {running.canEnd && running.reservationId && (
          <CheckOutForm id={running.reservationId} code={code} offered={use.offered} onDone={onDone} className={styles.big} />
        )}
        {running.canEnd && !running.reservationId && (
          <Button
            kind="primary"
            size="lg"
            isBlock
            className={styles.big}
            isBusy={finish.isPending}
            onClick={() => finish.mutate({ id: running.useId })}
          >
            {t('checkOut')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function BookingPanel({ code, use, booking, onDone }: Part & { booking: NonNullable<ScannedUse['booking']> }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const begin = useCommand({
    run: checkIn,
    onDone: async () => {
      toast(t('begun'))
      await onDone()
    },
  })
  return (
    <Panel title={t('scan.booking')}>
      <div className="stack">
        <p className="b">{format.range(booking.start, booking.end, use.zone)}</p>
        {booking.lateMinutes > 0 && <p className="s">{t('late', { length: format.duration(booking.lateMinutes) })}</p>}
        <ProblemSummary error={begin.error} />
        {booking.canBegin ? (
          <Button
            kind="primary"
            size="lg"
            isBlock
            className={styles.big}
            isBusy={begin.isPending}
            onClick={() => begin.mutate({ id: booking.reservationId, code })}
          >
            {t('checkIn')}
          </Button>
        ) : (
          <p>{t('beginFrom', { from: format.time(booking.beginFrom, use.zone) })}</p>
        )}
        <ButtonLink to="/e/bookings/$id" params={{ id: booking.reservationId }}>
          {t('scan.open')}
        </ButtonLink>
      </div>
    </Panel>
  )
}

/** Books now what is free; or says what speaks against it, and whom to ask. */
function WithoutBooking({ code, use, onDone }: Part) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const offer = use.bookNow
  const lengths = offer ? lengthsOf(offer) : []
  const [minutes, setMinutes] = useState(String(lengths[0] ?? ''))
  const book = useCommand({
    run: bookNow,
    onDone: async (row) => {
      toast(t(row.state === 'pending' ? 'scan.asked' : 'begun'))
      await onDone()
    },
  })
  return (
    <Panel title={t('scan.noBooking')}>
      <div className="stack">
        <ProblemSummary error={book.error} />
        {offer && offer.problems.length === 0 ? (
          <>
            <SelectField
              label={t('scan.until')}
              value={minutes}
              options={lengths.map((one) => ({
                value: String(one),
                label: `${format.time(new Date(Date.parse(offer.start) + one * 60_000).toISOString(), use.zone)} · ${format.hours(one)}`,
              }))}
              onPick={setMinutes}
            />
            <Button
              kind="primary"
              size="lg"
              isBlock
              className={styles.big}
              isBusy={book.isPending}
              onClick={() => book.mutate({ code, body: { minutes: Number(minutes || lengths[0]) } })}
            >
              {t('scan.bookNow')}
            </Button>
          </>
        ) : (
          <>
            {offer?.problems.map((problem) => (
              <p key={problem.code}>{problem.message}</p>
            ))}
            {!offer && <p>{use.nextStart ? t('scan.taken', { at: format.time(use.nextStart, use.zone) }) : t('scan.notFree')}</p>}
            <p className="s t2">{t('scan.ask', { provider: use.providerName })}</p>
          </>
        )}
        <ButtonLink to="/resources/$id" params={{ id: use.resourceId }}>
          {t('scan.otherTime')}
        </ButtonLink>
      </div>
    </Panel>
  )
}

const MOST_LENGTHS = 24

function lengthsOf({ start, maxEnd, minMinutes, stepMinutes }: NonNullable<ScannedUse['bookNow']>): number[] {
  const longest = (Date.parse(maxEnd) - Date.parse(start)) / 60_000
  const lengths: number[] = []
  for (let length = minMinutes; length <= longest && lengths.length < MOST_LENGTHS; length += stepMinutes) lengths.push(length)
  return lengths
}

function UnbookedPanel({ code, onDone }: { code: string; onDone: () => unknown }) {
  const { t } = useTranslation('use')
  const [minutes, setMinutes] = useState('60')
  const [purpose, setPurpose] = useState('')
  const begin = useCommand({
    run: useUnbooked,
    onDone: async () => {
      toast(t('begun'))
      await onDone()
    },
  })
  return (
    <Panel title={t('scan.unbooked')} note={t('scan.unbookedNote')}>
      <div className="stack">
        <ProblemSummary error={begin.error} />
        <TextField label={t('scan.purpose')} maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
        <TextField
          label={t('scan.minutes')}
          type="number"
          inputMode="numeric"
          min={5}
          max={1440}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Button
          size="lg"
          isBlock
          disabled={!purpose.trim() || !(Number(minutes) >= 5)}
          isBusy={begin.isPending}
          onClick={() => begin.mutate({ code, body: { minutes: Number(minutes), purpose: purpose.trim() } })}
        >
          {t('scan.begin')}
        </Button>
      </div>
    </Panel>
  )
}
