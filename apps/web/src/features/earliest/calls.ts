import type { EarliestAnswer } from '@jiju/orders/contract/earliest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** Conditions of the address, as text. */
export type Need = {
  readonly q?: string | undefined
  readonly standard?: string | undefined
  readonly sampleKind?: string | undefined
  readonly quantity?: string | undefined
  readonly ready?: string | undefined
  readonly deadline?: string | undefined
  readonly district?: string | undefined
  readonly schemes?: string | undefined
  readonly transport?: string | undefined
  readonly services?: string | undefined
}

export const SCHEMES = ['cma', 'cnas', 'glp'] as const
type Scheme = (typeof SCHEMES)[number]

export const schemesOf = (need: Need): Scheme[] => SCHEMES.filter((scheme) => need.schemes?.split(',').includes(scheme))
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
const countOf = (text: string | undefined, most: number) =>
  text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : undefined

/** What is not a day or a count is not asked for. */
function queryOf(need: Need) {
  const quantity = countOf(need.quantity, 10_000)
  const transportDays = countOf(need.transport, 30)
  const schemes = schemesOf(need)
  const services = need.services?.split(',').filter((id) => id.length === 36) ?? []
  return {
    ...(need.q && { q: need.q.slice(0, 200) }),
    ...(need.standard && need.standard.length > 1 && { standard: need.standard.slice(0, 60) }),
    ...(quantity && { quantity }),
    ...(transportDays !== undefined && { transportDays }),
    ...(isDay(need.ready) && { readyDay: need.ready }),
    ...(isDay(need.deadline) && { deadline: need.deadline }),
    ...(need.district && { district: need.district }),
    ...(schemes.length > 0 && { scheme: schemes }),
    ...(services.length > 0 && { service: services }),
  }
}

/** Who is signed in decides the price, so it belongs to the key. */
export const earliestOptions = (need: Need, organisationId: string | null) =>
  queryOptions({
    queryKey: ['earliest', queryOf(need), organisationId],
    queryFn: async ({ signal }): Promise<EarliestAnswer> =>
      await answer(api.GET('/api/v1/orders/earliest', { params: { query: queryOf(need) }, signal })),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  })
