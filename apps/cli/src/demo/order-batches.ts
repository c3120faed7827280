import type { Context, Row } from './context.ts'
import type { DemoOrder } from './orders.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }
type Given = { readonly orders: readonly DemoOrder[]; readonly tasks: readonly Row[]; readonly members: readonly Member[] }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const STEPS = [
  {
    title: '称量',
    instruction: '按配方称取聚合物与溶剂，双人核对',
    checks: [{ parameter: '聚合物净重', unit: 'g', low: '99', high: '101' }],
  },
  { title: '溶解', instruction: '300 rpm 搅拌至澄清', checks: [{ parameter: '外观', unit: '', low: null, high: null }] },
  { title: '过滤', instruction: '0.22 μm 滤膜', checks: [] },
]

/** Of the pilot line's order a batch that a second person has released and one that is being made, by one recipe; and access to computing and data that runs. */
export function generateBatches(context: Context, { orders, tasks, members }: Given) {
  const made = { recipes: [] as Row[], recipeVersions: [] as Row[], batches: [] as Row[], steps: [] as Row[], grants: [] as Row[] }
  for (const order of orders.filter(({ state }) => state === 'working')) {
    const begun = order.at.get('begin')
    const [decider, maker] = members
      .filter(
        ({ organisationId, roles }) => organisationId === order.providerId && roles.some((role) => /lab_manager|lab_staff/.test(role)),
      )
      .map(({ personId }) => personId)
    if (!begun || !decider) continue
    if (order.serviceKind === 'computing' || order.serviceKind === 'data_set')
      made.grants.push(grantOf(context, order, { begun, by: decider }))
    const task = tasks.find((row) => row.order_id === order.id && row.kind === 'batch')
    if (order.serviceKind === 'pilot_line' && task && maker) addBatches(context, made, { order, task, begun, maker, decider })
  }
  return made
}

type Story = { readonly order: DemoOrder; readonly task: Row; readonly begun: Date; readonly maker: string; readonly decider: string }

function addBatches(
  context: Context,
  made: { recipes: Row[]; recipeVersions: Row[]; batches: Row[]; steps: Row[] },
  { order, task, begun, maker, decider }: Story,
): void {
  const recipeId = context.id(`recipe|${order.id}`)
  const versionId = context.id(`recipe-version|${order.id}`)
  const written = new Date(begun.getTime() - 20 * DAY)
  made.recipes.push({
    id: recipeId,
    provider_id: order.providerId,
    code: 'PL-07',
    name: '导管涂层液',
    created_by: maker,
    created_at: written,
  })
  made.recipeVersions.push({
    id: versionId,
    recipe_id: recipeId,
    number: 2,
    state: 'approved',
    batch_size: '10',
    size_unit: 'L',
    steps: STEPS,
    written_by: maker,
    written_at: written,
    approved_by: decider,
    approved_at: new Date(written.getTime() + DAY),
  })
  const batch = {
    task_id: task.id,
    order_id: order.id,
    provider_id: order.providerId,
    recipe_version_id: versionId,
    planned_size: '10',
    size_unit: 'L',
    makers: [maker],
    begun_by: maker,
  }
  const released = context.id(`batch|${order.id}|1`)
  const running = context.id(`batch|${order.id}|2`)
  const start = new Date(begun.getTime() + 2 * HOUR)
  const second = new Date(begun.getTime() + DAY)
  made.batches.push(
    {
      ...batch,
      id: released,
      number: order.number.replace('ORD-', 'LOT-'),
      yield_size: '9.6',
      state: 'released',
      version: 5,
      begun_at: start,
      made_at: new Date(start.getTime() + 6 * HOUR),
      decided_by: decider,
      decided_at: new Date(start.getTime() + 20 * HOUR),
      decision_words: '过程检查与成品指标均符合，放行。',
    },
    {
      ...batch,
      id: running,
      number: `${order.number.replace('ORD-', 'LOT-')}-2`,
      yield_size: null,
      state: 'running',
      version: 2,
      begun_at: second,
    },
  )
  for (const [index, step] of STEPS.entries()) {
    const at = (from: Date) => new Date(from.getTime() + (index + 1) * HOUR)
    const row = (batchId: string) => ({ batch_id: batchId, position: index + 1, ...step })
    made.steps.push({ ...row(released), done_by: maker, done_at: at(start), witnessed_by: decider, witnessed_at: at(start) })
    made.steps.push({ ...row(running), ...(index === 0 && { done_by: maker, done_at: at(second) }) })
  }
}

const ACCESS = {
  computing: { unit: '核时', quota: '2000', directions: '登录节点 hpc.example.cn，账号随平台消息开通；作业队列 med-shared。' },
  data_set: { unit: '次查询', quota: '500', directions: '可信环境内查询，入口 data.example.cn，导出须经复核。' },
} as const

function grantOf(context: Context, order: DemoOrder, { begun, by }: { begun: Date; by: string }): Row {
  const access = ACCESS[order.serviceKind as keyof typeof ACCESS]
  const until = new Date(begun.getTime() + 90 * DAY)
  return {
    id: context.id(`access|${order.id}`),
    order_id: order.id,
    order_item_id: order.itemIds[0],
    provider_id: order.providerId,
    during: `[${begun.toISOString()},${until.toISOString()})`,
    ...access,
    granted_by: by,
    granted_at: begun,
  }
}
