import type { Context, Row } from './context.ts'
import type { DemoOrder } from './orders.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }

type Given = {
  readonly orders: readonly DemoOrder[]
  readonly members: readonly Member[]
  readonly cast: { readonly providerId: string; readonly enterpriseId: string; readonly engineerId: string }
}

/** The platform's terms, as the migration that brings them names them. */
const PLATFORM_TERMS = {
  general: '01980000-0000-7000-8000-000000000101',
  confidentiality: '01980000-0000-7000-8000-000000000201',
  intellectual_property: '01980000-0000-7000-8000-000000000301',
  liability: '01980000-0000-7000-8000-000000000401',
  retention: '01980000-0000-7000-8000-000000000502',
} as const

const OWN_CLAUSES = [
  { key: '1', heading: '保密范围', text: '样品、技术资料、检测数据和报告均属保密信息，已公开的除外。' },
  { key: '2', heading: '人员', text: '仅承担本订单的人员可以接触保密信息，均已签署保密承诺。' },
  { key: '3', heading: '期限', text: '保密义务自信息提供之日起五年内有效。' },
]

/** Terms of the cast's provider, an agreement for each order, a clause under negotiation, an amendment that waits, and the enterprise's limits. */
export function generateAgreements(context: Context, { orders, members, cast }: Given) {
  const { engineerId, enterpriseId, providerId } = cast
  const holder = (organisationId: string, role: string) =>
    members.find((member) => member.organisationId === organisationId && member.roles.includes(role))?.personId ?? engineerId
  const manager = holder(providerId, 'provider:lab_manager')
  const own = (state: string) =>
    orders.find((order) => order.organisationId === enterpriseId && order.providerId === providerId && order.state === state)

  const agreements: Row[] = []
  const chosen: Row[] = []
  for (const order of orders) {
    const id = context.id(`agreement ${order.id}`)
    agreements.push({
      id,
      order_id: order.id,
      organisation_id: order.organisationId,
      provider_id: order.providerId,
      particulars: {},
      created_at: order.at.get('place') ?? context.now,
    })
    for (const [topic, terms_id] of Object.entries(PLATFORM_TERMS)) chosen.push({ agreement_id: id, topic, terms_id })
  }

  const negotiated = own('accepted')
  const amended = own('working')
  return {
    terms: termsOf(context, providerId, manager),
    agreements,
    chosen,
    changes: negotiated ? [changeOf(context, negotiated, engineerId)] : [],
    amendments: amended ? [amendmentOf(context, amended, manager)] : [],
    policies: [{ organisation_id: enterpriseId, updated_at: context.instant(-40), updated_by: holder(enterpriseId, 'enterprise:owner') }],
    approvals: orders
      .filter(({ state }) => state === 'awaiting_approval')
      .map((order) => ({
        order_id: order.id,
        position: 1,
        person_id: null,
        role: 'enterprise:approver',
        up_to_fen: null,
        state: 'open',
      })),
    limits: [
      {
        id: context.id('spending limit'),
        organisation_id: enterpriseId,
        role: 'enterprise:engineer',
        order_fen: 5_000_000,
      },
    ],
    steps: [
      { organisation_id: enterpriseId, position: 1, role: 'enterprise:approver', up_to_fen: 20_000_000 },
      { organisation_id: enterpriseId, position: 2, role: 'enterprise:owner', up_to_fen: null },
    ],
  }
}

function termsOf(context: Context, providerId: string, manager: string): Row[] {
  const version = {
    template_id: context.id('terms'),
    provider_id: providerId,
    topic: 'confidentiality',
    name: '检测数据保密约定',
    created_at: context.instant(-200),
    created_by: manager,
  }
  return [
    {
      ...version,
      id: context.id('terms 1'),
      number: 1,
      clauses: OWN_CLAUSES,
      state: 'published',
      published_at: context.instant(-199),
      published_by: manager,
    },
    {
      ...version,
      id: context.id('terms 2'),
      number: 2,
      clauses: [...OWN_CLAUSES, { key: '4', heading: '论文', text: '未经委托方书面同意，不得将数据用于论文或宣传。' }],
      state: 'draft',
      published_at: null,
      published_by: null,
    },
  ]
}

function changeOf(context: Context, order: DemoOrder, engineerId: string): Row {
  return {
    agreement_id: context.id(`agreement ${order.id}`),
    number: 1,
    topic: 'confidentiality',
    clause_key: '4',
    kind: 'replace',
    before_heading: '期限',
    before_text: '保密义务自信息提供之日起五年内有效，不因本协议终止而免除。',
    heading: '期限',
    text: '保密义务自信息提供之日起十年内有效，不因本协议终止而免除；涉及注册资料的，至产品上市之日止。',
    words: '产品尚未申报，需更长的保密期。',
    side: 'client',
    proposed_by: engineerId,
    proposed_at: order.at.get('accept') ?? context.now,
  }
}

function amendmentOf(context: Context, order: DemoOrder, manager: string): Row {
  const at = order.at.get('begin') ?? context.now
  const item = { change: 'add', kind: 'test', name: '环己酮残留（加测）', method: '', quantity: 1, sampleCount: 0, unit: 'item' }
  return {
    id: context.id(`amendment ${order.id}`),
    order_id: order.id,
    number: 1,
    kind: 'change',
    reason: '筛查中出现一处未知峰，保留时间与环己酮一致，建议加测残留量，报告日期不变。',
    items: [{ ...item, unitPriceFen: '36000' }],
    delta_fen: 36_000,
    proposed_side: 'provider',
    proposed_by: manager,
    provider_signed_by: manager,
    provider_signed_at: at,
    created_at: at,
  }
}
