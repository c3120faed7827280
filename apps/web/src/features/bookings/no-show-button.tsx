import type { Reservation } from '@jiju/booking/contract/reservations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { markNoShow } from './request-calls.ts'

/** The provider records that nobody came; asks once, because the booker gets points. */
export function NoShowButton({ reservation, onChanged }: { reservation: Reservation; onChanged: (next: Reservation) => void }) {
  const { t } = useTranslation('bookings')
  const mayRecord = useAccess('booking.no_show.record')
  const isOwner = activeOrganisation(useMe())?.id === reservation.providerId
  const [isOpen, setOpen] = useState(false)
  const command = useCommand({
    run: markNoShow,
    onDone: (next) => {
      setOpen(false)
      toast(t('noShow.done'))
      onChanged(next)
    },
  })
  const canRecord = reservation.kind === 'customer' && reservation.state === 'confirmed' && reservation.phase !== 'upcoming'
  if (!mayRecord || !isOwner || !canRecord) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('noShow.button')}</Button>
      <Dialog
        title={t('noShow.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('noShow.keep')}</Button>
            <Button kind="danger" isBusy={command.isPending} onClick={() => command.mutate({ target: reservation })}>
              {t('noShow.button')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          <p>{t('noShow.text', { name: reservation.bookerName })}</p>
        </div>
      </Dialog>
    </>
  )
}
