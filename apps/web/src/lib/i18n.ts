import i18next, { type ReadCallback } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Namespace } from '../texts/namespaces.ts'

export type Language = 'zh' | 'en'
const LANGUAGES: readonly Language[] = ['zh', 'en']

const STORAGE_KEY = 'jiju.language'
const files = import.meta.glob<{ default: Record<string, unknown> }>('../texts/*/*.json')

/** The language chosen before in this browser; Chinese when none was. */
function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

const catalogues = {
  type: 'backend' as const,
  read(language: string, namespace: string, callback: ReadCallback) {
    const load = files[`../texts/${language}/${namespace}.json`]
    if (!load) return callback(new Error(`no texts ${language}/${namespace}`), null)
    load().then(
      (file) => callback(null, file.default),
      (error: Error) => callback(error, true),
    )
  },
}

/** Resolves once the texts of the frame are there; pages bring theirs with `loadTexts`. */
export async function startI18n(): Promise<void> {
  applyToDocument(storedLanguage())
  i18next.on('languageChanged', (language) => applyToDocument(language as Language))
  await i18next
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: storedLanguage(),
      supportedLngs: [...LANGUAGES],
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      returnNull: false,
    })
}

/** Loads the texts of a route beside its chunk, in the current language. */
export function loadTexts(...namespaces: Namespace[]): Promise<void> {
  return i18next.loadNamespaces(namespaces)
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** Switches at once: the texts of every loaded namespace arrive before the screen changes. */
export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  await i18next.changeLanguage(language)
}

/** For pages whose address names the language: what this browser has chosen stays. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

/** BCP 47 tag for `lang` attributes and Intl. */
export function languageTag(language: Language): string {
  return language === 'en' ? 'en' : 'zh-CN'
}

function applyToDocument(language: Language): void {
  document.documentElement.lang = languageTag(language)
}
