import { EditTariff, type Tariff } from '@jiju/booking/contract/tariffs'
import { BAND_DAYS, CHARGE_BASES } from '@jiju/booking/core/prices/tariff'
import { CUSTOMER_CLASSES } from '@jiju/booking/core/vocabulary'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateField, TimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { BuildUpFields } from './build-up-fields.tsx'
import { saveDraft } from './calls.ts'
import { EntryList } from './entry-list.tsx'
import { inputOf, NEW_BAND, NEW_EXTRA, NEW_PACKAGE, type TariffValues } from './tariff-values.ts'

/** Price rules as a draft. `onTyped` hears of every state that could be priced, so that a trial beside the form follows it. */
export function TariffForm({
  resourceId,
  draft,
  initial,
  onTyped,
  onSaved,
  onCancel,
}: {
  resourceId: string
  draft: Tariff | null
  initial: TariffValues
  onTyped: (input: EditTariff | null) => void
  onSaved: () => Promise<void>
  onCancel: () => void
}) {
  const { t } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  const command = useCommand({ run: saveDraft, onDone: onSaved })
  const form = useForm({
    initial,
    schema: EditTariff,
    toInput: inputOf,
    onSend: (body) => command.mutate({ resourceId, draft, body }),
  })
  const { values, set } = form
  useEffect(() => {
    const input = EditTariff.safeParse(inputOf(values))
    onTyped(input.success ? input.data : null)
  }, [values, onTyped])

  const text = (name: string, value: string, onValue: (value: string) => void) => ({
    id: form.idOf(name),
    value,
    onChange: (event: { target: { value: string } }) => onValue(event.target.value),
    error: form.errorOf(name),
  })
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1).replaceAll('/', '.'))} />
      <div className="form-pair">
        <DateField {...form.field('validFrom')} label={t('form.validFrom')} hint={t('form.validFromHint')} />
        <SelectField
          id={form.idOf('chargeBy')}
          label={t('form.chargeBy')}
          value={values.chargeBy}
          options={CHARGE_BASES.map((value) => ({ value, label: t(`chargeBy.${value}`) }))}
          onPick={(chargeBy) => set({ chargeBy })}
        />
      </div>

      <EntryList
        title={t('form.bands')}
        hint={t('form.bandsHint')}
        add={t('form.addBand')}
        entries={values.bands}
        fresh={NEW_BAND}
        onChange={(bands) => set({ bands })}
      >
        {(band, at, change) => (
          <>
            <TextField {...text(`bands.${at}.nameZh`, band.nameZh, (nameZh) => change({ nameZh }))} label={t('form.nameZh')} />
            <TextField
              {...text(`bands.${at}.nameEn`, band.nameEn, (nameEn) => change({ nameEn }))}
              label={t('form.nameEn')}
              placeholder={common('optional')}
            />
            <TimeField {...text(`bands.${at}.fromMinute`, band.from, (from) => change({ from }))} label={t('form.from')} />
            <TimeField {...text(`bands.${at}.toMinute`, band.to, (to) => change({ to }))} label={t('form.to')} isEnd />
            <UnitField
              {...text(`bands.${at}.percent`, band.percent, (percent) => change({ percent }))}
              label={t('form.percent')}
              unit="%"
              inputMode="numeric"
            />
            <fieldset className="row g16 wrap">
              <legend className="field-label">{t('form.days')}</legend>
              {BAND_DAYS.map((day) => (
                <Check
                  key={day}
                  isChecked={band.days.includes(day)}
                  onChange={(isOn) => change({ days: BAND_DAYS.filter((each) => (each === day ? isOn : band.days.includes(each))) })}
                >
                  {t(`day.${day}`)}
                </Check>
              ))}
            </fieldset>
          </>
        )}
      </EntryList>

      <EntryList
        title={t('form.packages')}
        hint={t('form.packagesHint')}
        add={t('form.addPackage')}
        entries={values.packages}
        fresh={NEW_PACKAGE}
        onChange={(packages) => set({ packages })}
      >
        {(offer, at, change) => (
          <>
            <TextField {...text(`packages.${at}.nameZh`, offer.nameZh, (nameZh) => change({ nameZh }))} label={t('form.nameZh')} />
            <TextField
              {...text(`packages.${at}.nameEn`, offer.nameEn, (nameEn) => change({ nameEn }))}
              label={t('form.nameEn')}
              placeholder={common('optional')}
            />
            <UnitField
              {...text(`packages.${at}.minutes`, offer.hours, (hours) => change({ hours }))}
              label={t('form.length')}
              unit={common('price.unit.hour')}
              inputMode="decimal"
            />
            {CUSTOMER_CLASSES.map((customerClass) => (
              <UnitField
                key={customerClass}
                {...text(`packages.${at}.prices`, offer.prices[customerClass], (price) =>
                  change({ prices: { ...offer.prices, [customerClass]: price } }),
                )}
                id={`${form.idOf(`packages.${at}.prices`)}-${customerClass}`}
                label={common(`customerClass.${customerClass}`)}
                unit={t('yuan')}
                inputMode="decimal"
              />
            ))}
          </>
        )}
      </EntryList>

      <EntryList
        title={t('form.extras')}
        hint={t('form.extrasHint')}
        add={t('form.addExtra')}
        entries={values.extras}
        fresh={NEW_EXTRA}
        onChange={(extras) => set({ extras })}
      >
        {(extra, at, change) => (
          <>
            <TextField {...text(`extras.${at}.nameZh`, extra.nameZh, (nameZh) => change({ nameZh }))} label={t('form.nameZh')} />
            <TextField
              {...text(`extras.${at}.nameEn`, extra.nameEn, (nameEn) => change({ nameEn }))}
              label={t('form.nameEn')}
              placeholder={common('optional')}
            />
            <SelectField
              id={form.idOf(`extras.${at}.per`)}
              label={t('form.per')}
              value={extra.per}
              options={(['booking', 'hour'] as const).map((value) => ({ value, label: t(`per.${value}`) }))}
              onPick={(per) => change({ per })}
            />
            <UnitField
              {...text(`extras.${at}.price`, extra.price, (price) => change({ price }))}
              label={t('form.price')}
              unit={t('yuan')}
              inputMode="decimal"
            />
          </>
        )}
      </EntryList>

      <div className="form-pair">
        <UnitField {...form.field('minimum')} label={t('form.minimum')} hint={common('optional')} unit={t('yuan')} inputMode="decimal" />
        <div>
          <Check isChecked={values.chargesInside} onChange={(chargesInside) => set({ chargesInside })}>
            {t('form.chargesInside')}
          </Check>
        </div>
      </div>
      <div className="form-pair">
        <SelectField
          id={form.idOf('noShow.by')}
          label={t('form.noShow')}
          value={values.noShowBy}
          options={(['none', 'percent', 'amount'] as const).map((value) => ({ value, label: t(`noShow.${value}`) }))}
          onPick={(noShowBy) => set({ noShowBy })}
        />
        {values.noShowBy !== 'none' && (
          <UnitField
            {...text(`noShow.${values.noShowBy}`, values.noShow, (noShow) => set({ noShow }))}
            label={t('form.noShowFee')}
            hint={values.noShowBy === 'amount' ? t('form.noShowAmountHint') : undefined}
            unit={values.noShowBy === 'percent' ? '%' : t('yuan')}
            inputMode="decimal"
          />
        )}
      </div>
      <BuildUpFields values={values.buildUp} onChange={(buildUp) => set({ buildUp })} text={text} />
      <TextArea {...form.field('note')} label={t('form.note')} hint={common('optional')} maxLength={1000} rows={3} />
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
