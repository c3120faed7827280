import type { SearchAnswer } from '@jiju/catalog/contract/search'
import { useTranslation } from 'react-i18next'
import { label } from '../../features/catalog/names.ts'
import {
  type Applied,
  DEFAULT_MINUTES,
  type ListFacet,
  type SearchConditions,
  windowDays,
} from '../../features/catalog/search-conditions.ts'
import { dayNow } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'

/** Words of a condition, for its tag and for what excludes most. */
export function useConditionLabel(conditions: SearchConditions, facets: SearchAnswer['facets']): (applied: Applied) => string {
  const { t } = useTranslation(['search', 'common'])
  const format = useFormat()
  const named = useFacetValueLabel()
  return (applied) => {
    switch (applied.facet) {
      case 'time': {
        const { from, to } = windowDays(conditions, dayNow())
        return t('time.tag', { length: format.hours(Number(conditions.minutes ?? DEFAULT_MINUTES)), window: format.dayRange(from, to) })
      }
      case 'price': {
        const { priceFrom, priceTo } = conditions
        if (priceFrom && priceTo) return t('filters.priceTag', { from: priceFrom, to: priceTo })
        return priceFrom ? t('filters.priceTagFrom', { from: priceFrom }) : t('filters.priceTagTo', { to: priceTo })
      }
      case 'distance':
        return t('filters.within', { km: conditions.km })
      default: {
        const value = facets?.[applied.facet].find((item) => item.value === applied.value)
        return named(applied.facet, value ?? { value: applied.value, zh: applied.value, en: applied.value })
      }
    }
  }
}

/** Words of one value of a facet. */
export function useFacetValueLabel(): (facet: ListFacet, value: { value: string; zh: string; en: string }) => string {
  const { t } = useTranslation(['search', 'common'])
  return (facet, value) => {
    if (facet === 'kind') return t(`common:kind.${value.value as 'instrument'}`)
    if (facet === 'accreditation') return t(`filters.schemeInDate.${value.value as 'cma'}`)
    if (facet === 'mode') return t(`filters.modes.${value.value as 'self_service'}`)
    return label(value)
  }
}
