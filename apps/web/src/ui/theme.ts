import type { ThemeConfig } from 'antd'
import type { Theme } from '../lib/theme-choice.ts'
import tokens from './tokens.json' with { type: 'json' }

/** The antd theme of `tokens.json`; the algorithm is added where antd is loaded (`antd-provider.tsx`). */
export function antdTheme(theme: Theme): Pick<ThemeConfig, 'token' | 'components'> {
  const { token, components } = tokens.antd[theme]
  return { token, components }
}
