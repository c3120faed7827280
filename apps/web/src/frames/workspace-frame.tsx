import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchBox } from '../features/catalog/search-box.tsx'
import { Bell, NoticesTab } from '../features/notices/bell.tsx'
import { loadTexts } from '../lib/i18n.ts'
import { activeOrganisation, useMe } from '../lib/session.ts'
import { Icon, Logo } from '../ui/icon.tsx'
import { SignInNeeded, Skeleton } from '../ui/states.tsx'
import { AccountMenu } from './account-menu.tsx'
import { DemoFooter } from './demo-footer.tsx'
import styles from './frame.module.css'
import { InboxCount } from './inbox-count.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { Preferences } from './preferences.tsx'
import { SectionLinks } from './section-links.tsx'
import { entryFor, type NavEntry, WORKSPACE_NAV } from './workspace-nav.ts'

const SecondFactorNeeded = lazy(async () => {
  await loadTexts('account')
  const { SecondFactorNeeded: Page } = await import('../pages/account/second-factor-needed.tsx')
  return { default: Page }
})

/** The frame of work: top bar, side navigation by role, fluid content; tabs at the bottom on phones. */
export function WorkspaceFrame() {
  const { t } = useTranslation('common')
  const { t: text } = useTranslation('workspace')
  const me = useMe()
  // The recovery codes stay until they are kept, though the session is complete by then.
  const [isKeepingCodes, setKeepingCodes] = useState(false)
  const kind = activeOrganisation(me)?.kind
  const groups = ((kind && WORKSPACE_NAV[kind]) || []).map((group) => ({
    ...group,
    entries: group.entries.flatMap((entry) => entryFor(entry, (access) => Boolean(me?.access.includes(access))) ?? []),
  }))
  const entries = groups.flatMap((group) => group.entries)
  const tabs = entries.filter((entry) => entry.isTab)
  const { pathname } = useLocation()
  const isOpen = (entry: NavEntry) => entry.parts?.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  const section = entries.find((entry) => entry.parts?.some(({ to }) => pathname === to))
  return (
    <>
      <header className={`${styles.topBar} no-print`}>
        <div className={`row g16 ${styles.bar}`}>
          <Link to="/" className={styles.brand} aria-label={t('brand')}>
            <Logo />
            <span className={styles.wideOnly}>{t('brand')}</span>
          </Link>
          <div className={styles.search}>
            <SearchBox isGlobal />
          </div>
          <div className={styles.right}>
            <span className={`row g8 ${styles.wideOnly}`}>
              <Preferences />
            </span>
            {me?.person && !me.lacksSecondFactor && <Bell />}
            {me?.person && <AccountMenu me={me} person={me.person} />}
          </div>
        </div>
      </header>
      <OfflineBar />
      <div className={styles.work}>
        {groups.length > 0 && (
          <nav className={`${styles.side} no-print`} aria-label={t('nav.main')}>
            {groups.map((group, index) => {
              if (group.entries.length === 0) return null
              return (
                <div key={group.title ?? index}>
                  {group.title && <h2>{text(group.title)}</h2>}
                  {group.entries.map((entry) => (
                    <Link
                      key={entry.to}
                      to={entry.to}
                      activeOptions={{ exact: entry.isExact ?? false, includeSearch: false }}
                      data-on={isOpen(entry)}
                      title={text(entry.text)}
                    >
                      <Icon name={entry.icon} />
                      <span>{text(entry.text)}</span>
                      {entry.count && <InboxCount of={entry.count} />}
                    </Link>
                  ))}
                </div>
              )
            })}
          </nav>
        )}
        <div className={styles.workColumn}>
          <main id="content" className={styles.workMain} tabIndex={-1}>
            {me === undefined ? (
              <Skeleton />
            ) : me.person === null ? (
              <SignInNeeded />
            ) : (
              <Suspense fallback={<Skeleton />}>
                {section && <SectionLinks entry={section} pathname={pathname} />}
                {me.lacksSecondFactor || isKeepingCodes ? <SecondFactorNeeded onCodesShown={setKeepingCodes} /> : <Outlet />}
              </Suspense>
            )}
          </main>
          <DemoFooter />
        </div>
      </div>
      {tabs.length > 0 && (
        <nav className={`${styles.tabs} no-print`} aria-label={t('nav.main')}>
          <Link to="/search" activeOptions={{ includeSearch: false }}>
            <Icon name="search" size={20} />
            {t('nav.tabs.search')}
          </Link>
          {tabs.map((entry) => (
            <Link key={entry.to} to={entry.to} activeOptions={{ exact: entry.isExact ?? false, includeSearch: false }}>
              <Icon name={entry.icon} size={20} />
              {text(entry.text)}
            </Link>
          ))}
          {me?.person && !me.lacksSecondFactor && <NoticesTab />}
          <Link to="/account" activeOptions={{ exact: true, includeSearch: false }}>
            <Icon name="user" size={20} />
            {t('nav.tabs.account')}
          </Link>
        </nav>
      )}
    </>
  )
}
