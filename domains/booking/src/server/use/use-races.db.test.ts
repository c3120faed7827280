import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reservation } from '../../contract/reservations.ts'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let colleague: Person
let managers: Person[]
beforeAll(async () => {
  t = await createBookingTest()
  colleague = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
  managers = [await t.addPerson(t.provider, 'provider', 'lab_manager'), await t.addPerson(t.provider, 'provider', 'lab_manager')]
})
afterAll(() => t.close())

const DAY = '2026-11-25'
const ROUNDS = 20
const RULES = { checkIn: 'required', earlyMinutes: 15, graceMinutes: 30, overrunMinutes: 30, allowsUnbooked: true, answerDays: 5 }

async function booked(): Promise<Reservation> {
  t.setNow(NOW)
  const resource = await t.addInstrument(t.provider)
  await t.call(t.manager, 'PUT', `/resources/${resource}/use-rules`, RULES, { 'if-match': '"0"' })
  return t.placed(t.engineer, t.slot(resource, DAY, '10:00', '12:00'))
}
const act = (person: Person, { id }: { id: string }, verb: string) => t.call(person, 'POST', `/reservations/${id}/${verb}`, {})
const count = async (sql: string, id: string): Promise<number> => (await t.pool.query(sql, [id])).rows[0].count
const RECORDS = 'select count(*)::int as count from booking.use_record where reservation_id = $1'
const CHARGES = 'select count(*)::int as count from booking.charge where reservation_id = $1'
const codes = (replies: { statusCode: number; json: () => { problems: { code: string }[] } }[]) =>
  replies.filter(({ statusCode }) => statusCode >= 300).map((reply) => reply.json().problems[0]?.code)

describe('of two who act at once one wins and the other is told', () => {
  test('check-in × check-in', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await booked()
      t.setNow(at(DAY, '10:00'))
      const replies = await Promise.all([
        act(t.engineer, row, 'check-in'),
        act(colleague, row, 'check-in'),
        act(t.manager, row, 'check-in'),
      ])
      expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
      expect(codes(replies)).toEqual(['booking.use_already_begun', 'booking.use_already_begun'])
      expect(await count(`select count(*)::int as count from booking.use_event where reservation_id = $1`, row.id)).toBe(1)
    }
  })

  test('check-in × cancellation', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await booked()
      t.setNow(at(DAY, '09:50'))
      const cancel = t.call(t.engineer, 'POST', `/reservations/${row.id}/cancel`, {}, { 'if-match': '"1"' })
      const replies = await Promise.all([act(colleague, row, 'check-in'), cancel])
      expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
      const running = await count('select count(*)::int as count from booking.running_use where reservation_id = $1', row.id)
      const { rows } = await t.pool.query('select state from booking.reservation where id = $1', [row.id])
      expect([`${running} in_use`, `${running} cancelled`]).toContain(`${running} ${rows[0].state}`)
      expect(running).toBe(rows[0].state === 'in_use' ? 1 : 0)
    }
  })

  test('check-in × no-show job', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await booked()
      t.setNow(at(DAY, '10:30'))
      const [reply] = await Promise.all([act(t.engineer, row, 'check-in'), t.runJob('booking.follow_uses')])
      const { rows } = await t.pool.query('select state from booking.reservation where id = $1', [row.id])
      expect(rows[0].state).toBe(reply.statusCode === 200 ? 'in_use' : 'no_show')
      if (reply.statusCode !== 200) expect(codes([reply])).toEqual(['booking.use_was_missed'])
      const freed = await count(
        `select count(*)::int as count from platform.outbox_event where topic = 'booking.slot_freed' and payload->>'resourceId' = $1`,
        row.resourceId,
      )
      expect(freed).toBe(reply.statusCode === 200 ? 0 : 1)
    }
  })

  test('check-out × check-out × auto-close', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await booked()
      t.setNow(at(DAY, '10:00'))
      await act(t.engineer, row, 'check-in')
      t.setNow(at(DAY, '12:30'))
      const [one, two] = await Promise.all([
        act(t.engineer, row, 'check-out'),
        act(colleague, row, 'check-out'),
        t.runJob('booking.follow_uses'),
      ])
      const won = [one, two].filter(({ statusCode }) => statusCode === 200)
      expect(won.length).toBeLessThanOrEqual(1)
      expect(codes([one, two]).every((code) => code === 'booking.use_already_ended')).toBe(true)
      expect([await count(RECORDS, row.id), await count(CHARGES, row.id)]).toEqual([1, 1])
      const { rows } = await t.pool.query('select end_source from booking.use_record where reservation_id = $1', [row.id])
      expect(rows[0].end_source).toBe(won.length === 1 ? 'page' : 'inferred')
    }
  })

  test('confirm × confirm × decline of one correction', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await booked()
      t.setNow(at(DAY, '10:00'))
      await act(t.engineer, row, 'check-in')
      t.setNow(at(DAY, '11:00'))
      await act(t.engineer, row, 'check-out')
      const [record] = (await t.call(t.manager, 'GET', `/reservations/${row.id}/use`)).json().records
      const body = { start: record.start, end: at(DAY, '10:30'), reason: '实际提前结束' }
      const { id } = (await t.call(t.manager, 'POST', `/uses/${record.useId}/corrections`, body)).json()
      const [first, second] = managers as [Person, Person]
      const replies = await Promise.all([
        t.call(first, 'POST', `/use-corrections/${id}/confirm`, {}),
        t.call(second, 'POST', `/use-corrections/${id}/confirm`, {}),
        t.call(second, 'POST', `/use-corrections/${id}/decline`, {}),
      ])
      const [won, ...others] = replies.filter(({ statusCode }) => statusCode === 200)
      expect(others).toEqual([])
      expect(codes(replies)).toEqual(['booking.correction_decided', 'booking.correction_decided'])
      const versions = won?.json().state === 'confirmed' ? 2 : 1
      expect([await count(RECORDS, row.id), await count(CHARGES, row.id)]).toEqual([versions, versions])
    }
  })

  test('accept × object × correction of one charge', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await booked()
      t.setNow(at(DAY, '10:00'))
      await act(t.engineer, row, 'check-in')
      t.setNow(at(DAY, '11:00'))
      await act(t.engineer, row, 'check-out')
      const use = (await t.call(t.engineer, 'GET', `/reservations/${row.id}/use`)).json()
      const [{ id }] = use.charges
      const body = { start: use.records[0].start, end: use.records[0].end, adjustment: '-1.00', reason: '更正' }
      const correction = (await t.call(t.manager, 'POST', `/uses/${use.records[0].useId}/corrections`, body)).json()
      const [accepted, objected, confirmed] = await Promise.all([
        t.call(t.engineer, 'POST', `/charges/${id}/accept`),
        t.call(colleague, 'POST', `/charges/${id}/object`, { words: '不对' }),
        t.call(managers[0] as Person, 'POST', `/use-corrections/${correction.id}/confirm`, {}),
      ])
      expect([accepted, objected].filter(({ statusCode }) => statusCode === 200).length).toBeLessThanOrEqual(1)
      expect(confirmed.statusCode).toBe(200)
      expect(codes([accepted, objected]).every((code) => ['booking.charge_answered', 'booking.charge_replaced'].includes(code ?? ''))).toBe(
        true,
      )
      expect(await count(CHARGES, row.id)).toBe(2)
    }
  })
})

test('a device event that arrives twenty times at once is one', async () => {
  const row = await booked()
  t.setNow(at(DAY, '10:00'))
  const event = { eventId: 'once', device: 'door', kind: 'start', at: at(DAY, '10:00') }
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => t.call(t.manager, 'POST', `/resources/${row.resourceId}/meter-events`, event)),
  )
  expect(replies.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(replies.filter((reply) => !reply.json().isRepeat)).toHaveLength(1)
  expect(await count(`select count(*)::int as count from booking.use_event where resource_id = $1`, row.resourceId)).toBe(1)
})
