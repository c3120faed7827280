import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNTS, type AccountKey } from '../../core/money/accounts.ts'
import { balanceOf, balancesOf, post } from '../sql/money/ledger.ts'
import { createMoneyTest, type MoneyTest } from './test-money.ts'
import { verifyLedger } from './verify-ledger.ts'

let at: MoneyTest
beforeAll(async () => {
  at = await createMoneyTest()
})
afterAll(() => at.close())

const NOW = new Date('2026-11-24T02:00:00Z')

/** The platform's accounts and those of two organisations. */
function accountsFor(clients: readonly string[]): AccountKey[] {
  const [a = '', b = ''] = clients
  return [
    ACCOUNTS.bank,
    ACCOUNTS.gateway,
    ACCOUNTS.clearing,
    ACCOUNTS.refunds,
    ACCOUNTS.prepaid(a),
    ACCOUNTS.prepaid(b),
    ACCOUNTS.payable(b),
    ACCOUNTS.fee(b),
  ]
}

test('random postings: the sum is zero, nothing is below zero, a cause counts once', async () => {
  const index = fc.integer({ min: 0, max: 7 })
  const posting = fc.record({
    debit: index,
    credit: index,
    amount: fc.bigInt({ min: 1n, max: 1_000_000n }),
    cause: fc.integer({ min: 0, max: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(posting, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }), async (batches) => {
      const run = newId()
      const keys = accountsFor([newId(), newId()])
      const before = await balancesOf(at.db, keys)
      const expected = new Map(keys.map((key, place) => [key, before[place] ?? 0n]))
      const causes = new Set<number>()
      for (const batch of batches) {
        const transfers = batch
          .filter(({ debit, credit }) => debit !== credit)
          .map(({ debit, credit, amount, cause }) => ({
            cause: `${run}:${cause}`,
            number: cause,
            kind: 'payment' as const,
            debit: keys[debit] ?? ACCOUNTS.bank,
            credit: keys[credit] ?? ACCOUNTS.bank,
            amountFen: amount,
          }))
        const wanted = transfers.filter(
          ({ number }, place) => !causes.has(number) && transfers.findIndex((other) => other.number === number) === place,
        )
        const after = new Map(expected)
        const grow = (key: AccountKey, side: 'debit' | 'credit', fen: bigint) => {
          const isDebit = key.kind === 'bank' || key.kind === 'gateway'
          after.set(key, (after.get(key) ?? 0n) + (isDebit === (side === 'debit') ? fen : -fen))
        }
        for (const { debit, credit, amountFen } of wanted) {
          grow(debit, 'debit', amountFen)
          grow(credit, 'credit', amountFen)
        }
        const isFine = [...after.values()].every((fen) => fen >= 0n)
        const posted = await at.db
          .transaction()
          .execute((tx) => post(tx, { at: NOW }, transfers))
          .catch((error: unknown) => error)
        if (!isFine) {
          expect(posted).toBeInstanceOf(Refusal)
          continue
        }
        expect([...(posted as string[])].sort()).toEqual(wanted.map(({ cause }) => cause).sort())
        for (const { number } of wanted) causes.add(number)
        for (const [key, fen] of after) expected.set(key, fen)
      }
      expect(await balancesOf(at.db, keys)).toEqual(keys.map((key) => expected.get(key)))
      expect(await at.faults()).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('one balance that many want at once is spent once', async () => {
  const client = newId()
  const prepaid = ACCOUNTS.prepaid(client)
  await at.db
    .transaction()
    .execute((tx) =>
      post(tx, { at: NOW }, [{ cause: `in:${client}`, kind: 'payment', debit: ACCOUNTS.bank, credit: prepaid, amountFen: 1_000n }]),
    )
  const take = (number: number) =>
    at.db
      .transaction()
      .execute((tx) =>
        post(tx, { at: NOW }, [
          { cause: `out:${client}:${number}`, kind: 'refund_asked', debit: prepaid, credit: ACCOUNTS.refunds, amountFen: 300n },
        ]),
      )
      .then(() => 'taken' as const)
      .catch(() => 'refused' as const)
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, number) => take(number)))
  expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(3)
  expect(await balanceOf(at.db, prepaid)).toBe(100n)
})

test('what was posted cannot be changed or deleted', async () => {
  for (const statement of [
    'update orders.ledger_transfer set amount_fen = 1',
    'delete from orders.ledger_transfer',
    'truncate orders.ledger_transfer',
  ])
    await expect(at.pool.query(statement)).rejects.toThrow(/append-only/)
})

test('the check names what is wrong', async () => {
  expect(await verifyLedger(at.db)).toMatchObject({ findings: [] })
  const client = newId()
  await at.db
    .transaction()
    .execute((tx) =>
      post(tx, { at: NOW }, [
        { cause: `check:${client}`, kind: 'payment', debit: ACCOUNTS.gateway, credit: ACCOUNTS.prepaid(client), amountFen: 500n },
      ]),
    )
  await at.pool.query('update orders.ledger_account set credit_fen = credit_fen + 5 where organisation_id = $1', [client])
  const paid = (await at.call(at.finance, 'POST', '/payments', { amount: '9.00', channel: 'bank_transfer' })).json()
  await at.pool.query(`update orders.payment set state = 'paid', ended_at = now(), channel = 'sandbox' where id = $1`, [paid.id])
  const { findings } = await verifyLedger(at.db)
  expect(findings.map(({ kind, subject }) => `${kind} ${subject.replace(client, 'client')}`).sort()).toEqual([
    'not_balanced ledger',
    `payment_not_booked ${paid.number}`,
    'wrong_total client_prepaid/client',
  ])
})
