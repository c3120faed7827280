import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pointsOptions } from '../../features/scoring-applications/calls.ts'
import { PointsPanels } from '../../features/scoring-applications/points-panels.tsx'
import { useWording } from '../../lib/use-wording.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One enterprise as it opened itself to the bank; opening the page is a read. */
export function BankEnterprisePage() {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const { enterpriseId } = useParams({ from: '/work/b/points/$enterpriseId' })
  const query = useQuery(pointsOptions(enterpriseId))
  return (
    <QueryView query={query} isPage>
      {(points) => (
        <div className="stack">
          <PageHead
            crumb={[{ label: t('credit.title'), link: { to: '/b/points' } }, { label: points.enterprise.name }]}
            title={points.enterprise.name}
            line={`${points.enterprise.creditCode} · ${wording.clauses(points.enterprise.purposes)}`}
          />
          <p className="notice" role="status">
            {t('credit.logged')}
          </p>
          <PointsPanels points={points} />
        </div>
      )}
    </QueryView>
  )
}
