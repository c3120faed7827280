import type { ModelMistake, ScoringModel, ScoringModelSummary } from '@jiju/scoring/contract/models'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
type Document = Record<string, unknown>
const byId = (id: string) => ({ params: { path: { id } } })
const seen = (version: number, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })

export async function listModels(cursor: string | undefined, signal: AbortSignal): Promise<Page<ScoringModelSummary>> {
  return await answer(api.GET('/api/v1/scoring/models', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

/** Models to choose from: the newest two hundred versions that are not retired, published ones first. */
export const modelsOptions = queryOptions({
  queryKey: ['scoring', 'models', 'choice'],
  queryFn: async (): Promise<ScoringModelSummary[]> => {
    const { items } = await answer(api.GET('/api/v1/scoring/models', { params: { query: { limit: 200 } } }))
    const published = items.filter(({ state }) => state === 'published')
    return [...published, ...items.filter(({ state }) => state === 'draft')]
  },
  staleTime: 0,
})

export const shippedOptions = queryOptions({
  queryKey: ['scoring', 'models', 'shipped'],
  queryFn: async () => await answer(api.GET('/api/v1/scoring/shipped-models')),
  staleTime: 0,
})

export const modelOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'model', id],
    queryFn: async (): Promise<ScoringModel> => await answer(api.GET('/api/v1/scoring/models/{id}', byId(id))),
    staleTime: 0,
  })

export async function createModel(
  body: { shipped: string } | { copyOf: string; modelVersion: string },
  headers: Attempt,
): Promise<ScoringModel> {
  return await answer(api.POST('/api/v1/scoring/models', { body, headers }))
}

export async function saveModel(
  { model, document }: { model: Pick<ScoringModel, 'id' | 'version'>; document: Document },
  headers: Attempt,
): Promise<ScoringModel> {
  return await answer(
    api.PUT('/api/v1/scoring/models/{id}', { ...byId(model.id), body: { document }, headers: seen(model.version, headers) }),
  )
}

export async function checkModel({ document }: { document: Document }): Promise<ModelMistake[]> {
  return (await answer(api.POST('/api/v1/scoring/models/check', { body: { document } }))).items
}

export async function actOnModel(
  { model, act }: { model: Pick<ScoringModel, 'id' | 'version'>; act: 'publish' | 'retire' },
  headers: Attempt,
): Promise<ScoringModel> {
  return await answer(api.POST(`/api/v1/scoring/models/{id}/${act}`, { ...byId(model.id), headers: seen(model.version, headers) }))
}

export const differencesOptions = (id: string, older: string) =>
  queryOptions({
    queryKey: ['scoring', 'model-differences', id, older],
    queryFn: async () =>
      await answer(api.GET('/api/v1/scoring/models/{id}/differences', { params: { path: { id }, query: { with: older } } })),
    staleTime: 0,
  })
