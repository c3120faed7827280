import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchConditions } from '../../features/catalog/search-conditions.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './search-page.module.css'

const RADII = ['5', '15', '30', '60']

/** Distance from where the reader is; the place is asked of the browser only on request and stands, rounded to some 100 m, in the address. */
export function DistanceFilter({ conditions, onChange }: { conditions: SearchConditions; onChange: (next: SearchConditions) => void }) {
  const { t } = useTranslation('search')
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle')
  if (!('geolocation' in navigator)) return null

  const locate = () => {
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onChange({ ...conditions, lon: coords.longitude.toFixed(3), lat: coords.latitude.toFixed(3), km: '15' })
      },
      () => setState('failed'),
      { timeout: 10_000, maximumAge: 600_000 },
    )
  }
  const pick = (km: string) => {
    if (km) return onChange({ ...conditions, km })
    const { km: _km, lon: _lon, lat: _lat, ...rest } = conditions
    onChange(rest)
  }

  return (
    <fieldset className={styles.group}>
      <legend className="h3">{t('filters.distance')}</legend>
      {conditions.lon ? (
        <SelectField
          isLabelHidden
          label={t('filters.distance')}
          value={conditions.km ?? ''}
          onPick={pick}
          options={[
            { value: '', label: t('filters.anyDistance') },
            ...RADII.map((km) => ({ value: km, label: t('filters.within', { km }) })),
          ]}
        />
      ) : (
        <Button size="sm" isBusy={state === 'locating'} onClick={locate}>
          {state === 'locating' ? t('filters.locating') : t('filters.locate')}
        </Button>
      )}
      <p className="s bad" role="status">
        {state === 'failed' ? t('filters.noLocation') : ''}
      </p>
    </fieldset>
  )
}
