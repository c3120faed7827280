import { currentLanguage } from './i18n.ts'

/** What a resource is called where the reader's language is English and it has a name in it; else its Chinese name. */
export function resourceNameOf(row: { readonly resourceName: string; readonly resourceNameEn: string | null }): string {
  return (currentLanguage() === 'en' && row.resourceNameEn) || row.resourceName
}
