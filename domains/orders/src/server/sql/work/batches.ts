import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { RecipeStep } from '../../../core/work/batch-check.ts'
import type { BatchState, RECIPE_STATES } from '../../../core/work/vocabulary.ts'
import type { OrdersTables } from '../../needs.ts'

export type RecipeVersionRow = {
  readonly id: string
  readonly recipe_id: string
  readonly provider_id: string
  readonly code: string
  readonly name: string
  readonly number: number
  readonly state: (typeof RECIPE_STATES)[number]
  readonly batch_size: string
  readonly size_unit: string
  readonly steps: readonly RecipeStep[]
  readonly change_words: string
  readonly written_by_name: string
  readonly written_at: Date
  readonly approved_by_name: string | null
  readonly approved_at: Date | null
}

const versionColumns = sql`
  select v.id, v.recipe_id, r.provider_id, r.code, r.name, v.number, v.state, trim_scale(v.batch_size)::text as batch_size, v.size_unit, v.steps, v.change_words,
    w.name as written_by_name, v.written_at, a.name as approved_by_name, v.approved_at
  from orders.recipe_version v join orders.recipe r on r.id = v.recipe_id
  join people_pub.person w on w.id = v.written_by left join people_pub.person a on a.id = v.approved_by`

/** Every version of every recipe of a provider, the newest of each first. */
export async function listRecipeVersions(db: Db<OrdersTables>, providerId: string): Promise<RecipeVersionRow[]> {
  const { rows } =
    await sql<RecipeVersionRow>`${versionColumns} where r.provider_id = ${providerId} order by r.code, v.number desc limit 1000`.execute(db)
  return rows
}

export async function findRecipeVersion(db: Db<OrdersTables>, id: string): Promise<RecipeVersionRow | undefined> {
  const { rows } = await sql<RecipeVersionRow>`${versionColumns} where v.id = ${id}`.execute(db)
  return rows[0]
}

/** The recipe of a code, made when it is new. */
export async function putRecipe(
  tx: Db<OrdersTables>,
  recipe: { id: string; providerId: string; code: string; name: string; by: string; at: Date },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into orders.recipe (id, provider_id, code, name, created_by, created_at)
    values (${recipe.id}, ${recipe.providerId}, ${recipe.code}, ${recipe.name}, ${recipe.by}, ${recipe.at})
    on conflict on constraint recipe_code do update set name = excluded.name returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a recipe that was put is gone')
  return row.id
}

/** Writes the draft of a recipe over, or begins its next version. */
export async function writeRecipeVersion(
  tx: Db<OrdersTables>,
  version: {
    id: string
    recipeId: string
    batchSize: string
    sizeUnit: string
    steps: readonly RecipeStep[]
    changeWords: string
    by: string
    at: Date
  },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update orders.recipe_version set batch_size = ${version.batchSize}, size_unit = ${version.sizeUnit}, steps = ${JSON.stringify(version.steps)},
      change_words = ${version.changeWords}, written_by = ${version.by}, written_at = ${version.at}, version = version + 1
    where recipe_id = ${version.recipeId} and state = 'draft' returning id`.execute(tx)
  if (rows.length > 0) return
  await sql`
    insert into orders.recipe_version (id, recipe_id, number, batch_size, size_unit, steps, change_words, written_by, written_at)
    select ${version.id}::uuid, ${version.recipeId}::uuid, coalesce(max(number), 0) + 1, ${version.batchSize}::numeric, ${version.sizeUnit},
      ${JSON.stringify(version.steps)}::jsonb, ${version.changeWords}, ${version.by}::uuid, ${version.at}::timestamptz
    from orders.recipe_version where recipe_id = ${version.recipeId}`.execute(tx)
}

/** Approves the draft; the version before is replaced. Fails on `recipe_version_second_person` when the writer approves. */
export async function approveRecipeVersion(tx: Db<OrdersTables>, approve: { recipeId: string; by: string; at: Date }): Promise<boolean> {
  await sql`update orders.recipe_version set state = 'replaced' where recipe_id = ${approve.recipeId} and state = 'approved'
    and exists (select from orders.recipe_version d where d.recipe_id = ${approve.recipeId} and d.state = 'draft')`.execute(tx)
  const { numAffectedRows } = await sql`
    update orders.recipe_version set state = 'approved', approved_by = ${approve.by}, approved_at = ${approve.at}
    where recipe_id = ${approve.recipeId} and state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

export async function lockRecipe(tx: Db<OrdersTables>, id: string): Promise<{ provider_id: string } | undefined> {
  const { rows } = await sql<{ provider_id: string }>`select provider_id from orders.recipe where id = ${id} for update`.execute(tx)
  return rows[0]
}

export type BatchRow = {
  readonly id: string
  readonly number: string
  readonly task_id: string
  readonly order_id: string
  readonly order_number: string
  readonly provider_id: string
  readonly recipe_name: string
  readonly recipe_code: string
  readonly recipe_version: number
  readonly planned_size: string
  readonly size_unit: string
  readonly yield_size: string | null
  readonly state: BatchState
  readonly version: number
  readonly makers: readonly string[]
  readonly begun_by_name: string
  readonly begun_at: Date
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
  readonly decision_words: string | null
}

const batchColumns = sql`
  select b.id, b.number, b.task_id, b.order_id, o.number as order_number, b.provider_id, r.name as recipe_name, r.code as recipe_code, v.number as recipe_version,
    trim_scale(b.planned_size)::text as planned_size, b.size_unit, trim_scale(b.yield_size)::text as yield_size, b.state, b.version, b.makers,
    g.name as begun_by_name, b.begun_at, d.name as decided_by_name, b.decided_at, b.decision_words
  from orders.batch b join orders.service_order o on o.id = b.order_id
  join orders.recipe_version v on v.id = b.recipe_version_id join orders.recipe r on r.id = v.recipe_id
  join people_pub.person g on g.id = b.begun_by left join people_pub.person d on d.id = b.decided_by`

export async function findBatch(db: Db<OrdersTables>, id: string): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`${batchColumns} where b.id = ${id}`.execute(db)
  return rows[0]
}

export async function listBatchesOfTask(db: Db<OrdersTables>, taskId: string): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`${batchColumns} where b.task_id = ${taskId} order by b.begun_at, b.id`.execute(db)
  return rows
}

/** Fails on `batch_number` when the provider has a batch of that number. */
export async function insertBatch(
  tx: Db<OrdersTables>,
  batch: {
    id: string
    number: string
    taskId: string
    orderId: string
    providerId: string
    recipeVersionId: string
    plannedSize: string
    sizeUnit: string
    by: string
    at: Date
    steps: readonly RecipeStep[]
  },
): Promise<void> {
  await sql`
    insert into orders.batch (id, number, task_id, order_id, provider_id, recipe_version_id, planned_size, size_unit, makers, begun_by, begun_at)
    values (${batch.id}, ${batch.number}, ${batch.taskId}, ${batch.orderId}, ${batch.providerId}, ${batch.recipeVersionId}, ${batch.plannedSize},
      ${batch.sizeUnit}, array[${batch.by}]::uuid[], ${batch.by}, ${batch.at})`.execute(tx)
  for (const [index, step] of batch.steps.entries())
    await sql`
      insert into orders.batch_step (batch_id, position, title, instruction, checks)
      values (${batch.id}, ${index + 1}, ${step.title}, ${step.instruction}, ${JSON.stringify(step.checks)})`.execute(tx)
}

/** What changes on a batch; whoever makes is remembered. Fails on `batch_quality_person` when a maker decides. */
export async function changeBatch(
  tx: Db<OrdersTables>,
  seen: { id: string; version: number },
  to: { state: BatchState; maker: string | null; yieldSize?: string; decision?: { by: string; words: string }; at: Date },
): Promise<boolean> {
  const { state, maker, yieldSize = null, decision, at } = to
  const { numAffectedRows } = await sql`
    update orders.batch set state = ${state}, version = version + 1,
      makers = case when ${maker}::uuid is null or ${maker}::uuid = any (makers) then makers else makers || ${maker}::uuid end,
      yield_size = coalesce(${yieldSize}::numeric, yield_size),
      made_at = case when ${state} = 'running' then null else coalesce(made_at, ${at}) end,
      decided_by = coalesce(decided_by, ${decision?.by ?? null}::uuid), decision_words = coalesce(decision_words, ${decision?.words ?? null}),
      decided_at = case when ${decision?.by ?? null}::uuid is null then decided_at else ${at}::timestamptz end
    where id = ${seen.id} and version = ${seen.version}`.execute(tx)
  return numAffectedRows === 1n
}

type BatchStepRow = {
  readonly position: number
  readonly title: string
  readonly instruction: string
  readonly checks: RecipeStep['checks']
  readonly done_by: string | null
  readonly done_by_name: string | null
  readonly done_at: Date | null
  readonly words: string | null
  readonly witnessed_by_name: string | null
}

export async function listBatchSteps(db: Db<OrdersTables>, batchId: string): Promise<BatchStepRow[]> {
  const { rows } = await sql<BatchStepRow>`
    select s.position, s.title, s.instruction, s.checks, s.done_by, d.name as done_by_name, s.done_at, s.words, w.name as witnessed_by_name
    from orders.batch_step s left join people_pub.person d on d.id = s.done_by left join people_pub.person w on w.id = s.witnessed_by
    where s.batch_id = ${batchId} order by s.position`.execute(db)
  return rows
}

export async function recordBatchStep(
  tx: Db<OrdersTables>,
  step: { batchId: string; position: number; words: string; doneBy: string | null; at: Date },
): Promise<void> {
  await sql`
    update orders.batch_step set words = ${step.words || null}, done_by = ${step.doneBy}, done_at = case when ${step.doneBy}::uuid is null then null else ${step.at}::timestamptz end
    where batch_id = ${step.batchId} and position = ${step.position}`.execute(tx)
}

/** False when it is not done or witnessed already; fails on `batch_step_second_person`. */
export async function witnessBatchStep(
  tx: Db<OrdersTables>,
  step: { batchId: string; position: number; by: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.batch_step set witnessed_by = ${step.by}, witnessed_at = ${step.at}
    where batch_id = ${step.batchId} and position = ${step.position} and done_at is not null and witnessed_at is null`.execute(tx)
  return numAffectedRows === 1n
}

type BatchCheckRow = {
  readonly step_position: number
  readonly parameter: string
  readonly revision: number
  readonly value: string
  readonly is_within: boolean | null
  readonly reason: string | null
  readonly entered_by_name: string
  readonly entered_at: Date
}

/** Every value that was ever entered, newest first for each check. */
export async function listBatchChecks(db: Db<OrdersTables>, batchId: string): Promise<BatchCheckRow[]> {
  const { rows } = await sql<BatchCheckRow>`
    select c.step_position, c.parameter, c.revision, c.value, c.is_within, c.reason, p.name as entered_by_name, c.entered_at
    from orders.batch_check c join people_pub.person p on p.id = c.entered_by
    where c.batch_id = ${batchId} order by c.step_position, c.parameter, c.revision desc`.execute(db)
  return rows
}

export async function insertBatchCheck(
  tx: Db<OrdersTables>,
  check: {
    id: string
    batchId: string
    position: number
    parameter: string
    revision: number
    value: string
    isWithin: boolean | null
    reason: string | null
    by: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into orders.batch_check (id, batch_id, step_position, parameter, revision, value, is_within, reason, entered_by, entered_at)
    values (${check.id}, ${check.batchId}, ${check.position}, ${check.parameter}, ${check.revision}, ${check.value}, ${check.isWithin}, ${check.reason},
      ${check.by}, ${check.at})`.execute(tx)
}
