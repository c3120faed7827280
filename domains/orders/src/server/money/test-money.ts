import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createOrdersTest, type OrdersTest, type Person } from '../test-orders.ts'

export type MoneyTest = Awaited<ReturnType<typeof createMoneyTest>>

/** Orders with people who look after money, and what the ledger says of itself after each thing that happened. */
export async function createMoneyTest() {
  const orders = await createOrdersTest()
  const finance = await orders.addPerson(orders.enterprise, 'enterprise', 'finance')
  const cashier = await orders.addPerson(orders.provider, 'provider', 'finance')

  /** The client's balance grows through the sandbox. */
  async function topUp(amount: string, orderId: string | null = null, manner = 'at_once'): Promise<string> {
    const begun = await orders.call(finance, 'POST', '/payments', { amount, channel: 'sandbox', orderId })
    if (begun.statusCode !== 201) throw new Error(`${begun.statusCode} ${begun.body}`)
    const reference = String(begun.json().payPath).split('/').at(-1) ?? ''
    const paid = await orders.call(finance, 'POST', `/sandbox-payments/${reference}`, { manner })
    if (paid.statusCode !== 200) throw new Error(`${paid.statusCode} ${paid.body}`)
    return reference
  }

  /** Moves an order past what other topics ask for, as if they had done their part. */
  async function reach(orderId: string, state: string): Promise<void> {
    const stamp = new Date('2026-11-23T01:40:00Z')
    await orders.pool.query(
      `update orders.service_order set state = $2, version = version + 1, accepted_at = coalesce(accepted_at, $3), reported_at = $3 where id = $1`,
      [orderId, state, stamp],
    )
  }

  async function accepted(person: Person = orders.engineer, body: Record<string, unknown> = {}): Promise<string> {
    const { id } = await orders.placed(person, body)
    const reply = await orders.act(orders.manager, id, 'accept')
    if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
    return id
  }

  const money = async (orderId: string, person: Person = finance) => (await orders.call(person, 'GET', `/orders/${orderId}/money`)).json()
  const ledger = async (person: Person = finance) => (await orders.call(person, 'GET', '/ledger')).json()

  /** What is wrong with the books: both sides differ, an account is below zero, or its totals are not what was posted. */
  async function faults(): Promise<unknown[]> {
    const { rows } = await orders.pool.query(`
      select a.name, a.debit_fen, a.credit_fen from orders.ledger_account a
      left join lateral (select coalesce(sum(amount_fen) filter (where debit_account_id = a.id), 0) as debit,
        coalesce(sum(amount_fen) filter (where credit_account_id = a.id), 0) as credit
        from orders.ledger_transfer where a.id in (debit_account_id, credit_account_id)) t on true
      where t.debit <> a.debit_fen or t.credit <> a.credit_fen
        or (a.normal_side = 'debit' and a.debit_fen < a.credit_fen) or (a.normal_side = 'credit' and a.credit_fen < a.debit_fen)
      union all select 'sum', sum(debit_fen), sum(credit_fen) from orders.ledger_account having sum(debit_fen) <> sum(credit_fen)`)
    return rows
  }

  return { ...orders, orders: orders as OrdersTest, finance, cashier, topUp, reach, accepted, money, ledger, faults }
}

const fixture = fileURLToPath(new URL('./settle-fixture.ts', import.meta.url))

/** Settles an order or the bill of a booking in a process of its own; answers by which signal it ended. */
export function settleInProcess(url: string, what: 'order' | 'bill', id: string, point: string): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', fixture, url, what, id, point], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code, signal) => (code !== null && code !== 0 ? reject(new Error(`settling ended with ${code}`)) : resolve(signal)))
  })
}
