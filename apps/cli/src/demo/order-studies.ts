import { addDays } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Context, Row } from './context.ts'
import type { DemoOrder } from './orders.ts'
import { timedId } from './stable-id.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }
type Given = { readonly orders: readonly DemoOrder[]; readonly members: readonly Member[] }
type Made = {
  readonly studies: Row[]
  readonly plans: Row[]
  readonly phases: Row[]
  readonly deviations: Row[]
  readonly inspections: Row[]
  readonly steps: Row[]
  readonly recipes: Row[]
  readonly recipeVersions: Row[]
}

const HOUR = 3_600_000
const ZONE = 'Asia/Shanghai'
const MAX_STUDIES = 8

/** Studies under good laboratory practice that run, of orders in work whose provider has three people for the three duties; and a recipe of each such provider. */
export function generateStudies(context: Context, { orders, members }: Given): Made {
  const made: Made = { studies: [], plans: [], phases: [], deviations: [], inspections: [], steps: [], recipes: [], recipeVersions: [] }
  const random = context.random('order-studies')
  const providers = new Set<string>()
  for (const order of orders.filter(({ state, serviceKind }) => state === 'working' && serviceKind === 'testing_service')) {
    const begun = order.at.get('begin')
    const staff = members.filter(
      ({ organisationId, roles }) =>
        organisationId === order.providerId && roles.some((role) => /lab_staff|lab_manager|approver/.test(role)),
    )
    const [director, quality, archivist] = staff.map(({ personId }) => personId)
    if (!begun || !director || !quality || !archivist || made.studies.length === MAX_STUDIES) continue
    const story = { order, begun, director, quality, archivist }
    tellStudy(context, made, story, (at) => timedId(at.getTime(), random))
    if (!providers.has(order.providerId)) addRecipe(context, made, { ...story, writer: quality, approver: director })
    providers.add(order.providerId)
  }
  return made
}

type Story = {
  readonly order: DemoOrder
  readonly begun: Date
  readonly director: string
  readonly quality: string
  readonly archivist: string
}

function tellStudy(context: Context, made: Made, { order, begun, director, quality, archivist }: Story, idAt: (at: Date) => string): void {
  const id = context.id(`study|${order.id}`)
  const first = localDayOf(begun, ZONE)
  const phases = [
    { name: '植入', from: first, to: addDays(first, 1) },
    { name: '取材与病理', from: addDays(first, 30), to: addDays(first, 40) },
  ]
  const signed = new Date(begun.getTime() + 2 * HOUR)
  const inForce = new Date(begun.getTime() + 5 * HOUR)
  const reported = new Date(begun.getTime() + 8 * HOUR)
  made.studies.push({
    id,
    number: order.number.replace('ORD-', 'GLP-'),
    order_id: order.id,
    provider_id: order.providerId,
    title: '皮下植入后局部反应试验',
    state: 'running',
    director_id: director,
    quality_id: quality,
    archivist_id: archivist,
    version: 5,
    starts_on: first,
    ends_on: addDays(first, 40),
    started_at: inForce,
    created_by: director,
    created_at: begun,
  })
  made.plans.push({
    id: context.id(`study-plan|${id}`),
    study_id: id,
    number: 0,
    content: {
      purpose: '评价材料植入后的局部组织反应',
      testItem: '可降解封堵器浸提样 批号 B2611',
      referenceItem: '高密度聚乙烯',
      testSystem: '新西兰兔 12 只',
      design: '试验组与对照组各 6 只，皮下植入，到期取材做病理评分',
      guidelines: 'GB/T 16886.6-2022',
      startsOn: first,
      endsOn: addDays(first, 40),
      phases,
    },
    reason: null,
    state: 'in_force',
    written_by: director,
    written_at: begun,
    director_signed_by: director,
    director_signed_at: signed,
    sponsor_signed_by: order.personId,
    sponsor_signed_at: inForce,
  })
  for (const [index, phase] of phases.entries())
    made.phases.push({
      id: context.id(`study-phase|${id}|${index}`),
      study_id: id,
      position: index + 1,
      name: phase.name,
      planned_from: phase.from,
      planned_to: phase.to,
      begun_on: index === 0 ? first : null,
      ended_on: index === 0 ? first : null,
    })
  made.deviations.push({
    id: context.id(`study-deviation|${id}`),
    study_id: id,
    number: 1,
    happened_on: first,
    words: '第 4 号动物植入时间比计划晚 40 分钟。',
    reported_by: director,
    reported_at: reported,
  })
  made.inspections.push({
    id: context.id(`inspection|${id}`),
    provider_id: order.providerId,
    number: order.number.replace('ORD-', 'QA-'),
    kind: 'study',
    study_id: id,
    phase_id: context.id(`study-phase|${id}|0`),
    subject: '植入操作与原始记录',
    inspected_on: first,
    inspector_id: quality,
    findings: '操作与计划一致；一处记录未注明时间，已当场补记并签名。',
    has_findings: true,
    reported_at: reported,
  })
  const acts: [act: string, by: string, at: Date][] = [
    ['open', director, begun],
    ['write_plan', director, begun],
    ['sign_plan', director, signed],
    ['sponsor_sign', order.personId, inForce],
    ['report_deviation', director, reported],
  ]
  for (const [index, [act, by, at]] of acts.entries())
    made.steps.push({
      id: idAt(at),
      study_id: id,
      version: index + 1,
      act,
      to_state: index < 3 ? 'planning' : 'running',
      person_id: by,
      at,
    })
}

function addRecipe(context: Context, made: Made, by: Story & { writer: string; approver: string }): void {
  const id = context.id(`recipe|${by.order.providerId}`)
  made.recipes.push({
    id,
    provider_id: by.order.providerId,
    code: 'PL-01',
    name: '涂层液配制',
    created_by: by.writer,
    created_at: by.begun,
  })
  made.recipeVersions.push({
    id: context.id(`recipe-version|${id}`),
    recipe_id: id,
    number: 1,
    state: 'approved',
    batch_size: '10',
    size_unit: 'L',
    steps: [
      { title: '称量', instruction: '按配方称取聚合物与溶剂', checks: [{ parameter: '聚合物净重', unit: 'g', low: '99', high: '101' }] },
      { title: '溶解', instruction: '300 rpm 搅拌至澄清', checks: [{ parameter: '外观', unit: '', low: null, high: null }] },
      { title: '过滤', instruction: '0.22 μm 滤膜', checks: [] },
    ],
    written_by: by.writer,
    written_at: by.begun,
    approved_by: by.approver,
    approved_at: new Date(by.begun.getTime() + HOUR),
  })
}
