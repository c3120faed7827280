import type { Calendar } from '@jiju/booking/contract/calendars'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestProblem } from '../../lib/problem.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Segmented, TextField } from '../../ui/field.tsx'
import { PriceLines } from '../../ui/price-lines.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Bone, ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './booking-panel.module.css'
import { Nearest, Offers } from './offers.tsx'
import { Placed } from './placed.tsx'
import type { Span } from './slot-grid.ts'
import type { Booking } from './use-booking.ts'

type PanelProps = {
  booking: Booking
  rules: Calendar
  /** What self-service asks of the reader, below the choice of operation. */
  operationNote?: ReactNode
}

/** The column beside the calendar: time, way of use, price line by line, and the one action. */
export function BookingPanel({ booking, rules, operationNote }: PanelProps) {
  const { t } = useTranslation('resource')
  if (booking.placed) return <Placed reservation={booking.placed} onAnew={booking.startAnew} />
  if (!rules.isAccepting) return <div className={styles.panel}>{t('book.notAccepting')}</div>
  const { span } = booking.choice
  return (
    <div className={styles.panel}>
      <HoldBar booking={booking} />
      <Problems booking={booking} rules={rules} />
      {span ? (
        <>
          <ChosenTime span={span} rules={rules} />
          <Words booking={booking} rules={rules} operationNote={operationNote} />
          <div className={styles.prices}>
            <PriceHead />
            <PriceOfChoice booking={booking} />
          </div>
          <SubmitButton booking={booking} />
          <Foot booking={booking} rules={rules} />
        </>
      ) : (
        <Offers rules={rules} onChoose={booking.choose} title={t('book.chooseTitle')} hint={t('book.chooseHint')} />
      )}
    </div>
  )
}

/** Phones: the same in sections, with price and action in a bar at the bottom. */
export function BookingSections({ booking, rules, operationNote }: PanelProps) {
  if (booking.placed) return <Placed reservation={booking.placed} onAnew={booking.startAnew} />
  if (!rules.isAccepting || !booking.choice.span) return null
  return (
    <div className={styles.panel}>
      <Problems booking={booking} rules={rules} />
      <Words booking={booking} rules={rules} operationNote={operationNote} />
      <div>
        <PriceHead />
        <PriceOfChoice booking={booking} />
        <p className="s t3">
          <WhoConfirms booking={booking} rules={rules} />
        </p>
      </div>
    </div>
  )
}

export function BookingBar({ booking, rules }: PanelProps) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const { span } = booking.choice
  if (booking.placed || !rules.isAccepting || !span) return null
  const total = booking.hold?.price.total ?? booking.quote.data?.price?.total
  return (
    <div className={styles.bar}>
      <HoldBar booking={booking} />
      <div className="row sb g12" style={{ marginTop: booking.hold ? 10 : 0 }}>
        <div>
          <div className="s t3">{format.range(new Date(span.start), new Date(span.end), rules.zone)}</div>
          <div className="b" style={{ fontSize: 20, lineHeight: '28px' }}>
            {total ? format.price(total) : t('price.pending')}
          </div>
        </div>
        <SubmitButton booking={booking} />
      </div>
    </div>
  )
}

function HoldBar({ booking }: { booking: Booking }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const { hold } = booking
  if (!hold?.heldUntil) return null
  return (
    <Countdown
      key={hold.id + hold.heldUntil}
      until={hold.heldUntil}
      onEnd={booking.expire}
      action={
        hold.canExtendHold && (
          <button type="button" className="link-btn s" onClick={() => void booking.extend()}>
            {t('book.extend')}
          </button>
        )
      }
    >
      {t('book.heldUntil', { time: format.time(hold.heldUntil) })}
    </Countdown>
  )
}

function ChosenTime({ span, rules }: { span: Span; rules: Calendar }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const after = rules.bufferAfterMinutes
  return (
    <div>
      <div className="s t3">{t('book.time')}</div>
      <div className="h2">{format.range(new Date(span.start), new Date(span.end), rules.zone)}</div>
      <div className="s t3">
        {after > 0
          ? t('book.blockedUntil', { time: format.time(new Date(span.end + after * 60_000), rules.zone), minutes: after })
          : t('book.length', { length: format.hours((span.end - span.start) / 60_000) })}
      </div>
    </div>
  )
}

function Words({ booking, rules, operationNote }: PanelProps) {
  const { t } = useTranslation(['resource', 'common'])
  const operation = booking.hold?.operation ?? booking.choice.operation ?? rules.operations[0] ?? 'self_service'
  return (
    <>
      {rules.operations.length > 1 ? (
        <div>
          <div className="field-label">{t('book.operation')}</div>
          <Segmented
            isWide
            label={t('book.operation')}
            value={operation}
            onPick={booking.chooseOperation}
            options={rules.operations.map((value) => ({ value, label: t(`operation.${value}`) }))}
          />
        </div>
      ) : (
        <div>
          <div className="s t3">{t('book.operation')}</div>
          <div>{t(`operation.${operation}`)}</div>
        </div>
      )}
      {operationNote}
      {booking.mayHold && (
        <>
          <TextField
            label={`${t('book.project')}（${t('common:optional')}）`}
            maxLength={200}
            value={booking.words.project}
            onChange={(event) => booking.setWords({ ...booking.words, project: event.target.value })}
            hint={t('book.projectHint')}
          />
          <TextField
            label={`${t('book.note')}（${t('common:optional')}）`}
            maxLength={1000}
            value={booking.words.note}
            onChange={(event) => booking.setWords({ ...booking.words, note: event.target.value })}
          />
        </>
      )}
    </>
  )
}

function PriceHead() {
  const { t } = useTranslation('resource')
  return (
    <div className="row sb" style={{ marginBottom: 4 }}>
      <h2 className="h3">{t('price.title')}</h2>
      <span className="s t3">{t('price.unit')}</span>
    </div>
  )
}

function PriceOfChoice({ booking }: { booking: Booking }) {
  const { t } = useTranslation('resource')
  const { hold, quote } = booking
  if (hold)
    return (
      <>
        <PriceLines price={hold.price} />
        <NoShowTerm fee={hold.noShowFee} />
      </>
    )
  if (quote.data) {
    return quote.data.price ? (
      <div className={quote.isPlaceholderData ? 'stale' : undefined}>
        <PriceLines price={quote.data.price} />
        <p className="s t3">{t('price.locked')}</p>
        <NoShowTerm fee={quote.data.noShowFee} />
      </div>
    ) : (
      <p className="m t2">{t('price.none')}</p>
    )
  }
  if (quote.error) return <ErrorState error={quote.error} onRetry={() => void quote.refetch()} />
  return (
    <Skeleton>
      <Bone height={92} />
    </Skeleton>
  )
}

/** What is due when nobody comes, said before booking. */
function NoShowTerm({ fee }: { fee: string }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  return Number(fee) > 0 ? <p className="s t2">{t('price.noShow', { fee: format.money(fee) })}</p> : null
}

/** What keeps the booking from passing: refused commands, broken rules, a slot lost meanwhile; with slots that can be had. */
function Problems({ booking, rules }: PanelProps) {
  const { t } = useTranslation('resource')
  const { error, quote, hold, isExpired } = booking
  const broken = !hold && !quote.isPlaceholderData && booking.choice.span ? (quote.data?.problems ?? []) : []
  const isTaken = error instanceof RequestProblem && error.has('booking.slot_taken')
  const { span } = booking.choice
  // Another time would not help who lacks a level.
  const isTimeBroken = broken.some(({ code }) => !code.startsWith('booking.level_needed'))
  return (
    <>
      {isExpired && !error && (
        <div className="notice notice-warn" role="alert">
          {t('book.expired')}
        </div>
      )}
      <ProblemSummary error={error} />
      {!error && broken.length > 0 && (
        <div className="notice notice-warn" role="status">
          <ul className="col g4">
            {broken.map((problem) => (
              <li key={problem.code}>{problem.message}</li>
            ))}
          </ul>
        </div>
      )}
      {span && (isTaken || isTimeBroken) && <Nearest rules={rules} span={span} onChoose={booking.choose} />}
    </>
  )
}

function SubmitButton({ booking }: { booking: Booking }) {
  const { t } = useTranslation('resource')
  const { href } = useRouter().latestLocation
  const { me, hold, quote } = booking
  if (me && !me.person)
    return (
      <ButtonLink to="/signin" search={{ next: href }} kind="primary" size="lg" isBlock>
        {t('book.signIn')}
      </ButtonLink>
    )
  if (me && !booking.mayHold) return <p className="notice">{t(me.activeOrganisationId ? 'book.notYourRole' : 'book.noOrganisation')}</p>
  const isRequest = booking.answer !== null
  const isBlocked = !hold && (!quote.data?.isFree || quote.data.problems.length > 0)
  return (
    <Button kind="primary" size="lg" isBlock isBusy={booking.isBusy || isBlocked} onClick={() => void booking.submit()}>
      {booking.isBusy ? t('book.working') : t(isRequest ? 'book.request' : 'book.submit')}
    </Button>
  )
}

function Foot({ booking, rules }: PanelProps) {
  const { t } = useTranslation('resource')
  return (
    <div className="row sb g8 s">
      <button type="button" className="link-btn" onClick={booking.giveUp}>
        {booking.hold ? t('book.giveUp') : t('book.clear')}
      </button>
      <span className="t3">
        <WhoConfirms booking={booking} rules={rules} />
      </span>
    </div>
  )
}

/** Whether the booking is confirmed at once, or who answers until when. */
function WhoConfirms({ booking, rules }: PanelProps) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const { answer } = booking
  if (answer) {
    const until = format.instant(answer.decideUntil, rules.zone)
    return <>{t(answer.cause === 'no_show' ? 'book.approvalNoShow' : 'book.approvalUntil', { until })}</>
  }
  return <>{t(rules.confirmation === 'instant' ? 'book.instant' : 'book.approval')}</>
}
