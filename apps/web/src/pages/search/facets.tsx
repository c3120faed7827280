import type { FacetValue, SearchAnswer } from '@jiju/catalog/contract/search'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListFacet, type SearchConditions, toggle, withoutConditions } from '../../features/catalog/search-conditions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Check } from '../../ui/field.tsx'
import { Bone } from '../../ui/states.tsx'
import { ClassFacet } from './class-facet.tsx'
import { DistanceFilter } from './distance-filter.tsx'
import { PriceFilter } from './price-filter.tsx'
import styles from './search-page.module.css'
import { TimeFilter } from './time-filter.tsx'
import { useFacetValueLabel } from './use-condition-label.ts'

const ORDER: readonly ListFacet[] = ['kind', 'accreditation', 'mode', 'class', 'provider', 'district', 'standard']
const SHOWN = 6

type FacetsProps = {
  conditions: SearchConditions
  facets: SearchAnswer['facets']
  total: SearchAnswer['total'] | undefined
  onChange: (next: SearchConditions) => void
  isSheet: boolean
  isOpen: boolean
  onClose: () => void
}

/** The column of conditions with counts, applied at once; a sheet on narrow screens. */
export function Facets({ isSheet, isOpen, onClose, ...rest }: FacetsProps) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const clear = (
    <button type="button" className="link-btn s" onClick={() => rest.onChange(withoutConditions(rest.conditions))}>
      {t('filters.clear')}
    </button>
  )
  if (!isSheet)
    return (
      <aside className={styles.facets} aria-label={t('filters.title')}>
        <h2 className="h2">
          {t('filters.title')} {clear}
        </h2>
        <Groups {...rest} />
      </aside>
    )
  return (
    <Dialog
      look="sheet"
      title={t('filters.title')}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          {clear}
          <Button kind="primary" onClick={onClose}>
            {t('filters.show', { n: rest.total ? format.number(rest.total.count) : '' })}
          </Button>
        </>
      }
    >
      <Groups {...rest} />
    </Dialog>
  )
}

function Groups({ conditions, facets, onChange }: Pick<FacetsProps, 'conditions' | 'facets' | 'onChange'>) {
  return (
    <>
      <TimeFilter conditions={conditions} onChange={onChange} />
      {!facets && (
        <div className={styles.group}>
          <Bone height={120} />
        </div>
      )}
      {facets &&
        ORDER.map((facet) =>
          facet === 'class' ? (
            <ClassFacet key={facet} values={facets.class} conditions={conditions} onChange={onChange} />
          ) : (
            <FacetGroup key={facet} facet={facet} values={facets[facet]} conditions={conditions} onChange={onChange} />
          ),
        )}
      <PriceFilter key={`${conditions.priceFrom}|${conditions.priceTo}`} conditions={conditions} onChange={onChange} />
      <DistanceFilter conditions={conditions} onChange={onChange} />
    </>
  )
}

type ShortFacet = Exclude<ListFacet, 'class'>

function FacetGroup({
  facet,
  values,
  conditions,
  onChange,
}: {
  facet: ShortFacet
  values: readonly FacetValue[]
  conditions: SearchConditions
  onChange: (next: SearchConditions) => void
}) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const labelOf = useFacetValueLabel()
  const [isLong, setLong] = useState(false)
  const hits = values.filter((value) => value.count > 0 || value.isChosen)
  // Short fixed lists keep their empty values, greyed; long ones would only be in the way.
  const listed = values.length <= SHOWN ? values : hits
  if (listed.length === 0) return null
  const shown = isLong ? listed : listed.filter((value, index) => index < SHOWN || value.isChosen)
  return (
    <fieldset className={styles.group}>
      <legend className="h3">{t(`filters.${facet}`)}</legend>
      <div>
        {shown.map((value) => (
          <div key={value.value} className={styles.value}>
            <Check
              isChecked={value.isChosen}
              isMuted={value.count === 0 && !value.isChosen}
              onChange={() => onChange(toggle(conditions, facet, value.value))}
            >
              {labelOf(facet, value)}
            </Check>
            <span className="s t3">
              {value.atLeast ? t('count.atLeast', { n: format.number(value.count) }) : format.number(value.count)}
            </span>
          </div>
        ))}
        {listed.length > shown.length && (
          <button type="button" className="link-btn s" onClick={() => setLong(true)}>
            {t('filters.more', { count: listed.length })}
          </button>
        )}
        {isLong && listed.length > SHOWN && (
          <button type="button" className="link-btn s" onClick={() => setLong(false)}>
            {t('filters.less')}
          </button>
        )}
      </div>
    </fieldset>
  )
}
