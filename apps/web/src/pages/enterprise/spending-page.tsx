import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { policyOptions } from '../../features/order-spending/calls.ts'
import { PolicyForm } from '../../features/order-spending/policy-form.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** Who may spend how much alone, and who approves what lies above. */
export function SpendingPage() {
  const { t } = useTranslation('order-spending')
  const format = useFormat()
  const query = useQuery(policyOptions)
  return (
    <QueryView query={query} isPage>
      {(policy) => (
        <>
          <PageHead
            title={t('policy.title')}
            beside={
              policy.updatedAt && (
                <span className="t2">{t('policy.updated', { name: policy.updatedByName ?? '', at: format.stamp(policy.updatedAt) })}</span>
              )
            }
          />
          <Panel>
            <PolicyForm key={policy.version} policy={policy} />
          </Panel>
        </>
      )}
    </QueryView>
  )
}
