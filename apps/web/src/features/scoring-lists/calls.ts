import type { Certificate } from '@jiju/scoring/contract/certificates'
import type { DraftList, ListEntry, ListShifts, PublicList, ScoringList } from '@jiju/scoring/contract/lists'
import type { DecideObjection, Objection, OwnObjection, PlaceObjection } from '@jiju/scoring/contract/objections'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const byId = (id: string) => ({ params: { path: { id } } })
const seen = (version: number, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })

type EntryFilter = { stage?: string | undefined; tier?: string | undefined; words?: string | undefined }
const entryQuery = ({ stage, tier, words }: EntryFilter, cursor: string | undefined) => ({
  limit: 100,
  ...(stage && { stage }),
  ...(tier && { tier: Number(tier) }),
  ...(words && { words }),
  ...(cursor && { cursor }),
})

export async function listPublicLists(cursor: string | undefined, signal: AbortSignal): Promise<Page<PublicList>> {
  return await answer(api.GET('/api/v1/scoring/public-lists', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

export const publicListOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'public-list', id],
    queryFn: async (): Promise<PublicList> => await answer(api.GET('/api/v1/scoring/public-lists/{id}', byId(id))),
    staleTime: 0,
  })

export async function listEntries(
  list: { id: string; isPublic: boolean },
  filter: EntryFilter,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<ListEntry>> {
  const params = { path: { id: list.id }, query: entryQuery(filter, cursor) }
  return list.isPublic
    ? await answer(api.GET('/api/v1/scoring/public-lists/{id}/entries', { params, signal }))
    : await answer(api.GET('/api/v1/scoring/lists/{id}/entries', { params, signal }))
}

export const shiftsOptions = (id: string, isPublic: boolean) =>
  queryOptions({
    queryKey: ['scoring', 'shifts', id, isPublic],
    queryFn: async (): Promise<ListShifts> =>
      isPublic
        ? await answer(api.GET('/api/v1/scoring/public-lists/{id}/shifts', byId(id)))
        : await answer(api.GET('/api/v1/scoring/lists/{id}/shifts', byId(id))),
    staleTime: 0,
  })

export async function placeObjection({ id, body }: { id: string; body: PlaceObjection }, headers: Attempt) {
  return await answer(api.POST('/api/v1/scoring/public-lists/{id}/objections', { ...byId(id), body, headers }))
}

export async function openObjection({ code }: { code: string }): Promise<OwnObjection> {
  return await answer(api.POST('/api/v1/scoring/public-objections/open', { body: { code } }))
}

export const addPaperByCode = ({ code, file }: { code: string; file: File }, headers: Attempt) =>
  upload<OwnObjection>('/api/v1/scoring/public-objections/open/files', file, { headers, fields: { code } })

export const addPaper = ({ id, file }: { id: string; file: File }, headers: Attempt) =>
  upload<OwnObjection>(`/api/v1/scoring/own-objections/${id}/files`, file, { headers })

export const ownObjectionOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'own-objection', id],
    queryFn: async (): Promise<OwnObjection> => await answer(api.GET('/api/v1/scoring/own-objections/{id}', byId(id))),
    staleTime: 0,
  })

export async function listLists(cursor: string | undefined, signal: AbortSignal): Promise<Page<ScoringList>> {
  return await answer(api.GET('/api/v1/scoring/lists', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

export const listOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'list', id],
    queryFn: async (): Promise<ScoringList> => await answer(api.GET('/api/v1/scoring/lists/{id}', byId(id))),
    staleTime: 0,
  })

export async function saveDraft(
  { list, body }: { list: Pick<ScoringList, 'id' | 'version'> | null; body: DraftList },
  headers: Attempt,
): Promise<ScoringList> {
  return list
    ? await answer(api.PUT('/api/v1/scoring/lists/{id}', { ...byId(list.id), body, headers: seen(list.version, headers) }))
    : await answer(api.POST('/api/v1/scoring/lists', { body, headers }))
}

export type ListAct = 'approve' | 'announce' | 'recalculate' | 'finalise'

export async function actOnList({ list, act }: { list: ScoringList; act: ListAct }, headers: Attempt): Promise<ScoringList> {
  return await answer(api.POST(`/api/v1/scoring/lists/{id}/${act}`, { ...byId(list.id), headers: seen(list.version, headers) }))
}

/** A run that corrects the one under a list, over the facts as they stand now. */
export async function startCorrection({ list, reason }: { list: ScoringList; reason: string }, headers: Attempt) {
  const body = { modelId: list.model.id, period: list.run.period, purpose: 'official', corrects: list.run.id, reason } as const
  return await answer(api.POST('/api/v1/scoring/runs', { body, headers }))
}

export async function supplementList({ list, reason }: { list: ScoringList; reason: string }, headers: Attempt): Promise<ScoringList> {
  return await answer(api.POST('/api/v1/scoring/lists/{id}/supplement', { ...byId(list.id), body: { reason }, headers }))
}

export async function withdrawList({ list, reason }: { list: ScoringList; reason: string }, headers: Attempt): Promise<ScoringList> {
  return await answer(
    api.POST('/api/v1/scoring/lists/{id}/withdraw', { ...byId(list.id), body: { reason }, headers: seen(list.version, headers) }),
  )
}

export async function listObjections(listId: string, cursor: string | undefined, signal: AbortSignal): Promise<Page<Objection>> {
  return await answer(api.GET('/api/v1/scoring/objections', { params: { query: { listId, ...(cursor && { cursor }) } }, signal }))
}

export async function takeObjection({ objection }: { objection: Objection }, headers: Attempt): Promise<Objection> {
  return await answer(
    api.POST('/api/v1/scoring/objections/{id}/take', { ...byId(objection.id), headers: seen(objection.version, headers) }),
  )
}

export async function decideObjection(
  { objection, body }: { objection: Objection; body: DecideObjection },
  headers: Attempt,
): Promise<Objection> {
  return await answer(
    api.POST('/api/v1/scoring/objections/{id}/decide', { ...byId(objection.id), body, headers: seen(objection.version, headers) }),
  )
}

export async function listOwnCertificates(cursor: string | undefined, signal: AbortSignal): Promise<Page<Certificate>> {
  return await answer(api.GET('/api/v1/scoring/certificates', { params: { query: { limit: 20, ...(cursor && { cursor }) } }, signal }))
}

export async function listOwnObjections(cursor: string | undefined, signal: AbortSignal): Promise<Page<OwnObjection>> {
  return await answer(api.GET('/api/v1/scoring/own-objections', { params: { query: { limit: 20, ...(cursor && { cursor }) } }, signal }))
}

export async function issueCertificate({ runId }: { runId: string }, headers: Attempt): Promise<Certificate> {
  return await answer(api.POST('/api/v1/scoring/certificates', { body: { runId }, headers }))
}
