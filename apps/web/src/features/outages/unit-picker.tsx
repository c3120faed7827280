import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Check } from '../../ui/field.tsx'
import { ownResourcesOptions } from './calls.ts'
import './outages.css'

/** Which of several units are out; nothing chosen means all. Only shown for one resource that has more than one. */
export function UnitPicker({
  id,
  resourceIds,
  chosen,
  onPick,
}: {
  id: string
  resourceIds: readonly string[]
  chosen: readonly number[]
  onPick: (units: number[]) => void
}) {
  const { t } = useTranslation('outages')
  const resources = useQuery(ownResourcesOptions).data ?? []
  const [only, ...others] = resourceIds
  const capacity = others.length === 0 ? (resources.find(({ resourceId }) => resourceId === only)?.capacity ?? 1) : 1
  if (capacity < 2) return null
  return (
    <fieldset className="form-group" id={id} tabIndex={-1}>
      <legend className="field-label">
        {t('form.units')} <span className="s t3">{t('form.unitsHint', { count: capacity })}</span>
      </legend>
      <div className="row g12 wrap">
        {Array.from({ length: capacity }, (_, index) => index + 1).map((unit) => (
          <Check
            key={unit}
            isChecked={chosen.includes(unit)}
            onChange={(isChecked) =>
              onPick((isChecked ? [...chosen, unit] : chosen.filter((other) => other !== unit)).sort((a, b) => a - b))
            }
          >
            {t('form.unit', { unit })}
          </Check>
        ))}
      </div>
    </fieldset>
  )
}
