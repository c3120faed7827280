import type { Calendar } from '@jiju/booking/contract/calendars'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './rules-list.module.css'

/** The booking rules in sentences that name the figures. */
export function RulesList({ rules }: { rules: Calendar }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const buffers = rules.bufferBeforeMinutes + rules.bufferAfterMinutes
  const rows: [string, string][] = [
    [
      t('rules.length'),
      t('rules.lengthText', {
        min: format.hours(rules.minMinutes),
        max: format.hours(rules.maxMinutes),
        step: format.hours(rules.stepMinutes),
      }),
    ],
    [
      t('rules.ahead'),
      rules.minNoticeMinutes > 0
        ? t('rules.aheadText', { days: rules.horizonDays, notice: format.hours(rules.minNoticeMinutes) })
        : t('rules.aheadOnly', { days: rules.horizonDays }),
    ],
    [t('rules.confirm'), t(rules.confirmation === 'instant' ? 'rules.instant' : 'rules.approval')],
    [
      t('rules.cancel'),
      rules.lateCancelPercent > 0
        ? t('rules.cancelText', { hours: rules.freeCancelHours, percent: rules.lateCancelPercent })
        : t('rules.cancelFree'),
    ],
    [t('rules.billing'), t('rules.billingText', { step: format.hours(rules.billingStepMinutes) })],
    [
      t('rules.buffer'),
      buffers > 0 ? t('rules.bufferText', { before: rules.bufferBeforeMinutes, after: rules.bufferAfterMinutes }) : t('rules.noBuffer'),
    ],
  ]
  return (
    <dl className={styles.rules}>
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
