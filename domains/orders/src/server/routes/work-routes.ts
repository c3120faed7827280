import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { languageOf } from '@jiju/platform/http/problem-texts'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrderParams } from '../../contract/orders.ts'
import {
  ActOnTask,
  AddTask,
  ArrangeTask,
  ListTaskPlans,
  ListTasks,
  OrderWork,
  PlannedTasks,
  PlanPreview,
  PlanTask,
  Task,
  TaskList,
  TaskParams,
  WorkCounts,
  WorkMeans,
} from '../../contract/work.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import { CLOSED_TASK_STATES, TASK_ACTS, type TaskAct } from '../../core/work/task-machine.ts'
import { TASK_STATES, type TaskState } from '../../core/work/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { findOrder } from '../sql/service-orders.ts'
import { listPlannedTasks, listPlanResources } from '../sql/work/plans.ts'
import { countOpenInvestigations } from '../sql/work/results.ts'
import { countLostPlans, countTasks, listMeans, listTasks, listWorkers, type TaskRow } from '../sql/work/tasks.ts'
import { actOnTask } from '../work/act-on-task.ts'
import { addTask, arrangeTask } from '../work/arrange-task.ts'
import { getTask } from '../work/get-task.ts'
import { planTask, unplanTask } from '../work/plan-task.ts'
import { presentTask, presentTaskSummary } from '../work/present-task.ts'
import { previewPlan } from '../work/preview-plan.ts'
import { readOrderWork } from '../work/read-order-work.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']
const Cursor = z.tuple([z.string().max(10), z.uuid()])
const closed: readonly TaskState[] = CLOSED_TASK_STATES

const ACT_SUMMARIES: Readonly<Record<TaskAct, string>> = {
  start: 'Start a task; the first begins the work on the order',
  complete: 'All results of a task are entered',
  check: 'Agree to the results of a task as a second person',
  send_back: 'Send a task back to whoever works on it, with the reason',
  reopen: 'Work on a checked task once more, with the reason',
  void: 'Give a task up, with the reason',
}
const ACT_ACCESS: Readonly<Partial<Record<TaskAct, string>>> = {
  check: 'orders.task.check',
  send_back: 'orders.task.check',
  reopen: 'orders.task.decide',
  void: 'orders.task.decide',
}

/** Tasks of a provider: who does what, when, on what. */
export async function workRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })
  const seen = (request: FastifyRequest & { params: { id: string } }) => ({
    ...by(request),
    taskId: request.params.id,
    version: expectedVersion(request),
  })
  const changed = async (tx: Parameters<typeof presentTask>[0], row: TaskRow, readerId: string) => ({
    status: 200,
    body: await presentTask(tx, row, readerId),
    headers: { etag: versionTag(row.version) },
  })

  app.get(
    '/orders/:id/work',
    {
      schema: {
        operationId: 'getOrderWork',
        tags,
        summary: 'Items of an order with their tasks and, when they are out, their results',
        params: OrderParams,
        response: { 200: OrderWork, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      const side = order && sideOf(actorOf(request), order)
      if (!order || !side) throw new Refusal(ORDER_MISSING)
      return readOrderWork(db, order, side, request.server.now())
    },
  )

  app.post(
    '/orders/:id/tasks',
    {
      schema: {
        operationId: 'addTask',
        tags,
        summary: 'Add a task for an item of an order in work (Idempotency-Key)',
        params: OrderParams,
        body: AddTask,
        response: { 201: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const row = await addTask(tx, command, { ...by(request), orderId: request.params.id }, request.body)
        return { ...(await changed(tx, row, actorOf(request).userId)), status: 201 }
      }),
  )

  app.get(
    '/tasks',
    {
      schema: {
        operationId: 'listTasks',
        tags,
        summary: 'Tasks of the own provider, what is due first first',
        querystring: ListTasks,
        response: { 200: TaskList, ...problemResponses },
      },
      config: { access: 'orders.task.read' },
    },
    async (request) => {
      const { state, mine, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listTasks(db, {
        providerId: organisationOf(request),
        states: state === 'open' ? TASK_STATES.filter((one) => !closed.includes(one)) : [state],
        assigneeId: mine ? actorOf(request).userId : undefined,
        after: after && { due: after[0], id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentTaskSummary, (row) => [row.due_day ?? 'infinity', row.id])
    },
  )

  app.get(
    '/task-counts',
    {
      schema: {
        operationId: 'countTasks',
        tags,
        summary: 'How many tasks stand where',
        response: { 200: WorkCounts, ...problemResponses },
      },
      config: { access: 'orders.task.read' },
    },
    async (request) => {
      const { providerId, personId } = by(request)
      const counts = await countTasks(db, { providerId, personId, today: localDayOf(request.server.now(), ORDER_ZONE) })
      const sum = (key: 'mine_today' | 'late' | 'to_check') => counts.reduce((total, row) => total + row[key], 0)
      return {
        states: counts.map(({ state, count }) => ({ state, count })),
        mineToday: sum('mine_today'),
        late: sum('late'),
        toCheck: sum('to_check'),
        lostPlans: await countLostPlans(db, providerId),
        openInvestigations: await countOpenInvestigations(db, providerId),
      }
    },
  )

  app.get(
    '/task-plans',
    {
      schema: {
        operationId: 'listTaskPlans',
        tags,
        summary: 'What is planned in a window, with persons and instruments',
        querystring: ListTaskPlans,
        response: { 200: PlannedTasks, ...problemResponses },
      },
      config: { access: 'orders.task.read' },
    },
    async (request) => {
      const { from, until } = request.query
      const rows = await listPlannedTasks(db, { providerId: organisationOf(request), from: new Date(from), until: new Date(until) })
      const resources = await listPlanResources(
        db,
        rows.map(({ plan_id }) => plan_id),
      )
      return {
        items: rows.map((row) => ({
          planId: row.plan_id,
          taskId: row.task_id,
          title: row.title,
          orderNumber: row.order_number,
          state: row.state,
          personId: row.person_id,
          personName: row.person_name,
          start: row.start.toISOString(),
          end: row.end.toISOString(),
          resources: resources
            .filter(({ plan_id }) => plan_id === row.plan_id)
            .map(({ resource_id, name }) => ({ resourceId: resource_id, name })),
        })),
      }
    },
  )

  app.get(
    '/work-means',
    {
      schema: {
        operationId: 'getWorkMeans',
        tags,
        summary: 'Colleagues and resources that tasks can be planned with',
        response: { 200: WorkMeans, ...problemResponses },
      },
      config: { access: 'orders.task.read' },
    },
    async (request) => {
      const providerId = organisationOf(request)
      return {
        people: await listWorkers(db, providerId),
        resources: (await listMeans(db, providerId)).map(({ id, name, name_en, kind }) => ({ id, name, nameEn: name_en, kind })),
      }
    },
  )

  app.get(
    '/tasks/:id',
    {
      schema: {
        operationId: 'getTask',
        tags,
        summary: 'One task with its plans, results, investigations and history',
        params: TaskParams,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.read' },
    },
    async (request, reply) => {
      const { task } = await getTask(db, { taskId: request.params.id, providerId: organisationOf(request) })
      reply.header('etag', versionTag(task.version))
      return presentTask(db, task, actorOf(request).userId)
    },
  )

  app.put(
    '/tasks/:id',
    {
      schema: {
        operationId: 'arrangeTask',
        tags,
        summary: 'Who does a task, by when, under which conditions (If-Match)',
        params: TaskParams,
        body: ArrangeTask,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(tx, await arrangeTask(tx, command, seen(request), request.body), actorOf(request).userId),
      ),
  )

  app.post(
    '/tasks/:id/plan-preview',
    {
      schema: {
        operationId: 'previewTaskPlan',
        tags,
        summary: 'What a plan would meet: clashes, and the next free times; nothing is kept',
        params: TaskParams,
        body: PlanTask,
        response: { 200: PlanPreview, ...problemResponses },
      },
      config: { access: 'orders.task.read' },
    },
    async (request) => {
      const { providerId, personId } = by(request)
      const wish = { ...request.body, taskId: request.params.id, providerId, readerId: personId }
      return previewPlan(db, needs, wish, { now: request.server.now(), language: languageOf(request.headers['accept-language']) })
    },
  )

  app.post(
    '/tasks/:id/plan',
    {
      schema: {
        operationId: 'planTask',
        tags,
        summary: 'Take person, instruments and rooms for a task, all or none; a plan that was there is given back (If-Match)',
        params: TaskParams,
        body: PlanTask,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(tx, await planTask(tx, command, needs, seen(request), request.body), actorOf(request).userId),
      ),
  )

  app.post(
    '/tasks/:id/unplan',
    {
      schema: {
        operationId: 'unplanTask',
        tags,
        summary: 'Give the time of a task back (If-Match)',
        params: TaskParams,
        body: ActOnTask,
        response: { 200: Task, ...problemResponses },
      },
      config: { access: 'orders.task.work' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) =>
        changed(tx, await unplanTask(tx, command, needs, seen(request), request.body.reason ?? null), actorOf(request).userId),
      ),
  )

  for (const act of TASK_ACTS)
    app.post(
      `/tasks/:id/${act.replaceAll('_', '-')}`,
      {
        schema: {
          operationId: `${act.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Task`,
          tags,
          summary: `${ACT_SUMMARIES[act]} (If-Match)`,
          params: TaskParams,
          body: ActOnTask,
          response: { 200: Task, ...problemResponses },
        },
        config: { access: ACT_ACCESS[act] ?? 'orders.task.work' },
      },
      async (request, reply) =>
        runCommand(db, request, reply, async (tx, command) =>
          changed(tx, await actOnTask(tx, command, seen(request), act, request.body), actorOf(request).userId),
        ),
    )
}
