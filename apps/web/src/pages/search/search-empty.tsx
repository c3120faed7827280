import type { SearchAnswer } from '@jiju/catalog/contract/search'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { searchOnceOptions } from '../../features/catalog/requests.ts'
import {
  type Applied,
  appliedOf,
  type SearchConditions,
  withoutCondition,
  withoutConditions,
} from '../../features/catalog/search-conditions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'

/** Nothing found: says which condition excludes most and offers to remove it; without conditions, what else to try. */
export function SearchEmpty({
  conditions,
  answer,
  labelOf,
  now,
  onChange,
}: {
  conditions: SearchConditions
  answer: SearchAnswer
  labelOf: (applied: Applied) => string
  now: Date
  onChange: (next: SearchConditions) => void
}) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const applied = appliedOf(conditions)
  const trials = useQueries({
    queries: applied.slice(0, 8).map((item) => searchOnceOptions(withoutCondition(conditions, item), 1, now)),
  })
  const counts = applied.slice(0, 8).map((item, index) => ({ item, count: trials[index]?.data?.total.count ?? 0 }))
  const most = counts.reduce<{ item: Applied; count: number } | null>((best, next) => (next.count > (best?.count ?? 0) ? next : best), null)
  if (applied.length === 0)
    return (
      <div className="panel">
        <Empty title={t('count.none')} action={<ButtonLink to="/search">{t('empty.all')}</ButtonLink>}>
          {t('empty.noWords', { q: answer.query.text })} {t('empty.recorded')}
        </Empty>
      </div>
    )
  return (
    <div className="panel">
      <Empty
        title={t('empty.title')}
        action={
          <div className="row g8 wrap" style={{ justifyContent: 'center' }}>
            {most && (
              <Button kind="primary" onClick={() => onChange(withoutCondition(conditions, most.item))}>
                {t('empty.remove', { label: labelOf(most.item) })}
              </Button>
            )}
            <Button onClick={() => onChange(withoutConditions(conditions))}>{t('empty.clear')}</Button>
          </div>
        }
      >
        {most ? t('empty.mostExcluding', { label: labelOf(most.item), n: format.number(most.count) }) : t('empty.recorded')}
      </Empty>
    </div>
  )
}
