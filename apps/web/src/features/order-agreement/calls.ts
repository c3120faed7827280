import type { AgreementRuleView, SetAgreementRule } from '@jiju/orders/contract/agreement-rules'
import type { Agreement, AgreementParticulars, ProposeChange } from '@jiju/orders/contract/agreements'
import type { Amendments, ProposeAmendment } from '@jiju/orders/contract/amendments'
import type { EditTerms, QuotedTerms, Terms, WriteTerms } from '@jiju/orders/contract/terms'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
const byId = (id: string) => ({ params: { path: { id } } })
const byNumber = (id: string, number: number) => ({ params: { path: { id, number } } })
const seen = (version: number, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })

export const agreementOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'agreement', orderId],
    queryFn: async (): Promise<Agreement> => await answer(api.GET('/api/v1/orders/orders/{id}/agreement', byId(orderId))),
    staleTime: 0,
  })

export async function acceptAgreement({ id, contentSha256 }: { id: string; contentSha256: string }, headers: Attempt): Promise<Agreement> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/agreement/accept', { ...byId(id), body: { contentSha256 }, headers }))
}

export async function proposeChange({ id, body }: { id: string; body: ProposeChange }, headers: Attempt): Promise<Agreement> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/agreement/changes', { ...byId(id), body, headers }))
}

export async function answerChange(
  { id, number, how }: { id: string; number: number; how: 'accept' | 'refuse' | 'withdraw' },
  headers: Attempt,
): Promise<Agreement> {
  return await answer(api.POST(`/api/v1/orders/orders/{id}/agreement/changes/{number}/${how}`, { ...byNumber(id, number), headers }))
}

export async function writeParticulars(
  { id, version, body }: { id: string; version: number; body: AgreementParticulars },
  headers: Attempt,
): Promise<Agreement> {
  return await answer(api.PUT('/api/v1/orders/orders/{id}/agreement/particulars', { ...byId(id), body, headers: seen(version, headers) }))
}

export async function chooseTerms(
  { id, version, termsIds }: { id: string; version: number; termsIds: string[] },
  headers: Attempt,
): Promise<Agreement> {
  return await answer(
    api.PUT('/api/v1/orders/orders/{id}/agreement/terms', { ...byId(id), body: { termsIds }, headers: seen(version, headers) }),
  )
}

export const amendmentsOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'amendments', orderId],
    queryFn: async (): Promise<Amendments> => await answer(api.GET('/api/v1/orders/orders/{id}/amendments', byId(orderId))),
    staleTime: 0,
  })

export async function proposeAmendment({ id, body }: { id: string; body: ProposeAmendment }, headers: Attempt): Promise<Amendments> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/amendments', { ...byId(id), body, headers }))
}

export async function answerAmendment(
  { id, number, how, words }: { id: string; number: number; how: 'sign' | 'refuse' | 'withdraw'; words: string },
  headers: Attempt,
): Promise<Amendments> {
  if (how === 'refuse')
    return await answer(
      api.POST('/api/v1/orders/orders/{id}/amendments/{number}/refuse', { ...byNumber(id, number), body: { words }, headers }),
    )
  return await answer(api.POST(`/api/v1/orders/orders/{id}/amendments/{number}/${how}`, { ...byNumber(id, number), headers }))
}

export const termsOptions = queryOptions({
  queryKey: ['orders', 'terms'],
  queryFn: async (): Promise<{ items: Terms[] }> => await answer(api.GET('/api/v1/orders/terms')),
})

export const agreementRuleOptions = queryOptions({
  queryKey: ['orders', 'agreement-rule'],
  queryFn: async (): Promise<AgreementRuleView> => await answer(api.GET('/api/v1/orders/agreement-rule')),
})

export async function setAgreementRule(
  { version, body }: { version: number; body: SetAgreementRule },
  headers: Attempt,
): Promise<AgreementRuleView> {
  return await answer(api.PUT('/api/v1/orders/agreement-rule', { body, headers: seen(version, headers) }))
}

export const quoteTermsOptions = (quoteId: string) =>
  queryOptions({
    queryKey: ['orders', 'quote-terms', quoteId],
    queryFn: async (): Promise<{ items: QuotedTerms[] }> => await answer(api.GET('/api/v1/orders/quotes/{id}/terms', byId(quoteId))),
  })

export async function saveTerms({ terms, body }: { terms: Terms | null; body: WriteTerms }, headers: Attempt): Promise<Terms> {
  if (!terms) return await answer(api.POST('/api/v1/orders/terms', { body, headers }))
  const edited: EditTerms = { name: body.name, clauses: body.clauses }
  return await answer(api.PUT('/api/v1/orders/terms/{id}', { ...byId(terms.id), body: edited, headers: seen(terms.version, headers) }))
}

export async function actOnTerms(
  { terms, act }: { terms: Terms; act: 'publish' | 'retire' | 'revise' | 'default' },
  headers: Attempt,
): Promise<Terms> {
  return await answer(api.POST(`/api/v1/orders/terms/{id}/${act}`, { ...byId(terms.id), headers: seen(terms.version, headers) }))
}
