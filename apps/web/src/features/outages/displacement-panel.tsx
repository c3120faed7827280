import type { Equivalent } from '@jiju/booking/contract/outages'
import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { displacementOptions, takeEquivalent } from './calls.ts'
import { useDifference } from './difference.ts'
import './outages.css'

/** What an outage did to a booking, and what can be had instead: one click moves it. */
export function DisplacementPanel({
  reservation,
  mayAnswer,
  onTaken,
}: {
  reservation: Reservation
  mayAnswer: boolean
  onTaken: (held: Reservation) => void
}) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const query = useQuery(displacementOptions(reservation.id))
  const command = useCommand({
    run: takeEquivalent,
    onDone: (held) => {
      toast(t('mine.taken', { time: format.range(held.start, held.end, held.zone) }))
      onTaken(held)
    },
  })
  return (
    <Panel title={t('mine.title')} isFlush>
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {({ booking, outage, equivalents, proposedCount }) => (
          <>
            <div className="panel-body stack">
              <ProblemSummary error={command.error} />
              {booking.state === 'open' ? (
                <p>
                  {t('mine.text', {
                    reason: outage.reason,
                    until: format.instant(outage.end, booking.zone),
                    answer: format.instant(booking.answerUntil ?? booking.start, booking.zone),
                  })}
                </p>
              ) : (
                <p>
                  {t('mine.closed', { state: t(`displacement.${booking.state}`) })}{' '}
                  {booking.replacedBy && (
                    <Link to="/e/bookings/$id" params={{ id: booking.replacedBy }}>
                      {t('mine.toNew')}
                    </Link>
                  )}
                </p>
              )}
              {booking.state === 'open' && equivalents.length === 0 && <p className="t2">{t('mine.none')}</p>}
            </div>
            {equivalents.length > 0 && (
              <>
                <div className="panel-head">
                  <div className="row g8 base wrap">
                    <h3 className="h2">{t('mine.choose')}</h3>
                    <span className="s t3">{t('mine.chooseNote')}</span>
                  </div>
                </div>
                <ul className="plain" aria-label={t('mine.choose')}>
                  {equivalents.map((one, index) => (
                    <Choice
                      key={`${one.resourceId} ${one.start}`}
                      one={one}
                      isProposed={index < proposedCount}
                      action={
                        mayAnswer && (
                          <Button
                            kind={index === 0 ? 'primary' : 'default'}
                            isBusy={command.isPending}
                            onClick={() =>
                              command.mutate({
                                target: { id: reservation.id, version: booking.reservationVersion },
                                body: { resourceId: one.resourceId, start: one.start, end: one.end },
                              })
                            }
                          >
                            {t('mine.take')}
                          </Button>
                        )
                      }
                    />
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  )
}

function Choice({ one, isProposed, action }: { one: Equivalent; isProposed: boolean; action: ReactNode }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const difference = useDifference()
  return (
    <li className="equivalent">
      <div className="f1">
        <div className="b">
          {format.range(one.start, one.end, one.zone)} {isProposed && <Tag kind="accent">{t('mine.proposed')}</Tag>}
        </div>
        <div>
          <Link to="/resources/$id" params={{ id: one.resourceId }}>
            {(currentLanguage() === 'en' && one.resourceNameEn) || one.resourceName}
          </Link>{' '}
          <span className="t2">
            {one.providerName} · {t(`mine.${one.match}`)}
          </span>{' '}
          {one.needsApproval && <Tag kind="warn">{t('mine.approval')}</Tag>}
        </div>
      </div>
      <div className="equivalent-price">
        <div>{format.price(one.price)}</div>
        <div className="s t3">
          {difference.price(one)} · {difference.time(one)}
        </div>
      </div>
      {action}
    </li>
  )
}
