/** Races of orders over four server processes: needs, withdrawals, vouchers, payments and refunds. Each round is judged by the rows that it left. */
import { ACCOUNTS } from '@jiju/orders/core/money/accounts'
import { signedNotice } from '@jiju/orders/server/money/sandbox'
import type { OrdersTables } from '@jiju/orders/server/needs'
import { balanceOf } from '@jiju/orders/server/sql/money/ledger'
import { findSandboxPayment } from '@jiju/orders/server/sql/money/sandbox'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestApp } from '../apps/api/src/test-app.ts'
import { createOrderDistrict, type OrderDistrict, type Participant, type Reply } from '../apps/api/src/test-order-district.ts'
import { act, place } from '../apps/api/src/test-order-steps.ts'
import { type Bench, percentile } from './bench.ts'
import { HttpConnection } from './http-client.ts'
import { startServerProcess } from './server-process.ts'

const PORT = 4913
const PROCESSES = 4
const CONNECTIONS = 24
const QUICK_MS_PER_KIND = 5_000
const STALLED_MS = 5_000
const SECRET = 'a secret for races, 32 characters or more'

type Request = readonly [who: Participant | null, method: 'POST', path: string, body?: unknown, version?: number | undefined]
type Round = {
  readonly district: OrderDistrict
  readonly database: ReturnType<typeof openDatabase<OrdersTables>>
  readonly query: <Row>(text: string, values: unknown[]) => Promise<Row[]>
  /** Sends all at once, each on a connection of its own. */
  readonly together: (requests: readonly Request[]) => Promise<Reply[]>
}
type Kind = { readonly name: string; readonly play: (round: Round) => Promise<string[]> }

const won = (replies: readonly Reply[]) => replies.filter(({ status }) => status === 200 || status === 201)
const must = async (reply: Promise<Reply>): Promise<Record<string, unknown>> => {
  const { status, body } = await reply
  if (status >= 300) throw new Error(`preparing a round failed: ${status} ${JSON.stringify(body)}`)
  return body
}
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const stateOf = async ({ query }: Round, id: unknown) =>
  (await query<{ state: string; version: number }>('select state, version from orders.service_order where id = $1', [id]))[0]

const KINDS: readonly Kind[] = [
  {
    // Two providers take one need that was offered at a price.
    name: 'take_take',
    play: async (round) => {
      const { district, query, together } = round
      const { id } = await must(
        district.call('engineer', 'POST', '/enquiries', {
          kind: 'need',
          award: 'first',
          offered: '900.00',
          title: '细胞毒性',
          purpose: 'development',
          items: [{ name: '细胞毒性', quantity: 1, sampleCount: 1 }],
          providerIds: [district.providerId, district.rivalId],
        }),
      )
      const take = (who: Participant): Request => [who, 'POST', `/enquiries/${id}/take`, { turnaroundDays: 8, expectedOffered: '900.00' }]
      const replies = await together([take('manager'), take('rival'), take('manager'), take('rival')])
      const orders = await query<{ provider_id: string }>('select provider_id from orders.service_order where enquiry_id = $1', [id])
      const asked = await query<{ provider_id: string; state: string }>(
        'select provider_id, state from orders.enquiry_provider where enquiry_id = $1',
        [id],
      )
      const problems: string[] = []
      if (won(replies).length !== 1 || orders.length !== 1)
        problems.push(`${won(replies).length} took it, ${orders.length} orders came of it`)
      const winner = asked.filter(({ state }) => state === 'won')
      if (winner.length !== 1 || winner[0]?.provider_id !== orders[0]?.provider_id) problems.push('the order is not the winner’s')
      return problems
    },
  },
  {
    // The provider accepts while the client takes the order back.
    name: 'accept_withdraw',
    play: async (round) => {
      const { id } = await must(place(round.district))
      const replies = await round.together([
        ['manager', 'POST', `/orders/${id}/accept`, {}, 1],
        ['engineer', 'POST', `/orders/${id}/withdraw`, {}, 1],
        ['manager', 'POST', `/orders/${id}/accept`, {}, 1],
        ['engineer', 'POST', `/orders/${id}/withdraw`, {}, 1],
      ])
      const order = await stateOf(round, id)
      const wanted = won([replies[0] as Reply, replies[2] as Reply]).length === 1 ? 'accepted' : 'withdrawn'
      if (won(replies).length !== 1) return [`${won(replies).length} of accepting and withdrawing were told yes`]
      return order?.state === wanted && order.version === 2 ? [] : [`the order is ${order?.state} in version ${order?.version}`]
    },
  },
  {
    // A quote is accepted while its provider withdraws it.
    name: 'accept_withdraw_quote',
    play: async ({ district, query, together }) => {
      const enquiry = await must(
        district.call('engineer', 'POST', '/enquiries', {
          kind: 'need',
          title: '细胞毒性',
          purpose: 'development',
          items: [{ name: '细胞毒性', quantity: 1, sampleCount: 1 }],
          providerIds: [district.providerId],
        }),
      )
      const offered = await must(
        district.call('manager', 'POST', `/enquiries/${enquiry.id}/quotes`, {
          validDay: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
          turnaroundDays: 8,
          needsSamples: true,
          expectedRevision: 0,
          lines: [{ kind: 'test', name: '细胞毒性', quantity: 1, unit: 'item', unitPrice: '800.00' }],
        }),
      )
      const [quote] = await query<{ id: string }>(`select id from orders.quote where enquiry_id = $1 and state = 'offered'`, [enquiry.id])
      if (!quote) throw new Error(`no quote came of ${JSON.stringify(offered)}`)
      const accept: Request = ['engineer', 'POST', `/quotes/${quote.id}/accept`, {}]
      const withdraw: Request = ['manager', 'POST', `/quotes/${quote.id}/withdraw`, { reason: 'no_capacity' }]
      const replies = await together([accept, withdraw, accept, withdraw])
      const orders = await query('select id from orders.service_order where enquiry_id = $1', [enquiry.id])
      const isAccepted = won([replies[0] as Reply, replies[2] as Reply]).length
      const problems: string[] = []
      if (won(replies).length !== 1) problems.push(`${won(replies).length} of accepting and withdrawing were told yes`)
      if (orders.length !== isAccepted) problems.push(`${orders.length} orders of ${isAccepted} acceptances`)
      return problems
    },
  },
  {
    // Twenty orders want a voucher whose quota is enough for five.
    name: 'voucher_quota',
    play: async ({ district, query, together }) => {
      const programmeId = await district.addProgramme('3000.00')
      const item = { serviceId: district.serviceId, quantity: 1, sampleCount: 0 }
      const body = { purpose: 'development', items: [item], voucherProgrammeId: programmeId }
      const replies = await together(times(20, () => ['engineer', 'POST', '/orders', body] as const))
      const [quota] = await query<{ reserved_fen: bigint; quota_fen: bigint }>(
        'select reserved_fen, quota_fen from orders.voucher_quota where programme_id = $1',
        [programmeId],
      )
      const [use] = await query<{ count: number; sum: bigint }>(
        `select count(*)::int as count, coalesce(sum(amount_fen), 0)::bigint as sum from orders.voucher where programme_id = $1 and state = 'reserved'`,
        [programmeId],
      )
      const problems: string[] = []
      if (!quota || quota.reserved_fen > quota.quota_fen) problems.push(`${quota?.reserved_fen} reserved of ${quota?.quota_fen}`)
      if (quota && use && quota.reserved_fen !== use.sum) problems.push(`the quota says ${quota.reserved_fen}, the vouchers ${use.sum}`)
      if (use?.sum !== 300_000n) problems.push(`${use?.sum} fen were reserved of 300000`)
      if (won(replies).length !== use?.count) problems.push(`${won(replies).length} orders were accepted, ${use?.count} have a voucher`)
      return problems
    },
  },
  {
    // The payment provider tells of one payment eight times at once.
    name: 'double_notice',
    play: async ({ district, database, together }) => {
      const before = await balanceOf(database, ACCOUNTS.prepaid(district.clientId))
      const begun = await must(district.call('payer', 'POST', '/payments', { amount: '100.00', channel: 'sandbox', orderId: null }))
      const reference = String(begun.payPath).split('/').at(-1) ?? ''
      await must(district.call('payer', 'POST', `/sandbox-payments/${reference}`, { manner: 'silent' }))
      const row = await findSandboxPayment(database, reference)
      const notice = row && signedNotice(SECRET, row)
      const replies = await together(times(8, () => [null, 'POST', '/payment-notices/sandbox', notice] as const))
      const booked = replies.filter(({ body }) => body.outcome === 'booked').length
      const after = await balanceOf(database, ACCOUNTS.prepaid(district.clientId))
      const problems: string[] = []
      if (booked !== 1 || won(replies).length !== 8) problems.push(`${booked} of ${won(replies).length} notices were booked`)
      if (after - before !== 10_000n) problems.push(`the balance grew by ${after - before} fen`)
      return problems
    },
  },
  {
    // A client asks its whole balance back while an order is settled from it.
    name: 'refund_settlement',
    play: async (round) => {
      const { district, database, query, together } = round
      const { id } = await must(place(district))
      await must(act(district.call, 'manager', String(id), 'accept'))
      // The report is none of this race's business.
      await query(`update orders.service_order set state = 'reported', reported_at = now(), version = version + 1 where id = $1`, [id])
      const [order] = await query<{ version: number }>('select version from orders.service_order where id = $1', [id])
      const balance = await balanceOf(database, ACCOUNTS.prepaid(district.clientId))
      const refund = {
        amount: `${balance / 100n}.${String(balance % 100n).padStart(2, '0')}`,
        accountName: '测试单位',
        accountNumber: '6222000000000000',
        bankName: '演示银行',
      }
      const replies = await together([
        ['engineer', 'POST', `/orders/${id}/approve`, {}, order?.version],
        ...times(3, () => ['payer', 'POST', '/refunds', refund] as const),
      ])
      const problems: string[] = []
      if (won(replies.slice(1)).length > 1) problems.push(`${won(replies.slice(1)).length} refunds of one balance`)
      problems.push(...(await bookFaults(query)))
      // What went out comes back, so that the next round has the same to start with.
      const [outgoing] = await query<{ id: string }>(`select id from orders.outgoing where state = 'asked' limit 1`, [])
      if (outgoing) await must(district.call('operator', 'POST', `/outgoings/${outgoing.id}/refusal`, { reason: '重复申请' }))
      return problems
    },
  },
]

async function bookFaults(query: Round['query']): Promise<string[]> {
  const rows = await query<{ fault: string }>(
    `select 'debits and credits differ' as fault from orders.ledger_account having sum(debit_fen) <> sum(credit_fen)
     union all select 'account ' || name || ' is overdrawn' from orders.ledger_account
       where (normal_side = 'debit' and debit_fen < credit_fen) or (normal_side = 'credit' and credit_fen < debit_fen)`,
    [],
  )
  return rows.map(({ fault }) => fault)
}

const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  process.env.AUTH_SECRET = SECRET
  const app = await createTestApp({ url: databaseUrl })
  const district = await createOrderDistrict(app, { topUp: '9000000.00' })
  const pool = openPool({ connectionString: databaseUrl })
  const server = await startServerProcess({ databaseUrl, home, port: PORT, workers: PROCESSES, connections: 10 })
  const connections = times(CONNECTIONS, () => new HttpConnection({ host: server.host, port: PORT }))
  let errors = 0
  let keys = 0
  try {
    for (const kind of KINDS) {
      const latencies: number[] = []
      const wrong: string[] = []
      const send = async (connection: HttpConnection, [who, method, path, body, version]: Request): Promise<Reply> => {
        keys += 1
        const started = performance.now()
        const answer = await connection.send(
          method,
          `/api/v1/orders${path}`,
          {
            ...(who && { cookie: district.cookies[who], 'idempotency-key': `order-races-${keys}` }),
            ...(version !== undefined && { 'if-match': `"${version}"` }),
          },
          JSON.stringify(body ?? {}),
        )
        const ms = performance.now() - started
        latencies.push(ms)
        if (answer.status >= 500 || ms > STALLED_MS) {
          errors += 1
          console.error(`${kind.name}: ${answer.status} after ${Math.round(ms)} ms: ${answer.body.slice(0, 300)}`)
        }
        return { status: answer.status, body: answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {} }
      }
      const round: Round = {
        district,
        database: openDatabase<OrdersTables>(pool),
        query: async (text, values) => (await pool.query(text, values)).rows,
        together: (requests) => Promise.all(requests.map((request, index) => send(connections[index] as HttpConnection, request))),
      }
      const deadline = performance.now() + (quick ? QUICK_MS_PER_KIND : Number.POSITIVE_INFINITY)
      let rounds = 0
      for (; rounds < (quick ? 50 : 1000) && performance.now() < deadline; rounds += 1) wrong.push(...(await kind.play(round)))
      for (const text of wrong.slice(0, 5)) console.error(`${kind.name}: ${text}`)
      emit({ figure: `wrong_${kind.name}`, value: wrong.length, unit: `of ${rounds} rounds` })
      emit({ figure: `p95_ms_${kind.name}`, value: percentile(latencies, 0.95), unit: 'ms' })
    }
    const faults = await bookFaults(async (text, values) => (await pool.query(text, values)).rows)
    emit({ figure: 'book_faults', value: faults.length, unit: 'findings' })
    emit({ figure: 'errors', value: errors, unit: 'requests' })
  } finally {
    for (const connection of connections) connection.close()
    await server.stop()
    await pool.end()
    await app.close()
  }
}

export default bench
