import type { SearchAnswer } from '@jiju/catalog/contract/search'
import type {
  DeclineEnquiry,
  Enquiry,
  EnquirySummary,
  FindFits,
  FittingProvider,
  InboxEnquiry,
  ListEnquiries,
  ListInbox,
  OverdueEnquiry,
  PlaceEnquiry,
  ProviderFacts,
  TakeEnquiry,
} from '@jiju/orders/contract/enquiries'
import type { Order } from '@jiju/orders/contract/orders'
import type { AcceptQuote, OfferQuote, Quote, QuoteComparison, WithdrawQuote } from '@jiju/orders/contract/quotes'
import type { VoucherAccount, VoucherOffer } from '@jiju/orders/contract/vouchers'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const pageOf = (cursor: string | undefined) => ({ limit: 50, ...(cursor ? { cursor } : {}) })

export const enquiryKey = ['enquiries'] as const

export async function listEnquiries(
  state: ListEnquiries['state'],
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<EnquirySummary>> {
  return await answer(api.GET('/api/v1/orders/enquiries', { params: { query: { state, ...pageOf(cursor) } }, signal }))
}

export async function listInbox(show: ListInbox['show'], cursor: string | undefined, signal: AbortSignal): Promise<Page<InboxEnquiry>> {
  return await answer(api.GET('/api/v1/orders/enquiry-inbox', { params: { query: { show, ...pageOf(cursor) } }, signal }))
}

export async function listOverdue(cursor: string | undefined, signal: AbortSignal): Promise<Page<OverdueEnquiry>> {
  return await answer(api.GET('/api/v1/orders/overdue-enquiries', { params: { query: pageOf(cursor) }, signal }))
}

export const inboxCountsOptions = queryOptions({
  queryKey: [...enquiryKey, 'counts'],
  queryFn: async (): Promise<{
    waiting: number
    late: number
    nextAnswerUntil: string | null
    unread: number
    facts: ProviderFacts | null
  }> => await answer(api.GET('/api/v1/orders/enquiry-inbox/counts', {})),
  staleTime: 15_000,
})

export const enquiryOptions = (id: string) =>
  queryOptions({
    queryKey: [...enquiryKey, 'one', id],
    queryFn: async (): Promise<Enquiry> => await answer(api.GET('/api/v1/orders/enquiries/{id}', { params: { path: { id } } })),
    staleTime: 0,
  })

export const comparisonOptions = (id: string) =>
  queryOptions({
    queryKey: [...enquiryKey, 'comparison', id],
    queryFn: async (): Promise<QuoteComparison> =>
      await answer(api.GET('/api/v1/orders/enquiries/{id}/comparison', { params: { path: { id } } })),
    staleTime: 0,
  })

/** The programme that pays most of a quote; null when none does. */
export const voucherOptions = (quote: Quote, purpose: Enquiry['purpose'], isEnabled: boolean) =>
  queryOptions({
    queryKey: [...enquiryKey, 'voucher', quote.id],
    queryFn: async (): Promise<VoucherOffer | null> => {
      const lines = quote.lines.map(({ kind, serviceId, amount }) => ({ kind, serviceId, amount }))
      const body = { providerId: quote.providerId, purpose, lines }
      const { items } = await answer<{ items: VoucherOffer[] }>(api.POST('/api/v1/orders/voucher-previews', { body }))
      const eligible = items.filter((offer) => offer.isEligible).sort((a, b) => Number(b.amount) - Number(a.amount))
      return eligible[0] ?? null
    },
    enabled: isEnabled,
    staleTime: 0,
    retry: false,
  })

/** Programmes that the own organisation may use this year, for a need at a price. */
export const programmesOptions = (isEnabled: boolean) =>
  queryOptions({
    queryKey: [...enquiryKey, 'programmes'],
    queryFn: async (): Promise<VoucherAccount[]> => {
      const { items } = await answer<{ items: VoucherAccount[] }>(api.GET('/api/v1/orders/voucher-accounts', { params: { query: {} } }))
      return items.filter(({ isOpen, isEligible }) => isOpen && isEligible)
    },
    enabled: isEnabled,
    retry: false,
  })

export const fitsOptions = (items: FindFits['items'], isEnabled: boolean) =>
  queryOptions({
    queryKey: [...enquiryKey, 'fits', items],
    queryFn: async (): Promise<FittingProvider[]> =>
      (await answer<{ items: FittingProvider[] }>(api.POST('/api/v1/orders/enquiry-fits', { body: { items } }))).items,
    enabled: isEnabled,
    placeholderData: (before) => before,
    staleTime: 30_000,
  })

const SERVICE_KINDS = ['testing_service', 'technical_service', 'glp_study', 'pilot_line', 'computing', 'data_set'] as const

/** Published services that the words find. */
export async function findServices(q: string, signal: AbortSignal): Promise<SearchAnswer['items']> {
  const query = { q, kind: [...SERVICE_KINDS], limit: 10 }
  return (await answer<SearchAnswer>(api.GET('/api/v1/catalog/search', { params: { query }, signal }))).items
}

/** Published services of an institution, for the lines of its quotes. */
export const ownServicesOptions = (providerId: string) =>
  queryOptions({
    queryKey: [...enquiryKey, 'own-services', providerId],
    queryFn: async (): Promise<{ id: string; name: string }[]> => {
      const query = { provider: [providerId], kind: [...SERVICE_KINDS], limit: 100 }
      const { items } = await answer<SearchAnswer>(api.GET('/api/v1/catalog/search', { params: { query } }))
      return items.map(({ id, nameZh, nameEn }) => ({ id, name: nameZh ?? nameEn ?? '' }))
    },
    enabled: providerId !== '',
    staleTime: 300_000,
  })

export async function placeEnquiry(body: PlaceEnquiry, headers: Attempt): Promise<Enquiry> {
  return await answer(api.POST('/api/v1/orders/enquiries', { body, headers }))
}

export async function withdrawEnquiry({ id }: { id: string }, headers: Attempt): Promise<Enquiry> {
  return await answer(api.POST('/api/v1/orders/enquiries/{id}/withdraw', { params: { path: { id } }, headers }))
}

export async function askMore({ id, providerIds }: { id: string; providerIds: string[] }, headers: Attempt): Promise<Enquiry> {
  return await answer(api.POST('/api/v1/orders/enquiries/{id}/providers', { params: { path: { id } }, body: { providerIds }, headers }))
}

export async function declineEnquiry({ id, body }: { id: string; body: DeclineEnquiry }, headers: Attempt): Promise<Enquiry> {
  return await answer(api.POST('/api/v1/orders/enquiries/{id}/decline', { params: { path: { id } }, body, headers }))
}

export async function offerQuote({ id, body }: { id: string; body: OfferQuote }, headers: Attempt): Promise<Enquiry> {
  return await answer(api.POST('/api/v1/orders/enquiries/{id}/quotes', { params: { path: { id } }, body, headers }))
}

export async function withdrawQuote({ id, body }: { id: string; body: WithdrawQuote }, headers: Attempt): Promise<Enquiry> {
  return await answer(api.POST('/api/v1/orders/quotes/{id}/withdraw', { params: { path: { id } }, body, headers }))
}

export async function acceptQuote({ id, body }: { id: string; body: AcceptQuote }, headers: Attempt): Promise<Order> {
  return await answer(api.POST('/api/v1/orders/quotes/{id}/accept', { params: { path: { id } }, body, headers }))
}

export async function takeEnquiry({ id, body }: { id: string; body: TakeEnquiry }, headers: Attempt): Promise<Order> {
  return await answer(api.POST('/api/v1/orders/enquiries/{id}/take', { params: { path: { id } }, body, headers }))
}

export async function remindProvider({ id, providerId }: { id: string; providerId: string }, headers: Attempt): Promise<unknown> {
  return await answer(
    api.POST('/api/v1/orders/overdue-enquiries/{id}/providers/{providerId}/remind', { params: { path: { id, providerId } }, headers }),
  )
}
