import type { WaitingWish } from '@jiju/booking/contract/waiting'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { acceptOffer, declineOffer, leaveList, listWishes, WISHES_KEY } from './calls.ts'

const LOOK = { waiting: 'plain', offered: 'warn', booked: 'ok', left: 'line', expired: 'line' } as const

/** Own wishes: what is kept for the person comes first, then every place in the list. */
export function WishList() {
  const { t } = useTranslation('plans')
  const [state, setState] = useState<'open' | 'ended'>('open')
  const { query, items, more } = usePages<WaitingWish>({
    queryKey: [...WISHES_KEY, state],
    load: (cursor, signal) => listWishes(state, cursor, signal),
  })
  const sorted = [...items].sort((a, b) => Number(b.offer !== null) - Number(a.offer !== null))
  return (
    <div className="stack">
      <div>
        <Segmented
          label={t('wish.show')}
          value={state}
          onPick={setState}
          options={[
            { value: 'open', label: t('wish.open') },
            { value: 'ended', label: t('wish.ended') },
          ]}
        />
      </div>
      <QueryView query={query} skeleton={<Bones rows={4} />}>
        {() =>
          sorted.length === 0 ? (
            <div className="panel">
              <Empty
                title={t(state === 'open' ? 'wish.emptyOpen' : 'wish.emptyEnded')}
                action={state === 'open' ? <ButtonLink to="/search">{t('wish.emptyAction')}</ButtonLink> : undefined}
              >
                {state === 'open' && t('wish.emptyHint')}
              </Empty>
            </div>
          ) : (
            <ul className="stack" aria-label={t('wish.caption')}>
              {sorted.map((wish) => (
                <WishCard key={wish.id} wish={wish} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <LoadMore {...more} />
    </div>
  )
}

function WishCard({ wish }: { wish: WaitingWish }) {
  const { t } = useTranslation('plans')
  const client = useQueryClient()
  const renew = async () => {
    await client.invalidateQueries({ queryKey: WISHES_KEY })
    await client.invalidateQueries({ queryKey: ['reservations'] })
  }
  const leave = useCommand({
    run: leaveList,
    onDone: () => {
      toast(t('wish.leftDone'))
      return renew()
    },
  })
  const isOpen = wish.state === 'waiting' || wish.state === 'offered'
  return (
    <li className="panel panel-body stack" style={{ gap: 12 }}>
      <div className="row sb wrap g8">
        <div>
          <div className="row g8 wrap">
            <h2 className="h3">
              <WishWindow wish={wish} />
            </h2>
            <Tag kind={LOOK[wish.state]}>{t(`wish.state.${wish.state}`)}</Tag>
          </div>
          <div className="s t3">
            {wish.number}
            {wish.project && ` · ${wish.project}`}
          </div>
        </div>
        {isOpen && (
          <Button size="sm" isBusy={leave.isPending} onClick={() => leave.mutate({ id: wish.id })}>
            {t('wish.leave')}
          </Button>
        )}
        {wish.reservationId && (
          <ButtonLink size="sm" to="/e/bookings/$id" params={{ id: wish.reservationId }}>
            {t('done.open')}
          </ButtonLink>
        )}
      </div>
      <ProblemSummary error={leave.error} />
      {wish.offer && <Offer wish={wish} offer={wish.offer} onDone={renew} />}
      <ul className="col g4">
        {wish.choices.map((choice) => (
          <li key={choice.resourceId} className="row sb g8 wrap m">
            <span>
              <Link to="/resources/$id" params={{ id: choice.resourceId }}>
                {resourceNameOf(choice)}
              </Link>{' '}
              <span className="t3">· {choice.providerName}</span>
            </span>
            {choice.ahead !== null && (
              <span className="t2">{choice.ahead === 0 ? t('wish.first') : t('wish.ahead', { count: choice.ahead })}</span>
            )}
          </li>
        ))}
      </ul>
      {wish.missedOffers > 0 && isOpen && <p className="s t2">{t('wish.missed', { count: wish.missedOffers })}</p>}
    </li>
  )
}

function WishWindow({ wish }: { wish: WaitingWish }) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const days =
    wish.weekdays.length === 7 ? '' : ` · ${wish.weekdays.map((day) => format.weekdayName(day)).join(t('wish.weekdaySeparator'))}`
  return (
    <>
      {format.dayRange(wish.fromDay, wish.untilDay)}
      {days} · {clock(wish.fromMinute)}—{clock(wish.untilMinute)} · {format.hours(wish.minutes)}
    </>
  )
}

/** A slot that is kept for the person: take it or leave it to the next, with the time that is left. */
function Offer({ wish, offer, onDone }: { wish: WaitingWish; offer: NonNullable<WaitingWish['offer']>; onDone: () => Promise<void> }) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const name = resourceNameOf(offer)
  const accept = useCommand({
    run: acceptOffer,
    onDone: (reservation) => {
      toast(
        t(reservation.state === 'pending' ? 'wish.acceptedPending' : 'wish.accepted', {
          time: format.range(offer.start, offer.end, offer.zone),
        }),
      )
      return onDone()
    },
  })
  const decline = useCommand({
    run: declineOffer,
    onDone: () => {
      toast(t('wish.declined'))
      return onDone()
    },
  })
  return (
    <div className="turn-bar" data-turn="mine" style={{ flexDirection: 'column', alignItems: 'stretch' }}>
      <Countdown until={offer.until} onEnd={() => void onDone()}>
        {t('wish.keptUntil', { until: format.instant(offer.until, offer.zone) })}
      </Countdown>
      <ProblemSummary error={accept.error ?? decline.error} />
      <div className="row sb wrap g12">
        <div>
          <div className="b">{name}</div>
          <div>
            {format.range(offer.start, offer.end, offer.zone)} · {format.price(offer.price)}
          </div>
        </div>
        <div className="row g8 wrap">
          <Button isBusy={decline.isPending} onClick={() => decline.mutate({ id: wish.id })}>
            {t('wish.decline')}
          </Button>
          <Button kind="primary" isBusy={accept.isPending} onClick={() => accept.mutate({ id: wish.id })}>
            {t('wish.accept')}
          </Button>
        </div>
      </div>
    </div>
  )
}
