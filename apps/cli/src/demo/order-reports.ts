import type { ReportContent } from '@jiju/orders/core/reports/complete'
import type { ReportState } from '@jiju/orders/core/reports/vocabulary'
import type { Context, Row } from './context.ts'
import type { DemoOrder } from './orders.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }

type Given = {
  readonly orders: readonly DemoOrder[]
  readonly items: readonly Row[]
  readonly members: readonly Member[]
  readonly nameOf: (organisationId: string) => string
  readonly cast: { readonly providerId: string; readonly enterpriseId: string }
}

type Signers = { readonly staff: string; readonly manager: string; readonly chief: string }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Pages are written for each when the district is loaded, so only those that people look at have one. */
const MOST_ISSUED = 12
const MOST_OPEN = 6
const REPORTED: readonly DemoOrder['state'][] = ['reported', 'retest_requested', 'disputed', 'approved', 'settled']
const IN_PREPARATION: readonly ReportState[] = ['draft', 'prepared', 'checked', 'approved']

const CONTENT = {
  title: '检测报告',
  subtitle: 'Test report',
  address: '虹东区（虚构地址）',
  contact: '报告查询请扫描二维码',
  fields: [
    'client',
    'sample_name',
    'model',
    'batch',
    'sample_number',
    'received_on',
    'test_type',
    'basis',
    'judgement_basis',
    'tested_on',
    'instruments',
  ],
  statements: ['报告仅对来样负责。', '未经本机构书面同意，不得部分复制报告。', '对报告有异议的，请在收到之日起十五日内提出。'],
}

/** Templates and numbers of every provider with orders, reports in each state of preparation, and those to be issued when the district is loaded. */
export function generateReports(context: Context, given: Given) {
  const providers = [...new Set(given.orders.map(({ providerId }) => providerId))].flatMap((id, index) => {
    const signers = signersOf(given.members, id)
    return signers ? [{ id, code: `HD${String(index + 1).padStart(2, '0')}`, signers }] : []
  })
  const at = context.instant(-300, 9 * 60)
  const template = (providerId: string) => context.id(`report-template|${providerId}`)
  const signersBy = new Map(providers.map(({ id, signers }) => [id, signers]))
  const mine = given.orders.filter(({ providerId }) => signersBy.has(providerId))
  const shown = [given.cast.providerId, busiestOf(mine)]
  const issued = mine
    .filter(
      ({ state, providerId, organisationId }) =>
        REPORTED.includes(state) && (shown.includes(providerId) || organisationId === given.cast.enterpriseId),
    )
    .slice(0, MOST_ISSUED)
  // An order at work may have its draft; the other steps come when the work is done.
  const open = mine
    .filter(({ state, providerId }) => shown.includes(providerId) && (state === 'reporting' || state === 'working'))
    .sort((one, other) => one.state.localeCompare(other.state))
    .slice(0, MOST_OPEN)
  const rowOf = (order: DemoOrder, state: ReportState, doneAt: Date, extra: Row = {}): Row => ({
    id: context.id(`report|${order.id}|${extra.edition ?? 1}`),
    order_id: order.id,
    provider_id: order.providerId,
    template_id: template(order.providerId),
    template_version: 1,
    kind: 'full',
    state,
    content: contentOf(order, given, state === 'draft'),
    edition: 1,
    replaces_id: null,
    replace_reason: null,
    ...signaturesOf(signersBy.get(order.providerId) as Signers, state, doneAt),
    ...extra,
  })
  const reports = [
    ...issued.map((order) => rowOf(order, 'approved', reportedAt(order))),
    // One that was corrected two hours later: the first edition is recognised as replaced.
    ...issued.slice(0, 1).map((order) =>
      rowOf(order, 'approved', new Date(reportedAt(order).getTime() + 120 * MINUTE), {
        edition: 2,
        replaces_id: context.id(`report|${order.id}|1`),
        replace_reason: '委托方名称更正。',
      }),
    ),
    ...open.map((order, index) =>
      rowOf(
        order,
        IN_PREPARATION[index % IN_PREPARATION.length] ?? 'draft',
        order.at.get('finish') ?? order.at.get('begin') ?? context.now,
      ),
    ),
  ]
  return {
    numberings: providers.map(({ id, code, signers }) => ({ provider_id: id, code, updated_by: signers.manager, updated_at: at })),
    templates: providers.map(({ id }) => ({
      id: template(id),
      provider_id: id,
      name: '通用检测报告',
      class_code: 'S',
      language: 'zh',
      created_at: at,
    })),
    versions: providers.map(({ id, signers }) => ({
      template_id: template(id),
      version: 1,
      content: CONTENT,
      created_by: signers.manager,
      created_at: at,
    })),
    reports,
  }
}

const reportedAt = (order: DemoOrder): Date => order.at.get('issue') as Date

function busiestOf(orders: readonly DemoOrder[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { providerId } of orders) counts.set(providerId, (counts.get(providerId) ?? 0) + 1)
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other))[0]?.[0]
}

/** Three persons of a provider; undefined when it has fewer. */
function signersOf(members: readonly Member[], providerId: string): Signers | undefined {
  const own = members.filter(({ organisationId }) => organisationId === providerId)
  const pick = (taken: readonly string[], ...roles: readonly string[]) =>
    own.find((member) => !taken.includes(member.personId) && member.roles.some((role) => roles.includes(role)))?.personId
  const manager = pick([], 'provider:lab_manager')
  const staff = manager && pick([manager], 'provider:lab_staff', 'provider:owner')
  const chief = staff && pick([manager, staff], 'provider:approver', 'provider:owner', 'provider:lab_staff')
  return manager && staff && chief ? { manager, staff, chief } : undefined
}

function contentOf(order: DemoOrder, { items, nameOf }: Given, isBlank: boolean): ReportContent {
  const own = items.filter((item) => order.itemIds.includes(String(item.id)))
  return {
    fields: {
      client: nameOf(order.organisationId),
      sample_name: '受试样品（演示）',
      model: 'A-1',
      batch: `B${order.number.slice(4, 12)}`,
      test_type: '委托检测',
      judgement_basis: '委托单约定的要求',
    },
    items: own.map((item) => ({
      itemId: String(item.id),
      name: String(item.name),
      method: String(item.method),
      sample: 'S1',
      requirement: '应符合约定的要求',
      result: isBlank ? '' : '未见异常',
      unit: '',
      verdict: isBlank ? 'not_judged' : 'pass',
    })),
    conclusion: isBlank ? '' : '来样所检项目符合约定的要求。（演示数据，虚构）',
    remarks: '',
  }
}

/** Who has signed a report in `state`, a day before `doneAt` and later. */
function signaturesOf({ staff, manager, chief }: Signers, state: ReportState, doneAt: Date): Row {
  const steps = IN_PREPARATION.indexOf(state)
  const signed = (step: number, name: string, personId: string, minutes: number): Row => ({
    [`${name}_by`]: steps >= step ? personId : null,
    [`${name}_at`]: steps >= step ? new Date(doneAt.getTime() - minutes * MINUTE) : null,
  })
  return {
    created_by: staff,
    created_at: new Date(doneAt.getTime() - DAY),
    ...signed(1, 'prepared', staff, 600),
    ...signed(2, 'checked', manager, 240),
    ...signed(3, 'approved', chief, 10),
  }
}
