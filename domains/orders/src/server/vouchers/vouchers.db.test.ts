import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrdersTest, type OrdersTest } from '../test-orders.ts'
import { setUpVouchers, type VouchersTest } from './test-vouchers.ts'

let orders: OrdersTest
let vouchers: VouchersTest
beforeAll(async () => {
  orders = await createOrdersTest()
  vouchers = await setUpVouchers(orders)
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

test('a voucher is shown before ordering, reserved with the order, and given back when the order comes to nothing', async () => {
  const programmeId = await vouchers.addProgramme()
  const [offer] = (await vouchers.preview(orders.engineer)).json().items
  expect(offer).toMatchObject({
    programmeId,
    isEligible: true,
    isToConfirm: true,
    amount: '600.00',
    clientPays: '600.00',
    left: '300000.00',
    year: 2026,
  })
  expect(offer.conditions.map(({ code, verdict }: { code: string; verdict: string }) => `${code} ${verdict}`)).toEqual([
    'in_force met',
    'applicant met',
    'district met',
    'provider_listed met',
    'not_related met',
    'purpose met',
    'services met',
    'minimum met',
    'quota met',
    'budget met',
  ])
  const placed = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId, expectedVoucher: offer.amount })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 60_000n, budget_reserved: 60_000n })
  const seen = (await orders.call(orders.engineer, 'GET', `/orders/${placed.id}/voucher`)).json()
  expect(seen).toMatchObject({
    clientPays: '600.00',
    voucher: { state: 'reserved', amount: '600.00', year: 2026 },
    shares: [{ voucher: '600.00' }],
  })
  await orders.act(orders.manager, placed.id, 'decline', { reason: '设备检修' })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 0n, budget_reserved: 0n })
  const freed = (await orders.call(orders.manager, 'GET', `/orders/${placed.id}/voucher`)).json()
  expect(freed).toMatchObject({ clientPays: '1200.00', voucher: { state: 'freed', endReason: 'decline' } })
})

test('what a programme does not pay for is refused with every reason', async () => {
  const programmeId = await vouchers.addProgramme({ districts: ['浦西区'], minimum: '5000.00' })
  const refused = await orders.call(orders.engineer, 'POST', '/orders', {
    purpose: 'legal_duty',
    items: [{ serviceId: orders.service, quantity: 1, sampleCount: 2 }],
    voucherProgrammeId: programmeId,
  })
  expect([refused.statusCode, codesOf(refused)]).toEqual([
    422,
    ['orders.voucher_district', 'orders.voucher_purpose', 'orders.voucher_minimum'],
  ])
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 0n })
})

test('an amendment fits the voucher: more as far as the quota reaches, less is given back, nothing frees it', async () => {
  const programmeId = await vouchers.addProgramme({ enterpriseQuota: '700.00', minimum: '500.00' })
  const placed = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId })
  await orders.act(orders.manager, placed.id, 'accept')
  const [item] = placed.items
  let number = 0
  const amend = async (changes: object[]) => {
    const body = { kind: 'change', reason: '数量变化', changes }
    const proposed = await orders.call(orders.manager, 'POST', `/orders/${placed.id}/amendments`, body)
    number += 1
    const signed = await orders.call(orders.engineer, 'POST', `/orders/${placed.id}/amendments/${number}/sign`)
    if (signed.statusCode !== 200) throw new Error(proposed.body + signed.body)
    return (await orders.call(orders.engineer, 'GET', `/orders/${placed.id}/voucher`)).json()
  }
  const reprice = (unitPrice: string) => [{ change: 'reprice', itemId: item?.id, quantity: 1, unitPrice }]
  expect(await amend(reprice('2000.00'))).toMatchObject({ voucher: { amount: '700.00', state: 'reserved' }, clientPays: '1300.00' })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 70_000n, budget_reserved: 70_000n })
  expect(await amend(reprice('800.00'))).toMatchObject({ voucher: { amount: '400.00' }, clientPays: '400.00' })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 40_000n, budget_reserved: 40_000n })
  expect(await amend(reprice('400.00'))).toMatchObject({ voucher: { state: 'freed', endReason: 'amend' }, clientPays: '400.00' })
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: 0n, budget_reserved: 0n })
  await orders.settle()
  const { rows } = await orders.pool.query(
    `select kind from platform.notice where person_id = $1 and kind like 'orders.voucher_%' order by created_at`,
    [orders.engineer.id],
  )
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['orders.voucher_adjusted', 'orders.voucher_adjusted', 'orders.voucher_freed'])
})

test('a voucher belongs to the year in which the order is placed', async () => {
  const programmeId = await vouchers.addProgramme({ validTo: null as unknown as string, enterpriseQuota: '600.00' })
  // 23:30 and half an hour past midnight in Shanghai.
  orders.setNow('2026-12-31T15:30:00Z')
  const last = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId })
  orders.setNow('2026-12-31T16:00:00Z')
  const first = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId })
  const yearOf = async (id: string) => (await orders.call(orders.engineer, 'GET', `/orders/${id}/voucher`)).json().voucher.year
  expect([await yearOf(last.id), await yearOf(first.id)]).toEqual([2026, 2027])
  const accounts = (await orders.call(orders.engineer, 'GET', '/voucher-accounts?year=2026')).json()
  expect(accounts.items.find((one: { programmeId: string }) => one.programmeId === programmeId)).toMatchObject({
    reserved: '600.00',
    left: '0.00',
  })
  orders.setNow('2026-11-23T01:40:00Z')
})

test('related parties and teams are judged by what the office has noted, and new rules hold for new orders only', async () => {
  const programmeId = await vouchers.addProgramme()
  const placed = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId })
  const note = { organisationId: orders.provider, relatedId: orders.enterprise, relation: 'parent', source: '企业信用公示 2026-11-01' }
  const noted = await orders.call(vouchers.officer, 'POST', '/related-parties', note)
  expect(noted.statusCode).toBe(201)
  const swapped = { ...note, organisationId: orders.enterprise, relatedId: orders.provider }
  expect(codesOf(await orders.call(vouchers.officer, 'POST', '/related-parties', swapped))).toEqual(['orders.related_party_known'])
  const offerOf = async () =>
    (await vouchers.preview(orders.engineer)).json().items.find((one: { programmeId: string }) => one.programmeId === programmeId)
  const related = (await offerOf()).conditions.find(({ code }: { code: string }) => code === 'not_related')
  expect(related).toMatchObject({ verdict: 'not_met', fact: { relation: 'parent' }, factSourceText: '企业信用公示 2026-11-01' })
  await orders.call(vouchers.officer, 'POST', `/related-parties/${noted.json().id}/end`, { reason: '股权已转让' })
  await orders.call(vouchers.officer, 'PUT', `/voucher-applicants/${orders.enterprise}`, { kind: 'team', source: '创业大赛名单' })
  expect(await offerOf()).toMatchObject({ isEligible: true, quota: '100000.00', taken: '600.00' })

  const rules = (await orders.call(vouchers.officer, 'GET', `/voucher-programmes/${programmeId}`)).json().rules[0]
  const written = await orders.call(vouchers.officer, 'POST', `/voucher-programmes/${programmeId}/rules`, {
    ...rules,
    validFrom: '2026-11-23',
    rate: { numerator: 3, denominator: 10 },
  })
  expect(written.json().rules.map(({ number, holds }: { number: number; holds: boolean }) => [number, holds])).toEqual([
    [2, true],
    [1, false],
  ])
  expect((await offerOf()).amount).toBe('360.00')
  expect((await orders.call(orders.engineer, 'GET', `/orders/${placed.id}/voucher`)).json()).toMatchObject({
    voucher: { amount: '600.00' },
    rate: { numerator: 1, denominator: 2 },
  })
  const low = await orders.call(
    vouchers.officer,
    'PUT',
    `/voucher-programmes/${programmeId}/budget`,
    { budget: '1.00' },
    { 'if-match': '"1"' },
  )
  expect([low.statusCode, codesOf(low)]).toEqual([422, ['orders.voucher_budget_too_low']])
})

test('a provider sees neither the quota of its client nor a voucher before the order reached it', async () => {
  const programmeId = await vouchers.addProgramme()
  await orders.call(vouchers.officer, 'PUT', `/voucher-applicants/${orders.enterprise}`, { kind: 'enterprise', source: '更正' })
  const placed = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId })
  const seen = (await orders.call(orders.manager, 'GET', `/orders/${placed.id}/voucher`)).json()
  expect(seen.conditions.map(({ code }: { code: string }) => code)).not.toContain('quota')
  const listed = async () =>
    (await orders.call(orders.manager, 'GET', `/vouchers?programmeId=${programmeId}`))
      .json()
      .items.map(({ orderId }: { orderId: string }) => orderId)
  expect(await listed()).toEqual([placed.id])
  await orders.pool.query(`alter table orders.order_step disable trigger all`)
  await orders.pool.query(`update orders.order_step set to_state = 'awaiting_approval' where order_id = $1`, [placed.id])
  expect(await listed()).toEqual([])
})

test('a need at a price carries its voucher to whoever takes it; with a provider for which it does not hold it is not taken', async () => {
  const programmeId = await vouchers.addProgramme()
  const offer = async (more: object = {}) =>
    orders.call(orders.engineer, 'POST', '/enquiries', {
      kind: 'need',
      award: 'first',
      offered: '1200.00',
      title: '溶血',
      purpose: 'development',
      items: [{ name: '溶血', quantity: 1, sampleCount: 0 }],
      providerIds: [orders.provider],
      voucherProgrammeId: programmeId,
      ...more,
    })
  expect(codesOf(await offer({ award: 'choice', offered: undefined }))).toEqual(['orders.voucher_needs_offer'])
  expect(codesOf(await offer({ voucherProgrammeId: orders.provider }))).toEqual(['orders.voucher_programme_missing'])
  const take = async (id: string) =>
    orders.call(orders.manager, 'POST', `/enquiries/${id}/take`, { turnaroundDays: 3, expectedOffered: '1200.00' })
  const taken = await take((await offer()).json().id)
  expect(taken.statusCode).toBe(201)
  expect((await orders.call(orders.engineer, 'GET', `/orders/${taken.json().id}/voucher`)).json()).toMatchObject({
    voucher: { state: 'reserved', amount: '600.00' },
  })
  // For production the programme pays nothing.
  expect(codesOf(await take((await offer({ purpose: 'production' })).json().id))).toEqual(['orders.voucher_not_with_you'])
})
