import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Reservation } from '../../contract/reservations.ts'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(() => t.setNow(NOW))

const DAY = '2026-11-25'
const APPROVAL = { confirmation: 'approval', decide_within_hours: 4 }

const act = (person: Person, row: Pick<Reservation, 'id' | 'version'>, verb: string, body?: object) =>
  t.call(person, 'POST', `/reservations/${row.id}/${verb}`, body, { 'if-match': `"${row.version}"` })
const codeOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const slotAt = (resource: string, hour: number) =>
  t.slot(resource, DAY, `${String(hour).padStart(2, '0')}:00`, `${String(hour + 1).padStart(2, '0')}:00`)

describe('a request', () => {
  test('keeps the slot until the limit in office hours, and says so beforehand', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const quote = await t.call(t.engineer, 'POST', '/quotes', slotAt(resource, 10))
    expect(quote.json()).toMatchObject({ request: { cause: 'calendar', decideUntil: at('2026-11-23', '13:40') }, problems: [] })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    expect(placed).toMatchObject({
      state: 'pending',
      request: { awaits: 'provider', decideUntil: at('2026-11-23', '13:40'), cause: 'calendar', asked: null },
      canAnswer: false,
    })
    expect((await t.place(t.engineer, slotAt(resource, 10))).statusCode).toBe(409)
    const seen = (await t.call(t.manager, 'GET', `/reservations/${placed.id}`)).json()
    expect(seen.canAnswer).toBe(true)
    expect((await t.call(t.manager, 'GET', '/requests')).json().items.map((row: Reservation) => row.id)).toContain(placed.id)
    expect((await t.call(t.manager, 'GET', '/inbox')).json()).toMatchObject({ nextDecideUntil: at('2026-11-23', '13:40') })
  })

  test('is confirmed by the provider, who cannot answer twice', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    const approved = await act(t.manager, placed, 'approve')
    expect(approved.json()).toMatchObject({ state: 'confirmed', version: 2, request: { awaits: null, cause: 'calendar' } })
    expect(codeOf(await act(t.manager, placed, 'decline', { reason: 'no_staff' }))).toEqual(['booking.request_already_approved'])
    expect(codeOf(await act(t.engineer, placed, 'withdraw', {}))).toEqual(['booking.request_already_approved'])
    const history = (await t.call(t.engineer, 'GET', `/reservations/${placed.id}/history`)).json()
    expect(history.items.map((item: { action: string }) => item.action)).toEqual(['requested', 'approved'])
  })

  test('is declined with a reason and gives the slot back', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    expect(codeOf(await act(t.manager, placed, 'decline', { reason: 'other' }))).toEqual(['booking.decline_words_missing'])
    const declined = await act(t.manager, placed, 'decline', { reason: 'own_use', words: '教学实验' })
    expect(declined.json()).toMatchObject({ state: 'declined', declineReason: 'own_use', endReason: '教学实验' })
    expect((await t.placed(t.engineer, slotAt(resource, 10))).state).toBe('pending')
    const { rows } = await t.pool.query(`select topic from platform.outbox_event where payload->>'resourceId' = $1 order by id`, [resource])
    expect(rows.map(({ topic }) => topic)).toContain('booking.slot_freed')
  })

  test('is given back by silence, at once for readers and by the job for good', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    t.setNow(at('2026-11-23', '13:40'))
    expect((await t.call(t.engineer, 'GET', `/reservations/${placed.id}`)).json()).toMatchObject({
      state: 'expired',
      request: { decideUntil: null },
    })
    expect(codeOf(await act(t.manager, placed, 'approve'))).toEqual(['booking.request_expired'])
    const calendar = (await t.call(null, 'GET', `/resources/${resource}/calendar?from=${DAY}&days=1`)).json()
    expect(calendar.busy).toEqual([])
    expect((await t.placed(t.engineer, slotAt(resource, 10))).state).toBe('pending')
    const other = await t.placed(t.engineer, slotAt(resource, 14))
    t.setNow(at('2026-11-24', '17:00'))
    await t.runJob('booking.release_holds')
    const { rows } = await t.pool.query(`select state, version from booking.reservation where id = any($1)`, [[placed.id, other.id]])
    expect(rows).toEqual([
      { state: 'expired', version: 2 },
      { state: 'expired', version: 2 },
    ])
  })

  test('moves to a proposed time and waits for the customer', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    const proposed = (await act(t.manager, placed, 'propose', { ...slotAt(resource, 15), words: '上午校准' })).json()
    expect(proposed).toMatchObject({
      state: 'pending',
      start: at(DAY, '15:00'),
      request: { awaits: 'customer', asked: { start: at(DAY, '10:00') } },
    })
    expect((await t.place(t.engineer, slotAt(resource, 15))).statusCode).toBe(409)
    expect(codeOf(await act(t.manager, proposed, 'approve'))).toEqual(['booking.awaits_customer'])
    expect((await act(t.engineer, proposed, 'accept-proposal')).json()).toMatchObject({ state: 'confirmed', start: at(DAY, '15:00') })
    const second = await t.placed(t.engineer, slotAt(resource, 10))
    const again = (await act(t.manager, second, 'propose', slotAt(resource, 17))).json()
    expect((await act(t.engineer, again, 'refuse-proposal', { words: '时间不合适' })).json().state).toBe('cancelled')
  })

  test('cannot be proposed onto a taken slot', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    await t.placed(t.engineer, slotAt(resource, 15))
    expect(codeOf(await act(t.manager, placed, 'propose', slotAt(resource, 15)))).toEqual(['booking.slot_taken'])
  })

  test('made from a hold becomes pending; the provider books without asking itself', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const hold = (await t.call(t.engineer, 'POST', '/holds', slotAt(resource, 10))).json()
    const submitted = (await t.call(t.engineer, 'POST', `/reservations/${hold.id}/confirm`, {})).json()
    expect(submitted).toMatchObject({ state: 'pending', request: { awaits: 'provider' } })
    const onBehalf = await t.placed(t.manager, { ...slotAt(resource, 14), customerOrganisationId: t.enterprise })
    expect(onBehalf.state).toBe('confirmed')
  })

  test('belongs to its sides: others find nothing, and a side cannot act for the other', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    const stranger = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    for (const [person, verb, body] of [
      [stranger, 'approve', undefined],
      [t.engineer, 'approve', undefined],
      [stranger, 'decline', { reason: 'no_staff' }],
      [t.manager, 'withdraw', {}],
    ] as const)
      expect((await act(person, placed, verb, body)).statusCode).toBe(404)
  })

  test('tells both sides what happens', async () => {
    const resource = await t.addInstrument(t.provider, { calendar: APPROVAL })
    const placed = await t.placed(t.engineer, slotAt(resource, 10))
    await act(t.manager, placed, 'decline', { reason: 'no_staff' })
    await t.settle()
    const { rows } = await t.pool.query(
      `select kind, texts from platform.notice where link in ('/p/inbox', $1, $2) order by created_at, id`,
      [`/e/bookings/${placed.id}`, `/resources/${resource}`],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['booking.requested_customer', 'booking.requested_provider', 'booking.declined_customer']),
    )
    expect(JSON.stringify(rows.find(({ kind }) => kind === 'booking.declined_customer').texts)).toContain('人手不足')
  })
})

describe('of two answers that meet one wins and the other is told', () => {
  const ROUNDS = 20
  const start = async () => t.placed(t.engineer, slotAt(await t.addInstrument(t.provider, { calendar: APPROVAL }), 10))

  test.each([
    ['approve', 'approve', ['booking.request_already_approved']],
    ['approve', 'decline', ['booking.request_already_approved', 'booking.request_already_declined']],
    ['approve', 'withdraw', ['booking.request_already_approved', 'booking.request_withdrawn']],
    ['decline', 'withdraw', ['booking.request_already_declined', 'booking.request_withdrawn']],
    ['propose', 'withdraw', ['booking.request_withdrawn', 'platform.version_stale']],
  ] as const)('%s × %s', async (one, other, codes) => {
    const bodies = {
      approve: undefined,
      decline: { reason: 'no_staff' },
      withdraw: {},
      propose: { start: at(DAY, '15:00'), end: at(DAY, '16:00') },
    }
    const whose = { approve: t.manager, decline: t.manager, propose: t.manager, withdraw: t.engineer }
    for (let round = 0; round < ROUNDS; round += 1) {
      const placed = await start()
      const replies = await Promise.all([one, other].map((verb) => act(whose[verb], placed, verb, bodies[verb])))
      const won = replies.filter((reply) => reply.statusCode === 200)
      expect(won).toHaveLength(1)
      const lost = replies.find((reply) => reply.statusCode !== 200)
      expect(codes).toContain(lost && codeOf(lost)?.[0])
      const { rows } = await t.pool.query(`select state, version from booking.reservation where id = $1`, [placed.id])
      expect(rows).toEqual([{ state: won[0]?.json().state, version: 2 }])
    }
  })

  test('approve × expire × new booking: the slot has one owner', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      t.setNow(NOW)
      const placed = await start()
      // Each request reads the clock when it begins: some see the limit passed, some not.
      const limit = new Date(at('2026-11-23', '13:40')).getTime()
      const approving = act(t.manager, placed, 'approve')
      t.setNow(new Date(limit - 1))
      const others = [t.place(t.engineer, slotAt(placed.resourceId, 10))]
      t.setNow(new Date(limit))
      others.push(t.place(t.engineer, slotAt(placed.resourceId, 10)), act(t.manager, placed, 'approve'))
      const job = t.runJob('booking.release_holds')
      const replies = await Promise.all([approving, ...others])
      await job
      expect(replies.filter((reply) => ![200, 201, 409].includes(reply.statusCode)).map((reply) => reply.body)).toEqual([])
      const { rows } = await t.pool.query(
        `select count(*)::int as live from booking.reservation where resource_id = $1 and state in ('held', 'pending', 'confirmed', 'in_use', 'completed')`,
        [placed.resourceId],
      )
      expect(rows[0].live).toBe(1)
      expect(replies.filter((reply) => reply.statusCode < 300)).toHaveLength(1)
    }
  })
})

test('a confirmed booking that the provider answered says why its customer cannot move it; the provider can', async () => {
  const resource = await t.addInstrument(t.provider, { calendar: { confirmation: 'approval' } })
  const asked = (await t.place(t.engineer, t.slot(resource, '2026-11-26', '10:00', '12:00'))).json()
  const approved = await t.call(t.manager, 'POST', `/reservations/${asked.id}/approve`, {}, { 'if-match': `"${asked.version}"` })
  expect(approved.statusCode, approved.body).toBe(200)
  const read = async (person: typeof t.engineer) => (await t.call(person, 'GET', `/reservations/${asked.id}`)).json()
  expect(await read(t.engineer)).toMatchObject({ canMove: false, moveBlock: 'needs_approval' })
  expect(await read(t.manager)).toMatchObject({ canMove: true, moveBlock: null })
  const slot = { start: '2026-11-26T05:00:00.000Z', end: '2026-11-26T07:00:00.000Z' }
  const moved = await t.call(t.engineer, 'POST', `/reservations/${asked.id}/move`, slot, { 'if-match': `"${approved.json().version}"` })
  expect(moved.json().problems.map(({ code }: { code: string }) => code)).toEqual(['booking.move_needs_approval'])
})
