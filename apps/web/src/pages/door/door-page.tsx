import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../features/door/door.module.css'
import { DoorBoard, DoorCard, nameOf } from '../../features/door/door-board.tsx'
import { DOOR_PAGE_SIZE, pageOf } from '../../features/door/door-state.ts'
import { useClock, useDoorPlan, useTurns, useWakeLock } from '../../features/door/use-screen.ts'
import { zonedParts } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useIsPhone } from '../../lib/use-media.ts'

const TURN_MS = 12_000
const STALE_MS = 180_000

/** The screen at a lab's door: by its address alone, without frame, without sign-in, for months. */
export function DoorPage() {
  const { t } = useTranslation('feeds')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const { token } = useParams({ from: '/door/$token' })
  const { plan, isGone } = useDoorPlan(token)
  const now = useClock()
  const turn = useTurns(TURN_MS)
  const isPhone = useIsPhone()
  useWakeLock()
  const title = plan ? nameOf(plan) : t('purpose.door')
  useEffect(() => {
    document.title = `${title} · ${common('brand')}`
  }, [title, common])

  if (!plan)
    return (
      <main id="content" className={styles.screen} tabIndex={-1}>
        <div className={styles.message} role="status">
          <h1>{isGone ? t('door.goneTitle') : t('door.waiting')}</h1>
          {isGone && <p>{t('door.goneText')}</p>}
        </div>
      </main>
    )
  const { zone, resources } = plan
  const parts = zonedParts(now, zone)
  const [only] = resources
  const isOne = resources.length === 1 && only
  const shown = isPhone ? resources : pageOf(resources, turn)
  const pages = Math.ceil(resources.length / DOOR_PAGE_SIZE)
  const ageMs = now.getTime() - Date.parse(plan.at)
  const ageMinutes = Math.floor(ageMs / 60_000)
  const age = ageMinutes < 120 ? t('door.ageMinutes', { count: ageMinutes }) : t('door.ageHours', { count: Math.floor(ageMinutes / 60) })
  return (
    <main id="content" className={styles.screen} tabIndex={-1}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          <p className={styles.place}>{[plan.providerName, plan.siteName].filter((part) => part && part !== title).join(' · ')}</p>
        </div>
        <p className={styles.clock}>
          {format.day(parts.day, zone)} {parts.time}
        </p>
      </header>
      {isOne ? (
        <DoorBoard resource={only} zone={zone} now={now} />
      ) : (
        <ul className={styles.cards}>
          {shown.map((resource) => (
            <DoorCard key={resource.id} resource={resource} zone={zone} now={now} />
          ))}
        </ul>
      )}
      <footer className={styles.foot}>
        <span role="status" className={ageMs > STALE_MS ? styles.stale : undefined}>
          {ageMs > STALE_MS
            ? t('door.stale', { time: format.time(plan.at, zone), age })
            : t('door.fresh', { time: format.time(plan.at, zone) })}
        </span>
        {!isPhone && pages > 1 && <span>{t('door.page', { page: (turn % pages) + 1, pages })}</span>}
      </footer>
    </main>
  )
}
