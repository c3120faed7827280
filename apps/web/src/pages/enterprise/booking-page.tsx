import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarFile } from '../../features/bookings/calendar-file.ts'
import { reservationOptions } from '../../features/bookings/calls.ts'
import { CancelDialog } from '../../features/bookings/cancel-dialog.tsx'
import { History } from '../../features/bookings/history.tsx'
import { MoveBar } from '../../features/bookings/move-bar.tsx'
import { MoveForm } from '../../features/bookings/move-form.tsx'
import { ReservationStateTag } from '../../features/bookings/state-tag.tsx'
import { ReservationSteps } from '../../features/bookings/steps.tsx'
import { TurnBar } from '../../features/bookings/turn-bar.tsx'
import { DisplacementPanel } from '../../features/outages/displacement-panel.tsx'
import { UsePanel } from '../../features/use/use-panel.tsx'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PriceLines } from '../../ui/price-lines.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One booking: where it stands, whose turn it is, what was agreed, and what happened. */
export function BookingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  // While the other side is asked, its answer appears by itself.
  const query = useQuery({ ...reservationOptions(id), refetchInterval: ({ state }) => (isAwaited(state.data) ? 30_000 : false) })
  return (
    <QueryView query={query} isPage>
      {(reservation) => <Booking reservation={reservation} />}
    </QueryView>
  )
}

const isAwaited = (reservation: Reservation | undefined) => reservation?.state === 'pending' || Boolean(reservation?.moveRequest)

function Booking({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('bookings')
  const { t: outageText } = useTranslation('outages')
  const { t: plan } = useTranslation('plans')
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const organisation = activeOrganisation(useMe())
  const isProvider = organisation?.kind === 'provider'
  const mayChange = useAccess('booking.reservation.change')
  const mayReport = useAccess('booking.fault.report')
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const needsReason = reservation.kind === 'customer' && isProvider && reservation.providerId !== reservation.organisationId
  const renew = async (next: Reservation) => {
    setOpen(null)
    client.setQueryData(reservationOptions(next.id).queryKey, next)
    await client.invalidateQueries({ queryKey: ['reservations'] })
  }
  const groupLink = (id: string) => ({ to: isProvider ? '/p/bookings/groups/$id' : '/e/bookings/groups/$id', params: { id } }) as const
  // A part of a bundle changes with the others, on the page of the bundle.
  const change = (kind: 'move' | 'cancel') =>
    reservation.group?.kind === 'bundle' && !reservation.isDisplaced ? void navigate(groupLink(reservation.group.id)) : setOpen(kind)
  const { zone } = reservation
  const name = resourceNameOf(reservation)
  return (
    <>
      <PageHead
        crumb={[
          isProvider ? { label: t('provider.calendar'), link: { to: '/p/calendar' } } : { label: t('title'), link: { to: '/e/bookings' } },
          { label: reservation.number },
        ]}
        title={name}
        documentTitle={`${name} ${reservation.number}`}
        beside={<ReservationStateTag reservation={reservation} />}
        line={
          <>
            {reservation.number} ·{' '}
            <Link to="/providers/$id" params={{ id: reservation.providerId }}>
              {reservation.providerName}
            </Link>
            {isProvider && ` · ${reservation.organisationName}`}
            {reservation.group && (
              <>
                {' · '}
                <Link {...groupLink(reservation.group.id)} style={{ textDecoration: 'underline' }}>
                  {plan(reservation.group.kind === 'series' ? 'group.partOfSeries' : 'group.partOfBundle', {
                    number: reservation.group.number,
                  })}
                </Link>
              </>
            )}
          </>
        }
        actions={
          <>
            {mayReport && reservation.kind !== 'outage' && !reservation.endedAt && reservation.phase !== 'upcoming' && (
              <ButtonLink to="/faults/new" search={{ resource: reservation.resourceId, reservation: reservation.id }}>
                {outageText('fault.report')}
              </ButtonLink>
            )}
            <ButtonLink to="/resources/$id" params={{ id: reservation.resourceId }}>
              {reservation.phase === 'past' || reservation.endedAt ? t('detail.again') : t('detail.resource')}
            </ButtonLink>
            {!reservation.endedAt && reservation.phase === 'upcoming' && (
              <Button onClick={() => calendarFile(reservation, name)}>{t('detail.calendarFile')}</Button>
            )}
          </>
        }
      />
      <div className="stack">
        <section className="panel">
          <ReservationSteps reservation={reservation} />
          <TurnBar reservation={reservation} onMove={() => change('move')} onCancel={() => change('cancel')} onChanged={renew} />
          <MoveBar reservation={reservation} onChanged={renew} />
        </section>
        {reservation.isDisplaced && (
          <DisplacementPanel
            reservation={reservation}
            mayAnswer={mayChange && organisation?.id === reservation.organisationId}
            onTaken={async (held) => {
              await client.invalidateQueries({ queryKey: ['reservations'] })
              if (held.id !== reservation.id)
                await navigate({ to: isProvider ? '/p/bookings/$id' : '/e/bookings/$id', params: { id: held.id } })
            }}
          />
        )}
        <div className="two-columns">
          <div className="stack">
            <UsePanel reservation={reservation} />
            <Panel title={t('detail.facts')}>
              <dl className="kv">
                <dt>{t('detail.time')}</dt>
                <dd className="b">{format.range(reservation.start, reservation.end, zone)}</dd>
                <dt>{t('detail.length')}</dt>
                <dd>{format.hours((Date.parse(reservation.end) - Date.parse(reservation.start)) / 60_000)}</dd>
                {(reservation.blockedStart !== reservation.start || reservation.blockedEnd !== reservation.end) && (
                  <>
                    <dt>{t('detail.buffer')}</dt>
                    <dd>{format.range(reservation.blockedStart, reservation.blockedEnd, zone)}</dd>
                  </>
                )}
                <dt>{t('detail.place')}</dt>
                <dd>{[reservation.siteName, reservation.siteAddress].filter(Boolean).join(' · ') || '—'}</dd>
                <dt>{t('detail.operation')}</dt>
                <dd>{t(`operation.${reservation.operation}`)}</dd>
                <dt>{t('detail.booker')}</dt>
                <dd>
                  {reservation.bookerName} · {reservation.organisationName}
                </dd>
                <dt>{t('detail.project')}</dt>
                <dd>{reservation.project || '—'}</dd>
                <dt>{t('detail.note')}</dt>
                <dd className="pre">{reservation.note || '—'}</dd>
              </dl>
            </Panel>
            <History reservation={reservation} />
          </div>
          <div className="stack">
            {reservation.kind === 'customer' && (
              <Panel title={t('detail.quote')} note={t('detail.quoteNote')}>
                <PriceLines price={reservation.price} fee={reservation.cancelFee} />
              </Panel>
            )}
            <Panel title={t('detail.cancelRule')}>
              <p className="m">
                {t('detail.cancelRuleText', {
                  until: format.instant(reservation.cancellation.freeUntil, zone),
                  percent: reservation.cancellation.percentAfter,
                })}
              </p>
            </Panel>
          </div>
        </div>
      </div>
      <Dialog
        title={t(reservation.canAskMove ? 'moveRequest.title' : 'move.title')}
        isOpen={open === 'move'}
        onClose={() => setOpen(null)}
        isWide
      >
        <MoveForm
          reservation={reservation}
          needsReason={needsReason}
          way={reservation.canAskMove ? 'ask' : 'move'}
          onDone={renew}
          onClose={() => setOpen(null)}
        />
      </Dialog>
      <CancelDialog
        reservation={reservation}
        isOpen={open === 'cancel'}
        needsReason={needsReason}
        onClose={() => setOpen(null)}
        onDone={renew}
      />
    </>
  )
}
