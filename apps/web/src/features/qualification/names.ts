import { useTranslation } from 'react-i18next'

/** The name of an instrument in the reader's language. */
export function useNameOf(): (row: { name: string; nameEn: string | null }) => string {
  const { i18n } = useTranslation()
  return ({ name, nameEn }) => (i18n.language.startsWith('en') && nameEn) || name
}
