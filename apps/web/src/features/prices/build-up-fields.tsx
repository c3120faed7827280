import { EditTariff } from '@jiju/booking/contract/tariffs'
import { CUSTOMER_CLASSES } from '@jiju/booking/core/vocabulary'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { BuiltFeeTable } from './built-fee-table.tsx'
import { EntryList } from './entry-list.tsx'
import styles from './prices.module.css'
import { type BuildUpValues, emptyTariff, inputOf, NEW_BUILD_UP } from './tariff-values.ts'

type TextProps = { id: string; value: string; onChange: (event: { target: { value: string } }) => void; error: string | undefined }

const BuildUp = EditTariff.shape.buildUp

/** How the hourly price comes about: value, years, hours, consumables, labour and management; worked out while it is typed. */
export function BuildUpFields({
  values,
  onChange,
  text,
}: {
  values: BuildUpValues | null
  onChange: (values: BuildUpValues | null) => void
  text: (name: string, value: string, onValue: (value: string) => void) => TextProps
}) {
  const { t } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  if (!values)
    return (
      <div className="row g8 base wrap">
        <span className="field-label">{t('build.title')}</span>
        <span className="s t3 f1">{t('build.hint')}</span>
        <Button size="sm" onClick={() => onChange(NEW_BUILD_UP)}>
          {t('build.add')}
        </Button>
      </div>
    )
  const change = (part: Partial<BuildUpValues>) => onChange({ ...values, ...part })
  const typed = BuildUp.safeParse(inputOf({ ...emptyTariff('2026-01-01'), buildUp: values }).buildUp)
  return (
    <fieldset className={styles.rows}>
      <legend className="field-label">{t('build.title')}</legend>
      <div className={styles.entry}>
        <UnitField
          {...text('buildUp.originalValue', values.originalValue, (originalValue) => change({ originalValue }))}
          label={t('build.originalValue')}
          unit={t('yuan')}
          inputMode="decimal"
        />
        <UnitField
          {...text('buildUp.years', values.years, (years) => change({ years }))}
          label={t('build.years')}
          unit={t('build.yearUnit')}
          inputMode="numeric"
        />
        <UnitField
          {...text('buildUp.yearlyHours', values.yearlyHours, (yearlyHours) => change({ yearlyHours }))}
          label={t('build.yearlyHours')}
          unit={common('price.unit.hour')}
          inputMode="numeric"
        />
        <UnitField
          {...text('buildUp.labourHour', values.labourHour, (labourHour) => change({ labourHour }))}
          label={t('build.labourHour')}
          unit={t('yuanPerHour')}
          inputMode="decimal"
        />
        <UnitField
          {...text('buildUp.managementPercent', values.managementPercent, (managementPercent) => change({ managementPercent }))}
          label={t('build.managementPercent')}
          unit="%"
          inputMode="numeric"
        />
        <Button size="sm" kind="text" onClick={() => onChange(null)}>
          {t('build.remove')}
        </Button>
      </div>
      <EntryList
        title={t('build.hourly')}
        hint={t('build.hourlyHint')}
        add={t('build.addHourly')}
        entries={values.hourly}
        fresh={{ nameZh: '', amount: '' }}
        onChange={(hourly) => change({ hourly })}
      >
        {(entry, at, set) => (
          <>
            <TextField {...text(`buildUp.hourly.${at}.nameZh`, entry.nameZh, (nameZh) => set({ nameZh }))} label={t('form.nameZh')} />
            <UnitField
              {...text(`buildUp.hourly.${at}.amount`, entry.amount, (amount) => set({ amount }))}
              label={t('build.amount')}
              unit={t('yuanPerHour')}
              inputMode="decimal"
            />
          </>
        )}
      </EntryList>
      <div className={styles.entry}>
        {CUSTOMER_CLASSES.map((each) => (
          <UnitField
            key={each}
            {...text('buildUp.shares', values.shares[each], (percent) => change({ shares: { ...values.shares, [each]: percent } }))}
            id={`build-share-${each}`}
            label={t('build.share', { class: common(`customerClass.${each}`) })}
            unit="%"
            inputMode="numeric"
          />
        ))}
      </div>
      {typed.success && typed.data && <BuiltFeeTable build={typed.data} />}
    </fieldset>
  )
}
