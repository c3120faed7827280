import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EVALUATION_CHOICES } from '../../features/use/charge-calls.ts'
import { EvaluationList } from '../../features/use/evaluation-list.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'

/** What users said of the own instruments. */
export function EvaluationsPage() {
  const { t } = useTranslation('use')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/evaluations' })
  return (
    <>
      <PageHead title={t('evaluations.title')} line={t('evaluations.lead')} />
      <EvaluationList
        only={oneOf(search.only, EVALUATION_CHOICES) ?? 'all'}
        onPick={(only) => void navigate({ to: '/p/evaluations', search: only === 'all' ? {} : { only }, replace: true })}
      />
    </>
  )
}
