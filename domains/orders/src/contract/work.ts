import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { TASK_ACTS } from '../core/work/task-machine.ts'
import { CALIBRATION_STATES, CAUSES, PLAN_STATES, TASK_KINDS, TASK_STATES, VERDICTS } from '../core/work/vocabulary.ts'

export const TaskParams = z.object({ id: z.uuid() })
const instant = z.iso.datetime()
const words = (max: number) => z.string().trim().min(1).max(max)
const decimal = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,20}(\.\d{1,10})?$/)
  .describe('Decimal, such as "0.10"')

/** The time of a task: who, when, on what. */
export const TaskPlan = z
  .object({
    id: z.uuid(),
    state: z.enum(PLAN_STATES).describe('`lost`: the booking was taken away; plan anew'),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    takesPerson: z.boolean().describe('The person is needed the whole time'),
    start: instant,
    end: instant,
    endReason: z.string().nullable(),
    resources: z.array(
      z.object({
        resourceId: z.uuid(),
        name: z.string(),
        reservationId: z.uuid(),
        reservationNumber: z.string(),
      }),
    ),
  })
  .meta({ id: 'TaskPlan' })
export type TaskPlan = z.infer<typeof TaskPlan>

const entry = {
  parameter: z.string(),
  sampleLabel: z.string(),
  value: z.string(),
  unit: z.string(),
  limitLow: z.string().nullable(),
  limitHigh: z.string().nullable(),
  limitWords: z.string(),
  basis: z.string().describe('What it is judged by'),
  verdict: z.enum(VERDICTS),
  isWithdrawn: z.boolean(),
  source: z.enum(['form', 'import']),
  reason: z.string().nullable().describe('Why it was changed; null for the first entry'),
  enteredByName: z.string(),
  enteredAt: instant,
}

/** One figure as it stands, with everything that it was before, newest first. */
export const TaskResult = z
  .object({
    id: z.uuid(),
    position: z.int(),
    revision: z.int(),
    ...entry,
    earlier: z.array(z.object({ revision: z.int(), ...entry })),
  })
  .meta({ id: 'TaskResult' })
export type TaskResult = z.infer<typeof TaskResult>

const Investigation = z
  .object({
    id: z.uuid(),
    taskId: z.uuid(),
    resultId: z.uuid(),
    parameter: z.string(),
    value: z.string(),
    state: z.enum(['open', 'closed']),
    openedByName: z.string(),
    openedAt: instant,
    cause: z.enum(CAUSES).nullable(),
    findings: z.string().nullable(),
    conclusion: z.string().nullable(),
    isRetestAllowed: z.boolean().nullable(),
    closedByName: z.string().nullable(),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'Investigation' })

const UsedInstrument = z
  .object({
    id: z.uuid(),
    resourceId: z.uuid(),
    name: z.string(),
    usedOn: z.iso.date(),
    calibrationState: z.enum(CALIBRATION_STATES).describe('On the day of use'),
    calibrationDueOn: z.iso.date().nullable(),
    certificateNo: z.string().nullable(),
    reason: z.string().nullable().describe('Why it was used although overdue'),
    recordedByName: z.string(),
  })
  .meta({ id: 'UsedInstrument' })

const taskSummary = {
  id: z.uuid(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  orderItemId: z.uuid(),
  kind: z.enum(TASK_KINDS),
  position: z.int(),
  round: z.int().describe('1, and one more for each test again'),
  title: z.string(),
  method: z.string(),
  state: z.enum(TASK_STATES),
  version: z.int(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  dueDay: z.iso.date().nullable(),
  plannedStart: instant.nullable(),
  plannedEnd: instant.nullable(),
  instrumentNames: z.array(z.string()),
  isPlanLost: z.boolean().describe('Its booking was taken away; plan anew'),
  openInvestigations: z.int(),
}

export const TaskSummary = z.object(taskSummary).meta({ id: 'TaskSummary' })
export type TaskSummary = z.infer<typeof TaskSummary>

const TaskStep = z
  .object({
    act: z.string(),
    from: z.enum(TASK_STATES).nullable(),
    to: z.enum(TASK_STATES),
    personName: z.string().nullable(),
    reason: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'TaskStep' })

export const Task = z
  .object({
    ...taskSummary,
    orderTitle: z.string(),
    orderState: z.string(),
    isWorkable: z.boolean().describe('The order stands so that the task can be worked on'),
    acts: z.array(z.enum(TASK_ACTS)),
    mayCheck: z.boolean().describe('The reader has neither entered nor finished it'),
    conditions: z.string().describe('Conditions of the environment'),
    note: z.string(),
    retestOf: z.uuid().nullable(),
    retestId: z.uuid().nullable().describe('The task that tests it again'),
    voidReason: z.string().nullable(),
    doneByName: z.string().nullable(),
    checkedByName: z.string().nullable(),
    batchId: z.uuid().nullable(),
    plans: z.array(TaskPlan).describe('Newest first'),
    results: z.array(TaskResult),
    investigations: z.array(Investigation),
    instruments: z.array(UsedInstrument),
    steps: z.array(TaskStep),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

export const ListTasks = z.object({
  state: z.enum([...TASK_STATES, 'open']).default('open'),
  mine: z.stringbool().default(false).describe('Assigned to the reader'),
  ...pageQuery,
})
export const TaskList = pageOf(TaskSummary).meta({ id: 'TaskList' })

/** What the client and the provider see of the work on an order: items with their tasks and results. */
export const OrderWork = z
  .object({
    items: z.array(
      z.object({
        itemId: z.uuid(),
        name: z.string(),
        method: z.string(),
        quantity: z.int(),
        subcontractor: z.string().nullable(),
        isAdded: z.boolean(),
        amount: z.string().describe('Yuan, such as "1200.00"'),
        work: z.enum(['test', 'batch', 'access']).nullable(),
        marks: z.array(z.string()).describe('Schemes in whose scope it is today, such as CMA'),
        tasks: z.array(
          z.object({
            id: z.uuid(),
            state: z.enum(TASK_STATES),
            round: z.int(),
            dueDay: z.iso.date().nullable(),
            assigneeName: z.string().nullable(),
            isPlanned: z.boolean(),
            openInvestigations: z.int(),
            batchId: z.uuid().nullable(),
            results: z
              .array(
                z.object({
                  parameter: z.string(),
                  sampleLabel: z.string(),
                  value: z.string(),
                  unit: z.string(),
                  verdict: z.enum(VERDICTS),
                }),
              )
              .describe('Empty for the client until the report is out'),
          }),
        ),
      }),
    ),
    studyId: z.uuid().nullable(),
    mayOpenStudy: z.boolean(),
    done: z.int().describe('Tasks that are checked'),
    total: z.int().describe('Tasks that are not void'),
  })
  .meta({ id: 'OrderWork' })
export type OrderWork = z.infer<typeof OrderWork>

/** Null takes it back. */
export const ArrangeTask = z
  .object({
    assigneeId: z.uuid().nullable().exactOptional(),
    dueDay: z.iso.date().nullable().exactOptional(),
    conditions: z.string().trim().max(1000).exactOptional(),
    note: z.string().trim().max(2000).exactOptional(),
  })
  .meta({ id: 'ArrangeTask' })
export type ArrangeTask = z.infer<typeof ArrangeTask>

/** A further task for an item, such as a preparation or another determination. */
export const AddTask = z
  .object({ orderItemId: z.uuid(), title: words(300), method: z.string().trim().max(1000).default('') })
  .meta({ id: 'AddTask' })
export type AddTask = z.infer<typeof AddTask>

/** What a task takes: instruments, rooms and people's help as the catalogue has them, and a person. */
export const PlanTask = z
  .object({
    start: instant,
    end: instant.describe('Not included'),
    resourceIds: z.array(z.uuid()).max(6).describe('All are taken, or none'),
    personId: z.uuid().nullable(),
    takesPerson: z.boolean().default(true).describe('The person is needed the whole time'),
  })
  .meta({ id: 'PlanTask' })
export type PlanTask = z.infer<typeof PlanTask>

export const PlanPreview = z
  .object({
    isPossible: z.boolean(),
    problems: z.array(z.object({ resourceId: z.uuid().nullable(), code: z.string(), message: z.string() })),
    clashes: z
      .array(z.object({ resourceId: z.uuid().nullable(), name: z.string(), what: z.string(), start: instant, end: instant }))
      .describe('What lies at that time already; a null resource is the person'),
    free: z.array(z.object({ start: instant, end: instant })).describe('The next times at which all can be had together'),
  })
  .meta({ id: 'PlanPreview' })
export type PlanPreview = z.infer<typeof PlanPreview>

export const ActOnTask = z
  .object({
    reason: words(1000).exactOptional(),
    overdueReason: words(1000).exactOptional().describe('Of a start: why instruments with an overdue calibration are used'),
  })
  .meta({ id: 'ActOnTask' })
export type ActOnTask = z.infer<typeof ActOnTask>

const resultBody = {
  parameter: words(200),
  sampleLabel: z.string().trim().max(60).default(''),
  value: words(500).describe('A number, "<0.1", ">300", or words'),
  unit: z.string().trim().max(40).default(''),
  limitLow: decimal.nullable().default(null).describe('Met when the value equals it'),
  limitHigh: decimal.nullable().default(null),
  limitWords: z.string().trim().max(200).default(''),
  basis: z.string().trim().max(300).default(''),
  verdict: z.enum(VERDICTS).exactOptional().describe('The limits decide when left out'),
}

export const EnterResults = z.object({ results: z.array(z.object(resultBody)).min(1).max(100) }).meta({ id: 'EnterResults' })
export type EnterResults = z.infer<typeof EnterResults>

/** A change keeps what was there and says why. */
export const ChangeResult = z
  .object({ ...resultBody, isWithdrawn: z.boolean().default(false), reason: words(1000) })
  .meta({ id: 'ChangeResult' })
export type ChangeResult = z.infer<typeof ChangeResult>

export const ResultParams = z.object({ id: z.uuid(), resultId: z.uuid() })

export const ImportedResults = z
  .object({
    isImported: z.boolean().describe('False when a row has a mistake: then nothing is taken'),
    added: z.int(),
    changed: z.int(),
    errors: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ImportedResults' })
export type ImportedResults = z.infer<typeof ImportedResults>

export const RecordInstrument = z
  .object({
    resourceId: z.uuid(),
    usedOn: z.iso.date(),
    reason: words(1000).exactOptional().describe('Needed when its calibration is overdue'),
  })
  .meta({ id: 'RecordInstrument' })
export type RecordInstrument = z.infer<typeof RecordInstrument>

export const CloseInvestigation = z
  .object({ cause: z.enum(CAUSES), findings: words(4000), conclusion: words(4000), isRetestAllowed: z.boolean() })
  .meta({ id: 'CloseInvestigation' })
export type CloseInvestigation = z.infer<typeof CloseInvestigation>
export const InvestigationParams = z.object({ id: z.uuid() })

/** Plans of a provider in a window, for the board by instrument and by person. */
export const ListTaskPlans = z.object({ from: instant, until: instant })
export const PlannedTasks = z
  .object({
    items: z.array(
      z.object({
        planId: z.uuid(),
        taskId: z.uuid(),
        title: z.string(),
        orderNumber: z.string(),
        state: z.enum(TASK_STATES),
        personId: z.uuid().nullable(),
        personName: z.string().nullable(),
        start: instant,
        end: instant,
        resources: z.array(z.object({ resourceId: z.uuid(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PlannedTasks' })

/** Who and what a provider can plan with. */
export const WorkMeans = z
  .object({
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    resources: z.array(z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable(), kind: z.string() })),
  })
  .meta({ id: 'WorkMeans' })

export const WorkCounts = z
  .object({
    states: z.array(z.object({ state: z.enum(TASK_STATES), count: z.int() })),
    mineToday: z.int(),
    late: z.int(),
    lostPlans: z.int(),
    openInvestigations: z.int(),
    toCheck: z.int(),
  })
  .meta({ id: 'WorkCounts' })
