import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { moveReservation, quoteOptions } from './calls.ts'
import { askToMove, proposeTime } from './request-calls.ts'

type MoveTarget = Pick<
  Reservation,
  | 'id'
  | 'version'
  | 'resourceId'
  | 'zone'
  | 'start'
  | 'end'
  | 'blockedStart'
  | 'blockedEnd'
  | 'operation'
  | 'price'
  | 'kind'
  | 'organisationId'
  | 'providerName'
>

/**
 * Moves a booking by two date-time fields: says at once what it would cost and, when the time cannot be had, the nearest ones that can.
 * The provider moving a customer's booking says why.
 */
export function MoveForm({
  reservation,
  needsReason,
  suggested,
  way = 'move',
  onDone,
  onClose,
}: {
  reservation: MoveTarget
  needsReason: boolean
  suggested?: { start: Date; end: Date } | undefined
  /** `ask`: the provider answers first; `propose`: the provider offers the time, the customer answers. */
  way?: 'move' | 'ask' | 'propose'
  onDone: (moved: Reservation) => void
  onClose: () => void
}) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const { zone } = reservation
  const [start, setStart] = useState(() => toWallClock(suggested?.start ?? reservation.start, zone))
  const [end, setEnd] = useState(() => toWallClock(suggested?.end ?? reservation.end, zone))
  const [reason, setReason] = useState('')
  const from = fromWallClock(start, zone)
  const until = fromWallClock(end, zone)
  const isChanged = from !== undefined && until !== undefined && (from !== iso(reservation.start) || until !== iso(reservation.end))
  const wish = useLater(isChanged && from && until ? `${from}|${until}` : '', 250)
  const [wishStart, wishEnd] = wish.split('|')
  const quote = useQuery(
    quoteOptions(
      wishStart && wishEnd
        ? {
            resourceId: reservation.resourceId,
            start: wishStart,
            end: wishEnd,
            operation: reservation.operation,
            ...(reservation.kind === 'internal'
              ? { isInternal: true }
              : needsReason
                ? { customerOrganisationId: reservation.organisationId }
                : {}),
          }
        : null,
    ),
  )
  const command = useCommand({
    run: way === 'move' ? moveReservation : way === 'ask' ? askToMove : propose,
    onDone: (moved) => {
      const { start, end } = moved.moveRequest ?? moved
      toast(t(WORDS[way].done, { time: format.range(start, end, zone) }))
      onDone(moved)
    },
  })
  // A quote does not know which booking asks: its own time can be in the way of a small move. Then only the move itself tells.
  const meetsItself = quote.data
    ? quote.data.blockedStart < reservation.blockedEnd && reservation.blockedStart < quote.data.blockedEnd
    : false
  const problems = (quote.data?.problems ?? []).filter((problem) => !meetsItself || problem.code !== 'booking.slot_taken')
  const pickStart = (text: string) => {
    const before = fromWallClock(start, zone)
    const next = fromWallClock(text, zone)
    setStart(text)
    // The length stays when the start moves.
    if (before && next && until) setEnd(toWallClock(new Date(Date.parse(until) + Date.parse(next) - Date.parse(before)), zone))
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && from && until)
          command.mutate({ target: reservation, body: { start: from, end: until, ...(reason.trim() ? { reason } : {}) } })
      }}
    >
      <ProblemSummary error={command.error} />
      <div className="form-pair">
        <DateTimeField label={t('move.start')} value={start} stepMinutes={30} onChange={({ target }) => pickStart(target.value)} />
        <DateTimeField label={t('move.end')} value={end} stepMinutes={30} onChange={({ target }) => setEnd(target.value)} />
      </div>
      {way === 'ask' && <p className="m t2">{t('moveRequest.explain', { name: reservation.providerName })}</p>}
      {(needsReason || way === 'ask') && (
        <TextField
          label={t(way === 'ask' ? 'request.words' : 'move.reason')}
          hint={t(way === 'ask' ? 'moveRequest.wordsHint' : 'move.reasonHint')}
          value={reason}
          maxLength={500}
          required={needsReason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div aria-live="polite" className="stack" style={{ gap: 8 }}>
        {!isChanged && <p className="s t3">{t('move.same')}</p>}
        {isChanged && quote.data?.price && reservation.kind === 'customer' && (
          <p>
            {quote.data.price.total === reservation.price.total
              ? t('move.samePrice', { price: format.money(reservation.price.total) })
              : t('move.price', { price: format.money(quote.data.price.total), old: format.money(reservation.price.total) })}
          </p>
        )}
        {isChanged && problems.length > 0 && (
          <ul className="notice notice-warn" style={{ flexDirection: 'column' }}>
            {problems.map((problem) => (
              <li key={problem.code}>{problem.message}</li>
            ))}
          </ul>
        )}
        {isChanged && problems.length > 0 && (quote.data?.alternatives.length ?? 0) > 0 && (
          <div>
            <div className="s t3">{t('move.alternatives')}</div>
            <div className="row g8 wrap">
              {quote.data?.alternatives.map((slot) => (
                <Button
                  key={slot.start}
                  size="sm"
                  onClick={() => {
                    setStart(toWallClock(slot.start, zone))
                    setEnd(toWallClock(slot.end, zone))
                  }}
                >
                  {format.range(slot.start, slot.end, zone)}
                </Button>
              ))}
            </div>
          </div>
        )}
      </div>
      <div className="row g8">
        <Button kind="primary" type="submit" disabled={!isChanged || (needsReason && !reason.trim())} isBusy={command.isPending}>
          {isChanged && from && until ? t(WORDS[way].submit, { time: format.range(from, until, zone) }) : t('move.submitPlain')}
        </Button>
        <Button onClick={onClose}>{t('move.keep')}</Button>
      </div>
    </form>
  )
}

const WORDS = {
  move: { submit: 'move.submit', done: 'move.done' },
  ask: { submit: 'moveRequest.submit', done: 'moveRequest.asked' },
  propose: { submit: 'request.proposeSubmit', done: 'request.proposed' },
} as const

/** The words for the customer go by another name than the reason of a move. */
const propose = (
  { target, body: { reason, ...body } }: Parameters<typeof moveReservation>[0],
  headers: Parameters<typeof moveReservation>[1],
) => proposeTime({ target, body: { ...body, ...(reason ? { words: reason } : {}) } }, headers)

const iso = (instant: string) => new Date(instant).toISOString()

function useLater(value: string, delayMs: number): string {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), delayMs)
    return () => clearTimeout(timer)
  }, [value, delayMs])
  return later
}
