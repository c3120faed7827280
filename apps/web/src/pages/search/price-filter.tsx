import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseConditions, type SearchConditions } from '../../features/catalog/search-conditions.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './search-page.module.css'

/** Lowest and highest price; applied by Enter or the button, so that no search runs for every digit. */
export function PriceFilter({ conditions, onChange }: { conditions: SearchConditions; onChange: (next: SearchConditions) => void }) {
  const { t } = useTranslation('search')
  const [from, setFrom] = useState(conditions.priceFrom ?? '')
  const [to, setTo] = useState(conditions.priceTo ?? '')
  const isChanged = from !== (conditions.priceFrom ?? '') || to !== (conditions.priceTo ?? '')
  const apply = () => {
    const [low, high] = from && to && Number(from) > Number(to) ? [to, from] : [from, to]
    onChange(parseConditions({ ...conditions, priceFrom: low, priceTo: high }))
  }
  return (
    <fieldset className={styles.group}>
      <legend className="h3">{t('filters.price')}</legend>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <div className={styles.two}>
          <TextField
            isLabelHidden
            label={t('filters.priceFrom')}
            placeholder={t('filters.priceFrom')}
            inputMode="decimal"
            maxLength={12}
            value={from}
            onChange={(event) => setFrom(event.target.value.replace(/[^\d.]/g, ''))}
          />
          <TextField
            isLabelHidden
            label={t('filters.priceTo')}
            placeholder={t('filters.priceTo')}
            inputMode="decimal"
            maxLength={12}
            value={to}
            onChange={(event) => setTo(event.target.value.replace(/[^\d.]/g, ''))}
          />
        </div>
        {isChanged && (
          <Button type="submit" size="sm" style={{ marginTop: 8 }}>
            {t('filters.priceApply')}
          </Button>
        )}
      </form>
    </fieldset>
  )
}
