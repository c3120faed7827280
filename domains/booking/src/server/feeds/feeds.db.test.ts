import { newId } from '@jiju/kernel/ids'
import { platformWork } from '@jiju/platform/jobs/platform-work'
import { drainJobs } from '@jiju/platform/jobs/run'
import { startSmtpServer } from '@jiju/platform/mail/smtp-server-fixture'
import { openMailTransport } from '@jiju/platform/mail/transport'
import { relayOnce } from '@jiju/platform/outbox/relay'
import ICAL from 'ical.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DoorPlan, OpenedAddress, OwnFeed, SecretAddressList } from '../../contract/feeds.ts'
import type { Reservation } from '../../contract/reservations.ts'
import { type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let resource: string
let engineer: Person
let day = 23
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(async () => {
  resource = await t.addInstrument(t.provider)
  engineer = await t.addPerson(t.enterprise, 'enterprise', 'engineer')
  day = 23
})
afterEach(() => t.setNow(NOW))

const API = 'http://localhost:4000/api/v1/booking'
const post = (person: Person, path: string, body: object = {}, version?: number) =>
  t.call(person, 'POST', path, body, version === undefined ? {} : { 'if-match': `"${version}"` })
const read = (url: string, headers: Record<string, string> = {}) => t.call(null, 'GET', url.replace(API, ''), undefined, headers)
/** Ten to noon of the next day. */
const nextSlot = (of = resource) => {
  day += 1
  return t.slot(of, `2026-11-${day}`, '10:00', '12:00')
}
const opened = async (person: Person, path: string, body: object): Promise<OpenedAddress> => {
  const reply = await post(person, path, body)
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}
const ownFeed = (person: Person) => opened(person, '/own-feed', {})
const doorOf = (url: string) => `${API}${new URL(url).pathname}`

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue('status'),
    }
  })
}
const feedEvents = async (url: string) => eventsOf((await read(url)).body)

describe("a person's feed", () => {
  test('follows a booking from placing to cancellation under one UID, and never shows a hold', async () => {
    const { url, qrSvg } = await ownFeed(engineer)
    expect(url).toMatch(/^http:\/\/localhost:4000\/api\/v1\/booking\/feeds\/[\w-]{43}\/calendar\.ics$/)
    expect(qrSvg).toContain('<svg')
    await post(engineer, '/holds', nextSlot())
    expect(await feedEvents(url)).toEqual([])
    const booking = await t.placed(engineer, nextSlot())
    const [placed] = await feedEvents(url)
    expect(placed).toMatchObject({ uid: booking.id, status: 'CONFIRMED', start: booking.start, sequence: 0 })
    const moved = (await post(engineer, `/reservations/${booking.id}/move`, nextSlot(), booking.version)).json<Reservation>()
    const [later] = await feedEvents(url)
    expect(later).toMatchObject({ uid: booking.id, status: 'CONFIRMED', start: moved.start, sequence: 1 })
    await post(engineer, `/reservations/${booking.id}/cancel`, {}, moved.version)
    expect(await feedEvents(url)).toMatchObject([{ uid: booking.id, status: 'CANCELLED', sequence: 2 }])
    t.setNow(new Date(NOW.getTime() + 15 * 86_400_000))
    expect(await feedEvents(url)).toEqual([])
  })

  test('shows own bookings of organisations to which the person belongs, in the language of the address', async () => {
    const { url } = await opened(engineer, '/own-feed', { language: 'en' })
    expect(url).toMatch(/\?lang=en$/)
    await t.placed(await t.addPerson(t.enterprise, 'enterprise', 'engineer'), nextSlot())
    await t.placed(engineer, nextSlot())
    const reply = await read(url)
    expect(reply.body).toContain('X-WR-CALNAME:Jiju · my bookings')
    expect(eventsOf(reply.body)).toHaveLength(1)
    await t.pool.query('delete from people.membership where person_id = $1', [engineer.id])
    expect(await feedEvents(url)).toEqual([])
  })

  test('is text/calendar that is cached briefly and asked for again by its tag', async () => {
    const { url } = await ownFeed(engineer)
    await t.placed(engineer, nextSlot())
    const first = await read(url)
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
      'last-modified': NOW.toUTCString(),
    })
    const tag = String(first.headers.etag)
    const again = await read(url, { 'if-none-match': `"other", W/${tag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    await t.placed(engineer, nextSlot())
    expect((await read(url, { 'if-none-match': tag })).statusCode).toBe(200)
  })

  test('stops at once when it is revoked or replaced; its answer is that of any unknown address', async () => {
    const first = await ownFeed(engineer)
    expect((await t.call(engineer, 'GET', '/own-feed')).json<OwnFeed>().feed).toMatchObject({ id: first.id, lastReadAt: null })
    await read(first.url)
    expect((await t.call(engineer, 'GET', '/own-feed')).json<OwnFeed>().feed?.lastReadAt).toBe(NOW.toISOString())
    const second = await ownFeed(engineer)
    const unknown = await read('/no-such-thing')
    const answer = (reply: { json: () => { requestId: string }; statusCode: number }) => ({
      ...reply.json(),
      requestId: '',
      status: reply.statusCode,
    })
    for (const url of [first.url, `${API}/feeds/${'x'.repeat(43)}/calendar.ics`, `${API}/feeds/x/calendar.ics`, `${API}/door/x`]) {
      const reply = await read(url)
      expect([reply.statusCode, reply.json().code]).toEqual([unknown.statusCode, unknown.json().code])
      expect(Object.keys(answer(reply))).toEqual(Object.keys(answer(unknown)))
    }
    expect((await post(engineer, '/own-feed/revoke')).statusCode).toBe(204)
    expect((await read(second.url)).statusCode).toBe(404)
    expect((await post(engineer, '/own-feed/revoke')).json().code).toBe('booking.address_missing')
  })

  test('asked for at the same moment leaves one address that works', async () => {
    const both = await Promise.all(Array.from({ length: 8 }, () => ownFeed(engineer)))
    const answers = await Promise.all(both.map(({ url }) => read(url)))
    expect(answers.filter((reply) => reply.statusCode === 200)).toHaveLength(1)
  })

  test('is not in the database as text, nor in the answer to a repeated command', async () => {
    const { url } = await ownFeed(engineer)
    const token = url.split('/').at(-2) ?? ''
    const { rows } = await t.pool.query<{ found: boolean }>(
      `select bool_or(row::text like '%' || $1 || '%') as found from (
         select row_to_json(a)::text as row from booking.secret_address a union all select row_to_json(e)::text from platform.audit_entry e
         union all select row_to_json(r)::text from platform.command_receipt r) as rows`,
      [token],
    )
    expect(rows[0]?.found).toBe(false)
  })
})

describe("a provider's feeds", () => {
  test('show staff everything on one instrument, at a site or everywhere, as long as they belong to the provider', async () => {
    const staff = await t.addPerson(t.provider, 'provider', 'lab_staff')
    const siteId = await t.addSite(t.provider)
    const other = await t.addInstrument(t.provider, { siteId, name: '透射电镜' })
    const booking = await t.placed(engineer, { ...nextSlot(), project: '封堵器' })
    await t.placed(engineer, nextSlot(other))
    await t.placed(t.manager, nextSlot())
    const one = await opened(staff, '/staff-feeds', { subject: 'resource', subjectId: resource })
    const site = await opened(staff, '/staff-feeds', { subject: 'site', subjectId: siteId })
    const all = await opened(staff, '/staff-feeds', { subject: 'provider', subjectId: t.provider })
    const text = (await read(one.url)).body.replaceAll('\r\n ', '')
    expect(text).toContain('项目：封堵器')
    expect((await feedEvents(one.url)).map(({ summary }) => summary)).toEqual(['澄心医疗', '本机构使用'])
    expect((await feedEvents(site.url)).map(({ summary }) => summary)).toEqual(['透射电镜 · 澄心医疗'])
    expect((await feedEvents(all.url)).length).toBeGreaterThanOrEqual(3)
    await post(engineer, `/reservations/${booking.id}/cancel`, {}, booking.version)
    expect((await feedEvents(one.url))[0]).toMatchObject({ uid: booking.id, status: 'CANCELLED', summary: '已取消：澄心医疗' })
    const { items } = (await t.call(staff, 'GET', '/addresses')).json<SecretAddressList>()
    expect(items.map(({ subject, isShared }) => [subject, isShared])).toEqual([
      ['site', false],
      ['resource', false],
      ['provider', false],
    ])
    await t.pool.query('delete from people.membership where person_id = $1', [staff.id])
    for (const { url } of [one, site, all]) expect((await read(url)).statusCode).toBe(404)
  })

  test('that are handed out show that time is taken and nothing else', async () => {
    const booking = await t.placed(engineer, { ...nextSlot(), project: '封堵器' })
    const gone = await t.placed(engineer, nextSlot())
    await post(engineer, `/reservations/${gone.id}/cancel`, {}, gone.version)
    const { url, id } = await opened(t.manager, '/shared-addresses', { purpose: 'feed', subject: 'resource', subjectId: resource })
    const { body } = await read(url)
    expect(eventsOf(body)).toMatchObject([{ summary: '已预约', start: booking.start, status: 'CONFIRMED' }])
    for (const secret of ['澄心', '封堵器', booking.number, 'engineer', 'DESCRIPTION', 'URL']) expect(body).not.toContain(secret)
    expect((await post(engineer, `/shared-addresses/${id}/revoke`)).json().code).toBe('booking.address_missing')
    expect((await post(t.manager, `/staff-feeds/${id}/revoke`)).json().code).toBe('booking.address_missing')
    expect((await post(t.manager, `/shared-addresses/${id}/revoke`)).statusCode).toBe(204)
    expect((await read(url)).statusCode).toBe(404)
  })

  test("are opened for own resources only: another provider's and an unknown one are answered alike", async () => {
    const stranger = await t.addPerson(await t.addOrganisation('provider'), 'provider', 'lab_manager')
    for (const subjectId of [resource, newId()]) {
      const staff = await post(stranger, '/staff-feeds', { subject: 'resource', subjectId })
      const shared = await post(stranger, '/shared-addresses', { purpose: 'door', subject: 'resource', subjectId, detail: 'busy' })
      expect([staff.json().code, shared.json().code]).toEqual(['booking.address_subject_missing', 'booking.address_subject_missing'])
    }
    expect((await post(stranger, '/staff-feeds', { subject: 'provider', subjectId: t.provider })).statusCode).toBe(404)
  })
})

describe('the screen at a door', () => {
  const door = (detail: string) =>
    opened(t.manager, '/shared-addresses', { purpose: 'door', subject: 'resource', subjectId: resource, detail })

  test('shows today and tomorrow by short name or as taken, never a person, a project or a hold', async () => {
    const booking = await t.placed(engineer, { ...t.slot(resource, '2026-11-23', '14:00', '16:00'), project: '封堵器' })
    await t.placed(engineer, t.slot(resource, '2026-11-26', '14:00', '16:00'))
    await post(engineer, '/holds', t.slot(resource, '2026-11-24', '14:00', '16:00'))
    const { url } = await door('organisation')
    expect(url).toMatch(/^http:\/\/localhost:4000\/door\/[\w-]{43}$/)
    const reply = await read(doorOf(url))
    const plan = reply.json<DoorPlan>()
    expect(plan).toMatchObject({ providerName: '申江理工大学分析测试中心', zone: 'Asia/Shanghai', at: NOW.toISOString() })
    expect(plan.resources).toMatchObject([
      { id: resource, bookings: [{ start: booking.start, kind: 'customer', state: 'confirmed', organisation: '澄心医疗' }] },
    ])
    expect(plan.resources[0]?.open).toHaveLength(2)
    for (const secret of ['封堵器', 'engineer', booking.number]) expect(reply.body).not.toContain(secret)
    const quiet = await door('busy')
    expect((await read(doorOf(url))).statusCode).toBe(404)
    expect((await read(doorOf(quiet.url))).json<DoorPlan>().resources[0]?.bookings).toMatchObject([{ organisation: null }])
  })
})

describe('invitations', () => {
  type Letter = { calendar: { method: string; text: string } | null; to_address: string }
  const letters = async (to: Person): Promise<Letter[]> => {
    await t.settle()
    const { rows } = await t.pool.query<Letter>('select calendar, to_address from platform.mail where to_address = $1 order by id', [
      `${to.id}@example.test`,
    ])
    return rows
  }
  const sent = async (to: Person) =>
    (await letters(to)).map(({ calendar }) => (calendar ? { method: calendar.method, ...eventsOf(calendar.text)[0] } : null))

  test('follow a booking: the same UID, a growing sequence, the times of each moment, and a cancellation at the end', async () => {
    const booking = await t.placed(engineer, nextSlot())
    expect(await sent(engineer)).toMatchObject([{ method: 'REQUEST', uid: booking.id, sequence: 0, start: booking.start }])
    const slot = nextSlot()
    const moved = (await post(engineer, `/reservations/${booking.id}/move`, slot, booking.version)).json<Reservation>()
    expect((await sent(engineer))[1]).toMatchObject({ method: 'REQUEST', uid: booking.id, sequence: 1, start: slot.start })
    await post(engineer, `/reservations/${booking.id}/cancel`, {}, moved.version)
    expect((await sent(engineer))[2]).toMatchObject({ method: 'CANCEL', uid: booking.id, sequence: 2, status: 'CANCELLED' })
    const [{ calendar } = { calendar: null }] = await letters(engineer)
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar?.text ?? '')).getFirstSubcomponent('vevent') ?? undefined)
    expect(event.organizer).toBe('mailto:no-reply@jiju.example')
    expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      `mailto:${engineer.id}@example.test`,
    ])
    expect((await letters(t.manager)).every((letter) => letter.calendar === null)).toBe(true)
  })

  test('wait for the answer to a request, and are not taken back where there was none', async () => {
    resource = await t.addInstrument(t.provider, { calendar: { confirmation: 'approval' } })
    const asked = (await t.place(engineer, nextSlot())).json<Reservation>()
    const declined = (await t.place(engineer, nextSlot())).json<Reservation>()
    expect(await sent(engineer)).toEqual([null, null])
    expect((await post(t.manager, `/reservations/${asked.id}/approve`, {}, asked.version)).statusCode).toBe(200)
    const decline = await post(t.manager, `/reservations/${declined.id}/decline`, { reason: 'no_staff' }, declined.version)
    expect(decline.statusCode).toBe(200)
    const [, , ...answers] = await sent(engineer)
    expect(answers).toHaveLength(2)
    expect(answers).toContainEqual(expect.objectContaining({ method: 'REQUEST', uid: asked.id, status: 'CONFIRMED' }))
    expect(answers).toContain(null)
  })

  test('are none for who wants none; what was sent before is still kept right', async () => {
    const before = await t.placed(engineer, nextSlot())
    await sent(engineer)
    const choice = await t.call(engineer, 'PUT', '/own-feed/invitations', { isWanted: false })
    expect(choice.json<OwnFeed>().wantsInvitations).toBe(false)
    await t.placed(engineer, nextSlot())
    expect((await sent(engineer)).at(-1)).toBeNull()
    await post(engineer, `/reservations/${before.id}/cancel`, {}, before.version)
    expect((await sent(engineer)).at(-1)).toMatchObject({ method: 'CANCEL', uid: before.id })
    await t.call(engineer, 'PUT', '/own-feed/invitations', { isWanted: true })
    await t.placed(engineer, nextSlot())
    expect((await sent(engineer)).at(-1)).toMatchObject({ method: 'REQUEST' })
  })

  test('about a booking that is cancelled before the first letter is written are not sent at all', async () => {
    const booking = await t.placed(engineer, nextSlot())
    await post(engineer, `/reservations/${booking.id}/cancel`, {}, booking.version)
    expect(await sent(engineer)).toEqual([null, null])
  })

  test('of a series and of a bundle are one a booking, each under its own UID from placing to cancellation', async () => {
    const invitations = async () => (await sent(engineer)).filter((one) => one !== null)
    const start = { start: '2026-12-01T02:00:00.000Z', end: '2026-12-01T04:00:00.000Z' }
    const series = await post(engineer, '/series', {
      resourceId: resource,
      ...start,
      rule: 'FREQ=WEEKLY;COUNT=3',
      take: 'all',
      quotedTotal: '1080.00',
    })
    expect(series.statusCode, series.body).toBe(201)
    const { group } = series.json()
    const uses = group.reservations.map(({ id }: { id: string }) => id)
    const requests = await invitations()
    expect(requests.map((one) => [one.method, one.uid, one.sequence])).toEqual(
      expect.arrayContaining(uses.map((id: string) => ['REQUEST', id, 0])),
    )
    expect(requests).toHaveLength(3)
    const at = { scope: 'all', reservationId: uses[0], start: '2026-12-01T03:00:00.000Z', end: '2026-12-01T05:00:00.000Z' }
    const moved = await post(engineer, `/groups/${group.id}/move`, at, group.version)
    expect(moved.statusCode, moved.body).toBe(200)
    const updates = (await invitations()).slice(3)
    expect(updates.map((one) => [one.method, one.sequence])).toEqual([
      ['REQUEST', 1],
      ['REQUEST', 1],
      ['REQUEST', 1],
    ])
    expect(new Set(updates.map((one) => one.uid))).toEqual(new Set(uses))
    const cancelled = await post(engineer, `/groups/${group.id}/cancel`, { scope: 'all' }, moved.json().version)
    expect(cancelled.statusCode, cancelled.body).toBe(200)
    const withdrawn = (await invitations()).slice(6)
    expect(withdrawn.map((one) => [one.method, one.status, one.sequence])).toEqual(Array(3).fill(['CANCEL', 'CANCELLED', 2]))

    const beside = await t.addInstrument(t.provider)
    const parts = [resource, beside].map((id) => ({ resourceIds: [id] }))
    const bundle = await post(engineer, '/bundles', { ...start, parts, quotedTotal: '720.00' })
    expect(bundle.statusCode, bundle.body).toBe(201)
    const both = (await invitations()).slice(9)
    expect(new Set(both.map((one) => one.uid))).toEqual(new Set(bundle.json().reservations.map(({ id }: { id: string }) => id)))
    expect(both.every((one) => one.method === 'REQUEST' && one.status === 'CONFIRMED')).toBe(true)
    // In the page the group is told of once; the letters of the calendar stand as read.
    const { rows } = await t.pool.query(
      `select count(*) filter (where read_at is null)::int as unread from platform.notice where person_id = $1 and kind like 'booking.group_%'`,
      [engineer.id],
    )
    expect(rows[0].unread).toBe(4)
  })

  test('leave as a part that mail programs act on, and as a file', async () => {
    const server = await startSmtpServer()
    const mail = openMailTransport({ smtpUrl: server.url, from: '集聚 <no-reply@jiju.example>' })
    const modules = [platformWork({ db: t.db, mail })]
    await t.placed(engineer, nextSlot())
    await t.settle()
    await relayOnce({ pool: t.pool, modules })
    await drainJobs({ pool: t.pool, modules })
    const letter = server.letters.find(({ to }) => to === `${engineer.id}@example.test`)?.data ?? ''
    expect(letter).toMatch(/Content-Type: multipart\/alternative/)
    expect(letter).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect(letter).toMatch(/Content-Type: application\/ics; name=invite\.ics/)
    mail?.close()
    await server.close()
  })
})
