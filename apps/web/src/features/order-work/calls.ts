import type {
  ArrangeTask,
  ChangeResult,
  CloseInvestigation,
  EnterResults,
  ImportedResults,
  OrderWork,
  PlanPreview,
  PlanTask,
  RecordInstrument,
  Task as TaskShape,
  TaskSummary,
} from '@jiju/orders/contract/work'
import type { TaskAct } from '@jiju/orders/core/work/task-machine'
import type { TaskState } from '@jiju/orders/core/work/vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
export type Task = TaskShape
type Seen = Pick<Task, 'id' | 'version'>
const byId = (id: string) => ({ path: { id } })
const withVersion = (headers: Attempt, { version }: Seen) => ({ ...headers, 'If-Match': `"${version}"` })

export const orderWorkOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'work', orderId],
    queryFn: async (): Promise<OrderWork> => await answer(api.GET('/api/v1/orders/orders/{id}/work', { params: byId(orderId) })),
    staleTime: 0,
  })

export async function listTasks(
  filter: { state: TaskState | 'open'; mine: boolean },
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: TaskSummary[]; nextCursor: string | null }> {
  const query = { state: filter.state, mine: String(filter.mine), ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/orders/tasks', { params: { query }, signal }))
}

export const taskCountsOptions = queryOptions({
  queryKey: ['tasks', 'counts'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/task-counts')),
})

export const taskOptions = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: async (): Promise<Task> => await answer(api.GET('/api/v1/orders/tasks/{id}', { params: byId(id) })),
    staleTime: 0,
  })

export const workMeansOptions = queryOptions({
  queryKey: ['tasks', 'means'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/work-means')),
  staleTime: 60_000,
})

export const taskPlansOptions = (from: string, until: string) =>
  queryOptions({
    queryKey: ['tasks', 'plans', from, until],
    queryFn: async () => await answer(api.GET('/api/v1/orders/task-plans', { params: { query: { from, until } } })),
  })

export const planPreviewOptions = (taskId: string, wish: PlanTask | null) =>
  queryOptions({
    queryKey: ['tasks', 'preview', taskId, wish],
    queryFn: async (): Promise<PlanPreview> =>
      await answer(api.POST('/api/v1/orders/tasks/{id}/plan-preview', { params: byId(taskId), body: wish as PlanTask })),
    enabled: wish !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

const ACT_PATHS = {
  start: 'start',
  complete: 'complete',
  check: 'check',
  send_back: 'send-back',
  reopen: 'reopen',
  void: 'void',
} as const satisfies Record<TaskAct, string>

export async function actOnTask(
  { task, act, body }: { task: Seen; act: TaskAct; body: { reason?: string; overdueReason?: string } },
  headers: Attempt,
): Promise<Task> {
  return await answer(
    api.POST(`/api/v1/orders/tasks/{id}/${ACT_PATHS[act]}`, { params: byId(task.id), body, headers: withVersion(headers, task) }),
  )
}

export async function arrangeTask({ task, body }: { task: Seen; body: ArrangeTask }, headers: Attempt): Promise<Task> {
  return await answer(api.PUT('/api/v1/orders/tasks/{id}', { params: byId(task.id), body, headers: withVersion(headers, task) }))
}

export async function planTask({ task, body }: { task: Seen; body: PlanTask }, headers: Attempt): Promise<Task> {
  return await answer(api.POST('/api/v1/orders/tasks/{id}/plan', { params: byId(task.id), body, headers: withVersion(headers, task) }))
}

export async function unplanTask({ task, reason }: { task: Seen; reason?: string }, headers: Attempt): Promise<Task> {
  const body = reason ? { reason } : {}
  return await answer(api.POST('/api/v1/orders/tasks/{id}/unplan', { params: byId(task.id), body, headers: withVersion(headers, task) }))
}

export async function enterResults({ task, body }: { task: Seen; body: EnterResults }, headers: Attempt): Promise<Task> {
  return await answer(api.POST('/api/v1/orders/tasks/{id}/results', { params: byId(task.id), body, headers: withVersion(headers, task) }))
}

export async function changeResult(
  { task, resultId, body }: { task: Seen; resultId: string; body: ChangeResult },
  headers: Attempt,
): Promise<Task> {
  const params = { path: { id: task.id, resultId } }
  return await answer(api.PUT('/api/v1/orders/tasks/{id}/results/{resultId}', { params, body, headers: withVersion(headers, task) }))
}

export async function importResults({ task, file }: { task: Seen; file: File }, headers: Attempt): Promise<ImportedResults> {
  return await upload(`/api/v1/orders/tasks/${task.id}/results-file`, file, { headers: withVersion(headers, task) })
}

export async function recordInstrument({ task, body }: { task: Seen; body: RecordInstrument }, headers: Attempt): Promise<Task> {
  return await answer(
    api.POST('/api/v1/orders/tasks/{id}/instruments', { params: byId(task.id), body, headers: withVersion(headers, task) }),
  )
}

export async function closeInvestigation({ id, body }: { id: string; body: CloseInvestigation }, headers: Attempt): Promise<Task> {
  return await answer(api.POST('/api/v1/orders/investigations/{id}/close', { params: byId(id), body, headers }))
}
