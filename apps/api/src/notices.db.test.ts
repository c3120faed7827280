import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { type SignedUp, signUpAs } from './test-people.ts'

let t: TestApp
let chen: SignedUp
let li: SignedUp

beforeAll(async () => {
  t = await createTestApp({ now: () => new Date('2026-11-23T02:00:00Z') })
  chen = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:owner'] })
  li = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:engineer'] })
  // Asking to be let in tells the owner.
  for (let n = 0; n < 3; n += 1) {
    const person = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:engineer'] })
    const asked = await t.inject({
      method: 'POST',
      url: `/api/v1/people/organisations/${chen.organisationId}/join-requests`,
      cookie: person.cookie,
      payload: { message: '' },
    })
    expect(asked.statusCode).toBeLessThan(300)
  }
})
afterAll(() => t.close())

async function call(who: SignedUp, method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await t.inject({ method, url: `/api/v1/notices${path}`, cookie: who.cookie, headers, ...(body && { payload: body }) })
  return { status: answer.statusCode, etag: String(answer.headers.etag), body: answer.body ? answer.json() : null }
}

test('notices are read in the language of the page, one by one or all, and only by their person', async () => {
  const { items } = (await call(chen, 'GET', '')).body
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({ kind: 'people.join_requested', group: 'organisation', link: '/organisation', readAt: null })
  expect((await call(chen, 'GET', '', undefined, { 'accept-language': 'en' })).body.items[0].title).toMatch(/ asks to join /)
  expect((await call(chen, 'GET', '/unread')).body).toEqual({ count: 3 })

  const { id } = items[1]
  expect((await call(li, 'POST', `/${id}/read`)).status).toBe(404)
  expect((await call(chen, 'POST', `/${newId()}/read`)).body.code).toBe('notices.notice_missing')
  expect((await call(chen, 'POST', `/${id}/read`)).status).toBe(204)
  const again = (await call(chen, 'GET', '')).body.items
  expect(again.map(({ readAt }: { readAt: string | null }) => readAt)).toEqual([null, null, expect.any(String)])
  expect(again[2].id).toBe(id)

  const page = (await call(chen, 'GET', '?limit=2')).body
  expect((await call(chen, 'GET', `?limit=2&cursor=${page.nextCursor}`)).body.items.map((item: { id: string }) => item.id)).toEqual([id])
  expect((await call(chen, 'GET', '?onlyUnread=true&group=organisation')).body.items).toHaveLength(2)
  expect((await call(chen, 'GET', '?group=bookings')).body.items).toEqual([])

  const newest = items
    .map((item: { id: string }) => item.id)
    .sort()
    .at(-1)
  expect((await call(chen, 'POST', '/read', { upTo: newest, group: 'bookings' })).status).toBe(204)
  expect((await call(chen, 'GET', '/unread')).body).toEqual({ count: 2 })
  expect((await call(chen, 'POST', '/read', { upTo: newest })).status).toBe(204)
  expect((await call(chen, 'GET', '/unread')).body).toEqual({ count: 0 })
})

test('settings begin with the defaults of the kinds, and nobody overwrites unseen', async () => {
  const first = await call(li, 'GET', '/settings')
  expect(first).toMatchObject({
    etag: '"0"',
    body: { mail: { bookings: 'at_once' }, zone: 'Asia/Shanghai', quiet: null, digestAt: '08:00' },
  })
  const wish = { ...first.body, mail: { bookings: 'daily' }, quiet: { from: '22:00', until: '07:30' } }
  const saves = await Promise.all([0, 1, 2, 3].map(() => call(li, 'PUT', '/settings', wish, { 'if-match': first.etag })))
  expect(saves.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
  const saved = await call(li, 'GET', '/settings')
  expect(saved).toMatchObject({ etag: '"1"', body: { mail: { bookings: 'daily', organisation: 'at_once' }, quiet: wish.quiet } })
  expect((await call(chen, 'GET', '/settings')).body.quiet).toBeNull()

  const refused = async (change: object) => (await call(li, 'PUT', '/settings', { ...wish, ...change }, { 'if-match': '"1"' })).body.code
  expect(await refused({ zone: 'Mars/Olympus' })).toBe('notices.zone_unknown')
  expect(await refused({ quiet: { from: '08:00', until: '08:00' } })).toBe('notices.quiet_hours_empty')
  expect((await call(li, 'PUT', '/settings', wish)).body.code).toBe('platform.if_match_missing')
})
