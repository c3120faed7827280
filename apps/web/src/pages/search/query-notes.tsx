import type { SearchAnswer } from '@jiju/catalog/contract/search'
import { useTranslation } from 'react-i18next'
import { parseConditions, type SearchConditions } from '../../features/catalog/search-conditions.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './search-page.module.css'

/** How the words were read: synonyms, corrections, replaced standards, limits. */
export function QueryNotes({
  answer,
  conditions,
  onChange,
}: {
  answer: SearchAnswer
  conditions: SearchConditions
  onChange: (next: SearchConditions) => void
}) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const { query, alsoIncludes } = answer
  const replaced = answer.standards.filter((standard) => standard.isReplaced)
  return (
    <div className={styles.lines}>
      {query.corrected && <p className="warn">{t('corrected', { q: query.text, corrected: query.corrected })}</p>}
      {query.isTruncated && <p>{t('truncated')}</p>}
      {alsoIncludes.length > 0 && !query.isLiteral && (
        <p>
          {t('also', { words: alsoIncludes.slice(0, 6).join(t('alsoJoin')) })}
          <button type="button" className="link-btn" onClick={() => onChange({ ...conditions, literal: 'true' })}>
            {t('onlyWords', { q: query.text })}
          </button>
        </p>
      )}
      {query.isLiteral && (
        <p>
          {t('literal', { q: query.text })}
          <button type="button" className="link-btn" onClick={() => onChange(parseConditions({ ...conditions, literal: undefined }))}>
            {t('withSynonyms')}
          </button>
        </p>
      )}
      {replaced.map((standard) => (
        <p key={standard.number} className="warn">
          {standard.successors.length > 0
            ? t('replaced', { number: standard.number, successors: standard.successors.join(t('alsoJoin')) })
            : t('withdrawn', { number: standard.number })}
        </p>
      ))}
      {answer.isCapped && <p>{t('capped')}</p>}
      {answer.freeChecked !== null && answer.total.atLeast && <p>{t('freeChecked', { n: format.number(answer.freeChecked) })}</p>}
    </div>
  )
}
