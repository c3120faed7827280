import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Definition, definitionsOptions } from './calls.ts'

/** What facts are called in the reader's language, and in which unit they are kept. */
export function useFactNames() {
  const { i18n } = useTranslation()
  const { data } = useQuery(definitionsOptions)
  const byCode = new Map((data?.items ?? []).map((definition) => [definition.code, definition]))
  const nameOf = (code: string) => byCode.get(code)?.name[i18n.language === 'en' ? 'en' : 'zh'] ?? code
  const unitOf = (code: string) => byCode.get(code)?.unit ?? ''
  return { nameOf, unitOf, definitions: data?.items ?? ([] as readonly Definition[]), relations: data?.relations ?? [] }
}
