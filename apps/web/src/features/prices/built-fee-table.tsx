import type { Tariff } from '@jiju/booking/contract/tariffs'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './prices.module.css'
import { builtFee } from './reckon.ts'

/** The full cost of an hour, part by part, and what each class pays of it. */
export function BuiltFeeTable({ build }: { build: NonNullable<Tariff['buildUp']> }) {
  const { t } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const fee = builtFee(build)
  const rows = [
    [t('build.depreciation', { value: format.money(build.originalValue), years: build.years, hours: build.yearlyHours }), fee.depreciation],
    ...build.hourly.map(({ nameZh, amount }) => [nameZh, amount] as const),
    [t('build.labourHour'), fee.labour],
    [t('build.management', { percent: build.managementPercent }), fee.management],
  ] as const
  return (
    <dl className={styles.built} aria-label={t('build.title')}>
      {rows.map(([label, amount]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{format.money(amount)}</dd>
        </div>
      ))}
      <dt className={styles.builtSum}>{t('build.fullCost')}</dt>
      <dd className={styles.builtSum}>{format.money(fee.fullCost)}</dd>
      {fee.prices.map(({ customerClass, percent, price }) => (
        <div key={customerClass} style={{ display: 'contents' }}>
          <dt>{t('build.classPrice', { class: common(`customerClass.${customerClass}`), percent })}</dt>
          <dd>{format.money(price)}</dd>
        </div>
      ))}
    </dl>
  )
}
