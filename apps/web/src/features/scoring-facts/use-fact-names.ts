import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Definition, definitionsOptions } from './calls.ts'

/** How sure a definition is, as marks show it. */
export const FACT_CERTAINTY = { seen: 'verified', second_hand: 'secondary', to_confirm: 'unconfirmed' } as const

/** What facts are called in the reader's language, and in which unit they are kept. */
export function useFactNames() {
  const { t, i18n } = useTranslation('scoring-facts')
  const { data } = useQuery(definitionsOptions)
  const byCode = new Map((data?.items ?? []).map((definition) => [definition.code, definition]))
  const nameOf = (code: string) => byCode.get(code)?.name[i18n.language === 'en' ? 'en' : 'zh'] ?? code
  const unitOf = (code: string) => {
    const unit = byCode.get(code)?.unit
    return unit === undefined ? '' : t(`unit.${unit as '万元'}`, { defaultValue: unit })
  }
  return { nameOf, unitOf, definitions: data?.items ?? ([] as readonly Definition[]), relations: data?.relations ?? [] }
}
