import { useLocation, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsentList } from '../../features/people/consents/consent-list.tsx'
import { FactReadList } from '../../features/people/consents/fact-read-list.tsx'
import { GrantDrawer } from '../../features/people/consents/grant-drawer.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Forbidden } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['given', 'received', 'reads'] as const

/** Who may read which facts of whom until when, and the log of what was read. */
export function ConsentsPage() {
  const { t } = useTranslation('members')
  const search = useSearch({ strict: false }) as { tab?: string }
  const path = useLocation({ select: ({ pathname }) => pathname }) as '/e/consents'
  const organisation = activeOrganisation(useMe())
  const mayList = useAccess('people.consent.list')
  const mayGrant = useAccess('people.consent.grant')
  const maySeeReads = useAccess('people.fact_read.list')
  const [isGranting, setGranting] = useState(false)
  const tabs = TABS.filter((tab) => tab !== 'reads' || maySeeReads)
  const tab = oneOf(search.tab, tabs) ?? 'given'
  if (!organisation || !mayList) return <Forbidden />
  return (
    <>
      <PageHead
        title={t('consents.title')}
        line={organisation.name}
        actions={
          mayGrant && (
            <Button kind="primary" onClick={() => setGranting(true)}>
              {t('consents.grant')}
            </Button>
          )
        }
      />
      <TabLinks
        label={t('consents.title')}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(`consents.tabs.${value}`) }))}
        linkOf={(value) => ({ to: path, search: { tab: value } })}
      />
      {tab === 'reads' ? <FactReadList /> : <ConsentList direction={tab} />}
      <GrantDrawer ownId={organisation.id} isOpen={isGranting} onClose={() => setGranting(false)} />
    </>
  )
}
