import type { Reservation } from '@jiju/booking/contract/reservations'
import type { Operation } from '@jiju/booking/core/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newAttempt } from '../../lib/api.ts'
import { RequestProblem } from '../../lib/problem.ts'
import { useAccess, useMe } from '../../lib/session.ts'
import { confirmHold, extendHold, ownHoldOptions, placeHold, placeReservation, quoteOptions, releaseHold, wishOf } from './requests.ts'
import type { Span } from './slot-grid.ts'

type Words = { project: string; note: string }
export type Booking = ReturnType<typeof useBooking>

/** The chosen time and way of use; kept in the address, so that a sign-in or a reload does not lose it. */
export type Choice = { span: Span | null; operation: Operation | undefined }

const covers = (hold: Reservation, span: Span) => Date.parse(hold.start) === span.start && Date.parse(hold.end) === span.end

/**
 * One booking from choice to confirmation. Whoever may book gets a hold of the slot with each choice; the others see the price. When the slot is
 * taken meanwhile, choice and words stay and the nearest slots are offered.
 */
export function useBooking({ resourceId, choice, setChoice }: { resourceId: string; choice: Choice; setChoice: (choice: Choice) => void }) {
  const client = useQueryClient()
  const me = useMe()
  const mayHold = useAccess('booking.hold.place')
  const personId = me?.person?.id ?? null
  const [words, setWords] = useState<Words>({ project: '', note: '' })
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [isExpired, setExpired] = useState(false)
  const [placed, setPlaced] = useState<Reservation | null>(null)
  // The same form sent again is the same attempt; another choice is another one.
  const attempt = useRef<{ of: string; key: { 'Idempotency-Key': string } } | null>(null)

  const holdQuery = useQuery(ownHoldOptions(resourceId, mayHold ? personId : null))
  const hold = holdQuery.data ?? null
  const holdKey = ownHoldOptions(resourceId, personId).queryKey
  const keepHold = (next: Reservation | null) => client.setQueryData(holdKey, next)

  // A hold that was placed before a reload, or in another window, is the choice.
  const restored = useRef(false)
  useEffect(() => {
    if (restored.current || !hold) return
    restored.current = true
    if (!choice.span) setChoice({ span: { start: Date.parse(hold.start), end: Date.parse(hold.end) }, operation: hold.operation })
  }, [hold, choice.span, setChoice])

  const isHolding = hold !== null && choice.span !== null && covers(hold, choice.span)
  const quote = useQuery({
    ...quoteOptions(wishOf(resourceId, choice.span ?? { start: 0, end: 0 }, choice.operation), me?.activeOrganisationId ?? null),
    enabled: choice.span !== null && !isHolding && me !== undefined,
  })

  const refreshDays = useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['booking', 'days', resourceId] }),
        client.invalidateQueries({ queryKey: ['booking', 'free-slots', resourceId] }),
      ]),
    [client, resourceId],
  )

  /** Runs a command; what it refuses is shown, and a lost slot renews calendar and quote. */
  async function run(command: () => Promise<void>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setError(null)
    try {
      await command()
    } catch (problem) {
      setError(problem)
      if (problem instanceof RequestProblem && (problem.has('booking.slot_taken') || problem.has('booking.hold_expired'))) {
        keepHold(null)
        await client.invalidateQueries({ queryKey: ['booking', 'quote'] })
      }
    } finally {
      setBusy(false)
      void refreshDays()
    }
  }

  const dropHold = async () => {
    if (!hold) return
    keepHold(null)
    // A hold that has already ended needs no release.
    await releaseHold(hold).catch(() => undefined)
  }

  const choose = (span: Span | null, operation = choice.operation) => {
    if (isBusy) return
    setChoice({ span, operation })
    setExpired(false)
    setPlaced(null)
    setError(null)
    if (!mayHold || (!span && !hold)) return
    void run(async () => {
      await dropHold()
      if (span) keepHold(await placeHold(wishOf(resourceId, span, operation)))
    })
  }

  const submit = () =>
    run(async () => {
      const { span, operation } = choice
      if (!span) return
      const filled = {
        ...(words.project.trim() ? { project: words.project.trim() } : {}),
        ...(words.note.trim() ? { note: words.note.trim() } : {}),
      }
      // The price that the booker has read; another one is refused.
      const quotedTotal = quote.data?.price ? { quotedTotal: quote.data.price.total } : {}
      const of = JSON.stringify([isHolding ? hold.id : null, span, operation, filled, quotedTotal])
      if (attempt.current?.of !== of) attempt.current = { of, key: newAttempt() }
      const { key } = attempt.current
      if (!isHolding) await dropHold()
      const reservation = isHolding
        ? await confirmHold(hold.id, filled, key)
        : await placeReservation({ ...wishOf(resourceId, span, operation), ...quotedTotal }, filled, key)
      keepHold(null)
      setPlaced(reservation)
      setChoice({ span: null, operation })
      setWords({ project: '', note: '' })
      await client.invalidateQueries({ queryKey: ['booking', 'reservations'] })
    })

  const extend = () =>
    run(async () => {
      if (hold) keepHold(await extendHold(hold.id))
    })

  /** The countdown has ended: the slot is everybody's again, what was filled in stays. */
  const expire = () => {
    keepHold(null)
    setExpired(true)
    void refreshDays()
  }

  return {
    me,
    mayHold,
    choice,
    choose,
    chooseOperation: (operation: Operation) => choose(choice.span, operation),
    hold: isHolding ? hold : null,
    /** A hold that belongs to an earlier choice is on its way out. */
    quote,
    /** Set when the provider answers first. The quote was asked before the hold was placed and tells the same. */
    answer: quote.data?.request ?? null,
    words,
    setWords,
    error,
    isBusy,
    isExpired,
    placed,
    startAnew: () => setPlaced(null),
    submit,
    extend,
    expire,
    giveUp: () => choose(null),
  }
}
