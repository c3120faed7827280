import type { Calendar } from '@jiju/booking/contract/calendars'
import type { Operation } from '@jiju/booking/core/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../../lib/clock.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useAccess, useMe, workspacePath } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BundleForm } from './bundle-form.tsx'
import { firstFreeOptions } from './calls.ts'
import { SeriesForm } from './series-form.tsx'
import { WishForm } from './wish-form.tsx'

const WAYS = ['series', 'bundle', 'wish'] as const
type Way = (typeof WAYS)[number]
type Done = { readonly title: string; readonly text: string; readonly link: LinkProps; readonly linkText: string }

/** Other ways to book than one slot: repeated, together with other resources, or from the waiting list. */
export function PlanWays({
  rules,
  name,
  span,
  operation,
  onTakeOver,
}: {
  rules: Calendar
  name: string
  /** The chosen time, where the forms start from. */
  span: { start: number; end: number } | null
  operation: Operation | undefined
  /** The form goes on with the chosen time: a hold of it must not stand in its own way. */
  onTakeOver: () => void
}) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const client = useQueryClient()
  const isProvider = workspacePath(useMe()) === '/p'
  const mayBook = useAccess('booking.series.place')
  const [open, setOpen] = useState<{ way: Way; first: { start: number; end: number } } | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const minutes = Math.max(rules.minMinutes, Math.min(rules.maxMinutes, Math.ceil(120 / rules.stepMinutes) * rules.stepMinutes))
  const free = useQuery(firstFreeOptions(rules.resourceId, minutes, mayBook && rules.isAccepting)).data?.items[0]
  if (!mayBook || !rules.isAccepting) return null

  const start = (way: Way) => {
    setDone(null)
    setOpen({ way, first: span ?? (free ? { start: Date.parse(free.start), end: Date.parse(free.end) } : inADay(rules, minutes)) })
    if (span && way !== 'wish') onTakeOver()
  }
  const close = () => setOpen(null)
  const finish = async (next: Done) => {
    setDone(next)
    await client.invalidateQueries({ queryKey: ['booking'] })
    await client.invalidateQueries({ queryKey: ['reservations'] })
    await client.invalidateQueries({ queryKey: ['plans'] })
  }
  const groupLink = (id: string): LinkProps => ({ to: isProvider ? '/p/bookings/groups/$id' : '/e/bookings/groups/$id', params: { id } })
  return (
    <div className="panel-body" style={{ borderTop: '1px solid var(--line)' }}>
      <h3 className="s t3" style={{ marginBottom: 4 }}>
        {t('ways.title')}
      </h3>
      <div className="row g8 wrap">
        {WAYS.map((way) => (
          <Button key={way} size="sm" onClick={() => start(way)}>
            {t(`ways.${way}`)}
          </Button>
        ))}
      </div>
      <Drawer title={done?.title ?? (open ? t(`ways.${open.way}Title`, { name }) : '')} isOpen={open !== null} onClose={close} isWide>
        {done ? (
          <Finished done={done} onClose={close} />
        ) : open?.way === 'series' ? (
          <SeriesForm
            rules={rules}
            first={open.first}
            operation={operation}
            onPlaced={({ group, leftOut }) =>
              finish({
                title: t(group.reservations.some(({ state }) => state === 'pending') ? 'done.requested' : 'done.booked'),
                text: [
                  t('done.series', { number: group.number, count: group.reservations.length, total: format.price(group.total) }),
                  ...leftOut.map((use) => t('done.leftOut', { time: format.range(use.start, use.end, rules.zone) })),
                ].join('\n'),
                link: groupLink(group.id),
                linkText: t('done.openSeries'),
              })
            }
          />
        ) : open?.way === 'bundle' ? (
          <BundleForm
            rules={rules}
            name={name}
            first={open.first}
            operation={operation}
            onPlaced={({ group, reservations }) =>
              finish({
                title: t(reservations.some(({ state }) => state === 'pending') ? 'done.requested' : 'done.booked'),
                text: reservations
                  .map((one) => t('done.line', { name: resourceNameOf(one), time: format.range(one.start, one.end, one.zone) }))
                  .join('\n'),
                link: group
                  ? groupLink(group.id)
                  : { to: isProvider ? '/p/bookings/$id' : '/e/bookings/$id', params: { id: reservations[0]?.id ?? '' } },
                linkText: t(group ? 'done.openBundle' : 'done.open'),
              })
            }
          />
        ) : open ? (
          <WishForm
            rules={rules}
            first={span}
            onPlaced={(wish) =>
              finish({
                title: t('done.waiting'),
                text: wish.choices.map((choice) => t('done.ahead', { name: resourceNameOf(choice), count: choice.ahead ?? 0 })).join('\n'),
                link: { to: '/e/bookings', search: { when: 'waiting' } } as LinkProps,
                linkText: t('done.openWaiting'),
              })
            }
          />
        ) : null}
      </Drawer>
    </div>
  )
}

function Finished({ done, onClose }: { done: Done; onClose: () => void }): ReactNode {
  const { t } = useTranslation('plans')
  return (
    <div className="stack" role="status">
      <p className="row g8 ok">
        <Icon name="checkCircle" size={20} /> {done.title}
      </p>
      <p style={{ whiteSpace: 'pre-line' }}>{done.text}</p>
      <div className="row g8 wrap">
        <Link {...done.link} className="btn btn-primary">
          {done.linkText}
        </Link>
        <Button onClick={onClose}>{t('done.close')}</Button>
      </div>
    </div>
  )
}

/** Where nothing is free: something to change. */
function inADay(rules: Calendar, minutes: number): { start: number; end: number } {
  const step = rules.stepMinutes * 60_000
  const start = Math.ceil((serverClock.now().getTime() + 86_400_000) / step) * step
  return { start, end: start + minutes * 60_000 }
}
