import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readOrganisation, readProfileFacts } from '../../features/people/calls.ts'
import { FactsForm } from '../../features/people/organisation/facts-form.tsx'
import { OrganisationForm } from '../../features/people/organisation/organisation-form.tsx'
import { OrganisationStatusNotice } from '../../features/people/organisation/status-notice.tsx'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Forbidden } from '../../ui/states.tsx'

/** The organisation's own data: what everybody sees, and the facts that only those with a consent see. */
export function OrganisationPage() {
  const { t } = useTranslation('members')
  const active = activeOrganisation(useMe())
  const mayReadFacts = useAccess('people.fact.read')
  const organisation = useQuery({
    queryKey: ['organisation', active?.id],
    queryFn: () => readOrganisation(active?.id ?? ''),
    enabled: active !== null,
  })
  const facts = useQuery({
    queryKey: ['facts', active?.id],
    queryFn: () => readProfileFacts(active?.id ?? ''),
    enabled: active !== null && mayReadFacts,
  })
  if (!active) return <Forbidden />
  return (
    <>
      <PageHead title={t('organisation.title')} line={active.name} />
      <div className="stack">
        <QueryView query={organisation} isPage>
          {(data) => (
            <>
              <OrganisationStatusNotice organisation={data} />
              <OrganisationForm key={data.version} organisation={data} />
            </>
          )}
        </QueryView>
        {mayReadFacts && <QueryView query={facts}>{(data) => <FactsForm key={data.version} facts={data} />}</QueryView>}
      </div>
    </>
  )
}
