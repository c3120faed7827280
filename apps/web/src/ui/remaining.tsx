import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import { useRemaining } from './countdown.tsx'
import { Icon } from './icon.tsx'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What is left until a limit: seconds run within a day, longer waits are counted in days and hours. Red in the last hour. */
export function Remaining({ until }: { until: string }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const left = useRemaining(until)
  const days = Math.floor(left / DAY_MS)
  const text =
    days > 0
      ? t('remaining.days', { days, hours: Math.floor((left % DAY_MS) / HOUR_MS) })
      : left > 0
        ? format.countdown(left)
        : t('remaining.over')
  return (
    <span className={`row g4 nowrap ${left < HOUR_MS ? 'bad' : 'warn'}`}>
      <Icon name="clock" size={14} />
      <strong className="num" role="timer" aria-live="off" aria-label={t('remaining.label', { left: text })}>
        {text}
      </strong>
    </span>
  )
}
