import type { VoucherClaim, VoucherClaimSummary, VoucherSample, VoucherSampleSummary } from '@jiju/orders/contract/voucher-claims'
import type {
  CreateVoucherProgramme,
  ListProvider,
  RelatedParty,
  VoucherProgramme,
  WriteVoucherRules,
} from '@jiju/orders/contract/voucher-programmes'
import type { PreviewVouchers, Voucher } from '@jiju/orders/contract/vouchers'
import type { ApplicantKind, Finding, PaperKind, Relation } from '@jiju/orders/core/vouchers/vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }

export const vouchersKey = ['orders', 'vouchers'] as const
const byId = (id: string) => ({ params: { path: { id } } })
const ofClaim = (voucherId: string) => ({ params: { path: { voucherId } } })
const seen = (version: number, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })

export const previewOptions = (body: PreviewVouchers) =>
  queryOptions({
    queryKey: [...vouchersKey, 'preview', body],
    queryFn: async ({ signal }) => await answer(api.POST('/api/v1/orders/voucher-previews', { body, signal })),
  })

export const orderVoucherOptions = (orderId: string, version: number) =>
  queryOptions({
    queryKey: [...vouchersKey, 'order', orderId, version],
    queryFn: async () => await answer(api.GET('/api/v1/orders/orders/{id}/voucher', byId(orderId))),
  })

export const accountsOptions = (year: number | undefined) =>
  queryOptions({
    queryKey: [...vouchersKey, 'accounts', year ?? 'now'],
    queryFn: async () =>
      await answer(api.GET('/api/v1/orders/voucher-accounts', { params: { query: year === undefined ? {} : { year } } })),
  })

export type VoucherQuery = { state?: Voucher['state'] | undefined; year?: number | undefined }
export async function listVouchers(wanted: VoucherQuery, cursor: string | undefined, signal: AbortSignal): Promise<Page<Voucher>> {
  const query = { ...(wanted.state && { state: wanted.state }), ...(wanted.year && { year: wanted.year }), ...(cursor && { cursor }) }
  return await answer(api.GET('/api/v1/orders/vouchers', { params: { query }, signal }))
}

export type ClaimQuery = { state?: VoucherClaimSummary['state'] | undefined; month?: string | undefined; providerId?: string | undefined }
const claimQuery = ({ state, month, providerId }: ClaimQuery) => ({
  ...(state && { state }),
  ...(month && { month }),
  ...(providerId && { providerId }),
})
export async function listClaims(wanted: ClaimQuery, cursor: string | undefined, signal: AbortSignal): Promise<Page<VoucherClaimSummary>> {
  return await answer(
    api.GET('/api/v1/orders/voucher-claims', { params: { query: { ...claimQuery(wanted), ...(cursor && { cursor }) } }, signal }),
  )
}

export const claimSumsOptions = queryOptions({
  queryKey: [...vouchersKey, 'claim-sums'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-claim-sums')),
})

/** Where the list of claims is downloaded as a workbook. */
export const claimsFile = ({ month, providerId }: ClaimQuery): string =>
  `/api/v1/orders/voucher-claims.xlsx?${new URLSearchParams({ ...(month && { month }), ...(providerId && { providerId }) })}`

export const claimOptions = (voucherId: string) =>
  queryOptions({
    queryKey: [...vouchersKey, 'claim', voucherId],
    queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-claims/{voucherId}', ofClaim(voucherId))),
    staleTime: 0,
  })

type ClaimInput = { claim: VoucherClaim; act: 'ask_more' | 'accept' | 'reject' | 'supply'; words: string }
export async function actOnClaim({ claim, act, words }: ClaimInput, attempt: Attempt): Promise<VoucherClaim> {
  const headers = seen(claim.version, attempt)
  const at = ofClaim(claim.voucherId)
  const said = words.trim()
  const body = said ? { words: said } : {}
  if (act === 'ask_more')
    return await answer(api.POST('/api/v1/orders/voucher-claims/{voucherId}/ask-more', { ...at, body: { words: said }, headers }))
  if (act === 'reject')
    return await answer(api.POST('/api/v1/orders/voucher-claims/{voucherId}/reject', { ...at, body: { reason: said }, headers }))
  if (act === 'accept') return await answer(api.POST('/api/v1/orders/voucher-claims/{voucherId}/accept', { ...at, body, headers }))
  return await answer(api.POST('/api/v1/orders/voucher-claims/{voucherId}/supply', { ...at, body, headers }))
}

export const addPaper = ({ voucherId, kind, file }: { voucherId: string; kind: PaperKind; file: File }, headers: Attempt) =>
  upload<VoucherClaim>(`/api/v1/orders/voucher-claims/${voucherId}/papers?kind=${kind}`, file, { headers })

export const programmesOptions = queryOptions({
  queryKey: [...vouchersKey, 'programmes'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-programmes')),
})

export const programmeOptions = (id: string) =>
  queryOptions({
    queryKey: [...vouchersKey, 'programme', id],
    queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-programmes/{id}', byId(id))),
    staleTime: 0,
  })

export async function createProgramme(body: CreateVoucherProgramme, headers: Attempt): Promise<VoucherProgramme> {
  return await answer(api.POST('/api/v1/orders/voucher-programmes', { body, headers }))
}

export async function writeRules({ id, body }: { id: string; body: WriteVoucherRules }, headers: Attempt): Promise<VoucherProgramme> {
  return await answer(api.POST('/api/v1/orders/voucher-programmes/{id}/rules', { ...byId(id), body, headers }))
}

type Programme = Pick<VoucherProgramme, 'id' | 'version'>
export async function setBudget(
  { programme, budget }: { programme: Programme; budget: string },
  headers: Attempt,
): Promise<VoucherProgramme> {
  return await answer(
    api.PUT('/api/v1/orders/voucher-programmes/{id}/budget', {
      ...byId(programme.id),
      body: { budget },
      headers: seen(programme.version, headers),
    }),
  )
}

export async function setOpen(
  { programme, isOpen }: { programme: Programme; isOpen: boolean },
  headers: Attempt,
): Promise<VoucherProgramme> {
  return await answer(
    api.PUT('/api/v1/orders/voucher-programmes/{id}/open', {
      ...byId(programme.id),
      body: { isOpen },
      headers: seen(programme.version, headers),
    }),
  )
}

export async function listProvider({ id, body }: { id: string; body: ListProvider }, headers: Attempt): Promise<VoucherProgramme> {
  return await answer(api.POST('/api/v1/orders/voucher-programmes/{id}/providers', { ...byId(id), body, headers }))
}

export async function endListing(
  { id, listingId, to }: { id: string; listingId: string; to: string },
  headers: Attempt,
): Promise<VoucherProgramme> {
  return await answer(
    api.POST('/api/v1/orders/voucher-programmes/{id}/providers/{listingId}/end', {
      params: { path: { id, listingId } },
      body: { to },
      headers,
    }),
  )
}

export type Found = { id: string; name: string; kind: string; district: string | null }
export async function findOrganisations(q: string, kind: 'enterprise' | 'provider' | undefined, signal: AbortSignal): Promise<Found[]> {
  const found = await answer(api.GET('/api/v1/orders/voucher-organisations', { params: { query: { q, ...(kind && { kind }) } }, signal }))
  return found.items
}

export const applicantsOptions = queryOptions({
  queryKey: [...vouchersKey, 'applicants'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-applicants')),
})

type ApplicantNote = { organisationId: string; kind: ApplicantKind; source: string }
export async function noteApplicant({ organisationId, ...body }: ApplicantNote, headers: Attempt): Promise<unknown> {
  return await answer(
    api.PUT('/api/v1/orders/voucher-applicants/{organisationId}', { params: { path: { organisationId } }, body, headers }),
  )
}

export async function listRelated(q: string, cursor: string | undefined, signal: AbortSignal): Promise<Page<RelatedParty>> {
  const query = { state: 'all' as const, ...(q && { q }), ...(cursor && { cursor }) }
  return await answer(api.GET('/api/v1/orders/related-parties', { params: { query }, signal }))
}

type RelationNote = { organisationId: string; relatedId: string; relation: Relation; source: string }
export async function noteRelated(body: RelationNote, headers: Attempt): Promise<RelatedParty> {
  return await answer(api.POST('/api/v1/orders/related-parties', { body, headers }))
}

export async function endRelated({ id, reason }: { id: string; reason: string }, headers: Attempt): Promise<RelatedParty> {
  return await answer(api.POST('/api/v1/orders/related-parties/{id}/end', { ...byId(id), body: { reason }, headers }))
}

export async function listSamples(cursor: string | undefined, signal: AbortSignal): Promise<Page<VoucherSampleSummary>> {
  return await answer(api.GET('/api/v1/orders/voucher-samples', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

export const sampleOptions = (id: string) =>
  queryOptions({
    queryKey: [...vouchersKey, 'sample', id],
    queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-samples/{id}', byId(id))),
    staleTime: 0,
  })

type Draw = { programmeId: string; monthFrom: string; monthTo: string; sharePercent: number; seed: string }
export async function drawSample(body: Draw, headers: Attempt): Promise<VoucherSample> {
  return await answer(api.POST('/api/v1/orders/voucher-samples', { body, headers }))
}

type FindingInput = { id: string; position: number; finding: Exclude<Finding, 'open'>; words: string }
export async function noteFinding({ id, position, finding, words }: FindingInput, headers: Attempt): Promise<VoucherSample> {
  const body = { finding, ...(words.trim() && { words: words.trim() }) }
  return await answer(
    api.PUT('/api/v1/orders/voucher-samples/{id}/items/{position}', { params: { path: { id, position } }, body, headers }),
  )
}
