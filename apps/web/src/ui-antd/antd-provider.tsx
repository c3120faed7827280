import { theme as antd, ConfigProvider, type ConfigProviderProps } from 'antd'
import enUs from 'antd/es/locale/en_US.js'
import zhCn from 'antd/es/locale/zh_CN.js'
import 'dayjs/locale/zh-cn.js'
import './antd.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTheme } from '../lib/theme-choice.ts'
import { useIsPhone, usePrefersLessMotion } from '../lib/use-media.ts'
import { antdTokens } from './theme.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>
// The types of these files describe their CommonJS twins; the bundle gets the locale itself as default export.
const LOCALES = { zh: readable(zhCn as unknown as Locale), en: readable(enUs as unknown as Locale) }

/** The head of a calendar shows year and month on its buttons: that is what they are called, not “choose a year”. */
function readable(locale: Locale): Locale {
  const { DatePicker } = locale
  return DatePicker ? { ...locale, DatePicker: { ...DatePicker, lang: { ...DatePicker.lang, yearSelect: '', monthSelect: '' } } } : locale
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/**
 * Around every control of antd: theme, language, and the nonce that lets its styles pass the content security policy.
 * While the control's popup is open, Escape closes that and not the dialog around it.
 */
export function AntdProvider({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const { i18n } = useTranslation('common')
  const mode = useTheme()
  const isPhone = useIsPhone()
  const isStill = usePrefersLessMotion()
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={LOCALES[i18n.language === 'en' ? 'en' : 'zh']}
      getPopupContainer={popupPlace}
      theme={{
        algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
        // One antd, and one set of variables for all its controls on a page.
        hashed: false,
        cssVar: { key: `antd-${mode}${isPhone ? '-phone' : ''}${isStill ? '-still' : ''}` },
        token: { ...antdTokens(mode), motion: !isStill, ...(isPhone ? { controlHeight: 44, fontSize: 16 } : {}) },
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the control inside. */}
      <div
        className="antd-place"
        onKeyDown={(event) => {
          if (isOpen && event.key === 'Escape') event.preventDefault()
        }}
      >
        {children}
      </div>
    </ConfigProvider>
  )
}

/** A native modal lies above the whole page, so what opens from a control in it must lie in it too. */
function popupPlace(control?: HTMLElement): HTMLElement {
  return control?.closest('dialog') ?? document.body
}
