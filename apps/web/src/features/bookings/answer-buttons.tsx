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
import { type AnswerProps, DecideButtons } from './decide-buttons.tsx'
import { MoveForm } from './move-form.tsx'
import { acceptProposal, approveRequest, refuseProposal } from './request-calls.ts'

/** What the side that is asked can answer now; nothing when it is not its turn. */
export function AnswerButtons(props: AnswerProps) {
  const mayDecide = useAccess('booking.request.decide')
  const mayChange = useAccess('booking.reservation.change')
  const { canAnswer, request } = props.reservation
  if (!canAnswer) return null
  if (request?.awaits === 'provider') return mayDecide ? <ProviderAnswer {...props} /> : null
  return mayChange ? <CustomerAnswer {...props} /> : null
}

function ProviderAnswer(props: AnswerProps) {
  const { reservation, onDone, size } = props
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const [isProposing, setIsProposing] = useState(false)
  const approve = useCommand({
    run: approveRequest,
    onDone: (approved) => {
      toast(t('request.approved', { time: format.range(approved.start, approved.end, approved.zone) }))
      onDone(approved)
    },
  })
  return (
    <>
      <DecideButtons {...props} about="request" approval={approve} onApprove={() => approve.mutate({ target: reservation })}>
        <Button
          {...(size ? { size } : {})}
          aria-label={t('request.proposeOf', { who: reservation.organisationName, what: resourceNameOf(reservation) })}
          onClick={() => setIsProposing(true)}
        >
          {t('request.propose')}
        </Button>
      </DecideButtons>
      <Dialog title={t('request.proposeTitle')} isOpen={isProposing} onClose={() => setIsProposing(false)} isWide>
        {isProposing && (
          <MoveForm
            reservation={reservation}
            needsReason
            way="propose"
            onClose={() => setIsProposing(false)}
            onDone={(proposed) => {
              setIsProposing(false)
              onDone(proposed)
            }}
          />
        )}
      </Dialog>
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
