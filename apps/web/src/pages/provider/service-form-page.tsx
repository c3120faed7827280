import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { workOptions } from '../../features/catalog-admin/calls.ts'
import styles from '../../features/order-forms/editor/editor.module.css'
import { FormEditor } from '../../features/order-forms/editor/form-editor.tsx'
import { PlanPanel } from '../../features/order-forms/plan-panel.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { serviceFormOptions } from '../../lib/service-forms.ts'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** What an own service asks of whoever orders it, and how much of it can be taken on at once. */
export function ServiceFormPage() {
  const { t } = useTranslation('order-form-editor')
  const { id } = useParams({ strict: false }) as { id: string }
  const providerId = activeOrganisation(useMe())?.id
  const work = useQuery(workOptions(id))
  const form = useQuery({ ...serviceFormOptions(id), enabled: work.data !== undefined, refetchOnWindowFocus: false })
  return (
    <QueryView query={work} isPage>
      {(resource) => {
        const name = (currentLanguage() === 'en' ? (resource.nameEn ?? resource.nameZh) : (resource.nameZh ?? resource.nameEn)) ?? '—'
        return (
          <>
            <PageHead
              crumb={[{ label: name, link: { to: '/p/resources/$id/edit', params: { id } } }, { label: t('title') }]}
              title={t('title')}
              documentTitle={`${t('title')} ${name}`}
              line={`${name} · ${t('lead')}`}
            />
            <div className="stack">
              <QueryView query={form}>
                {(loaded) => (
                  <div className={styles.columns} key={loaded.version}>
                    <FormEditor form={loaded} />
                  </div>
                )}
              </QueryView>
              {providerId && <PlanPanel serviceId={id} providerId={providerId} />}
            </div>
          </>
        )
      }}
    </QueryView>
  )
}
