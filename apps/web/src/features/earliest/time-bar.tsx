import { daysBetween } from '@jiju/kernel/local-date'
import type { EarliestLine } from '@jiju/orders/contract/earliest'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './earliest.module.css'

/** Days that all bars share, so that they can be compared. */
export type Axis = { readonly from: string; readonly to: string }

/** The way to the result as one bar: a stretch for each leg, its width the days that it takes. The reasons under it say the same in words. */
export function TimeBar({ line, axis, deadline }: { line: EarliestLine; axis: Axis; deadline: string | undefined }) {
  const { t } = useTranslation('order-earliest')
  const format = useFormat()
  const length = Math.max(1, daysBetween(axis.from, axis.to))
  const percent = (day: string) => (daysBetween(axis.from, day) / length) * 100
  const isInSight = deadline !== undefined && deadline >= axis.from && deadline <= axis.to
  return (
    <div className={styles.bar} role="img" aria-label={t('bar', { from: format.day(axis.from), to: format.day(line.resultDay) })}>
      {line.legs.map((leg) => (
        <span
          key={leg.kind}
          className={styles.leg}
          data-kind={leg.kind}
          style={{ left: `${percent(leg.from)}%`, width: `${percent(leg.to) - percent(leg.from)}%` }}
        />
      ))}
      {isInSight && <span className={styles.deadline} style={{ left: `${percent(deadline)}%` }} />}
    </div>
  )
}

export function Legend({ hasDeadline }: { hasDeadline: boolean }) {
  const { t } = useTranslation('order-earliest')
  return (
    <ul className={styles.legend} aria-hidden>
      {(['transport', 'intake', 'queue', 'instrument', 'work'] as const).map((kind) => (
        <li key={kind}>
          <span className={styles.leg} data-kind={kind} />
          {t(`leg.${kind}`)}
        </li>
      ))}
      {hasDeadline && (
        <li>
          <span className={styles.deadline} />
          {t('need.deadline')}
        </li>
      )}
    </ul>
  )
}
