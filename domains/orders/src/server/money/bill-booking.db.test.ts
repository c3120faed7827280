import { newId } from '@jiju/kernel/ids'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ACCOUNTS } from '../../core/money/accounts.ts'
import { BILL_POINTS } from '../../core/money/settlement.ts'
import { post } from '../sql/money/ledger.ts'
import { billBooking } from './bill-booking.ts'
import { createMoneyTest, type MoneyTest, settleInProcess } from './test-money.ts'
import { verifyLedger } from './verify-ledger.ts'

const ROUNDS = 20
let at: MoneyTest
beforeAll(async () => {
  at = await createMoneyTest()
  await at.call(at.ruler, 'POST', '/fee-rules', { providerId: null, validFrom: '2026-11-24', ratePercent: '2.00' })
  at.setNow('2026-11-24T02:00:00Z')
  const contact = { address: '', phone: '', bankName: '', bankAccount: '', email: '' }
  const data = { title: '澜心医疗', taxpayerNumber: '91310000MA1FL5E88X', kind: 'general', ...contact }
  await at.call(at.finance, 'PUT', '/invoice-data', data, { 'if-match': '"0"' })
})
afterEach(async () => {
  expect(await at.faults()).toEqual([])
  expect((await verifyLedger(at.db)).findings).toEqual([])
})
afterAll(() => at.close())

type Charge = { readonly id: string; readonly reservationId: string; readonly version: number }

/** A version of the charge of a booking as booking writes it; the first one, or one that takes the place of another. */
async function charged(total: number, of?: Charge, organisationId = at.enterprise): Promise<Charge> {
  const charge = { id: newId(), reservationId: of?.reservationId ?? newId(), version: (of?.version ?? 0) + 1 }
  await at.pool.query(
    `insert into booking.charge (id, kind, reservation_id, version, replaces, resource_id, provider_id, organisation_id, is_outside, basis, charged_by,
       booked_minutes, metered_minutes, lines, total_fen, answer_until, reason, created_at)
     values ($1, 'no_show', $2, $3, $4, $5, $6, $7, true, 'booked', 'booked', 120, 0, '[]', $8, '2026-12-01', $9, now())`,
    [
      charge.id,
      charge.reservationId,
      charge.version,
      of?.id ?? null,
      at.service,
      at.provider,
      organisationId,
      total,
      of ? '核对后更正' : null,
    ],
  )
  return charge
}

/** Booking says what happened; `times` as often. */
async function tell(topic: 'accepted' | 'corrected', { reservationId }: Charge, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await at.pool.query('insert into platform.outbox_event (id, topic, payload) values ($1, $2, $3)', [
      newId(),
      `booking.charge_${topic}`,
      JSON.stringify({ reservationId, enrolmentId: null }),
    ])
  await at.settle()
}

async function answered(charge: Charge, kind: 'accepted' | 'objected' | 'silence' = 'accepted'): Promise<void> {
  await at.pool.query(
    `insert into booking.charge_answer (charge_id, kind, words, answered_by, answered_at) values ($1, $2, $3, $4, now())`,
    [charge.id, kind, kind === 'objected' ? '预热时间应扣除' : null, kind === 'silence' ? null : at.engineer.id],
  )
}

async function accepted(total: number, of?: Charge, organisationId?: string): Promise<Charge> {
  const charge = await charged(total, of, organisationId)
  await answered(charge)
  return charge
}

async function bill({ reservationId }: Charge) {
  const { rows } = await at.pool.query(
    `select total_fen::int as total, charged_fen::int as charged, credited_fen::int as credited, paid_fen::int as paid, fee_fen::int as fee, state
     from orders.booking_bill where id = $1`,
    [reservationId],
  )
  return rows[0]
}

const earned = async () => Number((await at.ledger(at.cashier)).payable)
const prepaid = async () => Number((await at.ledger()).prepaid)

test('an accepted charge is paid from the balance and shared out, told as often as it likes', async () => {
  await at.topUp('500.00')
  const [before, had] = [await earned(), await prepaid()]
  const charge = await charged(30_000)
  await tell('accepted', charge)
  // Nobody has accepted yet.
  expect(await bill(charge)).toBeUndefined()
  await answered(charge)
  await tell('accepted', charge, 3)
  expect(await bill(charge)).toEqual({ total: 30_000, charged: 30_000, credited: 0, paid: 30_000, fee: 600, state: 'done' })
  expect(await prepaid()).toBeCloseTo(had - 300)
  expect(await earned()).toBeCloseTo(before + 294)
})

test('without the money it is owed, told to who pays, and paid when the money is there', async () => {
  await at.call(at.finance, 'POST', '/refunds', {
    amount: (await at.ledger()).prepaid,
    accountName: '澜心医疗',
    accountNumber: '62220000',
    bankName: '招商银行',
  })
  const charge = await charged(45_000)
  await answered(charge, 'silence')
  await tell('accepted', charge)
  expect(await bill(charge)).toMatchObject({ charged: 45_000, paid: 0, state: 'waiting' })
  expect(await at.ledger()).toMatchObject({ prepaid: '0.00', due: '450.00' })
  const { rows } = await at.pool.query(`select distinct person_id from platform.notice where kind = 'orders.booking_due'`)
  expect(rows).toEqual([{ person_id: at.finance.id }])
  await at.topUp('449.99')
  await at.settle()
  expect(await bill(charge)).toMatchObject({ state: 'waiting' })
  await at.topUp('0.01')
  await at.settle()
  expect(await bill(charge)).toMatchObject({ paid: 45_000, state: 'done' })
  expect(await at.ledger()).toMatchObject({ prepaid: '0.00', due: '0.00' })
})

test('a correction posts its difference: less is given back at once, more when it is accepted', async () => {
  await at.topUp('1000.00')
  const [before, had] = [await earned(), await prepaid()]
  const first = await accepted(30_000)
  await tell('accepted', first)
  const lower = await charged(20_000, first)
  await tell('corrected', lower, 2)
  expect(await bill(lower)).toEqual({ total: 20_000, charged: 30_000, credited: 10_000, paid: 20_000, fee: 400, state: 'done' })
  expect([await prepaid(), await earned()]).toEqual([had - 200, before + 196])
  await answered(lower)
  await tell('accepted', lower)
  expect(await bill(lower)).toMatchObject({ charged: 30_000, credited: 10_000 })
  const higher = await charged(50_000, lower)
  await tell('corrected', higher)
  expect(await bill(higher)).toMatchObject({ total: 20_000 })
  await answered(higher)
  await tell('accepted', higher, 2)
  expect(await bill(higher)).toEqual({ total: 50_000, charged: 60_000, credited: 10_000, paid: 50_000, fee: 1_000, state: 'done' })
  expect([await prepaid(), await earned()]).toEqual([had - 500, before + 490])
  const waived = await charged(0, higher)
  await tell('corrected', waived)
  expect(await bill(waived)).toMatchObject({ total: 0, paid: 0, fee: 0, state: 'done' })
  expect([await prepaid(), await earned()]).toEqual([had, before])
})

test('a lower charge first takes off what is still owed', async () => {
  const owed = 100_000_00
  const first = await accepted(owed)
  await tell('accepted', first)
  expect(await bill(first)).toMatchObject({ state: 'waiting' })
  const lower = await charged(0, first)
  await tell('corrected', lower)
  expect(await bill(lower)).toEqual({ total: 0, charged: owed, credited: owed, paid: 0, fee: 0, state: 'done' })
  expect(await at.ledger()).toMatchObject({ due: '0.00' })
})

test('what the provider has paid out it gives back when it has earned it again', async () => {
  await at.topUp('1000.00')
  const first = await accepted(40_000)
  await tell('accepted', first)
  const account = { accountName: '浦江检测', accountNumber: '31000000', bankName: '建设银行' }
  await at.call(at.cashier, 'POST', '/payouts', { amount: (await at.ledger(at.cashier)).payable, ...account })
  const had = await prepaid()
  const lower = await charged(10_000, first)
  await tell('corrected', lower)
  expect(await bill(lower)).toMatchObject({ total: 10_000, credited: 0, state: 'waiting' })
  const other = await accepted(30_000)
  await tell('accepted', other)
  await at.runJob('orders.resume_settlements', { isWaitingToo: true })
  expect(await bill(lower)).toMatchObject({ credited: 30_000, paid: 10_000, state: 'done' })
  expect(await prepaid()).toBe(had)
})

test('a place in a training is billed under the training’s number and title', async () => {
  await at.topUp('500.00')
  const [trainingId, enrolmentId] = [newId(), newId()]
  await at.pool.query(
    `insert into booking.training (id, number, provider_id, title, level, during, location, places, fee_fen, trainer_id, takes_instruments, created_by, created_at, updated_at)
     values ($1, 'TRN-20261120-1', $2, '透射电镜上机培训', 1, '[2026-11-20 01:00Z,2026-11-20 09:00Z)', '3 号楼', 6, 20000, $3, false, $3, now(), now())`,
    [trainingId, at.provider, at.manager.id],
  )
  await at.pool.query(
    `insert into booking.training_enrolment (id, training_id, person_id, organisation_id, state, fee_fen, enrolled_at) values ($1, $2, $3, $4, 'left', 20000, now())`,
    [enrolmentId, trainingId, at.engineer.id, at.enterprise],
  )
  await at.pool.query(
    `with charged as (insert into booking.charge (id, kind, enrolment_id, version, provider_id, organisation_id, is_outside, basis, charged_by, booked_minutes,
       metered_minutes, lines, total_fen, answer_until, created_at)
       values ($1, 'training', $2, 1, $3, $4, true, 'booked', 'booked', 0, 0, '[]', 20000, '2026-12-01', now()) returning id)
     insert into booking.charge_answer (charge_id, kind, answered_by, answered_at) select id, 'accepted', $5, now() from charged`,
    [newId(), enrolmentId, at.provider, at.enterprise, at.engineer.id],
  )
  await billBooking({ db: at.db, now: at.needs.now }, enrolmentId)
  const { items } = (await at.call(at.cashier, 'GET', '/ledger/income')).json()
  expect(items.find(({ id }: { id: string }) => id === enrolmentId)).toMatchObject({
    kind: 'training',
    number: 'TRN-20261120-1',
    title: '透射电镜上机培训',
    charge: '200.00',
  })
})

test('a provider that books elsewhere pays from what it has earned, and its statement shows it as a client too', async () => {
  const other = await at.addOrganisation('provider')
  const otherCashier = await at.addPerson(other, 'provider', 'finance')
  await at.db
    .transaction()
    .execute((tx) =>
      post(tx, { at: at.needs.now() }, [
        { cause: `earned:${other}`, kind: 'share', debit: ACCOUNTS.bank, credit: ACCOUNTS.payable(other), amountFen: 30_000n },
      ]),
    )
  const accountsOf = async () => {
    const { accounts } = (await at.call(otherCashier, 'GET', '/ledger/statement?month=2026-11')).json()
    return accounts.map(({ account, closing }: { account: string; closing: string }) => `${account} ${closing}`)
  }
  expect(await accountsOf()).toEqual(['provider_payable 300.00'])
  const first = await charged(25_000, undefined, other)
  await answered(first)
  await tell('accepted', first)
  expect(await bill(first)).toMatchObject({ paid: 25_000, state: 'done' })
  expect(await accountsOf()).toEqual(['provider_payable 50.00', 'client_due 0.00'])
  // What is given back can be used for the next booking.
  await tell('corrected', await charged(20_000, first, other))
  expect(await accountsOf()).toEqual(['provider_payable 50.00', 'client_prepaid 50.00', 'client_due 0.00'])
  await tell('accepted', await accepted(90_000, undefined, other))
  const { rows } = await at.pool.query(`select link from platform.notice where kind = 'orders.booking_due' and person_id = $1`, [
    otherCashier.id,
  ])
  expect(rows).toEqual([{ link: '/e/ledger' }])
})

test('the provider’s own use is on nobody’s bill', async () => {
  const own = await charged(30_000, undefined, at.provider)
  await answered(own)
  await tell('accepted', own)
  expect(await bill(own)).toBeUndefined()
})

test('acceptance × correction × repeats, at once: the bill comes to the charge that stands', async () => {
  await at.topUp('9000.00')
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = await accepted(30_000)
    const settling = { db: at.db, now: at.needs.now }
    const follow = () => billBooking(settling, first.reservationId)
    const had = await prepaid()
    const correct = async () => {
      const next = await charged(12_000, first)
      await follow()
      return next
    }
    const [lower] = await Promise.all([correct(), follow(), follow(), follow(), follow()])
    await answered(lower)
    await Promise.all([follow(), follow(), follow()])
    expect(await bill(lower)).toMatchObject({ total: 12_000, paid: 12_000, fee: 240, state: 'done' })
    expect(await prepaid()).toBeCloseTo(had - 120)
  }
})

test('one balance that many bills want at once is spent once, and the rest is paid when money comes', async () => {
  const settling = { db: at.db, now: at.needs.now }
  await at.call(at.finance, 'POST', '/refunds', {
    amount: (await at.ledger()).prepaid,
    accountName: '澜心医疗',
    accountNumber: '62220000',
    bankName: '招商银行',
  })
  await at.topUp('3000.00')
  const charges: Charge[] = []
  for (let round = 0; round < ROUNDS; round += 1) charges.push(await accepted(30_000))
  await Promise.all(charges.map(({ reservationId }) => billBooking(settling, reservationId)))
  const states = async () => (await Promise.all(charges.map(bill))).map(({ state }) => state).sort()
  expect(await states()).toEqual([...Array(10).fill('done'), ...Array(10).fill('waiting')])
  expect(await at.ledger()).toMatchObject({ prepaid: '0.00', due: '3000.00' })
  await Promise.all([at.topUp('1500.00'), at.topUp('1500.00')])
  await at.settle()
  expect(await states()).toEqual(Array(20).fill('done'))
  expect(await at.ledger()).toMatchObject({ prepaid: '0.00', due: '0.00' })
})

test('killed between any two steps, a bill goes on where it stood and each thing is posted once', async () => {
  await at.topUp('2000.00')
  for (const point of BILL_POINTS) {
    const had = await prepaid()
    const charge = await accepted(30_000)
    expect([point, await settleInProcess(at.url, 'bill', charge.reservationId, point)]).toEqual([point, 'SIGKILL'])
    expect(await at.faults()).toEqual([])
    // What was begun goes on without being told again; what was not is told again, as a job that did not end is.
    await at.runJob('orders.resume_settlements')
    await tell('accepted', charge)
    expect(await bill(charge)).toMatchObject({ charged: 30_000, credited: 0, paid: 30_000, state: 'done' })
    expect(await prepaid()).toBeCloseTo(had - 300)
  }
}, 60_000)

test('statements of both sides and the provider’s income list bookings', async () => {
  await at.topUp('300.00')
  const charge = await accepted(30_000)
  await tell('accepted', charge)
  type Entry = { kind: string; amount: string; reservationId: string | null; orderId: string | null; title: string | null }
  const entriesOf = async (person: typeof at.finance): Promise<(string | null)[][]> => {
    const { accounts } = (await at.call(person, 'GET', '/ledger/statement?month=2026-11')).json()
    return accounts
      .flatMap(({ entries }: { entries: Entry[] }) => entries)
      .filter(({ reservationId }: Entry) => reservationId === charge.reservationId)
      .map((entry: Entry) => [entry.kind, entry.amount, entry.title, entry.orderId])
  }
  const title = '细胞毒性（浸提液法）'
  expect(await entriesOf(at.finance)).toEqual([
    ['collect_balance', '-300.00', title, null],
    ['charge', '300.00', title, null],
    ['collect_balance', '-300.00', title, null],
  ])
  expect(await entriesOf(at.cashier)).toEqual([['share', '294.00', title, null]])
  const { items } = (await at.call(at.cashier, 'GET', '/ledger/income')).json()
  expect(items.find(({ id }: { id: string }) => id === charge.reservationId)).toMatchObject({
    kind: 'no_show',
    charge: '300.00',
    fee: '6.00',
    share: '294.00',
    credited: '0.00',
    state: 'done',
  })
  const first = (await at.call(at.cashier, 'GET', '/ledger/income?limit=1')).json()
  const second = (await at.call(at.cashier, 'GET', `/ledger/income?limit=1&cursor=${first.nextCursor}`)).json()
  expect([first.items[0].id, second.items[0].id]).toEqual([items[0].id, items[1].id])
})

test('a paid booking is on one invoice; what a correction adds goes on another', async () => {
  await at.topUp('1000.00')
  const charge = await accepted(30_000)
  await tell('accepted', charge)
  const billIds = [charge.reservationId]
  const ask = () => at.call(at.finance, 'POST', '/invoices', { billIds, contents: '仪器机时费' })
  const open = async () => {
    const { items } = (await at.call(at.finance, 'GET', '/invoiceable-orders')).json()
    return items.filter(({ id }: { id: string }) => id === charge.reservationId)
  }
  expect(await open()).toMatchObject([{ kind: 'booking', amount: '300.00' }])
  const asked = await Promise.all([ask(), ask(), ask(), ask()])
  // Whoever comes late finds nothing to invoice, whoever comes at the same moment is told so by the constraint.
  expect(asked.map(({ statusCode }) => statusCode).sort()).toEqual([201, ...Array.from({ length: 3 }, () => expect.toBeOneOf([409, 422]))])
  const invoice = asked.find(({ statusCode }) => statusCode === 201)?.json()
  expect(invoice).toMatchObject({ amount: '300.00' })
  expect(await open()).toEqual([])
  await at.call(at.cashier, 'POST', `/invoices/${invoice.id}/refusal`, { reason: '抬头有误' })
  expect((await ask()).json()).toMatchObject({ amount: '300.00' })
  const higher = await accepted(42_000, charge)
  await tell('accepted', higher)
  expect(await open()).toMatchObject([{ amount: '120.00' }])
  expect((await ask()).json()).toMatchObject({ amount: '120.00', state: 'asked' })
  expect((await at.call(at.finance, 'POST', '/invoices', { contents: '机时费' })).statusCode).toBe(400)
})
