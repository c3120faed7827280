import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CalibrationList } from '../../features/outages/calibration-list.tsx'
import { FaultList } from '../../features/outages/fault-list.tsx'
import { OutageList } from '../../features/outages/outage-list.tsx'
import { one, oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['outages', 'faults', 'calibrations'] as const
const WHEN = ['running', 'planned', 'past'] as const
const FAULT_FILTERS = ['unresolved', 'resolved', 'all'] as const

/** Maintenance and outages: what is down, what is reported, what has to be calibrated. */
export function OutagesPage() {
  const { t } = useTranslation('outages')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/outages' })
  const mayDeclare = useAccess('booking.outage.declare')
  const tab = oneOf(search.tab, TABS) ?? 'outages'
  const when = oneOf(search.when, WHEN) ?? 'running'
  const state = oneOf(search.state, FAULT_FILTERS) ?? 'unresolved'
  const go = (change: Partial<typeof search>) => void navigate({ to: '/p/outages', search: { ...search, ...change }, replace: true })
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          mayDeclare && (
            <ButtonLink kind="primary" to="/p/outages/new">
              {t('declare')}
            </ButtonLink>
          )
        }
      />
      <TabLinks
        label={t('tabs.label')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        linkOf={(value) => ({ to: '/p/outages', search: value === 'outages' ? {} : { tab: value } })}
      />
      <div className="stack">
        {tab === 'outages' && (
          <>
            <div>
              <Segmented
                label={t('when.label')}
                value={when}
                options={WHEN.map((value) => ({ value, label: t(`when.${value}`) }))}
                onPick={(value) => go({ when: value === 'running' ? undefined : value })}
              />
            </div>
            <OutageList when={when} />
          </>
        )}
        {tab === 'faults' && (
          <>
            <div>
              <Segmented
                label={t('fault.filter.label')}
                value={state}
                options={FAULT_FILTERS.map((value) => ({ value, label: t(`fault.filter.${value}`) }))}
                onPick={(value) => go({ state: value === 'unresolved' ? undefined : value })}
              />
            </div>
            <div className="panel">
              <FaultList scope="provider" state={state} />
            </div>
          </>
        )}
        {tab === 'calibrations' && <CalibrationList opened={one(search.resource)} onOpen={(resource) => go({ resource })} />}
      </div>
    </>
  )
}
