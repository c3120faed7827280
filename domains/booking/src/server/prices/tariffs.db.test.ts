import { newId } from '@jiju/kernel/ids'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Reservation, ReservationQuote } from '../../contract/reservations.ts'
import type { EditTariff, Tariff, TariffList } from '../../contract/tariffs.ts'
import { type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
afterEach(() => t.setNow(NOW))

const TARIFF: EditTariff = {
  validFrom: '2026-11-24',
  bands: [
    {
      nameZh: '夜间',
      nameEn: 'Night',
      days: ['working_day', 'weekend', 'holiday'],
      fromMinute: 1080,
      toMinute: 480,
      percent: 60,
    },
  ],
  packages: [{ nameZh: '半天', nameEn: null, minutes: 240, prices: [{ customerClass: 'enterprise', price: '600.00' }] }],
  extras: [{ nameZh: '清洗', nameEn: null, per: 'booking', price: '30.00' }],
  minimum: '300.00',
  noShow: null,
  chargesInside: false,
  chargeBy: 'longer',
  buildUp: null,
  note: null,
}
const tagged = (tariff: Tariff) => ({ 'if-match': `"${tariff.version}"` })

async function drafted(resourceId: string, change: Partial<EditTariff> = {}, person: Person = t.manager): Promise<Tariff> {
  const reply = await t.call(person, 'POST', `/resources/${resourceId}/tariffs`, { ...TARIFF, ...change })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

const publish = (tariff: Tariff, person: Person = t.manager) =>
  t.call(person, 'POST', `/tariffs/${tariff.id}/publication`, undefined, tagged(tariff))

async function quoted(slot: object): Promise<NonNullable<ReservationQuote['price']>> {
  const quote = (await t.call(t.engineer, 'POST', '/quotes', slot)).json<ReservationQuote>()
  if (!quote.price) throw new Error('no price')
  return quote.price
}

describe('price rules', () => {
  test('price new bookings from their first day on; each line says why, and what was booked keeps its price', async () => {
    const resource = await t.addInstrument(t.provider)
    const before = await t.placed(t.engineer, t.slot(resource, '2026-11-25', '10:00', '11:00'))
    expect(before).toMatchObject({ price: { total: '180.00' }, chargeBy: 'booked' })
    const draft = await drafted(resource)
    expect((await quoted(t.slot(resource, '2026-11-25', '12:00', '13:00'))).total).toBe('180.00')
    expect((await publish(draft)).json()).toMatchObject({ state: 'published', version: 2 })

    // 17:00 to 20:00: one hour by day, two at night, and cleaning.
    const evening = t.slot(resource, '2026-11-25', '17:00', '20:00')
    expect(await quoted(evening)).toMatchObject({
      total: '426.00',
      lines: [
        { code: 'machine_time', quantity: '1', unitPrice: '180.00', amount: '180.00', validFrom: '2020-01-01' },
        { code: 'band_time', quantity: '2', percent: 60, amount: '216.00', nameZh: '夜间', validFrom: '2026-11-24' },
        { code: 'extra', amount: '30.00', nameZh: '清洗' },
      ],
    })
    const booked = await t.placed(t.engineer, evening)
    expect(booked).toMatchObject({ chargeBy: 'longer', price: { total: '426.00' } })
    expect((await quoted(t.slot(resource, '2026-11-25', '12:00', '13:00'))).lines.at(-1)).toMatchObject({
      code: 'minimum',
      amount: '90.00',
    })
    expect(await quoted(t.slot(resource, '2026-11-26', '08:00', '12:00'))).toMatchObject({
      lines: [{ code: 'package', quantity: '1', amount: '600.00' }, { code: 'extra' }],
    })
    // The day before the tariff begins.
    expect((await quoted(t.slot(resource, '2026-11-23', '18:00', '20:00'))).total).toBe('360.00')

    const later = await drafted(resource, { validFrom: '2026-11-25', bands: [], packages: [], extras: [], minimum: '999.00' })
    expect((await publish(later)).statusCode).toBe(200)
    const read = async (id: string) => (await t.call(t.engineer, 'GET', `/reservations/${id}`)).json<Reservation>()
    expect((await read(before.id)).price).toEqual(before.price)
    expect((await read(booked.id)).price).toEqual(booked.price)
    expect((await quoted(t.slot(resource, '2026-11-25', '12:00', '13:00'))).total).toBe('999.00')
  })

  test('a price that is not the quoted one is refused with both', async () => {
    const resource = await t.addInstrument(t.provider)
    const slot = t.slot(resource, '2026-11-25', '10:00', '12:00')
    const { total } = await quoted(slot)
    expect(total).toBe('360.00')
    await t.placed(t.engineer, { ...t.slot(resource, '2026-11-24', '10:00', '12:00'), quotedTotal: '360' })
    await publish(await drafted(resource, { extras: [], bands: [], packages: [], minimum: '500.00' }))
    const refused = await t.place(t.engineer, { ...slot, quotedTotal: total })
    expect(refused.statusCode).toBe(409)
    expect(refused.json().problems).toMatchObject([
      { code: 'booking.price_changed', params: { quoted: '360.00', current: '500.00' }, field: '/quotedTotal' },
    ])
    expect((await t.placed(t.engineer, { ...slot, quotedTotal: '500.00' })).price.total).toBe('500.00')
  })

  test('of many who publish for the same day one wins', async () => {
    const resource = await t.addInstrument(t.provider)
    const drafts = await Promise.all(Array.from({ length: 8 }, () => drafted(resource)))
    const codes = (await Promise.all(drafts.map((draft) => publish(draft)))).map((reply) => reply.statusCode)
    expect(codes.toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const list = (await t.call(null, 'GET', `/resources/${resource}/tariffs`)).json<TariffList>()
    expect(list.items).toHaveLength(1)
  })

  test('a draft can be changed and discarded, a published tariff neither; it is taken back only before it begins', async () => {
    const resource = await t.addInstrument(t.provider)
    const draft = await drafted(resource)
    const change = (body: EditTariff, tag: Tariff) => t.call(t.manager, 'PUT', `/tariffs/${draft.id}`, body, tagged(tag))
    const edited = (await change({ ...TARIFF, minimum: '1.00' }, draft)).json<Tariff>()
    expect(edited).toMatchObject({ minimum: '1.00', version: 2 })
    expect((await change(TARIFF, draft)).statusCode).toBe(412)
    const published = (await publish(edited)).json<Tariff>()
    expect((await change(TARIFF, published)).json().code).toBe('booking.tariff_not_a_draft')
    expect((await t.call(t.manager, 'DELETE', `/tariffs/${draft.id}`, undefined, tagged(published))).statusCode).toBe(422)

    t.setNow('2026-11-24T01:00:00Z')
    const begun = await t.call(t.manager, 'POST', `/tariffs/${draft.id}/withdrawal`, undefined, tagged(published))
    expect(begun.json().code).toBe('booking.tariff_begun')
    t.setNow(NOW)
    const withdrawn = await t.call(t.manager, 'POST', `/tariffs/${draft.id}/withdrawal`, undefined, tagged(published))
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn' })
    expect((await quoted(t.slot(resource, '2026-11-25', '10:00', '11:00'))).total).toBe('180.00')

    const past = await drafted(resource, { validFrom: '2026-11-22' })
    expect((await publish(past)).json().code).toBe('booking.tariff_in_the_past')
    expect((await t.call(t.manager, 'DELETE', `/tariffs/${past.id}`, undefined, tagged(past))).statusCode).toBe(204)
  })

  test('what contradicts itself is refused with everything at once', async () => {
    const resource = await t.addInstrument(t.provider)
    const [band] = TARIFF.bands
    const [offer] = TARIFF.packages
    const reply = await t.call(t.manager, 'POST', `/resources/${resource}/tariffs`, {
      ...TARIFF,
      bands: [band, { ...band, nameZh: '清晨', fromMinute: 420, toMinute: 600 }],
      packages: [offer, offer],
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.json().problems.map(({ code }: { code: string }) => code)).toEqual([
      'booking.bands_overlap',
      'booking.packages_same_length',
    ])
  })

  test('another provider’s resource and tariff answer like unknown ones, and drafts are nobody else’s business', async () => {
    const resource = await t.addInstrument(t.provider)
    const draft = await drafted(resource)
    const other = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    const unknown = { ...draft, id: newId() }
    for (const target of [draft, unknown]) {
      const reply = await publish(target, other)
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'booking.tariff_missing'])
    }
    expect((await t.call(other, 'POST', `/resources/${resource}/tariffs`, TARIFF)).statusCode).toBe(404)
    for (const person of [null, other, t.engineer])
      expect((await t.call(person, 'GET', `/resources/${resource}/tariffs`)).json<TariffList>().items).toEqual([])
    expect((await t.call(t.manager, 'GET', `/resources/${resource}/tariffs`)).json<TariffList>().items).toHaveLength(1)
  })

  test('the provider’s list says what each resource costs today and which rules come', async () => {
    const provider = await t.addOrganisation('provider')
    const manager = await t.addPerson(provider, 'provider', 'lab_manager')
    const one = await t.addInstrument(provider, { name: 'A' })
    await t.addInstrument(provider, { name: 'B' })
    await drafted(one, {}, manager)
    await publish(await drafted(one, { validFrom: '2026-11-23' }, manager), manager)
    await publish(await drafted(one, { validFrom: '2026-12-01' }, manager), manager)
    const first = (await t.call(manager, 'GET', '/price-lists?limit=1')).json()
    expect(first.items).toMatchObject([{ resourceId: one, name: 'A', inForceFrom: '2026-11-23', nextFrom: '2026-12-01', drafts: 1 }])
    expect(first.items[0].prices).toContainEqual({ customerClass: 'enterprise', unit: 'hour', price: '180.00' })
    const second = (await t.call(manager, 'GET', `/price-lists?limit=1&cursor=${first.nextCursor}`)).json()
    expect(second).toMatchObject({ items: [{ name: 'B', inForceFrom: null, nextFrom: null, drafts: 0 }], nextCursor: null })
  })
})
