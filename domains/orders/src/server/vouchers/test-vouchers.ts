import type { OrdersTest, Person } from '../test-orders.ts'

/** Rules as facts about Shanghai's programme have them: half of the cost, 300,000 a year for an enterprise, 100,000 for a team. */
export const RULES = {
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  rate: { numerator: 1, denominator: 2 },
  enterpriseQuota: '300000.00',
  teamQuota: '100000.00',
  minimum: '100.00',
  orderCap: null,
  allowedPurposes: ['research', 'development'],
  excludedPurposes: ['production', 'legal_duty'],
  lineKinds: ['test', 'preparation', 'urgent', 'report', 'other'],
  excludedServiceIds: [] as string[],
  districts: ['虹东区'],
  needsListedProvider: true,
  excludesRelatedParties: true,
  sources: ['rate', 'quota', 'minimum', 'order_cap', 'purposes', 'services', 'districts', 'providers', 'related_parties', 'term'].map(
    (parameter) => ({ parameter, source: '测试规则', certainty: 'reported' }),
  ),
}

export type VouchersTest = Awaited<ReturnType<typeof setUpVouchers>>

/** Adds an office and a programme to a test of orders; its provider is on the list. */
export async function setUpVouchers(orders: OrdersTest) {
  const officer = await orders.addPerson(orders.operator, 'operator', 'policy_officer')

  async function addProgramme(rules: Partial<typeof RULES> = {}, budget = '10000000.00', name = '科技创新券'): Promise<string> {
    const body = { nameZh: name, nameEn: 'Innovation voucher', issuer: '虹东区科委', budget, rules: { ...RULES, ...rules } }
    const created = await orders.call(officer, 'POST', '/voucher-programmes', body)
    if (created.statusCode !== 201) throw new Error(created.body)
    const { id } = created.json()
    const listing = { providerId: orders.provider, from: '2026-01-01', source: '名单 2026 年第一批' }
    const listed = await orders.call(officer, 'POST', `/voucher-programmes/${id}/providers`, listing)
    if (listed.statusCode !== 200) throw new Error(listed.body)
    return id
  }

  return {
    officer,
    addProgramme,
    /** Quota and budget of a programme as its rows say. */
    taken: async (programmeId: string, organisationId = orders.enterprise) => {
      const { rows } = await orders.pool.query(
        `select p.budget_fen, p.reserved_fen as budget_reserved, p.redeemed_fen as budget_redeemed, coalesce(q.reserved_fen, 0) as reserved, coalesce(q.redeemed_fen, 0) as redeemed
         from orders.voucher_programme p left join orders.voucher_quota q on q.programme_id = p.id and q.organisation_id = $2 where p.id = $1`,
        [programmeId, organisationId],
      )
      return rows[0] as { budget_fen: bigint; budget_reserved: bigint; budget_redeemed: bigint; reserved: bigint; redeemed: bigint }
    },
    preview: (person: Person, purpose = 'development', amount = '1200.00') =>
      orders.call(person, 'POST', '/voucher-previews', {
        providerId: orders.provider,
        purpose,
        lines: [{ serviceId: orders.service, amount }],
      }),
  }
}
