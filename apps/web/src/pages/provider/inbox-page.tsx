import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { inboxOptions } from '../../features/bookings/request-calls.ts'
import { RequestList } from '../../features/bookings/request-list.tsx'
import { NoShowList } from '../../features/standing/no-show-list.tsx'
import { PolicyPanel } from '../../features/standing/policy-form.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { Segmented } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { WaitingList } from './waiting-list.tsx'

const TABS = ['requests', 'waiting', 'appeals'] as const
const SHOWN = ['appeals', 'all'] as const

/** What waits for somebody of the provider: requests by limit, and appeals against no-shows. */
export function InboxPage() {
  const { t } = useTranslation('standing')
  const search = useSearch({ from: '/work/p/inbox' })
  const tab = oneOf(search.tab, TABS) ?? 'requests'
  const counts = useQuery(inboxOptions(true)).data
  const count = { requests: counts?.requests, appeals: counts?.appeals }
  return (
    <>
      <PageHead title={t('inboxTitle')} />
      <TabLinks
        label={t('tabs.label')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tabs.${value}`), count: value === 'waiting' ? undefined : count[value] }))}
        linkOf={(value) => ({ to: '/p/inbox', search: { tab: value === 'requests' ? undefined : value } })}
      />
      {tab === 'requests' ? (
        <div className="stack">
          <RequestList awaits="provider" />
          <RequestList awaits="customer" />
        </div>
      ) : tab === 'waiting' ? (
        <WaitingList />
      ) : (
        <Appeals />
      )}
    </>
  )
}

function Appeals() {
  const { t } = useTranslation('standing')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/inbox' })
  const show = oneOf(search.show, SHOWN) ?? 'appeals'
  return (
    <div className="two-columns">
      <Panel
        isFlush
        title={t('appealsTitle')}
        extra={
          <Segmented
            label={t('showLabel')}
            value={show}
            options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
            onPick={(value) =>
              void navigate({ to: '/p/inbox', search: { tab: 'appeals', show: value === 'appeals' ? undefined : value }, replace: true })
            }
          />
        }
      >
        <NoShowList show={show} />
      </Panel>
      <PolicyPanel />
    </div>
  )
}
