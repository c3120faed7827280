import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import { ACCOUNTS } from '@jiju/orders/core/money/accounts'
import { post } from '@jiju/orders/server/sql/money/ledger'
import { createOrderMaker, ORDERS } from './test-order-maker.ts'
import type { Maker, PrivateThing } from './test-private-things.ts'

const INVOICE_DATA = {
  title: '澄心医疗',
  taxpayerNumber: '91310000000000000X',
  kind: 'general',
  address: '',
  phone: '',
  bankName: '',
  bankAccount: '',
  email: '',
}

/** Every private call about the money of orders, payments and invoices. */
export async function orderMoneyThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const orders = await createOrderMaker(testApp, make, provider)
  const { pool, db } = testApp
  await db.transaction().execute((tx) =>
    post(tx, { at: new Date() }, [
      {
        cause: `test:${newId()}`,
        kind: 'payment',
        debit: ACCOUNTS.gateway,
        credit: ACCOUNTS.prepaid(client.organisationId),
        amountFen: 500_000n,
      },
    ]),
  )
  const things: PrivateThing[] = []
  for (const as of [client, provider])
    things.push({ route: `GET ${ORDERS}/orders/:id/money`, as, ids: { id: await orders.accepted(client) }, isReadByDuty: true })
  things.push({ route: `POST ${ORDERS}/orders/:id/payment`, as: client, ids: { id: await orders.accepted(client) } })
  const measured = await orders.accepted(client)
  const { rows } = await pool.query(`update orders.order_item set unit = 'batch' where order_id = $1 returning id`, [measured])
  things.push({
    route: `POST ${ORDERS}/orders/:id/measurements`,
    as: provider,
    ids: { id: measured },
    body: { itemId: rows[0].id, measured: '1.05' },
  })
  things.push({
    route: `POST ${ORDERS}/orders/:id/credit-notes`,
    as: provider,
    ids: { id: await orders.accepted(client) },
    body: { amount: '10.00', reason: '报告晚到' },
  })
  const announced = await make.send(client, 'POST', `${ORDERS}/payments`, { body: { amount: '10.00', channel: 'bank_transfer' } })
  things.push({ route: `POST ${ORDERS}/payments/:id/withdrawal`, as: client, ids: { id: announced.id } })

  await make.send(client, 'PUT', `${ORDERS}/invoice-data`, { body: INVOICE_DATA, version: 0 })
  const asked = async (): Promise<string> => {
    const id = await orders.accepted(client)
    await pool.query(
      `insert into orders.settlement (order_id, kind, state, charge_fen, opened_at, done_at) values ($1, 'order', 'done', 120000, now(), now())`,
      [id],
    )
    return (await make.send(client, 'POST', `${ORDERS}/invoices`, { body: { orderIds: [id], contents: '检测服务费' } })).id
  }
  things.push({ route: `POST ${ORDERS}/invoices/:id/withdrawal`, as: client, ids: { id: await asked() } })
  things.push({
    route: `POST ${ORDERS}/invoices/:id/issue`,
    as: provider,
    ids: { id: await asked() },
    body: { invoiceNumber: '26312000000000000001', invoiceDay: '2026-11-23' },
  })
  things.push({ route: `POST ${ORDERS}/invoices/:id/refusal`, as: provider, ids: { id: await asked() }, body: { reason: '税号有误' } })
  return things
}
