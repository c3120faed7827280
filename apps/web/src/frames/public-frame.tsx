import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SearchBox } from '../features/catalog/search-box.tsx'
import { Bell } from '../features/notices/bell.tsx'
import { useMe } from '../lib/session.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Icon, Logo } from '../ui/icon.tsx'
import { AccountMenu } from './account-menu.tsx'
import { DemoFooter } from './demo-footer.tsx'
import styles from './frame.module.css'
import { Menu } from './menu.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { Preferences } from './preferences.tsx'

/** The frame of pages that everybody may open: top bar, content of at most 1280, footer. */
export function PublicFrame() {
  const { t } = useTranslation('common')
  const me = useMe()
  const router = useRouter()
  const isHome = useLocation({ select: (location) => location.pathname === '/' })
  const links = (
    <>
      <Link to="/search" activeOptions={{ includeSearch: false }}>
        {t('nav.search')}
      </Link>
      <Link to="/providers">{t('nav.providers')}</Link>
      <Link to="/standards">{t('nav.standards')}</Link>
      <Link to="/lists">{t('nav.pointsLists')}</Link>
    </>
  )
  return (
    <>
      <header className={`${styles.topBar} no-print`}>
        <div className={`wide row ${styles.gap}`}>
          {!isHome && (
            <button type="button" className={`icon-btn ${styles.back}`} aria-label={t('back')} onClick={() => router.history.back()}>
              <Icon name="chevronLeft" size={20} />
            </button>
          )}
          <Link to="/" className={styles.brand} aria-label={isHome ? undefined : t('brand')}>
            <Logo />
            <span className={isHome ? undefined : styles.wideOnly}>{t('brand')}</span>
            {isHome && <small>{t('brandLong')}</small>}
          </Link>
          {!isHome && (
            <div className={styles.search}>
              <SearchBox isGlobal />
            </div>
          )}
          <nav className={styles.nav} aria-label={t('nav.main')}>
            {links}
          </nav>
          <div className={styles.right}>
            <span className={`row g8 ${styles.wideOnly}`}>
              <Preferences />
            </span>
            {me?.person && !me.lacksSecondFactor && <Bell />}
            {me?.person && <AccountMenu me={me} person={me.person} />}
            {me && !me.person && (
              <span className={`row g8 ${isHome ? '' : styles.wideOnly}`}>
                <ButtonLink to="/signin">{t('nav.signIn')}</ButtonLink>
                <ButtonLink to="/join" kind="primary" className={styles.wideOnly}>
                  {t('nav.join')}
                </ButtonLink>
              </span>
            )}
            <Menu label={t('nav.menu')} button={<Icon name="menu" size={20} />} className={styles.phoneOnly}>
              <Link to="/">{t('nav.tabs.home')}</Link>
              {links}
              {me && !me.person && (
                <>
                  <Link to="/signin">{t('nav.signIn')}</Link>
                  <Link to="/join">{t('nav.join')}</Link>
                </>
              )}
              <hr />
              <div className="row">
                <Preferences />
              </div>
            </Menu>
          </div>
        </div>
      </header>
      <OfflineBar />
      <main id="content" className={styles.publicMain} tabIndex={-1}>
        <Outlet />
      </main>
      <DemoFooter isWide />
    </>
  )
}
