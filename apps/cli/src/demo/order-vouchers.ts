import { readableNumber } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import { parseFen } from '@jiju/kernel/money'
import { limitAfter } from '@jiju/orders/core/order/clock'
import type { LineKind, Purpose } from '@jiju/orders/core/vocabulary'
import { drawSample } from '@jiju/orders/core/vouchers/draw-sample'
import { type Judgement, judgeVoucher } from '@jiju/orders/core/vouchers/judge'
import { REFERENCE_PROGRAMME } from '@jiju/orders/core/vouchers/reference-programme'
import type { ParameterSource, VoucherRules } from '@jiju/orders/core/vouchers/rules'
import type { Context, Row } from './context.ts'
import type { DemoOrder } from './orders.ts'
import { timedId } from './stable-id.ts'

type Given = {
  readonly orders: readonly DemoOrder[]
  /** Rows of the same orders, and of their items. */
  readonly rows: readonly Row[]
  readonly items: readonly Row[]
  readonly organisations: readonly Row[]
  readonly members: readonly { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }[]
  readonly cast: { readonly providerId: string; readonly enterpriseId: string }
}

const DAY = 86_400_000
const BUDGET_FEN = 600_000_000n
/** Of the orders that a voucher could pay a part of. */
const USED = 0.6
/** What the enterprise that people look around in has used of a year's quota at most: it always has some left to order with. */
const SHOWN_TAKEN_FEN = 18_000_000n
const OFFICE_DAYS = 10
const DECIDED_AFTER_DAYS = 12
const SAMPLE_PERCENT = 10
const SAMPLE_SEED = '示例种子 3 7 1'
const fen = (text: string) => parseFen(text) ?? 0n

/** Two programmes with invented budgets and lists, and vouchers of the orders that may have them, judged by the platform's own rules. */
export function generateVouchers(context: Context, given: Given) {
  const random = context.random('vouchers')
  const { organisations, cast } = given
  const officer =
    given.members.find(({ roles }) => roles.includes('operator:policy_officer') || roles.includes('operator:operator'))?.personId ?? null
  const verified = (kind: string) =>
    organisations.filter((row) => row.kind === kind && row.status === 'verified').map(({ id }) => String(id))
  const [year] = context.referenceDay.split('-') as [string]
  const lastYear = String(Number(year) - 1)
  const rules = rulesFrom(`${lastYear}-01-01`, `${year}-12-31`)
  const programmeId = context.id('voucher-programme|district')
  const oldId = context.id('voucher-programme|ended')
  const ruleId = context.id('voucher-rule|district|1')
  const began = context.instant(-420, 600)
  const providers = verified('provider').filter((id, index) => id === cast.providerId || index % 4 !== 3)
  const enterprises = verified('enterprise')
  const team = enterprises.filter((id) => id !== cast.enterpriseId).at(-1)
  const relatedTo = providers.find((id) => id !== cast.providerId)

  const made = { vouchers: [] as Row[], claims: [] as Row[], claimSteps: [] as Row[], sampleItems: [] as Row[] }
  const shares = new Map<string, { programmeId: string; amountFen: bigint }>()
  const quotas = new Map<string, { organisationId: string; year: number; reserved: bigint; redeemed: bigint }>()
  const rowOf = new Map(given.rows.map((row) => [String(row.id), row]))
  const itemOf = new Map(given.items.map((item) => [String(item.order_id), item]))

  const byDay = [...given.orders].sort((a, b) => (a.at.get('place')?.getTime() ?? 0) - (b.at.get('place')?.getTime() ?? 0))
  for (const order of byDay) {
    const placed = order.at.get('place')
    const row = rowOf.get(order.id)
    const item = itemOf.get(order.id)
    if (!placed || !row || !item || row.enquiry_id !== null || !random.chance(USED)) continue
    const day = context.dayOf(placed.getTime())
    const key = `${order.organisationId} ${day.slice(0, 4)}`
    const quota = quotas.get(key) ?? { organisationId: order.organisationId, year: Number(day.slice(0, 4)), reserved: 0n, redeemed: 0n }
    const isRelated = order.organisationId === cast.enterpriseId && order.providerId === relatedTo
    const judged = judgeVoucher(rules, {
      day,
      purpose: row.purpose as Purpose,
      lines: [{ kind: 'test', serviceId: String(item.service_id), amountFen: order.totalFen }],
      applicant: {
        organisationKind: 'enterprise',
        isVerified: true,
        kind: order.organisationId === team ? 'team' : 'enterprise',
        kindSource: null,
        district: null,
      },
      listing: providers.includes(order.providerId) ? { since: `${lastYear}-01-01`, source: '示例名单第一批' } : null,
      relation: isRelated ? { relation: 'shareholder', source: '示例' } : null,
      takenFen: quota.reserved + quota.redeemed,
      budgetLeftFen: BUDGET_FEN - sumOf(quotas.values()),
      isClosed: false,
    })
    if (!judged.isEligible) continue
    if (order.organisationId === cast.enterpriseId && quota.reserved + quota.redeemed + judged.amountFen > SHOWN_TAKEN_FEN) continue
    const ended = ['decline', 'withdraw', 'lapse', 'cancel'].find((act) => order.at.has(act as 'decline'))
    const settled = order.at.get('settle')
    const id = timedId(placed.getTime(), random)
    if (!ended) {
      shares.set(order.id, { programmeId, amountFen: judged.amountFen })
      quotas.set(key, quota)
      if (settled) quota.redeemed += judged.amountFen
      else quota.reserved += judged.amountFen
    }
    made.vouchers.push({
      ...voucherRow({ id, order, programmeId, ruleId, day, placed, judged }),
      state: ended ? 'freed' : settled ? 'redeemed' : 'reserved',
      redeemed_at: settled ?? null,
      ended_at: ended ? (order.at.get(ended as 'decline') ?? null) : null,
      end_reason: ended ?? null,
    })
    if (settled) addClaim(context, made, { id, order, programmeId, amountFen: judged.amountFen, settled, officer, random })
  }
  const sample = drawn(context, made, programmeId, officer)
  const taken = { reserved: sumOf(quotas.values(), 'reserved'), redeemed: sumOf(quotas.values(), 'redeemed') }
  return {
    shares,
    programmes: [
      programmeRow(
        programmeId,
        { name_zh: '示例区科技创新券', name_en: 'Innovation voucher of the demo district', budget: BUDGET_FEN, ...taken, closed: null },
        began,
        officer,
      ),
      programmeRow(
        oldId,
        {
          name_zh: `${lastYear} 年度检测补贴券`,
          name_en: `Testing voucher ${lastYear}`,
          budget: 50_000_000n,
          reserved: 0n,
          redeemed: 0n,
          closed: new Date(`${year}-01-01T00:00:00+08:00`),
        },
        began,
        officer,
      ),
    ],
    rules: [
      ruleRow(ruleId, programmeId, rules, began, officer),
      ruleRow(context.id('voucher-rule|ended|1'), oldId, rulesFrom(`${lastYear}-01-01`, `${lastYear}-12-31`), began, officer),
    ],
    listings: providers.map((providerId) => ({
      id: context.id(`voucher-listing|${providerId}`),
      programme_id: programmeId,
      provider_id: providerId,
      listed_from: `${lastYear}-01-01`,
      listed_to: null,
      source: '示例名单第一批',
      noted_by: officer,
      noted_at: began,
    })),
    applicants: team ? [{ organisation_id: team, kind: 'team', source: '示例：创业大赛入围名单', noted_by: officer, noted_at: began }] : [],
    related: relatedTo ? [relatedRow(context, [cast.enterpriseId, relatedTo], began, officer)] : [],
    quotas: [...quotas.values()].map(({ organisationId, year: of, reserved, redeemed }) => ({
      programme_id: programmeId,
      organisation_id: organisationId,
      year: of,
      quota_fen: rules.quotaFen[organisationId === team ? 'team' : 'enterprise'].toString(),
      reserved_fen: reserved.toString(),
      redeemed_fen: redeemed.toString(),
    })),
    ...made,
    samples: sample,
  }
}

type Part = 'reserved' | 'redeemed'
function sumOf(quotas: Iterable<Record<Part, bigint>>, part?: Part): bigint {
  let sum = 0n
  for (const quota of quotas) sum += part ? quota[part] : quota.reserved + quota.redeemed
  return sum
}

function rulesFrom(validFrom: LocalDate, validTo: LocalDate): VoucherRules {
  const known = REFERENCE_PROGRAMME
  return {
    validFrom,
    validTo,
    rate: known.rate,
    quotaFen: { enterprise: fen(known.enterpriseQuota), team: fen(known.teamQuota) },
    minimumFen: fen('500.00'),
    orderCapFen: null,
    allowedPurposes: known.allowedPurposes as Purpose[],
    excludedPurposes: known.excludedPurposes as Purpose[],
    lineKinds: known.lineKinds as LineKind[],
    excludedServiceIds: [],
    districts: [],
    needsListedProvider: true,
    excludesRelatedParties: true,
  }
}

type Amounts = { name_zh: string; name_en: string; budget: bigint; reserved: bigint; redeemed: bigint; closed: Date | null }
const programmeRow = (id: string, { budget, reserved, redeemed, closed, ...names }: Amounts, at: Date, by: string | null): Row => ({
  id,
  ...names,
  issuer: '示例区科学技术委员会',
  budget_fen: budget.toString(),
  reserved_fen: reserved.toString(),
  redeemed_fen: redeemed.toString(),
  version: 1,
  closed_at: closed,
  created_by: by,
  created_at: at,
})

const ruleRow = (id: string, programmeId: string, rules: VoucherRules, at: Date, by: string | null): Row => ({
  id,
  programme_id: programmeId,
  number: 1,
  valid_from: rules.validFrom,
  valid_to: rules.validTo,
  rate_numerator: rules.rate.numerator,
  rate_denominator: rules.rate.denominator,
  enterprise_quota_fen: rules.quotaFen.enterprise.toString(),
  team_quota_fen: rules.quotaFen.team.toString(),
  minimum_fen: rules.minimumFen.toString(),
  order_cap_fen: null,
  allowed_purposes: rules.allowedPurposes,
  excluded_purposes: rules.excludedPurposes,
  line_kinds: rules.lineKinds,
  excluded_service_ids: [],
  districts: [],
  needs_listed_provider: true,
  excludes_related_parties: true,
  sources: REFERENCE_PROGRAMME.sources as ParameterSource[],
  created_by: by,
  created_at: at,
})

type Reserved = { id: string; order: DemoOrder; programmeId: string; ruleId: string; day: LocalDate; placed: Date; judged: Judgement }
const voucherRow = ({ id, order, programmeId, ruleId, day, placed, judged }: Reserved): Row => ({
  id,
  number: readableNumber('VCH', day, id),
  order_id: order.id,
  programme_id: programmeId,
  rule_id: ruleId,
  organisation_id: order.organisationId,
  provider_id: order.providerId,
  year: Number(day.slice(0, 4)),
  eligible_fen: judged.eligibleFen.toString(),
  amount_fen: judged.amountFen.toString(),
  conditions: judged.conditions,
  reserved_at: placed,
})

type Claimed = {
  readonly id: string
  readonly order: DemoOrder
  readonly programmeId: string
  readonly amountFen: bigint
  readonly settled: Date
  readonly officer: string | null
  readonly random: ReturnType<Context['random']>
}

/** Older claims are accepted; of the newer ones some wait for papers. */
function addClaim(
  context: Context,
  made: { claims: Row[]; claimSteps: Row[] },
  { id, order, programmeId, amountFen, settled, officer, random }: Claimed,
): void {
  const decided = new Date(settled.getTime() + DECIDED_AFTER_DAYS * DAY)
  const isDecided = decided < context.now
  const asked = new Date(settled.getTime() + 2 * DAY)
  const isAsked = !isDecided && asked < context.now && random.chance(0.5)
  const words = '请补充发票和委托协议。'
  made.claims.push({
    voucher_id: id,
    programme_id: programmeId,
    provider_id: order.providerId,
    month: context.dayOf(settled.getTime()).slice(0, 7),
    state: isDecided ? 'accepted' : isAsked ? 'more_asked' : 'pending',
    amount_fen: amountFen.toString(),
    version: isDecided || isAsked ? 2 : 1,
    answer_until: isDecided ? null : limitAfter(isAsked ? asked : settled, OFFICE_DAYS),
    decided_by: isDecided ? officer : null,
    decided_at: isDecided ? decided : null,
    reason: isAsked ? words : null,
    created_at: settled,
  })
  const step = (version: number, act: string, at: Date, said: string | null) =>
    made.claimSteps.push({
      id: timedId(at.getTime(), random),
      voucher_id: id,
      version,
      act,
      person_id: version > 1 ? officer : null,
      words: said,
      at,
    })
  step(1, 'claim', settled, null)
  if (isDecided) step(2, 'accept', decided, null)
  if (isAsked) step(2, 'ask_more', asked, words)
}

/** A check on the spot, all found in order but one that is open. */
function drawn(context: Context, made: { claims: Row[]; sampleItems: Row[] }, programmeId: string, officer: string | null): Row[] {
  const accepted = made.claims.filter(({ state }) => state === 'accepted')
  const months = accepted.map(({ month }) => String(month)).sort()
  const [first] = months
  const last = months.at(-1)
  if (!first || !last) return []
  const id = context.id('voucher-sample|1')
  const at = context.instant(-20, 600)
  const chosen = drawSample(
    accepted.map(({ voucher_id }) => String(voucher_id)),
    SAMPLE_PERCENT,
    SAMPLE_SEED,
  )
  for (const [index, voucherId] of chosen.entries())
    made.sampleItems.push({
      sample_id: id,
      position: index + 1,
      voucher_id: voucherId,
      finding: index === 0 ? 'open' : 'in_order',
      words: null,
      found_by: index === 0 ? null : officer,
      found_at: index === 0 ? null : context.instant(-15, 600),
    })
  return [
    {
      id,
      programme_id: programmeId,
      month_from: first,
      month_to: last,
      share_percent: SAMPLE_PERCENT,
      seed: SAMPLE_SEED,
      population: accepted.length,
      drawn_by: officer,
      drawn_at: at,
    },
  ]
}

function relatedRow(context: Context, pair: readonly [string, string], at: Date, by: string | null): Row {
  const [organisationId, relatedId] = [...pair].sort() as [string, string]
  return {
    id: context.id('related-party|1'),
    organisation_id: organisationId,
    related_id: relatedId,
    relation: 'shareholder',
    source: '示例：企业信用公示的参股登记',
    noted_by: by,
    noted_at: at,
  }
}
