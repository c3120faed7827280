import { App, theme as antd, ConfigProvider, type ConfigProviderProps } from 'antd'
import enUs from 'antd/es/locale/en_US.js'
import zhCn from 'antd/es/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTheme } from '../lib/theme-choice.ts'
import { antdTheme } from './theme.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>
// The types of these files describe their CommonJS twins; the bundle gets the locale itself as default export.
const LOCALES = { zh: zhCn as unknown as Locale, en: enUs as unknown as Locale }

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Wraps pages that use antd: theme, language, and the nonce that lets its styles pass the content security policy. Loaded only by those pages. */
export function AntdProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation('common')
  const theme = useTheme()
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={LOCALES[i18n.language === 'en' ? 'en' : 'zh']}
      theme={{ ...antdTheme(theme), algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
