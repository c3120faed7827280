import type { Reservation } from '@jiju/booking/contract/reservations'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerButtons } from '../../features/bookings/answer-buttons.tsx'
import { BookForForm, type BookForWish } from '../../features/bookings/book-for-form.tsx'
import { CancelDialog } from '../../features/bookings/cancel-dialog.tsx'
import { MoveAnswer } from '../../features/bookings/move-answer.tsx'
import { MoveInDrawer, ReservationGlance } from '../../features/bookings/reservation-drawer.tsx'
import { OrganisationPicker } from '../../features/people/organisation-picker.tsx'
import { useAccess } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'

export type OpenDrawer =
  | null
  | { readonly kind: 'look'; readonly id: string }
  | { readonly kind: 'move'; readonly id: string; readonly range?: { start: Date; end: Date } }
  | { readonly kind: 'book'; readonly wish: BookForWish }

/** What opens beside the timeline; one at a time. */
export function CalendarDrawers({
  drawer,
  resources,
  onChange,
  onDone,
}: {
  drawer: OpenDrawer
  resources: readonly { readonly id: string; readonly title: string; readonly zone: string }[]
  onChange: (drawer: OpenDrawer) => void
  onDone: () => void
}) {
  const { t } = useTranslation('calendar')
  const mayChange = useAccess('booking.reservation.change')
  const [cancelling, setCancelling] = useState<Reservation | null>(null)
  const close = () => onChange(null)
  return (
    <>
      <Drawer title={t('drawer.title')} isOpen={drawer?.kind === 'look'} onClose={close}>
        {drawer?.kind === 'look' && (
          <ReservationGlance id={drawer.id}>
            {(reservation) => (
              <div className="row g8 wrap">
                <Link className="btn" to="/p/bookings/$id" params={{ id: reservation.id }}>
                  {t('drawer.open')}
                </Link>
                <AnswerButtons reservation={reservation} onDone={onDone} />
                <MoveAnswer reservation={reservation} onDone={onDone} />
                {mayChange && reservation.canMove && (
                  <Button onClick={() => onChange({ kind: 'move', id: reservation.id })}>{t('drawer.move')}</Button>
                )}
                {mayChange && reservation.cancellation.canCancel && (
                  <Button
                    kind="danger"
                    onClick={() => {
                      close()
                      setCancelling(reservation)
                    }}
                  >
                    {t('drawer.cancel')}
                  </Button>
                )}
              </div>
            )}
          </ReservationGlance>
        )}
      </Drawer>
      <Drawer title={t('move.title')} isOpen={drawer?.kind === 'move'} onClose={close}>
        {drawer?.kind === 'move' && (
          <MoveInDrawer id={drawer.id} {...(drawer.range ? { suggested: drawer.range } : {})} onDone={onDone} onClose={close} />
        )}
      </Drawer>
      <Drawer title={t('chooser.title')} isOpen={drawer?.kind === 'book'} onClose={close}>
        {drawer?.kind === 'book' && (
          <BookForForm
            wish={drawer.wish}
            resources={resources}
            pickOrganisation={({ value, onPick, error }) => (
              <OrganisationPicker
                label={t('chooser.organisation')}
                hint={t('chooser.organisationHint')}
                none={t('chooser.organisationNone')}
                value={value}
                onPick={onPick}
                error={error}
                filter={(organisation) => organisation.kind === 'enterprise' || organisation.kind === 'provider'}
              />
            )}
            onDone={onDone}
          />
        )}
      </Drawer>
      {cancelling && (
        <CancelDialog
          reservation={cancelling}
          isOpen
          needsReason={cancelling.kind === 'customer'}
          onClose={() => setCancelling(null)}
          onDone={onDone}
        />
      )}
    </>
  )
}
