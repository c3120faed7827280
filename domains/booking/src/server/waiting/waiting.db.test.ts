import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Reservation } from '../../contract/reservations.ts'
import type { WaitingWish } from '../../contract/waiting.ts'
import { type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let resource: string
let taken: Reservation
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())

const DAY = '2026-11-25'
/** A day that is full but for what is given back in the test. */
beforeEach(async () => {
  t.setNow(NOW)
  resource = await t.addInstrument(t.provider)
  await t.placed(t.manager, { ...t.slot(resource, DAY, '08:00', '13:30'), isInternal: true })
  taken = await t.placed(t.engineer, t.slot(resource, DAY, '14:00', '16:00'))
  await t.placed(t.manager, { ...t.slot(resource, DAY, '16:30', '20:00'), isInternal: true })
})

const minutes = (hour: number) => hour * 60
const window = { fromDay: DAY, untilDay: DAY, weekdays: [1, 2, 3, 4, 5], fromMinute: minutes(8), untilMinute: minutes(20), minutes: 120 }
let wishes = 0
const wish = async (person: Person, body: object = {}): Promise<WaitingWish> => {
  // Nobody asks in the same millisecond as another.
  wishes += 1
  t.setNow(new Date(NOW.getTime() + wishes))
  const reply = await t.call(person, 'POST', '/wishes', { resourceIds: [resource], ...window, ...body })
  if (reply.statusCode !== 201) throw new Error(`${reply.statusCode} ${reply.body}`)
  return reply.json()
}
const see = async (person: Person, { id }: { id: string }): Promise<WaitingWish> => (await t.call(person, 'GET', `/wishes/${id}`)).json()
const act = (person: Person, { id }: { id: string }, verb: string, body?: object) => t.call(person, 'POST', `/wishes/${id}/${verb}`, body)
const giveBack = (reservation = taken, person = t.engineer) =>
  t.call(person, 'POST', `/reservations/${reservation.id}/cancel`, {}, { 'if-match': `"${reservation.version}"` })
const newcomer = async () => t.addPerson(t.enterprise, 'enterprise', 'engineer')
const later = (ms: number) => t.setNow(new Date(NOW.getTime() + ms))
const HOUR = 3_600_000

describe('the waiting list', () => {
  test('who came first is offered what frees, and it is kept for that person', async () => {
    const [one, two, three] = [await newcomer(), await newcomer(), await newcomer()]
    const first = await wish(one)
    const second = await wish(two)
    await t.settle()
    expect((await see(one, first)).choices[0]?.ahead).toBe(0)
    expect((await see(two, second)).choices[0]?.ahead).toBe(1)
    expect((await see(one, first)).offer).toBeNull()
    await giveBack()
    await t.settle()
    const offered = await see(one, first)
    expect(offered).toMatchObject({
      state: 'offered',
      offer: { start: taken.start, end: taken.end, price: '360.00' },
    })
    expect(Math.round((Date.parse(offered.offer?.until ?? '') - NOW.getTime()) / 1000)).toBe(7200)
    expect((await see(two, second)).state).toBe('waiting')
    expect((await t.place(three, t.slot(resource, DAY, '14:00', '16:00'))).json().code).toBe('booking.slot_taken')
    const { rows } = await t.pool.query(`select kind from platform.notice where person_id = $1`, [one.id])
    expect(rows.map(({ kind }) => kind)).toEqual(['booking.waiting_offered'])

    const accepted = await act(one, first, 'accept', { note: '请备液氮' })
    expect(accepted.json()).toMatchObject({ state: 'confirmed', bookerId: one.id, note: '请备液氮' })
    expect(await see(one, first)).toMatchObject({ state: 'booked', reservationId: accepted.json().id, offer: null })
    expect((await act(one, first, 'accept', {})).json().code).toBe('booking.no_open_offer')
  })

  test('declined, it goes to the next, and not to the same person again', async () => {
    const [one, two] = [await newcomer(), await newcomer()]
    const [first, second] = [await wish(one), await wish(two)]
    await giveBack()
    await t.settle()
    const kept = await act(one, first, 'decline', {})
    expect(kept.json()).toMatchObject({ state: 'waiting', offer: null })
    await t.settle()
    expect((await see(one, first)).state).toBe('waiting')
    expect((await see(two, second)).state).toBe('offered')
    await act(two, second, 'decline', { leaves: true })
    expect((await see(two, second)).state).toBe('left')
    await t.settle()
    expect((await see(one, first)).state).toBe('waiting')
  })

  test('nobody answers: the next is asked when the time is over, and who misses two leaves the list', async () => {
    const [one, two] = [await newcomer(), await newcomer()]
    const [first, second] = [await wish(one), await wish(two)]
    await giveBack()
    await t.settle()
    later(2 * HOUR + 1000)
    expect(await see(one, first)).toMatchObject({ state: 'waiting', offer: null })
    expect((await act(one, first, 'accept', {})).json().code).toBe('booking.hold_expired')
    await t.runJob('booking.release_holds')
    await t.runJob('booking.sweep_waiting')
    await t.settle()
    expect(await see(one, first)).toMatchObject({ state: 'waiting', missedOffers: 1 })
    expect((await see(two, second)).state).toBe('offered')
    await act(two, second, 'accept', {})
    const other = await t.addInstrument(t.provider)
    await t.pool.query(
      `insert into booking.waiting_choice (wish_id, resource_id, provider_id, customer_class) values ($1, $2, $3, 'enterprise')`,
      [first.id, other, t.provider],
    )
    await t.runJob('booking.sweep_waiting')
    expect((await see(one, first)).offer?.resourceId).toBe(other)
    later(5 * HOUR)
    await t.runJob('booking.sweep_waiting')
    expect(await see(one, first)).toMatchObject({ state: 'expired', missedOffers: 2 })
  })

  test('the provider’s order of classes comes before the time of the wish', async () => {
    const university = await t.addOrganisation('provider')
    const scholar = await t.addPerson(university, 'provider', 'lab_manager')
    const engineer = await newcomer()
    const set = { answerMinutes: 30, classOrder: ['academic'] }
    expect((await t.call(t.manager, 'PUT', '/waiting-policy', set, { 'if-match': '"0"' })).statusCode).toBe(200)
    const [first, second] = [await wish(engineer), await wish(scholar)]
    expect((await see(engineer, first)).choices[0]?.ahead).toBe(1)
    await giveBack()
    await t.settle()
    expect((await see(scholar, second)).state).toBe('offered')
    const { offer } = await see(scholar, second)
    expect(Math.round((Date.parse(offer?.until ?? '') - NOW.getTime()) / 1000)).toBe(1800)
    expect(
      (await t.call(t.manager, 'GET', '/waiting-demand')).json().items.find((item: { resourceId: string }) => item.resourceId === resource),
    ).toMatchObject({
      wishes: 2,
      hours: 4,
      wanted: [
        { customerClass: 'academic', isOffered: true },
        { customerClass: 'enterprise', isOffered: false },
      ],
    })
    await t.pool.query(`delete from booking.waiting_policy`)
  })

  test('leaving gives back what is kept; a wish for the past runs out', async () => {
    const [one, two] = [await newcomer(), await newcomer()]
    const [first, second] = [await wish(one), await wish(two)]
    await giveBack()
    await t.settle()
    expect((await act(one, first, 'leave')).json().state).toBe('left')
    expect((await act(one, first, 'leave')).json().code).toBe('booking.wish_ended')
    await t.settle()
    expect((await see(two, second)).state).toBe('offered')
    await act(two, second, 'decline', {})
    later(4 * 24 * HOUR)
    await t.runJob('booking.sweep_waiting')
    expect((await see(two, second)).state).toBe('expired')
  })

  test('an offered slot is neither moved nor extended, and counts as no hold of one’s own', async () => {
    const one = await newcomer()
    const first = await wish(one)
    await giveBack()
    await t.settle()
    const { offer } = await see(one, first)
    const hold = (await t.call(one, 'GET', `/reservations/${offer?.reservationId}`)).json()
    expect(hold).toMatchObject({ state: 'held', canExtendHold: false })
    expect((await t.call(one, 'POST', `/reservations/${hold.id}/extend-hold`)).json().code).toBe('booking.hold_already_extended')
    const move = await t.call(one, 'POST', `/reservations/${hold.id}/move`, t.slot(resource, '2026-11-26', '10:00', '12:00'), {
      'if-match': '"1"',
    })
    expect(move.json().code).toBe('booking.offer_fixed')
  })

  test('what could never be met is refused, all reasons at once', async () => {
    const one = await newcomer()
    const ask = (body: object) => t.call(one, 'POST', '/wishes', { resourceIds: [resource], ...window, ...body })
    const codes = async (body: object) => (await ask(body)).json().problems.map(({ code }: { code: string }) => code)
    expect(await codes({ weekdays: [6], minutes: 50, fromMinute: minutes(9), untilMinute: 560 })).toEqual([
      'booking.wish_no_day',
      'booking.wish_hours_too_short',
      'booking.wish_length',
    ])
    expect(await codes({ fromDay: '2026-11-01', untilDay: '2026-11-20' })).toEqual(['booking.wish_days_invalid'])
    const stranger = await t.addPerson(await t.addOrganisation('enterprise'), 'enterprise', 'engineer')
    expect((await see(stranger, await wish(one))) as unknown).toMatchObject({ code: 'booking.wish_missing' })
  })
})

describe('races', () => {
  const owners = async (): Promise<string[]> => {
    const { rows } = await t.pool.query(
      `select booker_id from booking.reservation where resource_id = $1 and during && tstzrange($2, $3) and kind = 'customer'
         and (state = 'confirmed' or (state = 'held' and held_until > $4))`,
      [resource, taken.start, taken.end, NOW],
    )
    return rows.map(({ booker_id }) => booker_id)
  }

  test('a freed slot: the offer or a newcomer, exactly one', async () => {
    const [waiting, others] = [await newcomer(), await newcomer()]
    const outcomes = new Set<string>()
    for (let round = 0; round < 20; round += 1) {
      const placed = await wish(waiting)
      await t.settle()
      await giveBack(taken, taken.bookerId === others.id ? others : t.engineer)
      const [, ...replies] = await Promise.all([
        t.runJob('booking.sweep_waiting'),
        t.settle(),
        ...Array.from({ length: 3 }, () => t.place(others, t.slot(resource, DAY, '14:00', '16:00'))),
      ])
      const won = replies.filter((reply) => reply?.statusCode === 201).length
      const offered = (await see(waiting, placed)).state === 'offered'
      expect(won + (offered ? 1 : 0)).toBe(1)
      expect(await owners()).toEqual([offered ? waiting.id : others.id])
      outcomes.add(offered ? 'offer' : 'newcomer')
      await act(waiting, placed, 'leave')
      await t.pool.query(
        `update booking.reservation set state = 'cancelled', held_until = null where resource_id = $1 and during && tstzrange($2, $3)`,
        [resource, taken.start, taken.end],
      )
      taken = await t.placed(others, t.slot(resource, DAY, '14:00', '16:00'))
    }
    expect(outcomes.size).toBeGreaterThan(0)
  })

  test('two sweeps, one slot, two people: one is offered it', async () => {
    const [one, two] = [await newcomer(), await newcomer()]
    const [first, second] = [await wish(one), await wish(two)]
    await t.settle()
    await giveBack()
    await Promise.all(Array.from({ length: 6 }, () => t.runJob('booking.sweep_waiting')))
    expect([(await see(one, first)).state, (await see(two, second)).state]).toEqual(['offered', 'waiting'])
  })

  test('of two accepts one books; accept against decline and against leaving: one wins', async () => {
    const one = await newcomer()
    for (const verb of ['accept', 'decline', 'leave', 'accept', 'decline', 'leave']) {
      const placed = await wish(one)
      await giveBack(taken)
      await t.settle()
      const replies = await Promise.all([act(one, placed, 'accept', {}), act(one, placed, verb, verb === 'leave' ? undefined : {})])
      expect(
        replies.filter(({ statusCode }) => statusCode === 200),
        replies.map(({ body }) => body).join('\n'),
      ).toHaveLength(1)
      const { state } = await see(one, placed)
      const isBooked = (await owners()).length === 1
      expect(state === 'booked').toBe(isBooked)
      if (state === 'waiting') await act(one, placed, 'leave')
      await t.pool.query(
        `update booking.reservation set state = 'cancelled', held_until = null where resource_id = $1 and during && tstzrange($2, $3)`,
        [resource, taken.start, taken.end],
      )
      taken = await t.placed(t.engineer, t.slot(resource, DAY, '14:00', '16:00'))
    }
  })
})
