import type {
  ASSESSED_PARTS,
  AssessedUse,
  Assessment,
  AssessmentPatterns,
  AssessmentStatement,
  DistrictAssessment,
  EditStatement,
  NationalReport,
  UnmetDemand,
} from '@jiju/booking/contract/assessment'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
export type Period = { readonly from: string; readonly to: string }
export type Scope = 'all' | 'national'
export type Part = (typeof ASSESSED_PARTS)[number]

const STALE_MS = 300_000

export const assessmentOptions = (query: Period & { scope: Scope }) =>
  queryOptions({
    queryKey: ['assessment', query],
    queryFn: async (): Promise<Assessment> => await answer(api.GET('/api/v1/booking/assessment', { params: { query } })),
    staleTime: STALE_MS,
  })

export const patternsOptions = (query: Period & { step: 'week' | 'month'; resourceId?: string }) =>
  queryOptions({
    queryKey: ['assessment', 'patterns', query],
    queryFn: async (): Promise<AssessmentPatterns> => await answer(api.GET('/api/v1/booking/assessment/patterns', { params: { query } })),
    staleTime: STALE_MS,
  })

export const districtOptions = (query: Period & { scope: Scope }) =>
  queryOptions({
    queryKey: ['assessment', 'district', query],
    queryFn: async (): Promise<DistrictAssessment> => await answer(api.GET('/api/v1/booking/district-assessment', { params: { query } })),
    staleTime: STALE_MS,
  })

export const demandOptions = (query: Period) =>
  queryOptions({
    queryKey: ['assessment', 'demand', query],
    queryFn: async (): Promise<UnmetDemand> => await answer(api.GET('/api/v1/booking/unmet-demand', { params: { query } })),
    staleTime: STALE_MS,
  })

export const reportOptions = (query: Period & { type: '6' | '7' }) =>
  queryOptions({
    queryKey: ['assessment', 'report', query],
    queryFn: async (): Promise<NationalReport> =>
      await answer(api.GET('/api/v1/booking/assessment/national-messages', { params: { query } })),
    staleTime: STALE_MS,
  })

export async function listAssessedUses(
  query: Period & { resourceId: string; part: Part },
  cursor?: string,
): Promise<{ items: AssessedUse[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/booking/assessment/uses', { params: { query: { ...query, ...(cursor ? { cursor } : {}) } } }))
}

export async function renewDistrict({ year }: { year: number }, headers: Attempt): Promise<{ askedAt: string }> {
  return await answer(api.POST('/api/v1/booking/district-assessment/renewal', { body: { year }, headers }))
}

/** What is stated of one instrument in a year. */
export const statementsOptions = (query: { year: number; resourceId: string }) =>
  queryOptions({
    queryKey: ['assessment', 'statements', query],
    queryFn: async (): Promise<AssessmentStatement[]> =>
      (await answer(api.GET('/api/v1/booking/assessment/statements', { params: { query } }))).items,
    staleTime: 0,
  })

export async function saveStatement(
  { year, field, version, body }: { year: number; field: string; version: number; body: EditStatement },
  headers: Attempt,
): Promise<AssessmentStatement> {
  return await answer(
    api.PUT('/api/v1/booking/assessment/statements/{year}/{field}', {
      params: { path: { year, field } },
      body,
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

/** Where a file of the assessment is downloaded. */
export function fileAddress(file: 'assessment.xlsx' | 'assessment/national-messages.xml', query: Record<string, string>): string {
  return `/api/v1/booking/${file}?${new URLSearchParams(query)}`
}
