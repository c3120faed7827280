import { newId } from '@jiju/kernel/ids'
import type { Role } from '@jiju/people/core/access'
import type { TestApp } from './test-app.ts'
import { payIn } from './test-pay-in.ts'
import { signUpAs } from './test-people.ts'

/** Who takes part in orders: a client's people, a provider's, the district's, and strangers of both kinds. */
const PEOPLE = {
  engineer: ['client', 'enterprise:engineer'],
  purchaser: ['client', 'enterprise:purchaser'],
  approverOfClient: ['client', 'enterprise:approver'],
  payer: ['client', 'enterprise:finance'],
  ownerOfClient: ['client', 'enterprise:owner'],
  manager: ['provider', 'provider:lab_manager'],
  staff: ['provider', 'provider:lab_staff'],
  colleague: ['provider', 'provider:lab_staff'],
  approver: ['provider', 'provider:approver'],
  cashier: ['provider', 'provider:finance'],
  operator: ['operator', 'operator:operator'],
  policyOfficer: ['operator', 'operator:policy_officer'],
  stranger: ['otherClient', 'enterprise:engineer'],
  rival: ['otherProvider', 'provider:lab_manager'],
} as const satisfies Record<string, readonly [string, Role]>

export type Participant = keyof typeof PEOPLE
export const PARTICIPANTS = Object.keys(PEOPLE) as Participant[]

/** On which side of the orders a participant stands; undefined for strangers. */
export function sideOfParticipant(who: Participant): 'client' | 'provider' | 'operator' | undefined {
  const [organisation] = PEOPLE[who]
  return organisation === 'client' || organisation === 'provider' || organisation === 'operator' ? organisation : undefined
}

export type Reply = { readonly status: number; readonly body: Record<string, unknown> }
export type Call = (
  who: Participant | null,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  version?: number,
) => Promise<Reply>

export type OrderDistrict = {
  readonly call: Call
  readonly clientId: string
  readonly providerId: string
  readonly rivalId: string
  readonly serviceId: string
  readonly programmeId: string
  readonly templateId: string
  readonly cookies: Readonly<Record<Participant, string>>
  /** The time in which somebody had to answer to an order passes without an answer. */
  readonly stayQuiet: (orderId: string) => Promise<void>
  /** A further programme that pays for the provider; its id. */
  readonly addProgramme: (quota: string) => Promise<string>
}

const PRICE_FEN = 120_000

/** A provider with a service, a report template and a body code; a client with a voucher programme and money; everybody signed in. Nothing is ordered yet. */
export async function createOrderDistrict(
  test: TestApp,
  options: { quota?: string; budget?: string; topUp?: string; bodyCode?: string; takesMail?: boolean; engineerLimit?: string } = {},
): Promise<OrderDistrict> {
  const organisations = new Map<string, string>()
  const cookies = {} as Record<Participant, string>
  for (const [who, [organisation, role]] of Object.entries(PEOPLE)) {
    const kind = role.slice(0, role.indexOf(':')) as 'enterprise' | 'provider' | 'operator'
    const known = organisations.get(organisation)
    const person = await signUpAs(test, { kind, roles: [role], ...(known && { organisationId: known }) })
    organisations.set(organisation, person.organisationId)
    cookies[who as Participant] = person.cookie
    if (options.takesMail === false)
      await test.pool.query(
        `insert into platform.notice_setting (person_id, mail, zone, digest_at) values ($1, '{"orders": "off"}', 'Asia/Shanghai', '08:00')`,
        [person.userId],
      )
  }
  const idOf = (name: string) => organisations.get(name) ?? ''
  const call: Call = async (who, method, path, body, version) => {
    const reply = await test.inject({
      method,
      url: `/api/v1/orders${path}`,
      ...(who && { cookie: cookies[who] }),
      ...(body !== undefined && { payload: body as object }),
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    })
    return { status: reply.statusCode, body: reply.body.startsWith('{') ? reply.json() : {} }
  }
  const must = async (expected: number, reply: Promise<Reply>): Promise<Record<string, unknown>> => {
    const { status, body } = await reply
    if (status !== expected) throw new Error(`the district could not be set up: ${status} ${JSON.stringify(body)}`)
    return body
  }

  const serviceId = newId()
  await test.pool.query(
    `insert into catalog.resource (id, provider_id, kind, status, work_state, name_zh, content, published_version, published_at)
     values ($1, $2, 'testing_service', 'published', 'none', '细胞毒性（浸提液法）', $3, 1, now())`,
    [serviceId, idOf('provider'), JSON.stringify({ detail: { turnaroundDaysMin: 5, turnaroundDaysMax: 8 } })],
  )
  await test.pool.query(
    `insert into catalog.resource_price (id, resource_id, customer_class, unit, price_fen, valid_from) values ($1, $2, 'enterprise', 'item', $3, '2020-01-01')`,
    [newId(), serviceId, PRICE_FEN],
  )
  await must(200, call('manager', 'PUT', '/report-numbering', { code: options.bodyCode ?? 'PJ' }, 0))
  const template = await must(201, call('manager', 'POST', '/report-templates', TEMPLATE))
  const addProgramme = async (quota: string): Promise<string> => {
    const programme = await must(
      201,
      call('policyOfficer', 'POST', '/voucher-programmes', {
        nameZh: '科技创新券',
        nameEn: 'Innovation voucher',
        issuer: '区科委',
        budget: options.budget ?? '100000000.00',
        rules: { ...VOUCHER_RULES, enterpriseQuota: quota },
      }),
    )
    const listing = { providerId: idOf('provider'), from: '2026-01-01', source: '名单' }
    await must(200, call('policyOfficer', 'POST', `/voucher-programmes/${programme.id}/providers`, listing))
    return String(programme.id)
  }
  const programmeId = await addProgramme(options.quota ?? '300000.00')
  if (options.topUp) await payIn(test, cookies.payer, options.topUp)
  if (options.engineerLimit) {
    const limits = [{ personId: null, role: 'enterprise:engineer', order: options.engineerLimit, month: null }]
    const steps = [{ personId: null, role: 'enterprise:approver', upTo: null }]
    await must(200, call('ownerOfClient', 'PUT', '/spending', { limits, steps }, 0))
  }
  return {
    call,
    cookies,
    clientId: idOf('client'),
    providerId: idOf('provider'),
    rivalId: idOf('otherProvider'),
    serviceId,
    programmeId,
    addProgramme,
    stayQuiet: async (orderId) => {
      await test.pool.query(
        `update orders.service_order set answer_until = now() - interval '1 second' where id = $1 and answer_until is not null`,
        [orderId],
      )
      await test.runJob('orders.sweep_overdue')
    },
    templateId: String(template.id),
  }
}

const TEMPLATE = {
  name: '生物学评价',
  classCode: 'S',
  language: 'zh',
  content: {
    title: '检测报告',
    subtitle: 'Test report',
    address: '科技路 1 号',
    contact: '021-5555 0100',
    fields: ['client', 'sample_name', 'test_type'],
    statements: ['报告仅对来样负责。'],
  },
}

const VOUCHER_RULES = {
  validFrom: '2026-01-01',
  validTo: null,
  rate: { numerator: 1, denominator: 2 },
  teamQuota: '100000.00',
  minimum: '100.00',
  orderCap: null,
  allowedPurposes: ['research', 'development'],
  excludedPurposes: ['production', 'legal_duty'],
  lineKinds: ['test', 'preparation', 'urgent', 'report', 'other'],
  excludedServiceIds: [],
  districts: [],
  needsListedProvider: true,
  excludesRelatedParties: true,
  sources: ['rate', 'quota', 'minimum', 'order_cap', 'purposes', 'services', 'districts', 'providers', 'related_parties', 'term'].map(
    (parameter) => ({ parameter, source: '测试规则', certainty: 'reported' }),
  ),
}
