import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobWork } from '../order/job-work.ts'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'
import { setUpVouchers, type VouchersTest } from './test-vouchers.ts'
import { findVoucherShare, redeemVoucher } from './voucher-of-order.ts'

let orders: OrdersTest
let vouchers: VouchersTest
let programmeId: string
beforeAll(async () => {
  orders = await createOrdersTest()
  vouchers = await setUpVouchers(orders)
  programmeId = await vouchers.addProgramme()
})
afterAll(() => orders.close())

const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)

async function redeemed(): Promise<{ orderId: string; voucherId: string }> {
  const { id: orderId } = await orders.placed(orders.engineer, { voucherProgrammeId: programmeId })
  // Twice, as a settlement that is repeated after a crash does it.
  for (let round = 0; round < 2; round += 1) {
    const share = await orders.db.transaction().execute((tx) => redeemVoucher(tx, jobWork(tx, orders.needs.now(), 'test'), orderId))
    expect(share).toEqual({ programmeId, amountFen: 60_000n })
  }
  const { rows } = await orders.pool.query('select id from orders.voucher where order_id = $1', [orderId])
  return { orderId, voucherId: rows[0].id }
}

const decide = async (person: Person, voucherId: string, act: string, body: object) => {
  const { rows } = await orders.pool.query('select version from orders.voucher_claim where voucher_id = $1', [voucherId])
  return orders.call(person, 'POST', `/voucher-claims/${voucherId}/${act}`, body, { 'if-match': `"${rows[0].version}"` })
}

test('what is redeemed counts once, becomes a claim, is asked for more, proved and accepted', async () => {
  const before = await vouchers.taken(programmeId)
  const { orderId, voucherId } = await redeemed()
  expect(await vouchers.taken(programmeId)).toMatchObject({ reserved: before.reserved, redeemed: before.redeemed + 60_000n })
  expect(await findVoucherShare(orders.db, orderId)).toEqual({ programmeId, amountFen: 60_000n })
  const claim = (await orders.call(orders.manager, 'GET', `/voucher-claims/${voucherId}`)).json()
  expect(claim).toMatchObject({ state: 'pending', amount: '600.00', month: '2026-11', acts: [] })
  expect(claim.evidence.missing).toEqual(['agreement', 'report', 'invoice'])
  expect(codesOf(await decide(orders.manager, voucherId, 'supply', {}))).toEqual(['orders.claim_act_not_allowed'])
  expect((await decide(vouchers.officer, voucherId, 'ask-more', { words: '请补发票' })).json()).toMatchObject({ state: 'more_asked' })

  const boundary = 'x'
  const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
  const upload = () =>
    orders.app.inject({
      method: 'POST',
      url: `/api/v1/orders/voucher-claims/${voucherId}/papers?kind=invoice`,
      headers: { 'x-person': orders.manager.id, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="发票.pdf"\r\ncontent-type: application/pdf\r\n\r\n${pdf}\r\n--${boundary}--\r\n`,
    })
  const added = await upload()
  expect([added.statusCode, added.json().evidence.missing]).toEqual([201, ['agreement', 'report']])
  expect(codesOf(await upload())).toEqual(['orders.voucher_paper_known'])
  expect((await decide(orders.manager, voucherId, 'supply', { words: '已补' })).json()).toMatchObject({ state: 'pending' })
  const accepted = (await decide(vouchers.officer, voucherId, 'accept', {})).json()
  expect(accepted).toMatchObject({
    state: 'accepted',
    acts: [],
    evidence: { isFrozen: true, papers: [{ kind: 'order' }, { kind: 'invoice', name: '发票.pdf' }] },
  })
  expect(accepted.steps.map(({ act }: { act: string }) => act)).toEqual(['claim', 'ask_more', 'supply', 'accept'])
  // What was decided on stays as it was, bytes and all, whatever becomes of the records.
  await orders.pool.query(`update orders.service_order set title = '改名' where id = $1`, [orderId])
  const now = (await orders.call(vouchers.officer, 'GET', `/voucher-claims/${voucherId}`)).json()
  expect(now.evidence).toEqual(accepted.evidence)
  const { sha256 } = now.evidence.papers[0]
  const paper = await orders.call(vouchers.officer, 'GET', `/voucher-claims/${voucherId}/papers/${sha256}`)
  expect(createHash('sha256').update(paper.rawPayload).digest('hex')).toBe(sha256)
  await orders.settle()
  const told = await orders.pool.query(`select kind from platform.notice where kind like 'orders.voucher_%' order by kind`)
  expect([...new Set(told.rows.map(({ kind }) => kind))]).toEqual([
    'orders.voucher_accepted',
    'orders.voucher_more_asked',
    'orders.voucher_supplied',
  ])
})

test('the bundle holds every paper and its list, and only parties and the office get it', async () => {
  const { voucherId } = await redeemed()
  const sent = await orders.call(vouchers.officer, 'GET', `/voucher-claims/${voucherId}/evidence.zip`)
  expect(sent.headers['content-type']).toBe('application/zip')
  const folder = mkdtempSync(path.join(tmpdir(), 'jiju-bundle-'))
  writeFileSync(path.join(folder, 'b.zip'), sent.rawPayload)
  execFileSync('python3', ['-m', 'zipfile', '-e', path.join(folder, 'b.zip'), path.join(folder, 'out')])
  expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['00-材料清单.xlsx', '01-订单明细.pdf', 'manifest.json', 'manifest.sig'])
  rmSync(folder, { recursive: true })
  const stranger = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
  expect((await orders.call(stranger, 'GET', `/voucher-claims/${voucherId}/evidence.zip`)).statusCode).toBe(404)
  expect((await orders.call(stranger, 'GET', `/voucher-claims/${voucherId}`)).statusCode).toBe(404)
  expect((await orders.call(stranger, 'GET', '/voucher-claims')).json().items).toEqual([])
})

test('a rejected claim gives the quota back; an accepted one only after a check found a fault', async () => {
  const before = await vouchers.taken(programmeId)
  const first = await redeemed()
  expect((await decide(vouchers.officer, first.voucherId, 'reject', { reason: '材料不实' })).json()).toMatchObject({ state: 'rejected' })
  expect(await vouchers.taken(programmeId)).toMatchObject({ redeemed: before.redeemed, budget_redeemed: before.budget_redeemed })
  expect(await findVoucherShare(orders.db, first.orderId)).toBeNull()

  const second = await redeemed()
  await decide(vouchers.officer, second.voucherId, 'accept', {})
  expect(codesOf(await decide(vouchers.officer, second.voucherId, 'reject', { reason: '抽查' }))).toEqual([
    'orders.claim_reject_needs_fault',
  ])
  const wanted = { programmeId, monthFrom: '2026-11', monthTo: '2026-11', sharePercent: 100, seed: '2026-11-23 福彩 3D 123' }
  const sample = (await orders.call(vouchers.officer, 'POST', '/voucher-samples', wanted)).json()
  const again = (await orders.call(vouchers.officer, 'POST', '/voucher-samples', wanted)).json()
  expect(again.items.map(({ voucherId }: { voucherId: string }) => voucherId)).toEqual(
    sample.items.map(({ voucherId }: { voucherId: string }) => voucherId),
  )
  const item = sample.items.find(({ voucherId }: { voucherId: string }) => voucherId === second.voucherId)
  const unexplained = await orders.call(vouchers.officer, 'PUT', `/voucher-samples/${sample.id}/items/${item.position}`, {
    finding: 'fault',
  })
  expect(unexplained.statusCode).toBe(400)
  const words = '现场未见样品记录'
  await orders.call(vouchers.officer, 'PUT', `/voucher-samples/${sample.id}/items/${item.position}`, { finding: 'fault', words })
  expect((await decide(vouchers.officer, second.voucherId, 'reject', { reason: '抽查发现问题' })).json()).toMatchObject({
    state: 'rejected',
  })
  expect(await vouchers.taken(programmeId)).toMatchObject({ redeemed: before.redeemed })
})

test('the office sums claims by month and provider and takes them as a workbook; late ones are reminded of once', async () => {
  const { voucherId } = await redeemed()
  const sums = (await orders.call(vouchers.officer, 'GET', `/voucher-claim-sums?programmeId=${programmeId}`)).json().items
  const { rows } = await orders.pool.query('select count(*)::int as count, sum(amount_fen)::bigint as sum from orders.voucher_claim')
  expect(sums).toMatchObject([{ month: '2026-11', providerId: orders.provider, count: rows[0].count }])
  const sheet = await orders.call(vouchers.officer, 'GET', '/voucher-claims.xlsx?month=2026-11')
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  orders.setNow('2026-12-20T02:00:00Z')
  await Promise.all([orders.runJob('orders.remind_voucher_claims'), orders.runJob('orders.remind_voucher_claims')])
  const told = await orders.pool.query(
    `select count(*)::int as count, count(distinct person_id)::int as people from platform.notice where kind = 'orders.voucher_claim_late_office' and texts::text like '%' || (select number from orders.voucher where id = $1) || '%'`,
    [voucherId],
  )
  expect(told.rows[0]).toEqual({ count: 2, people: 2 })
})
