import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../lib/i18n.ts'
import { useChangeLanguage } from '../lib/session.ts'
import { chooseTheme, useTheme } from '../lib/theme-choice.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './frame.module.css'

/** Language and theme, both switched at once. */
export function Preferences() {
  const { t } = useTranslation('common')
  const change = useChangeLanguage()
  const theme = useTheme()
  return (
    <>
      <button
        type="button"
        className={styles.quiet}
        lang={t('language.tag')}
        aria-label={t('language.switchLabel')}
        onClick={() => void change(currentLanguage() === 'en' ? 'zh' : 'en')}
      >
        {t('language.switchTo')}
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label={theme === 'dark' ? t('theme.toLight') : t('theme.toDark')}
        onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <Icon name="theme" size={18} />
      </button>
    </>
  )
}
