import type { Reservation } from '@jiju/booking/contract/reservations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { MoveForm } from './move-form.tsx'
import { acceptProposal, approveRequest, refuseProposal } from './request-calls.ts'

type AnswerProps = {
  reservation: Reservation
  /** After an answer, and after a refusal that says that somebody was faster. */
  onDone: (answered?: Reservation) => void
  /** The first of several is the one to answer next. */
  isFirst?: boolean
  size?: 'sm'
}

/** What the side that is asked can answer now; nothing when it is not its turn. */
export function AnswerButtons(props: AnswerProps) {
  const mayDecide = useAccess('booking.request.decide')
  const mayChange = useAccess('booking.reservation.change')
  const { canAnswer, request } = props.reservation
  if (!canAnswer) return null
  if (request?.awaits === 'provider') return mayDecide ? <ProviderAnswer {...props} /> : null
  return mayChange ? <CustomerAnswer {...props} /> : null
}

function ProviderAnswer({ reservation, onDone, isFirst = true, size }: AnswerProps) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const [open, setOpen] = useState<'propose' | 'decline' | null>(null)
  const approve = useCommand({
    run: approveRequest,
    onDone: (approved) => {
      toast(t('request.approved', { time: format.range(approved.start, approved.end, approved.zone) }))
      onDone(approved)
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
          aria-label={t('request.approveOf', about)}
          onClick={() => approve.mutate({ target: reservation })}
        >
          {t('request.approve')}
        </Button>
        <Button {...small} aria-label={t('request.proposeOf', about)} onClick={() => setOpen('propose')}>
          {t('request.propose')}
        </Button>
        <Button {...small} kind="text" aria-label={t('request.declineOf', about)} onClick={() => setOpen('decline')}>
          {t('request.decline')}
        </Button>
      </div>
      <Dialog title={t('request.proposeTitle')} isOpen={open === 'propose'} onClose={() => setOpen(null)} isWide>
        {open === 'propose' && (
          <MoveForm
            reservation={reservation}
            needsReason
            way="propose"
            onClose={() => setOpen(null)}
            onDone={(proposed) => {
              setOpen(null)
              onDone(proposed)
            }}
          />
        )}
      </Dialog>
      <DeclineDialog reservation={reservation} isOpen={open === 'decline'} onClose={() => setOpen(null)} onDone={onDone} />
    </>
  )
}

function CustomerAnswer({ reservation, onDone }: AnswerProps) {
  const { t } = useTranslation('bookings')
  const accept = useCommand({
    run: acceptProposal,
    onDone: (accepted) => {
      toast(t('request.accepted'))
      onDone(accepted)
    },
  })
  const refuse = useCommand({
    run: refuseProposal,
    onDone: (refused) => {
      toast(t('request.refused'))
      onDone(refused)
    },
  })
  return (
    <>
      <ProblemSummary error={accept.error ?? refuse.error} />
      <Button kind="danger" isBusy={refuse.isPending} onClick={() => refuse.mutate({ target: reservation })}>
        {t('request.refuse')}
      </Button>
      <Button kind="primary" isBusy={accept.isPending} onClick={() => accept.mutate({ target: reservation })}>
        {t('request.accept')}
      </Button>
    </>
  )
}
