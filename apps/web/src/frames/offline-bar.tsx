import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './frame.module.css'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export function OfflineBar() {
  const { t } = useTranslation('common')
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status" className={isOnline ? undefined : styles.offline}>
      {isOnline ? '' : t('offlineBar')}
    </div>
  )
}
