import type { DoorPlan } from '@jiju/booking/contract/feeds'
import { useTranslation } from 'react-i18next'
import { zonedParts } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './door.module.css'
import { type DoorBooking, type DoorState, doorState } from './door-state.ts'

type Resource = DoorPlan['resources'][number]

/** One resource over the whole screen: its state in letters that are read from four metres, and the day beside it. */
export function DoorBoard({ resource, zone, now }: { resource: Resource; zone: string; now: Date }) {
  const { t } = useTranslation('feeds')
  const state = doorState(resource, now)
  const today = zonedParts(now, zone).day
  const rows = resource.bookings.filter((booking) => zonedParts(booking.start, zone).day === today || state.current.includes(booking))
  return (
    <div className={styles.board}>
      <section className={styles.state} data-state={state.kind} aria-live="polite">
        <StateText resource={resource} state={state} zone={zone} now={now} isLarge />
      </section>
      <section className={styles.plan} aria-labelledby="door-today">
        <h2 id="door-today">{t('door.today')}</h2>
        {rows.length === 0 ? (
          <p className={styles.none}>{t('door.noneToday')}</p>
        ) : (
          <ol>
            {rows.map((booking) => (
              <li
                key={`${booking.start}${booking.end}${booking.organisation}`}
                data-over={Date.parse(booking.end) <= now.getTime()}
                data-now={state.current.includes(booking)}
              >
                <span>
                  {zonedParts(booking.start, zone).time}—{endTime(booking, zone)}
                </span>
                <Who booking={booking} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

/** One of several resources. */
export function DoorCard({ resource, zone, now }: { resource: Resource; zone: string; now: Date }) {
  const state = doorState(resource, now)
  return (
    <li className={styles.card} data-state={state.kind}>
      <h2>{nameOf(resource)}</h2>
      <StateText resource={resource} state={state} zone={zone} now={now} />
    </li>
  )
}

function StateText({
  resource,
  state,
  zone,
  now,
  isLarge = false,
}: {
  resource: Resource
  state: DoorState
  zone: string
  now: Date
  isLarge?: boolean
}) {
  const { t } = useTranslation('feeds')
  const time = state.until && zonedParts(state.until, zone).time
  const when = useWhen(zone, now)
  const [current] = state.current
  const words = { free: t('door.free'), taken: t('door.inUse'), outage: t('door.outage'), closed: t('door.closed') }
  return (
    <>
      <p className={styles.word}>
        <span className="sr-only">{t('door.now')} </span>
        {words[state.kind]}
      </p>
      <p className={styles.until}>
        {state.kind === 'free' && time && t('door.freeUntil', { time: midnight(time) })}
        {state.kind === 'closed' && state.until && t('door.opensAt', { time: when(state.until) })}
        {(state.kind === 'taken' || state.kind === 'outage') && time && (
          <>
            {current && state.kind === 'taken' && <Who booking={current} />} {t('door.until', { time: midnight(time) })}
          </>
        )}
      </p>
      {resource.capacity > 1 && <p className={styles.units}>{t('door.units', { free: state.freeUnits, all: resource.capacity })}</p>}
      {state.next && (
        <p className={isLarge ? styles.next : styles.nextSmall}>
          {t('door.next')} {when(state.next.start)} <Who booking={state.next} />
        </p>
      )}
    </>
  )
}

/** The clock alone for today, with the day for tomorrow. */
function useWhen(zone: string, now: Date): (instant: Date | string) => string {
  const format = useFormat()
  return (instant) => {
    const { day, time } = zonedParts(instant, zone)
    return day === zonedParts(now, zone).day ? time : `${format.nearDay(day, zone)} ${time}`
  }
}

function Who({ booking }: { booking: DoorBooking }) {
  const { t } = useTranslation('feeds')
  const name = booking.kind === 'customer' ? (booking.organisation ?? t('door.booked')) : t(`door.${booking.kind}`)
  return (
    <span className={styles.who}>
      {name}
      {booking.state === 'pending' && ` · ${t('door.pending')}`}
    </span>
  )
}

export function nameOf({ name, nameEn }: { name: string; nameEn: string | null }): string {
  return (currentLanguage() === 'en' ? nameEn : null) ?? name
}

/** A day ends at 24:00 where a range ends there. */
function midnight(time: string): string {
  return time === '00:00' ? '24:00' : time
}

function endTime(booking: DoorBooking, zone: string): string {
  return midnight(zonedParts(booking.end, zone).time)
}
