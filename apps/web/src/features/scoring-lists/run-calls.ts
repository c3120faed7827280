import type { RunRobustness } from '@jiju/scoring/contract/robustness'
import type { RunCoverage, RunGrounds, RunMovers, RunSummary } from '@jiju/scoring/contract/run-desk'
import type { RunOutlook } from '@jiju/scoring/contract/run-outlook'
import type { RunScore, ScoringRun } from '@jiju/scoring/contract/runs'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
const byId = (id: string) => ({ params: { path: { id } } })

export async function listRuns(cursor: string | undefined, signal: AbortSignal): Promise<Page<ScoringRun>> {
  return await answer(api.GET('/api/v1/scoring/runs', { params: { query: { ...(cursor && { cursor }) } }, signal }))
}

/** Official runs that are done and not corrected, newest first: what a list can stand on. */
export const officialRunsOptions = queryOptions({
  queryKey: ['scoring', 'official-runs'],
  queryFn: async (): Promise<ScoringRun[]> => {
    const { items } = await answer(api.GET('/api/v1/scoring/runs', { params: { query: { purpose: 'official', limit: 200 } } }))
    const corrected = new Set(items.filter(({ state }) => state !== 'failed').map(({ corrects }) => corrects?.id))
    return items.filter(({ id, state }) => state === 'done' && !corrected.has(id))
  },
  staleTime: 0,
})

const isUnderWay = (work: Pick<ScoringRun, 'state'> | undefined) => work?.state === 'queued' || work?.state === 'running'

export const runOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'run', id],
    queryFn: async (): Promise<ScoringRun> => await answer(api.GET('/api/v1/scoring/runs/{id}', byId(id))),
    staleTime: 0,
    refetchInterval: (query) => (isUnderWay(query.state.data) ? 1500 : false),
  })

export const coverageOptions = (modelId: string, period: string) =>
  queryOptions({
    queryKey: ['scoring', 'coverage', modelId, period],
    queryFn: async (): Promise<RunCoverage> =>
      await answer(api.GET('/api/v1/scoring/run-coverage', { params: { query: { modelId, period } } })),
    staleTime: 0,
  })

export const outlookOptions = (modelId: string, period: string) =>
  queryOptions({
    queryKey: ['scoring', 'outlook', modelId, period],
    queryFn: async (): Promise<RunOutlook> =>
      await answer(api.GET('/api/v1/scoring/run-outlook', { params: { query: { modelId, period } } })),
    staleTime: 0,
  })

export async function startRun(
  body: { modelId: string; period: string; purpose: 'official' | 'trial'; corrects?: string; reason?: string },
  headers: Attempt,
): Promise<ScoringRun> {
  return await answer(api.POST('/api/v1/scoring/runs', { body, headers }))
}

export async function cancelRun(id: string, headers: Attempt): Promise<ScoringRun> {
  return await answer(api.POST('/api/v1/scoring/runs/{id}/cancel', { ...byId(id), headers }))
}

export async function measureAgain(id: string, headers: Attempt): Promise<RunRobustness> {
  return await answer(api.POST('/api/v1/scoring/runs/{id}/robustness', { ...byId(id), headers }))
}

export async function cancelRobustness(id: string, headers: Attempt): Promise<RunRobustness> {
  return await answer(api.POST('/api/v1/scoring/runs/{id}/robustness/cancel', { ...byId(id), headers }))
}

export const groundsOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'run-grounds', id],
    queryFn: async (): Promise<RunGrounds> => await answer(api.GET('/api/v1/scoring/runs/{id}/grounds', byId(id))),
  })

export const summaryOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'run-summary', id],
    queryFn: async (): Promise<RunSummary> => await answer(api.GET('/api/v1/scoring/runs/{id}/summary', byId(id))),
  })

export const moversOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'run-movers', id],
    queryFn: async (): Promise<RunMovers> => await answer(api.GET('/api/v1/scoring/runs/{id}/movers', byId(id))),
  })

export const robustnessOptions = (id: string) =>
  queryOptions({
    queryKey: ['scoring', 'run-robustness', id],
    queryFn: async (): Promise<RunRobustness> => await answer(api.GET('/api/v1/scoring/runs/{id}/robustness', byId(id))),
    retry: false,
    refetchInterval: (query) => (isUnderWay(query.state.data) ? 2500 : false),
  })

export async function listScores(
  id: string,
  filter: { stage: string; status: string; words: string },
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<RunScore>> {
  const { stage, status, words } = filter
  const query = {
    ...(stage && { stage }),
    ...(status && { status: status as RunScore['status'] }),
    ...(words && { words }),
    ...(cursor && { cursor }),
  }
  return await answer(api.GET('/api/v1/scoring/runs/{id}/scores', { params: { path: { id }, query }, signal }))
}
