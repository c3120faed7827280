import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resourceOptions } from '../../features/catalog/requests.ts'
import { FaultForm } from '../../features/outages/fault-form.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { one } from '../../lib/search-params.ts'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { NotFound } from '../../ui/states.tsx'

/** Reports a fault of one instrument; its page, a booking or a code on the instrument leads here. */
export function FaultFormPage() {
  const { t } = useTranslation('outages')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/faults/new' })
  const isProvider = activeOrganisation(useMe())?.kind === 'provider'
  const resourceId = one(search.resource)
  const query = useQuery({ ...resourceOptions(resourceId ?? ''), enabled: resourceId !== undefined })
  if (!resourceId) return <NotFound />
  return (
    <QueryView query={query} isPage>
      {(resource) => (
        <>
          <PageHead
            title={t('fault.title')}
            line={t('fault.lead', { name: (currentLanguage() === 'en' && resource.nameEn) || resource.nameZh || resource.nameEn })}
          />
          <div className="panel panel-body">
            <FaultForm
              resourceId={resourceId}
              reservationId={one(search.reservation)}
              onDone={(report) =>
                void navigate({ to: isProvider ? '/p/faults/$id' : '/e/faults/$id', params: { id: report.id }, replace: true })
              }
            />
          </div>
        </>
      )}
    </QueryView>
  )
}
