import type {
  ArchiveItem,
  Inspection,
  OpenStudy,
  Study,
  StudySummary,
  WriteInspection,
  WriteStudyPlan,
} from '@jiju/orders/contract/studies'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Seen = Pick<Study, 'id' | 'version'>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const ofStudy = (study: Seen, headers: Attempt) => ({
  params: { path: { id: study.id } },
  headers: { ...headers, 'If-Match': `"${study.version}"` },
})

export const studyOptions = (id: string) =>
  queryOptions({
    queryKey: ['studies', 'one', id],
    queryFn: async (): Promise<Study> => await answer(api.GET('/api/v1/orders/studies/{id}', { params: { path: { id } } })),
    staleTime: 0,
  })

export async function listStudies(cursor: string | undefined, signal: AbortSignal): Promise<Page<StudySummary>> {
  return await answer(api.GET('/api/v1/orders/studies', { params: { query: cursor ? { cursor } : {} }, signal }))
}

export async function listInspections(cursor: string | undefined, signal: AbortSignal): Promise<Page<Inspection>> {
  return await answer(api.GET('/api/v1/orders/inspections', { params: { query: cursor ? { cursor } : {} }, signal }))
}

export const colleaguesOptions = queryOptions({
  queryKey: ['studies', 'colleagues'],
  queryFn: async () => (await answer(api.GET('/api/v1/orders/work-means'))).people,
  staleTime: 60_000,
})

export async function openStudy({ orderId, body }: { orderId: string; body: OpenStudy }, headers: Attempt): Promise<Study> {
  return await answer(api.POST('/api/v1/orders/orders/{id}/study', { params: { path: { id: orderId } }, body, headers }))
}

export async function writeStudyPlan({ study, body }: { study: Seen; body: WriteStudyPlan }, headers: Attempt): Promise<Study> {
  return await answer(api.PUT('/api/v1/orders/studies/{id}/plan', { ...ofStudy(study, headers), body }))
}

/** Acts that need no more than being done, by the person whose duty it is. */
export type StudyStep = 'sign' | 'sponsor-sign' | 'complete' | 'finalise' | 'archive'
export async function stepStudy({ study, step }: { study: Seen; step: StudyStep }, headers: Attempt): Promise<Study> {
  return await answer(api.POST(`/api/v1/orders/studies/{id}/${step}`, { ...ofStudy(study, headers), body: {} }))
}

export async function giveStatement({ study, words }: { study: Seen; words: string }, headers: Attempt): Promise<Study> {
  return await answer(api.POST('/api/v1/orders/studies/{id}/statement', { ...ofStudy(study, headers), body: { words } }))
}

export async function stopStudy({ study, words }: { study: Seen; words: string }, headers: Attempt): Promise<Study> {
  return await answer(api.POST('/api/v1/orders/studies/{id}/stop', { ...ofStudy(study, headers), body: { reason: words } }))
}

export async function recordPhase(
  { study, phaseId, body }: { study: Seen; phaseId: string; body: { begunOn: string | null; endedOn: string | null } },
  headers: Attempt,
): Promise<Study> {
  const of = ofStudy(study, headers)
  const params = { path: { id: study.id, partId: phaseId } }
  return await answer(api.PUT('/api/v1/orders/studies/{id}/phases/{partId}', { ...of, params, body }))
}

export async function reportDeviation(
  { study, body }: { study: Seen; body: { happenedOn: string; words: string } },
  headers: Attempt,
): Promise<Study> {
  return await answer(api.POST('/api/v1/orders/studies/{id}/deviations', { ...ofStudy(study, headers), body }))
}

export async function judgeDeviation(
  { study, deviationId, body }: { study: Seen; deviationId: string; body: { impact: string; measure: string } },
  headers: Attempt,
): Promise<Study> {
  const params = { path: { id: study.id, partId: deviationId } }
  return await answer(api.POST('/api/v1/orders/studies/{id}/deviations/{partId}/judge', { ...ofStudy(study, headers), params, body }))
}

export async function archiveItem({ study, body }: { study: Seen; body: ArchiveItem }, headers: Attempt): Promise<Study> {
  return await answer(api.POST('/api/v1/orders/studies/{id}/archive-items', { ...ofStudy(study, headers), body }))
}

export async function writeInspection({ body }: { body: WriteInspection }, headers: Attempt): Promise<Inspection> {
  return await answer(api.POST('/api/v1/orders/inspections', { body, headers }))
}

export async function seeInspection({ id, as }: { id: string; as: 'management' | 'director' }, headers: Attempt): Promise<Inspection> {
  return await answer(api.POST('/api/v1/orders/inspections/{id}/see', { params: { path: { id } }, body: { as }, headers }))
}

export async function closeInspection({ id, action }: { id: string; action: string }, headers: Attempt): Promise<Inspection> {
  return await answer(api.POST('/api/v1/orders/inspections/{id}/close', { params: { path: { id } }, body: { action }, headers }))
}
