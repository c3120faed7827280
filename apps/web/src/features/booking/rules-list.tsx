import type { Calendar } from '@jiju/booking/contract/calendars'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './rules-list.module.css'

/** The booking rules in sentences that name the figures. */
export function RulesList({ rules }: { rules: Calendar }) {
  const { t } = useTranslation('resource')
  const format = useFormat()
  const bufferText = (before: number, after: number) => {
    if (before > 0 && after > 0) return t('rules.bufferText', { before, after })
    if (before > 0) return t('rules.bufferBefore', { before })
    return after > 0 ? t('rules.bufferAfter', { after }) : t('rules.noBuffer')
  }
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
    [t('rules.confirm'), rules.confirmation === 'instant' ? t('rules.instant') : t('rules.approval', { hours: rules.decideWithinHours })],
    [
      t('rules.cancel'),
      rules.lateCancelPercent > 0
        ? t('rules.cancelText', { hours: rules.freeCancelHours, percent: rules.lateCancelPercent })
        : t('rules.cancelFree'),
    ],
    [t('rules.billing'), t('rules.billingText', { step: format.hours(rules.billingStepMinutes) })],
    [t('rules.buffer'), bufferText(rules.bufferBeforeMinutes, rules.bufferAfterMinutes)],
  ]
  if (rules.capacity > 1) rows.push([t('rules.units'), t('rules.unitsText', { count: rules.capacity })])
  const { personWeekHours, organisationWeekHours, openBookings, aheadHours } = rules.limits
  const shares = [
    personWeekHours !== null && t('rules.sharePersonWeek', { hours: personWeekHours }),
    organisationWeekHours !== null && t('rules.shareOrganisationWeek', { hours: organisationWeekHours }),
    openBookings !== null && t('rules.shareOpen', { count: openBookings }),
    aheadHours !== null && t('rules.shareAhead', { hours: aheadHours }),
  ].filter(Boolean)
  if (shares.length > 0) rows.push([t('rules.share'), shares.join(t('rules.shareSeparator'))])
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
