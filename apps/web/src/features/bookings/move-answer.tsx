import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { type AnswerProps, DecideButtons } from './decide-buttons.tsx'
import { approveMove, withdrawMove } from './request-calls.ts'

/** What each side can do about a move that is asked for: the provider answers, the customer takes it back. */
export function MoveAnswer(props: AnswerProps) {
  const mayDecide = useAccess('booking.request.decide')
  const mayChange = useAccess('booking.reservation.change')
  const { moveRequest } = props.reservation
  if (!moveRequest) return null
  if (moveRequest.canAnswer) return mayDecide ? <ProviderAnswer {...props} /> : null
  return mayChange ? <TakeBack {...props} /> : null
}

function ProviderAnswer(props: AnswerProps) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const { moveRequest } = props.reservation
  const approve = useCommand({
    run: approveMove,
    onDone: (moved) => {
      toast(t('move.done', { time: format.range(moved.start, moved.end, moved.zone) }))
      props.onDone(moved)
    },
  })
  return (
    <DecideButtons
      {...props}
      about="moveRequest"
      approval={approve}
      onApprove={() => moveRequest && approve.mutate({ id: moveRequest.id })}
    />
  )
}

function TakeBack({ reservation, onDone, size }: AnswerProps) {
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
