import type { Reservation } from '@jiju/booking/contract/reservations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { approveMove, withdrawMove } from './request-calls.ts'

type MoveAnswerProps = {
  reservation: Reservation
  onDone: (answered?: Reservation) => void
  /** The first of several is the one to answer next. */
  isFirst?: boolean
  size?: 'sm'
}

/** What each side can do about a move that is asked for: the provider answers, the customer takes it back. */
export function MoveAnswer(props: MoveAnswerProps) {
  const mayDecide = useAccess('booking.request.decide')
  const mayChange = useAccess('booking.reservation.change')
  const { moveRequest } = props.reservation
  if (!moveRequest) return null
  if (moveRequest.canAnswer) return mayDecide ? <ProviderAnswer {...props} /> : null
  return mayChange ? <TakeBack {...props} /> : null
}

function ProviderAnswer({ reservation, onDone, isFirst = true, size }: MoveAnswerProps) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const [isDeclining, setIsDeclining] = useState(false)
  const approve = useCommand({
    run: approveMove,
    onDone: (moved) => {
      toast(t('move.done', { time: format.range(moved.start, moved.end, moved.zone) }))
      onDone(moved)
    },
  })
  const about = { who: reservation.organisationName, what: resourceNameOf(reservation) }
  const small = size ? { size } : {}
  return (
    <>
      <ProblemSummary error={approve.error} />
      <div className="row g8 wrap">
        <Button
          {...small}
          kind={isFirst ? 'primary' : 'default'}
          isBusy={approve.isPending}
          aria-label={t('moveRequest.approveOf', about)}
          onClick={() => reservation.moveRequest && approve.mutate({ id: reservation.moveRequest.id })}
        >
          {t('moveRequest.approve')}
        </Button>
        <Button {...small} kind="text" aria-label={t('moveRequest.declineOf', about)} onClick={() => setIsDeclining(true)}>
          {t('request.decline')}
        </Button>
      </div>
      <DeclineDialog reservation={reservation} isOpen={isDeclining} onClose={() => setIsDeclining(false)} onDone={onDone} />
    </>
  )
}

function TakeBack({ reservation, onDone, size }: MoveAnswerProps) {
  const { t } = useTranslation('bookings')
  const withdraw = useCommand({
    run: withdrawMove,
    onDone: (kept) => {
      toast(t('moveRequest.withdrawn'))
      onDone(kept)
    },
  })
  return (
    <>
      <ProblemSummary error={withdraw.error} />
      <Button
        {...(size ? { size } : {})}
        isBusy={withdraw.isPending}
        onClick={() => reservation.moveRequest && withdraw.mutate({ id: reservation.moveRequest.id })}
      >
        {t('moveRequest.withdraw')}
      </Button>
    </>
  )
}
