import type { EnterprisePoints, OpenEnterprise, WhiteList } from '@jiju/scoring/contract/credit'
import type {
  CultivationFile,
  CultivationOverview,
  EnterpriseLadder,
  LadderPlace,
  Recognise,
  RecordVisit,
} from '@jiju/scoring/contract/cultivation'
import type {
  ClauseEvaluation,
  EvaluationChoices,
  FiscalEvaluation,
  SupportImport,
  SupportPayment,
} from '@jiju/scoring/contract/evaluation'
import type { AnswerNeed, OwnTalent, RegisterNeed } from '@jiju/scoring/contract/talent'
import type { TalentDeskNeed, TalentDeskServiceList } from '@jiju/scoring/contract/talent-desk'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const at = (cursor: string | undefined) => (cursor ? { cursor } : {})
const said = (words: string | undefined) => (words ? { words } : {})

export async function listOpenEnterprises(words: string | undefined, cursor?: string): Promise<Page<OpenEnterprise>> {
  return await answer(api.GET('/api/v1/scoring/credit/enterprises', { params: { query: { ...at(cursor), ...said(words) } } }))
}

/** Every answer is a read that the enterprise sees: it is asked for once, not again on focus. */
const READ_ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: false,
} as const

export const pointsOptions = (enterpriseId: string) =>
  queryOptions({
    queryKey: ['credit', enterpriseId],
    queryFn: async (): Promise<EnterprisePoints> =>
      await answer(api.GET('/api/v1/scoring/credit/enterprises/{enterpriseId}', { params: { path: { enterpriseId } } })),
    ...READ_ONCE,
  })

export async function readWhiteList(code: string): Promise<WhiteList> {
  return await answer(api.GET('/api/v1/scoring/credit/white-lists/{code}', { params: { path: { code } } }))
}

export const overviewOptions = queryOptions({
  queryKey: ['cultivation', 'overview'],
  queryFn: async (): Promise<CultivationOverview> => await answer(api.GET('/api/v1/scoring/cultivation')),
})

type PlaceFilter = { next?: string | undefined; list?: string | undefined; q?: string | undefined }

export async function listPlaces({ next, list, q }: PlaceFilter, cursor?: string): Promise<Page<LadderPlace>> {
  const query = { ...at(cursor), ...said(q), ...(next ? { next } : {}), ...(list ? { list } : {}) }
  return await answer(api.GET('/api/v1/scoring/cultivation/enterprises', { params: { query } }))
}

export const fileOptions = (enterpriseId: string) =>
  queryOptions({
    queryKey: ['cultivation', enterpriseId],
    queryFn: async (): Promise<CultivationFile> =>
      await answer(api.GET('/api/v1/scoring/cultivation/enterprises/{enterpriseId}', { params: { path: { enterpriseId } } })),
  })

export const ownLadderOptions = queryOptions({
  queryKey: ['ladder'],
  queryFn: async (): Promise<EnterpriseLadder> => await answer(api.GET('/api/v1/scoring/ladder')),
})

type OnEnterprise<More> = { enterpriseId: string } & More
const FILE = '/api/v1/scoring/cultivation/enterprises/{enterpriseId}'
const path = (enterpriseId: string) => ({ params: { path: { enterpriseId } } })

export async function makeWatchList(body: { name: string; purpose: string }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/cultivation/watch-lists', { body, headers }))
}

export async function watchEnterprise(
  { enterpriseId, listId, reason }: OnEnterprise<{ listId: string; reason: string }>,
  headers: Attempt,
) {
  return await answer(api.PUT(`${FILE}/watch-lists/{listId}`, { params: { path: { enterpriseId, listId } }, body: { reason }, headers }))
}

export async function unwatchEnterprise({ enterpriseId, listId }: OnEnterprise<{ listId: string }>, headers: Attempt) {
  return await answer(api.DELETE(`${FILE}/watch-lists/{listId}`, { params: { path: { enterpriseId, listId } }, headers }))
}

export async function writeNote({ enterpriseId, body }: OnEnterprise<{ body: string }>, headers: Attempt) {
  return await answer(api.POST(`${FILE}/notes`, { ...path(enterpriseId), body: { body }, headers }))
}

export async function recordVisit({ enterpriseId, visit }: OnEnterprise<{ visit: RecordVisit }>, headers: Attempt) {
  return await answer(api.POST(`${FILE}/visits`, { ...path(enterpriseId), body: visit, headers }))
}

export async function finishFollowUp({ enterpriseId, id, result }: OnEnterprise<{ id: string; result: string }>, headers: Attempt) {
  return await answer(api.POST(`${FILE}/visits/{id}/done`, { params: { path: { enterpriseId, id } }, body: { result }, headers }))
}

export async function recogniseStep({ enterpriseId, recognition }: OnEnterprise<{ recognition: Recognise }>, headers: Attempt) {
  return await answer(api.POST(`${FILE}/recognitions`, { ...path(enterpriseId), body: recognition, headers }))
}

export async function endRecognition({ enterpriseId, id, reason }: OnEnterprise<{ id: string; reason: string }>, headers: Attempt) {
  return await answer(api.POST(`${FILE}/recognitions/{id}/end`, { params: { path: { enterpriseId, id } }, body: { reason }, headers }))
}

export const choicesOptions = queryOptions({
  queryKey: ['evaluation', 'choices'],
  queryFn: async (): Promise<EvaluationChoices> => await answer(api.GET('/api/v1/scoring/evaluation/choices')),
})

export type EvaluationQuery = {
  clause: string
  outcome: EvaluationChoices['outcomes'][number]['code']
  start: number
  scale: 'level' | 'log'
  match: ClauseEvaluation['match']
}

export const evaluationOptions = (query: EvaluationQuery) =>
  queryOptions({
    queryKey: ['evaluation', query],
    queryFn: async (): Promise<ClauseEvaluation> => await answer(api.GET('/api/v1/scoring/evaluation', { params: { query } })),
    staleTime: 300_000,
  })

export const moneyOptions = queryOptions({
  queryKey: ['evaluation', 'money'],
  queryFn: async (): Promise<FiscalEvaluation> => await answer(api.GET('/api/v1/scoring/evaluation/money')),
  staleTime: 300_000,
})

export async function listSupport(cursor?: string): Promise<Page<SupportPayment>> {
  return await answer(api.GET('/api/v1/scoring/support', { params: { query: at(cursor) } }))
}

export const importSupport = ({ file }: { file: File }, headers: Attempt): Promise<SupportImport> =>
  upload('/api/v1/scoring/support/imports', file, { headers })

export const supportTemplateUrl = '/api/v1/scoring/support/template'

export async function withdrawSupport({ id, reason }: { id: string; reason: string }, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/scoring/support/{id}/withdraw', { params: { path: { id } }, body: { reason }, headers }))
}

export const talentOptions = queryOptions({
  queryKey: ['talent'],
  queryFn: async (): Promise<OwnTalent> => await answer(api.GET('/api/v1/scoring/talent')),
})

export async function registerNeed(body: RegisterNeed, headers: Attempt): Promise<OwnTalent> {
  return await answer(api.POST('/api/v1/scoring/talent/needs', { body, headers }))
}

export async function closeNeed({ id }: { id: string }, headers: Attempt): Promise<OwnTalent> {
  return await answer(api.POST('/api/v1/scoring/talent/needs/{id}/close', { params: { path: { id } }, headers }))
}

export type DeskFilter = { state?: 'closed' | 'all' | undefined; answered?: 'yes' | 'no' | undefined; q?: string | undefined }

export async function listDeskNeeds({ state, answered, q }: DeskFilter, cursor?: string): Promise<Page<TalentDeskNeed>> {
  const query = { ...at(cursor), ...said(q), ...(state && { state }), ...(answered && { answered }) }
  return await answer(api.GET('/api/v1/scoring/talent/desk/needs', { params: { query } }))
}

export const deskServicesOptions = queryOptions({
  queryKey: ['talent', 'desk', 'services'],
  queryFn: async (): Promise<TalentDeskServiceList> => await answer(api.GET('/api/v1/scoring/talent/desk/services')),
})

export async function answerNeed({ id, body }: { id: string; body: AnswerNeed }, headers: Attempt): Promise<void> {
  await answer(api.PUT('/api/v1/scoring/talent/exchange/needs/{id}/answer', { params: { path: { id } }, body, headers }))
}
