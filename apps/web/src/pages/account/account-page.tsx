import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OwnFeedSection } from '../../features/feeds/own-feed-section.tsx'
import { NoticeSettingsSection } from '../../features/notices/settings-section.tsx'
import { ApiKeysSection } from '../../features/people/account/api-keys-section.tsx'
import { PasswordSection } from '../../features/people/account/password-section.tsx'
import { ProfileSection } from '../../features/people/account/profile-section.tsx'
import { SecondFactorSection } from '../../features/people/account/second-factor-section.tsx'
import { SessionsSection } from '../../features/people/account/sessions-section.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useMe } from '../../lib/session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['profile', 'notices', 'calendar', 'password', 'secondFactor', 'sessions', 'apiKeys'] as const

/** One's own account; each part has its address. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const search = useSearch({ from: '/work/account' })
  const tab = oneOf(search.tab, TABS) ?? 'profile'
  const person = useMe()?.person
  if (!person) return null
  return (
    <>
      <PageHead title={t('title')} documentTitle={`${t('title')} ${t(`tabs.${tab}`)}`} line={person.email} />
      <TabLinks
        label={t('title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        linkOf={(value) => ({ to: '/account', search: { tab: value } })}
      />
      {tab === 'profile' && <ProfileSection person={person} />}
      {tab === 'notices' && <NoticeSettingsSection />}
      {tab === 'calendar' && <OwnFeedSection />}
      {tab === 'password' && <PasswordSection />}
      {tab === 'secondFactor' && <SecondFactorSection />}
      {tab === 'sessions' && <SessionsSection />}
      {tab === 'apiKeys' && <ApiKeysSection />}
    </>
  )
}
