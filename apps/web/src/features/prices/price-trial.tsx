import type { PriceRules } from '@jiju/booking/core/prices/quote'
import { CUSTOMER_CLASSES, type CustomerClass, OPERATIONS, type Operation } from '@jiju/booking/core/vocabulary'
import type { LocalDate } from '@jiju/kernel/local-date'
import { instantAt } from '@jiju/kernel/zoned-time'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/field.tsx'
import { DateField, TimeField } from '../../ui/late/moment-field.tsx'
import { PriceLines } from '../../ui/price-lines.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import styles from './prices.module.css'
import { reckon } from './reckon.ts'

/** What a use would cost, worked out here by the code that prices bookings. */
export function PriceTrial({ rules, day }: { rules: PriceRules; day: LocalDate }) {
  const { t } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  const [use, setUse] = useState({
    day: day as string,
    from: '16:00',
    hours: '4',
    customerClass: 'enterprise' as CustomerClass,
    operation: 'self_service' as Operation,
  })
  const change = (part: Partial<typeof use>) => setUse((old) => ({ ...old, ...part }))
  const minutes = Math.round(Number(use.hours) * 60)
  const isComplete = /^\d{4}-\d{2}-\d{2}$/.test(use.day) && /^\d{2}:\d{2}$/.test(use.from) && minutes > 0 && minutes <= 44_640
  const start = isComplete ? instantAt(use.day, Number(use.from.slice(0, 2)) * 60 + Number(use.from.slice(3, 5)), rules.zone) : undefined
  const price = start && reckon(rules, { start, minutes, customerClass: use.customerClass, operation: use.operation })
  return (
    <div className={styles.trial}>
      <div className="form-pair">
        <DateField label={t('trial.day')} value={use.day} onChange={({ target }) => change({ day: target.value })} />
        <TimeField label={t('trial.from')} value={use.from} onChange={({ target }) => change({ from: target.value })} />
        <UnitField
          label={t('trial.length')}
          unit={common('price.unit.hour')}
          inputMode="decimal"
          value={use.hours}
          onChange={({ target }) => change({ hours: target.value })}
        />
        <SelectField
          label={t('trial.class')}
          value={use.customerClass}
          options={CUSTOMER_CLASSES.map((value) => ({ value, label: common(`customerClass.${value}`) }))}
          onPick={(customerClass) => change({ customerClass })}
        />
      </div>
      <SelectField
        label={t('trial.operation')}
        value={use.operation}
        options={OPERATIONS.map((value) => ({ value, label: t(`operation.${value}`) }))}
        onPick={(operation) => change({ operation })}
      />
      <div aria-live="polite">
        {!isComplete ? (
          <p className="s t3">{t('trial.incomplete')}</p>
        ) : price ? (
          <PriceLines price={price} />
        ) : (
          <p className="s t2">{t('trial.noPrice')}</p>
        )}
      </div>
    </div>
  )
}
