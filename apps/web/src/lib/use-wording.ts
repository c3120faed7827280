import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** What stands between words of the reader's language: brackets, colons, and what parts the items of a list. */
export function useWording() {
  const { t } = useTranslation('common')
  return useMemo(
    () => ({
      beside: (text: string, note: string) => t('wording.beside', { text, note }),
      named: (name: string, text: string) => t('wording.named', { name, text }),
      list: (items: readonly string[]) => items.join(t('wording.and')),
      clauses: (items: readonly string[]) => items.join(t('wording.also')),
    }),
    [t],
  )
}
