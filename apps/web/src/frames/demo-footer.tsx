import { useTranslation } from 'react-i18next'
import styles from './frame.module.css'

/** Says on every page that the district is invented; shows nothing on a real installation. */
export function DemoFooter({ isWide = false }: { isWide?: boolean }) {
  const { t } = useTranslation('common')
  if (document.querySelector('meta[name="jiju-demo"]')?.getAttribute('content') === 'no') return null
  return (
    <footer className={styles.demo}>
      <div className={isWide ? 'wide' : ''}>{t('demo.text')}</div>
    </footer>
  )
}
