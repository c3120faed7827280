import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterpriseOptions } from '../../features/scoring-facts/calls.ts'
import { ConflictsPanel } from '../../features/scoring-facts/conflicts-panel.tsx'
import { ConsentsPanel } from '../../features/scoring-facts/consents-panel.tsx'
import { EnterpriseDialog } from '../../features/scoring-facts/enterprise-dialog.tsx'
import { EventsPanel } from '../../features/scoring-facts/events-panel.tsx'
import { FactsPanel } from '../../features/scoring-facts/facts-panel.tsx'
import { useAccess } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Everything that is known of one enterprise, and the decisions about it. */
export function EnterprisePage() {
  const { t } = useTranslation('scoring-facts')
  const { id } = useParams({ from: '/work/o/facts/enterprises/$id' })
  const mayWrite = useAccess('scoring.fact.write')
  const [isEditing, setEditing] = useState(false)
  const query = useQuery(enterpriseOptions(id))
  return (
    <QueryView query={query} skeleton={<Bones rows={10} />} isPage>
      {({ enterprise, isConsenting, facts, conflicts, events, consents }) => (
        <>
          <PageHead
            title={enterprise.name}
            beside={enterprise.isOptedOut && <Tag kind="warn">{t('enterprises.optedOut')}</Tag>}
            line={[enterprise.creditCode, enterprise.industry, enterprise.park].filter(Boolean).join(' · ')}
            crumb={[{ label: t('enterprises.title'), link: { to: '/o/facts/enterprises' } }]}
            actions={mayWrite && <Button onClick={() => setEditing(true)}>{t('enterprises.edit')}</Button>}
          />
          <div className="stack">
            <p>{isConsenting ? <Tag kind="ok">{t('enterprise.consentYes')}</Tag> : <Tag kind="warn">{t('enterprise.consentNo')}</Tag>}</p>
            <ConflictsPanel conflicts={conflicts} mayChoose={mayWrite} />
            <FactsPanel facts={facts} correctFor={mayWrite ? id : null} />
            <EventsPanel enterprise={enterprise} events={events} mayWrite={mayWrite} />
            <ConsentsPanel enterpriseId={id} consents={consents} mayWrite={mayWrite} />
          </div>
          {isEditing && <EnterpriseDialog enterprise={enterprise} onClose={() => setEditing(false)} />}
        </>
      )}
    </QueryView>
  )
}
