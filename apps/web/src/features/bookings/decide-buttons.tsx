import type { Reservation } from '@jiju/booking/contract/reservations'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { DeclineDialog } from './decline-dialog.tsx'

export type AnswerProps = {
  reservation: Reservation
  /** After an answer, and after a refusal that says that somebody was faster. */
  onDone: (answered?: Reservation) => void
  /** The first of several is the one to answer next. */
  isFirst?: boolean
  size?: 'sm'
}

/** A provider's yes and no, to a request or to a move that is asked for; `children` are further answers between them. */
export function DecideButtons({
  about,
  reservation,
  approval,
  onApprove,
  onDone,
  isFirst = true,
  size,
  children,
}: AnswerProps & {
  about: 'request' | 'moveRequest'
  approval: { isPending: boolean; error: Error | null }
  onApprove: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation('bookings')
  const [isDeclining, setIsDeclining] = useState(false)
  const named = { who: reservation.organisationName, what: resourceNameOf(reservation) }
  const small = size ? { size } : {}
  return (
    <>
      <ProblemSummary error={approval.error} />
      <div className="row g8 wrap">
        <Button
          {...small}
          kind={isFirst ? 'primary' : 'default'}
          isBusy={approval.isPending}
          aria-label={t(`${about}.approveOf`, named)}
          onClick={onApprove}
        >
          {t(`${about}.approve`)}
        </Button>
        {children}
        <Button {...small} kind="text" aria-label={t(`${about}.declineOf`, named)} onClick={() => setIsDeclining(true)}>
          {t('request.decline')}
        </Button>
      </div>
      <DeclineDialog reservation={reservation} isOpen={isDeclining} onClose={() => setIsDeclining(false)} onDone={onDone} />
    </>
  )
}
