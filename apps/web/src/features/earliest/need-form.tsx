import { type SyntheticEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { type Need, SCHEMES, schemesOf } from './calls.ts'
import styles from './earliest.module.css'

/** The need as conditions; they stand in the address once they are asked for. */
export function NeedForm({ need, districts, onAsk }: { need: Need; districts: readonly string[]; onAsk: (need: Need) => void }) {
  const { t } = useTranslation('order-earliest')
  const [typed, setTyped] = useState(need)
  useEffect(() => setTyped(need), [need])
  const field = (name: keyof Need) => ({
    id: `need-${name}`,
    label: t(`need.${name}`),
    value: typed[name] ?? '',
    onChange: (event: { target: { value: string } }) => setTyped((before) => ({ ...before, [name]: event.target.value || undefined })),
  })
  const chosen = schemesOf(typed)
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    onAsk(typed)
  }
  return (
    <form className={styles.need} onSubmit={send} aria-label={t('need.title')}>
      <div className={styles.wide}>
        <TextField {...field('q')} placeholder={t('need.qPlaceholder')} maxLength={200} type="search" />
      </div>
      <TextField {...field('standard')} placeholder="GB/T 16886.5-2017" maxLength={60} />
      <TextField {...field('sampleKind')} placeholder={t('need.sampleKindPlaceholder')} maxLength={100} />
      <UnitField {...field('quantity')} unit={t('need.quantityUnit')} inputMode="numeric" placeholder="1" />
      <TextField {...field('ready')} type="date" />
      <UnitField {...field('transport')} unit={t('need.transportUnit')} inputMode="numeric" placeholder={t('need.transportPlaceholder')} />
      <TextField {...field('deadline')} type="date" />
      <SelectField
        label={t('need.district')}
        value={typed.district ?? ''}
        options={[
          { value: '', label: t('need.anywhere') },
          ...withChosen(districts, typed.district).map((value) => ({ value, label: value })),
        ]}
        onPick={(district) => setTyped((before) => ({ ...before, district: district || undefined }))}
      />
      <fieldset className={styles.schemes}>
        <legend className="field-label">{t('need.schemes')}</legend>
        {SCHEMES.map((scheme) => (
          <Check
            key={scheme}
            isChecked={chosen.includes(scheme)}
            onChange={(isChecked) => {
              const next = SCHEMES.filter((one) => (one === scheme ? isChecked : chosen.includes(one)))
              setTyped((before) => ({ ...before, schemes: next.join(',') || undefined }))
            }}
          >
            {scheme.toUpperCase()}
          </Check>
        ))}
      </fieldset>
      <div>
        <Button kind="primary" type="submit">
          {t('need.ask')}
        </Button>
      </div>
    </form>
  )
}

const withChosen = (districts: readonly string[], chosen: string | undefined) =>
  chosen === undefined || districts.includes(chosen) ? districts : [...districts, chosen]
