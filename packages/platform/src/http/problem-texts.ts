import type { ProblemParams } from '@jiju/kernel/problem'
import texts from './problems.json' with { type: 'json' }

export type Language = 'zh' | 'en'

/** Text of each problem code in both languages; `{param}` names a parameter of the problem. */
export type ProblemTexts = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** Texts of the problems that HTTP itself finds, before any domain is asked. */
export const HTTP_PROBLEM_TEXTS: ProblemTexts = texts

/** The first of Chinese and English that `Accept-Language` names; Chinese when it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const names = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';')
      const quality = Number(/q=([\d.]+)/.exec(options.join(';'))?.[1] ?? 1)
      return { language: tag.slice(0, 2), quality: Number.isNaN(quality) ? 0 : quality, index }
    })
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  return names.find((name) => (name.language === 'zh' || name.language === 'en') && name.quality > 0)?.language === 'en' ? 'en' : 'zh'
}

const ZONE = 'Asia/Shanghai'
const instantFormat: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'short', hour12: false }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'short', hour12: false }),
}

/** Fills `{name}`, `{name|instant}`, `{name|day}` and `{name|yuan}`; an unknown name stays visible, so that a test sees it. */
export function fillText(template: string, params: ProblemParams, language: Language): string {
  return template.replace(/\{(\w+)(?:\|(instant|day|yuan))?\}/g, (whole, name: string, format?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (format === 'instant') return instantFormat[language].format(new Date(value))
    if (format === 'yuan') return `¥${String(value).replace(/\B(?=(\d{3})+(?=\.))/g, ',')}`
    return String(value)
  })
}
