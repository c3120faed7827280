import type { paths } from '@jiju/api-client/schema'
import type { NegativeEventKindList, NegativeEventOfEnterprise } from '@jiju/scoring/contract/fact-events'
import type { FactImport, FactImportDetail, FactImportIssue } from '@jiju/scoring/contract/fact-imports'
import type { EditFactDefinition, FactDefinitionDetail, SetFactLimits, SetFactRelation } from '@jiju/scoring/contract/fact-rules'
import type {
  EditEnterprise,
  EnterpriseFacts,
  FactConflict,
  FactCoverage,
  FactReport,
  OwnFacts,
  RegisteredEnterprise,
} from '@jiju/scoring/contract/facts'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor && { cursor }) })
const byId = (id: string) => ({ params: { path: { id } } })
const seen = (version: number, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })

export type Coverage = z.infer<typeof FactCoverage>

export const coverageOptions = (period: string) =>
  queryOptions({
    queryKey: ['facts', 'coverage', period],
    queryFn: async (): Promise<Coverage> => await answer(api.GET('/api/v1/scoring/fact-coverage', { params: { query: { period } } })),
  })

type Missing = { id: string; creditCode: string; name: string; lacksConsent: boolean }
export async function listMissing(code: string, period: string, cursor: string | undefined): Promise<Page<Missing>> {
  return await answer(
    api.GET('/api/v1/scoring/fact-coverage/{code}/missing', { params: { path: { code }, query: { period, ...paged(cursor) } } }),
  )
}

export async function listImports(cursor: string | undefined): Promise<Page<FactImport>> {
  return await answer(api.GET('/api/v1/scoring/fact-imports', { params: { query: paged(cursor) } }))
}

/** Looks again while the machine is at it. */
export const importOptions = (id: string) =>
  queryOptions({
    queryKey: ['facts', 'import', id],
    queryFn: async (): Promise<z.infer<typeof FactImportDetail>> => await answer(api.GET('/api/v1/scoring/fact-imports/{id}', byId(id))),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 1500 : false),
  })

export const isWorking = ({ state, mode }: FactImport) => state === 'uploaded' || (state === 'checked' && mode !== null)

export type Shown = 'all' | 'mistakes' | 'questions'
export async function listIssues(id: string, show: Shown, cursor: string | undefined): Promise<Page<FactImportIssue>> {
  return await answer(api.GET('/api/v1/scoring/fact-imports/{id}/issues', { params: { path: { id }, query: { show, ...paged(cursor) } } }))
}

export async function applyImport({ id, mode }: { id: string; mode: 'good_rows' | 'all_or_nothing' }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/fact-imports/{id}/apply', { ...byId(id), body: { mode }, headers }))
}

export async function cancelImport({ id }: { id: string }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/fact-imports/{id}/cancel', { ...byId(id), headers }))
}

export async function acceptQuestions({ id, ...body }: { id: string; positions: number[] | null; reason: string }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/fact-imports/{id}/accept', { ...byId(id), body, headers }))
}

export async function listEnterprises(
  words: string | undefined,
  cursor: string | undefined,
): Promise<Page<RegisteredEnterprise> & { total: number; optedOut: number }> {
  return await answer(api.GET('/api/v1/scoring/enterprises', { params: { query: { ...(words && { words }), ...paged(cursor) } } }))
}

export const enterpriseOptions = (id: string) =>
  queryOptions({
    queryKey: ['facts', 'enterprise', id],
    queryFn: async (): Promise<z.infer<typeof EnterpriseFacts>> => await answer(api.GET('/api/v1/scoring/enterprises/{id}', byId(id))),
  })

type EnterpriseForm = z.infer<typeof EditEnterprise>
export async function registerEnterprise(body: Omit<EnterpriseForm, 'isOptedOut'> & { creditCode: string }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/enterprises', { body, headers }))
}
export async function editEnterprise({ id, version, body }: { id: string; version: number; body: EnterpriseForm }, headers: Attempt) {
  return await answer(api.PUT('/api/v1/scoring/enterprises/{id}', { ...byId(id), body, headers: seen(version, headers) }))
}

type Correction = {
  factCode: string
  period: string
  source: Source
  replaces: string | null
  value: string
  reason: string
  document?: string
  isConfirmed: boolean
}
type Source = FactConflict['statements'][number]['source']
export async function correctFact({ id, body }: { id: string; body: Correction }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/enterprises/{id}/corrections', { ...byId(id), body, headers }))
}

type Choice = { factCode: string; period: string; source: Source | null; reason: string; replaces: string | null }
export async function chooseSource({ id, body }: { id: string; body: Choice }, headers: Attempt) {
  await answer(api.POST('/api/v1/scoring/enterprises/{id}/choices', { ...byId(id), body, headers }))
}

export type EventFilter = { code?: string | undefined; state?: string | undefined; expired?: string | undefined; q?: string | undefined }
type EventQuery = NonNullable<paths['/api/v1/scoring/events']['get']['parameters']['query']>
export async function listEvents(filter: EventFilter, cursor: string | undefined): Promise<Page<NegativeEventOfEnterprise>> {
  const { code, state, expired, q } = filter
  const query = {
    ...paged(cursor),
    ...(code && { code }),
    ...(state && { state: state as NonNullable<EventQuery['state']> }),
    ...(expired && { expired: expired as NonNullable<EventQuery['expired']> }),
    ...(q && { words: q }),
  }
  return await answer(api.GET('/api/v1/scoring/events', { params: { query } }))
}
export const eventKindsOptions = queryOptions({
  queryKey: ['facts', 'event-kinds'],
  queryFn: async (): Promise<z.infer<typeof NegativeEventKindList>> => await answer(api.GET('/api/v1/scoring/event-kinds')),
})
type NewEvent = { code: string; occurredOn: string; repairedOn: string | null; source: Source; document: string }
export async function recordEvent({ id, body }: { id: string; body: NewEvent }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/enterprises/{id}/events', { ...byId(id), body, headers }))
}
export async function repairEvent({ id, ...body }: { id: string; repairedOn: string; reason: string }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/events/{id}/repair', { ...byId(id), body, headers }))
}
export async function endEvent({ id, reason }: { id: string; reason: string }, headers: Attempt) {
  await answer(api.POST('/api/v1/scoring/events/{id}/end', { ...byId(id), body: { reason }, headers }))
}
export async function recordConsent(
  { id, body }: { id: string; body: { document: string; validFrom: string; validUntil: string } },
  headers: Attempt,
) {
  await answer(api.POST('/api/v1/scoring/enterprises/{id}/consents', { ...byId(id), body, headers }))
}
export async function revokeConsent({ id, reason }: { id: string; reason: string }, headers: Attempt) {
  await answer(api.POST('/api/v1/scoring/paper-consents/{id}/revoke', { ...byId(id), body: { reason }, headers }))
}

type ConflictFilter = { factCode?: string | undefined; show?: 'open' | 'all' | undefined; least?: number | undefined }
export async function listConflicts(filter: ConflictFilter, cursor: string | undefined): Promise<Page<FactConflict>> {
  const { factCode, show, least } = filter
  const query = { ...paged(cursor), ...(factCode && { factCode }), ...(show && { show }), ...(least && { leastPercent: least }) }
  return await answer(api.GET('/api/v1/scoring/fact-conflicts', { params: { query } }))
}

export async function listReports(cursor: string | undefined): Promise<Page<FactReport>> {
  return await answer(api.GET('/api/v1/scoring/fact-reports', { params: { query: paged(cursor) } }))
}
export async function decideReport({ id, ...body }: { id: string; isAccepted: boolean; reason: string | null }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/fact-reports/{id}/decide', { ...byId(id), body, headers }))
}
export const evidenceUrl = (id: string) => `/api/v1/scoring/fact-reports/${id}/evidence`
export const rejectedUrl = (id: string) => `/api/v1/scoring/fact-imports/${id}/rejected`
export const templateUrl = (what: string) => `/api/v1/scoring/fact-templates/${what}`

export const definitionOptions = (code: string) =>
  queryOptions({
    queryKey: ['facts', 'definition', code],
    queryFn: async (): Promise<z.infer<typeof FactDefinitionDetail>> =>
      await answer(api.GET('/api/v1/scoring/fact-definitions/{code}', { params: { path: { code } } })),
  })
type DefinitionForm = z.infer<typeof EditFactDefinition>
export async function editDefinition({ code, version, body }: { code: string; version: number; body: DefinitionForm }, headers: Attempt) {
  return await answer(
    api.PUT('/api/v1/scoring/fact-definitions/{code}', { params: { path: { code } }, body, headers: seen(version, headers) }),
  )
}
type LimitsForm = z.infer<typeof SetFactLimits>
export async function setLimits({ code, body }: { code: string; body: LimitsForm }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/fact-definitions/{code}/limits', { params: { path: { code } }, body, headers }))
}
type RelationForm = z.infer<typeof SetFactRelation>
export async function setRelation(body: RelationForm, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/fact-relations', { body, headers }))
}

export const ownFactsOptions = queryOptions({
  queryKey: ['facts', 'own'],
  queryFn: async (): Promise<z.infer<typeof OwnFacts>> => await answer(api.GET('/api/v1/scoring/own/facts')),
})
export async function withdrawReport({ id }: { id: string }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/own/reports/{id}/withdraw', { ...byId(id), headers }))
}
