import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { eventKindsOptions } from './calls.ts'

/** What negative events can be, and what they are called in the reader's language. */
export function useEventKinds() {
  const { i18n } = useTranslation()
  const { data } = useQuery(eventKindsOptions)
  const kinds = data?.items ?? []
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]))
  const nameOf = (code: string) => byCode.get(code)?.name?.[i18n.language === 'en' ? 'en' : 'zh'] ?? code
  return { kinds, nameOf, kindOf: (code: string) => byCode.get(code) }
}
