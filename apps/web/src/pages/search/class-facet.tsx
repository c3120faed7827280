import type { FacetValue } from '@jiju/catalog/contract/search'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SearchConditions, toggle } from '../../features/catalog/search-conditions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Check } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type ClassNode, classTree } from './class-tree.ts'
import styles from './search-page.module.css'
import { useFacetValueLabel } from './use-condition-label.ts'

type Change = { conditions: SearchConditions; onChange: (next: SearchConditions) => void }

/** 分类浏览: the national classes of instruments in two levels with their counts; a first level opens to what is below it. */
export function ClassFacet({ values, ...change }: Change & { values: readonly FacetValue[] }) {
  const { t } = useTranslation('search')
  const tree = classTree(values)
  if (tree.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className="h3">{t('filters.classTree')}</legend>
      <ul>
        {tree.map((node) => (
          <Branch key={node.value} node={node} {...change} />
        ))}
      </ul>
    </fieldset>
  )
}

function Branch({ node, conditions, onChange }: Change & { node: ClassNode }) {
  const { t } = useTranslation('search')
  const labelOf = useFacetValueLabel()
  const id = useId()
  const [isOpened, setOpened] = useState<boolean | null>(null)
  // What is chosen below is not hidden until somebody closes it.
  const isOpen = isOpened ?? node.children.some(({ isChosen }) => isChosen)
  const name = labelOf('class', node)
  return (
    <li>
      <div className={styles.branch}>
        {node.children.length > 0 ? (
          <button
            type="button"
            className={styles.twig}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t(isOpen ? 'filters.closeClass' : 'filters.openClass', { name })}
            onClick={() => setOpened(!isOpen)}
          >
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
          </button>
        ) : (
          <span className={styles.twig} />
        )}
        <Value value={node} conditions={conditions} onChange={onChange} />
      </div>
      {isOpen && (
        <ul id={id} className={styles.twigs}>
          {node.children.map((child) => (
            <li key={child.value}>
              <Value value={child} conditions={conditions} onChange={onChange} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Value({ value, conditions, onChange }: Change & { value: FacetValue }) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const labelOf = useFacetValueLabel()
  return (
    <div className={styles.value}>
      <Check
        isChecked={value.isChosen}
        isMuted={value.count === 0 && !value.isChosen}
        onChange={() => onChange(toggle(conditions, 'class', value.value))}
      >
        {labelOf('class', value)}
      </Check>
      <span className="s t3">{value.atLeast ? t('count.atLeast', { n: format.number(value.count) }) : format.number(value.count)}</span>
    </div>
  )
}
