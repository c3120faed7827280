import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import type { Notice } from './calls.ts'
import styles from './notices.module.css'

/** One notice: what, when, about which topic; opening it is reading it. A letter's empty lines would make the list long. */
export function NoticeRow({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { t } = useTranslation('notices')
  const format = useFormat()
  const isUnread = notice.readAt === null
  return (
    <li className={`${styles.notice} ${isUnread ? styles.unread : ''}`}>
      <span className={styles.dot} aria-hidden="true" />
      <div className="f1">
        <div className={styles.title}>
          {isUnread && <span className="sr-only">{t('isUnread')} </span>}
          {notice.link ? (
            // The path comes from the server, so it is none of the typed ones.
            <Link to={notice.link as '/'} onClick={isUnread ? onRead : undefined}>
              {notice.title}
            </Link>
          ) : (
            notice.title
          )}
        </div>
        <div className="s t3">
          {t(`group.${notice.group}`)} · {format.stamp(notice.createdAt)}
        </div>
        <p className={styles.body}>{notice.body.replace(/\n{2,}/g, '\n')}</p>
      </div>
      {isUnread && (
        <div className={styles.acts}>
          <Button size="sm" onClick={onRead} aria-label={`${t('markRead')} ${notice.title}`}>
            {t('markRead')}
          </Button>
        </div>
      )}
    </li>
  )
}
