import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Reservation } from '../../contract/reservations.ts'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const DAY = '2026-11-26'
const LIMIT = at('2026-11-23', '13:40')
const APPROVAL = { confirmation: 'approval', decide_within_hours: 4, buffer_after_minutes: 0 }
const LIVE = `('held', 'pending', 'confirmed', 'in_use', 'completed')`

type Reply = Awaited<ReturnType<BookingTest['call']>>
const codeOf = (reply: Reply) => reply.json().problems?.map(({ code }: { code: string }) => code)
const tag = (row: Pick<Reservation, 'version'>) => ({ 'if-match': `"${row.version}"` })
const slotAt = (resource: string, hour: number, hours = 2) =>
  t.slot(resource, DAY, `${String(hour).padStart(2, '0')}:00`, `${String(hour + hours).padStart(2, '0')}:00`)
const addInstrument = (calendar = {}) => t.addInstrument(t.provider, { calendar: { ...APPROVAL, ...calendar } })

/** A booking from 10 to 12 that the provider has confirmed. */
async function confirmed(resource: string, hour = 10): Promise<Reservation> {
  const asked = await t.placed(t.engineer, slotAt(resource, hour))
  const reply = await t.call(t.manager, 'POST', `/reservations/${asked.id}/approve`, {}, tag(asked))
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const ask = (row: Reservation, hour: number, hours = 2, person: Person = t.engineer) => {
  const { start, end } = slotAt(row.resourceId, hour, hours)
  return t.call(person, 'POST', `/reservations/${row.id}/move-requests`, { start, end, words: '样品晚到' }, tag(row))
}
async function asked(row: Reservation, hour: number, hours = 2): Promise<Reservation> {
  const reply = await ask(row, hour, hours)
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}
const act = (person: Person, row: Reservation, verb: 'approve' | 'decline' | 'withdraw') =>
  t.call(person, 'POST', `/move-requests/${row.moveRequest?.id}/${verb}`, verb === 'decline' ? { reason: 'own_use' } : undefined)
const read = async (person: Person, row: Pick<Reservation, 'id'>): Promise<Reservation> =>
  (await t.call(person, 'GET', `/reservations/${row.id}`)).json()
const cancel = (row: Reservation) => t.call(t.engineer, 'POST', `/reservations/${row.id}/cancel`, {}, tag(row))
const place = (resource: string, hour: number, hours = 2) => t.place(t.engineer, slotAt(resource, hour, hours))

/** What takes time on the resource, in hours of the day. */
async function taken(resource: string): Promise<string[]> {
  const { rows } = await t.pool.query(
    `select kind || ' ' || extract(hour from lower(during) at time zone 'Asia/Shanghai') || '-' || extract(hour from upper(during) at time zone 'Asia/Shanghai') as what
     from booking.reservation where resource_id = $1 and state in ${LIVE} order by lower(during)`,
    [resource],
  )
  return rows.map(({ what }) => what)
}

describe('a request to move', () => {
  test('holds the wished time beside the booking, with its price and limit, and stands in the inbox', async () => {
    const row = await confirmed(await addInstrument())
    expect(await read(t.engineer, row)).toMatchObject({ canMove: false, moveBlock: 'needs_approval', canAskMove: true, moveRequest: null })
    const open = await asked(row, 14, 3)
    expect(open).toMatchObject({
      state: 'confirmed',
      start: at(DAY, '10:00'),
      version: row.version,
      canAskMove: false,
      moveRequest: { start: at(DAY, '14:00'), end: at(DAY, '17:00'), decideUntil: LIMIT, words: '样品晚到', canAnswer: false },
    })
    expect(Number(open.moveRequest?.price)).toBeGreaterThan(Number(row.price.total))
    expect(await taken(row.resourceId)).toEqual(['customer 10-12', 'move 14-17'])
    expect((await place(row.resourceId, 16)).statusCode).toBe(409)
    expect((await read(t.manager, row)).moveRequest?.canAnswer).toBe(true)
    const inbox = (await t.call(t.manager, 'GET', '/requests')).json()
    expect(inbox.items.map(({ id }: Reservation) => id)).toContain(row.id)
    expect((await t.call(t.manager, 'GET', '/inbox')).json().requests).toBe(inbox.items.length)
    expect(codeOf(await ask(row, 16))).toEqual(['booking.move_already_asked'])
  })

  test('approved, the booking takes the wished time at its price and the old one is free', async () => {
    const row = await confirmed(await addInstrument())
    const open = await asked(row, 14, 3)
    const moved = (await act(t.manager, open, 'approve')).json()
    expect(moved).toMatchObject({
      state: 'confirmed',
      start: at(DAY, '14:00'),
      end: at(DAY, '17:00'),
      version: row.version + 1,
      moveRequest: null,
      price: { total: open.moveRequest?.price },
    })
    expect(await taken(row.resourceId)).toEqual(['customer 14-17'])
    expect((await place(row.resourceId, 10)).statusCode).toBe(201)
    expect(codeOf(await act(t.manager, open, 'decline'))).toEqual(['booking.move_already_approved'])
    const history = (await t.call(t.engineer, 'GET', `/reservations/${row.id}/history`)).json().items
    expect(history.slice(-2)).toMatchObject([
      { action: 'move_asked', from: { start: at(DAY, '10:00') }, to: { start: at(DAY, '14:00') }, reason: '样品晚到' },
      { action: 'move_approved', actorSide: 'provider', from: { start: at(DAY, '10:00') }, to: { start: at(DAY, '14:00') } },
    ])
  })

  test.each([
    [11, 2, ['customer 10-12', 'move 12-13']],
    [9, 4, ['move 9-10', 'customer 10-12', 'move 12-13']],
    [10, 1, ['customer 10-12']],
  ])('from %i for %i hours holds only what the booking has not', async (hour, hours, held) => {
    const row = await confirmed(await addInstrument())
    const open = await asked(row, hour, hours)
    expect(await taken(row.resourceId)).toEqual(held)
    expect((await act(t.manager, open, 'approve')).statusCode).toBe(200)
    expect(await taken(row.resourceId)).toEqual([`customer ${hour}-${hour + hours}`])
  })

  test.each([
    ['declined', () => t.manager, 'decline'],
    ['taken back', () => t.engineer, 'withdraw'],
  ] as const)('%s, the booking stays and the wished time is free', async (_case, person, verb) => {
    const row = await confirmed(await addInstrument())
    const open = await asked(row, 14)
    expect((await act(person(), open, verb)).json()).toMatchObject({ start: at(DAY, '10:00'), version: row.version, moveRequest: null })
    expect(await taken(row.resourceId)).toEqual(['customer 10-12'])
    expect((await asked(row, 15)).moveRequest).not.toBeNull()
  })

  test('past its limit it is over for readers at once, and the job writes it down', async () => {
    const row = await confirmed(await addInstrument())
    const open = await asked(row, 14)
    t.setNow(LIMIT)
    expect(await read(t.engineer, row)).toMatchObject({ moveRequest: null, canAskMove: true })
    expect(codeOf(await act(t.manager, open, 'approve'))).toEqual(['booking.move_expired'])
    expect((await place(row.resourceId, 14)).statusCode).toBe(201)
    await t.runJob('booking.release_holds')
    const { rows } = await t.pool.query('select state from booking.move_request where reservation_id = $1', [row.id])
    expect(rows).toEqual([{ state: 'expired' }])
    expect(await taken(row.resourceId)).toEqual(['customer 10-12', 'customer 14-16'])
    const history = (await t.call(t.engineer, 'GET', `/reservations/${row.id}/history`)).json().items
    expect(history.at(-1)).toMatchObject({ action: 'move_expired', actorSide: 'platform' })
  })

  test('cannot be had on a taken slot, nor where no answer is needed; each side has its acts', async () => {
    const row = await confirmed(await addInstrument())
    await confirmed(row.resourceId, 14)
    expect(codeOf(await ask(row, 15))).toEqual(['booking.slot_taken'])
    const free = await t.placed(t.engineer, slotAt(await t.addInstrument(t.provider, {}), 10))
    expect(codeOf(await ask(free, 14))).toEqual(['booking.move_at_once'])
    const open = await asked(row, 17)
    const stranger = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    for (const [person, verb] of [
      [stranger, 'approve'],
      [t.engineer, 'approve'],
      [t.manager, 'withdraw'],
      [stranger, 'decline'],
    ] as const)
      expect((await act(person, open, verb)).statusCode).toBe(404)
  })

  test('is void when the booking is cancelled, or moved by the provider, also onto the wished time', async () => {
    const row = await confirmed(await addInstrument())
    const open = await asked(row, 14)
    expect((await cancel(row)).statusCode).toBe(200)
    expect(await taken(row.resourceId)).toEqual([])
    expect(codeOf(await act(t.manager, open, 'approve'))).toEqual(['booking.move_void'])
    const other = await confirmed(row.resourceId)
    const wished = await asked(other, 14)
    const to = { ...slotAt(other.resourceId, 14), reason: '电话约定' }
    expect((await t.call(t.manager, 'POST', `/reservations/${other.id}/move`, to, tag(other))).statusCode).toBe(200)
    expect(await taken(other.resourceId)).toEqual(['customer 14-16'])
    expect(codeOf(await act(t.engineer, wished, 'withdraw'))).toEqual(['booking.move_void'])
  })

  test('ends when an outage takes the wished time; the booking stays', async () => {
    const row = await confirmed(await addInstrument())
    const open = await asked(row, 14)
    const outage = await t.call(t.manager, 'POST', '/outages', {
      resourceIds: [row.resourceId],
      type: 'maintenance',
      reason: '更换灯丝',
      start: at(DAY, '15:00'),
      end: at(DAY, '16:00'),
    })
    expect(outage.statusCode, outage.body).toBe(201)
    expect(await taken(row.resourceId)).toEqual(['customer 10-12', 'outage 15-16'])
    expect(codeOf(await act(t.manager, open, 'approve'))).toEqual(['booking.move_void'])
    await t.settle()
    const { rows } = await t.pool.query(`select kind from platform.notice where link = $1 and kind like 'booking.move%'`, [
      `/e/bookings/${row.id}`,
    ])
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['booking.move_declined_customer', 'booking.move_requested_customer'])
  })

  test('takes another unit where its own is taken, and leaves others theirs', async () => {
    const row = await confirmed(await addInstrument({ capacity: 2 }))
    await confirmed(row.resourceId)
    const third = await confirmed(row.resourceId, 14)
    const open = await asked(row, 13)
    expect((await act(t.manager, open, 'approve')).json().unit).not.toBe(third.unit)
  })

  test('both sides are told, and the calendar gets the new time under a higher sequence', async () => {
    const row = await confirmed(await addInstrument())
    await t.settle()
    const invited = `select sequence from booking.invitation where reservation_id = $1`
    const before = (await t.pool.query(invited, [row.id])).rows[0]?.sequence
    const open = await asked(row, 14)
    await t.settle()
    expect((await t.pool.query(invited, [row.id])).rows[0]?.sequence).toBe(before)
    await act(t.manager, open, 'approve')
    await t.settle()
    expect((await t.pool.query(invited, [row.id])).rows[0]?.sequence).toBeGreaterThan(before)
    const { rows } = await t.pool.query(
      `select kind, link from platform.notice where kind like 'booking.move%' and link in ('/p/inbox', $1)`,
      [`/e/bookings/${row.id}`],
    )
    const kinds = rows.map(({ kind }) => kind)
    expect(kinds).toEqual(
      expect.arrayContaining(['booking.move_requested_customer', 'booking.move_requested_provider', 'booking.move_approved_customer']),
    )
  })
})

describe('of two that meet one wins and the other is told', () => {
  const ROUNDS = 30
  const outcome = (replies: readonly Reply[]) => {
    expect(replies.filter((reply) => ![200, 201, 404, 409, 412].includes(reply.statusCode)).map((reply) => reply.body)).toEqual([])
    return replies.filter((reply) => reply.statusCode < 300)
  }

  test('two approvals, approval and refusal, approval and the wish taken back', async () => {
    const resource = await addInstrument()
    const rivals = [
      ['approve', 'approve'],
      ['approve', 'decline'],
      ['approve', 'withdraw'],
    ] as const
    for (let round = 0; round < ROUNDS; round += 1) {
      const open = await asked(await confirmed(resource), 14)
      const verbs = rivals[round % rivals.length] ?? rivals[0]
      const replies = await Promise.all(verbs.map((verb) => act(verb === 'withdraw' ? t.engineer : t.manager, open, verb)))
      const [won] = outcome(replies)
      expect(outcome(replies)).toHaveLength(1)
      expect(codeOf(replies.find((reply) => reply !== won) as Reply)?.[0]).toMatch(/^booking\.move_(already_|withdrawn)/)
      const winner = verbs[replies.indexOf(won as Reply)]
      expect(await taken(resource)).toEqual([winner === 'approve' ? 'customer 14-16' : 'customer 10-12'])
      await cancel((won as Reply).json())
      expect(await taken(resource)).toEqual([])
    }
  })

  test('approval × cancellation of the booking', async () => {
    const resource = await addInstrument()
    for (let round = 0; round < ROUNDS; round += 1) {
      const open = await asked(await confirmed(resource), 14)
      const [approved, cancelled] = await Promise.all([act(t.manager, open, 'approve'), cancel(open)])
      expect(outcome([approved, cancelled])).toHaveLength(1)
      if (approved.statusCode === 200) {
        expect(await taken(resource)).toEqual(['customer 14-16'])
        await cancel(approved.json())
      } else expect(codeOf(approved)).toEqual(['booking.move_void'])
      expect(await taken(resource)).toEqual([])
    }
  })

  test('approval × limit × a new booking of the wished time: never two, and never neither', async () => {
    const resource = await addInstrument()
    for (let round = 0; round < ROUNDS; round += 1) {
      t.setNow(NOW)
      const open = await asked(await confirmed(resource), 14)
      const limit = new Date(open.moveRequest?.decideUntil ?? '').getTime()
      t.setNow(new Date(limit - 1))
      const inTime = act(t.manager, open, 'approve')
      t.setNow(new Date(limit))
      const late = [place(resource, 14), act(t.manager, open, 'approve')]
      const job = t.runJob('booking.release_holds')
      const replies = await Promise.all([inTime, ...late])
      await job
      const [won] = outcome(replies)
      expect(outcome(replies)).toHaveLength(1)
      const isMoved = won === replies[0]
      const live = await taken(resource)
      expect(live).toEqual(isMoved ? ['customer 14-16'] : ['customer 10-12', 'customer 14-16'])
      await t.pool.query(`delete from booking.reservation where resource_id = $1`, [resource])
    }
  })

  test('a wish × new bookings of its parts: whoever comes first, and nothing is sold twice', async () => {
    const resource = await addInstrument()
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = await confirmed(resource)
      const replies = await Promise.all([ask(row, 11, 3), place(resource, 12, 1), place(resource, 13, 1)])
      outcome(replies)
      const [wish, ...booked] = replies
      const sold = booked.filter((reply) => reply.statusCode === 201)
      expect(wish?.statusCode === 201 ? sold.length : sold.length > 0).toBe(wish?.statusCode === 201 ? 0 : true)
      if (wish?.statusCode === 201) expect((await act(t.manager, wish.json(), 'approve')).statusCode).toBe(200)
      const { rows } = await t.pool.query(
        `select count(*)::int as twice from booking.reservation a join booking.reservation b on a.resource_id = b.resource_id and a.id < b.id and a.blocked && b.blocked
         where a.resource_id = $1 and a.state in ${LIVE} and b.state in ${LIVE}`,
        [resource],
      )
      expect(rows[0].twice).toBe(0)
      await t.pool.query(`delete from booking.reservation where resource_id = $1`, [resource])
    }
  })
})
