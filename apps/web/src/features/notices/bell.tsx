import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { unreadOptions } from './calls.ts'
import styles from './notices.module.css'

/** How many notices wait, as it stands on the bell; empty when none does. */
function useUnread(): { count: number; text: string } {
  const count = useQuery(unreadOptions).data ?? 0
  return { count, text: count === 0 ? '' : count > 99 ? '99+' : String(count) }
}

/** The bell with the number of unread notices on it; links around it say the number in words. */
function CountedBell({ text }: { text: string }) {
  return (
    <span className={styles.bell} aria-hidden="true">
      <Icon name="bell" size={20} />
      {text && <span className={styles.count}>{text}</span>}
    </span>
  )
}

/** The way to one's notices in the top bar. */
export function Bell() {
  const { t } = useTranslation('common')
  const { count, text } = useUnread()
  return (
    <Link to="/account/notices" className="icon-btn" aria-label={count === 0 ? t('nav.notices') : t('nav.noticesUnread', { number: text })}>
      <CountedBell text={text} />
    </Link>
  )
}

/** The same as a tab at the bottom of phones. */
export function NoticesTab() {
  const { t } = useTranslation('common')
  const { text } = useUnread()
  return (
    <Link to="/account/notices" activeOptions={{ includeSearch: false }}>
      <CountedBell text={text} />
      {t('nav.tabs.notices')}
      {text && <span className="sr-only"> {text}</span>}
    </Link>
  )
}
