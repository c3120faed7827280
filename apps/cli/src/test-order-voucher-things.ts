import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { exampleAnswers } from '@jiju/orders/core/forms/example-answers'
import { defaultFields } from '@jiju/orders/core/forms/families'
import { jobWork } from '@jiju/orders/server/order/job-work'
import { redeemVoucher } from '@jiju/orders/server/vouchers/voucher-of-order'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import type { Maker, PrivateThing } from './test-private-things.ts'

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

/** Every private call about the voucher of an order and the provider's claim for it. */
export async function orderVoucherThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const { serviceId } = await createOrderMaker(testApp, make, provider)
  const { pool, db } = testApp
  const programmeId = newId()
  await pool.query(
    `insert into orders.voucher_programme (id, name_zh, name_en, issuer, budget_fen, created_at) values ($1, '科技创新券', 'Voucher', '科委', 100000000, now())`,
    [programmeId],
  )
  await pool.query(
    `insert into orders.voucher_rule (id, programme_id, number, valid_from, rate_numerator, rate_denominator, enterprise_quota_fen, team_quota_fen,
       allowed_purposes, excluded_purposes, line_kinds, needs_listed_provider, sources, created_at)
     values ($1, $2, 1, '2026-01-01', 1, 2, 30000000, 10000000, '{development}', '{}', '{test}', false, '[]', now())`,
    [newId(), programmeId],
  )
  const form = exampleAnswers(defaultFields('testing_service'), '2026-11-23')
  const redeemed = async (state: 'pending' | 'more_asked' = 'pending') => {
    const body = { purpose: 'development', items: [{ serviceId, quantity: 1, sampleCount: 0, form }], voucherProgrammeId: programmeId }
    const orderId: string = (await make.send(client, 'POST', `${ORDERS}/orders`, { body })).id
    await db.transaction().execute((tx) => redeemVoucher(tx, jobWork(tx, new Date('2026-11-23T02:00:00Z'), 'test'), orderId))
    const { rows } = await pool.query('select id from orders.voucher where order_id = $1', [orderId])
    const voucherId: string = rows[0].id
    await pool.query(`update orders.voucher_claim set state = $2, reason = '请补发票' where voucher_id = $1`, [voucherId, state])
    return { orderId, voucherId }
  }
  const { orderId, voucherId } = await redeemed()
  const { voucherId: asked } = await redeemed('more_asked')
  const { sha256 } = (await make.send(provider, 'GET', `${ORDERS}/voucher-claims/${voucherId}`)).evidence.papers[0]
  const claim = `${ORDERS}/voucher-claims/:voucherId`
  const row = { table: 'orders.voucher_claim', where: { voucher_id: asked } }
  return [
    { route: `GET ${ORDERS}/orders/:id/voucher`, as: client, ids: { id: orderId }, isReadByDuty: true },
    { route: `GET ${claim}`, as: provider, ids: { voucherId }, isReadByDuty: true },
    { route: `GET ${claim}/evidence.zip`, as: provider, ids: { voucherId }, isReadByDuty: true },
    { route: `GET ${claim}/papers/:sha256`, as: provider, ids: { voucherId, sha256 }, isReadByDuty: true },
    { route: `POST ${claim}/papers`, as: provider, ids: { voucherId: asked }, file: { name: 'invoice.pdf', content: PDF } },
    { route: `POST ${claim}/supply`, as: provider, ids: { voucherId: asked }, row, body: { words: '已补' } },
  ]
}
