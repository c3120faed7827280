import type { FactDefinitionList } from '@jiju/scoring/contract/fact-rules'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { answer, api } from './api.ts'
import { useFormat } from './use-format.ts'
import { useQuantity, useUnits, YES_OR_NO } from './use-quantity.ts'

export type Definition = z.infer<typeof FactDefinitionList>['items'][number]

const definitionsOptions = queryOptions({
  queryKey: ['facts', 'definitions'],
  queryFn: async (): Promise<z.infer<typeof FactDefinitionList>> => await answer(api.GET('/api/v1/scoring/fact-definitions')),
})

/** How sure a definition is, as marks show it. */
export const FACT_CERTAINTY = { seen: 'verified', second_hand: 'secondary', to_confirm: 'unconfirmed' } as const

/** Two where a value has any. */
const decimalsOf = (value: string | number): number => (String(value).includes('.') ? 2 : 0)

/** What facts are called in the reader's language, and in which unit they are kept. */
export function useFactNames() {
  const { i18n } = useTranslation()
  const format = useFormat()
  const quantity = useQuantity()
  const unitName = useUnits()
  const { data } = useQuery(definitionsOptions)
  const byCode = new Map((data?.items ?? []).map((definition) => [definition.code, definition]))
  const nameOf = (code: string) => byCode.get(code)?.name[i18n.language === 'en' ? 'en' : 'zh'] ?? code
  /** Empty until the definitions are there. */
  const unitOf = (code: string) => unitName(byCode.get(code)?.unit ?? '')
  /** A stated value with its unit. */
  const figureOf = (code: string, value: string | number) => {
    const isYesOrNo = byCode.get(code)?.unit === YES_OR_NO
    return isYesOrNo ? quantity(Number(value), YES_OR_NO) : `${format.number(Number(value), decimalsOf(value))} ${unitOf(code)}`
  }
  return { nameOf, unitOf, figureOf, definitions: data?.items ?? ([] as readonly Definition[]), relations: data?.relations ?? [] }
}
