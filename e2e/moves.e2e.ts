import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { freeSlotAhead, openPage, watchFaults } from './pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const DAY_MS = 86_400_000

type Booking = { readonly id: string; readonly version: number; readonly start: string; readonly end: string }

/** Two hours on a calendar whose provider answers first. */
async function request(manager: BrowserContext, engineer: BrowserContext): Promise<Booking> {
  const { items } = await (await manager.request.get('/api/v1/booking/requests')).json()
  const slot = await freeSlotAhead(engineer, items[0].resourceId, 4)
  const answer = await engineer.request.post('/api/v1/booking/reservations', { data: { resourceId: items[0].resourceId, ...slot } })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

/** Asks for the same hours on the first later day on which they are free. */
async function askToMove(context: BrowserContext, { id, version, start, end }: Booking): Promise<void> {
  for (let days = 1; days < 15; days += 1) {
    const later = (instant: string) => new Date(Date.parse(instant) + days * DAY_MS).toISOString()
    const answer = await context.request.post(`/api/v1/booking/reservations/${id}/move-requests`, {
      data: { start: later(start), end: later(end), words: '样品晚到' },
      headers: { 'if-match': `"${version}"` },
    })
    if (answer.status() === 201) return
  }
  throw new Error('The demo district has no such hours in the coming days.')
}

test('a move that is asked for waits beside its countdown; approved in the inbox, the booking stands at its new time', async () => {
  const engineer = await openPage(browser, { as: 'engineer' })
  const manager = await openPage(browser, { as: 'manager' })
  const faults = [watchFaults(engineer), watchFaults(manager)]
  const asked = await request(manager.context(), engineer.context())
  const approved = await manager.context().request.post(`/api/v1/booking/reservations/${asked.id}/approve`, {
    headers: { 'if-match': `"${asked.version}"` },
  })
  expect(approved.status(), await approved.text()).toBe(200)

  await engineer.goto(`/e/bookings/${asked.id}`)
  await engineer.getByRole('button', { name: '申请改时' }).waitFor()
  await askToMove(engineer.context(), await approved.json())
  await engineer.reload()
  await engineer.getByText(/已申请改到/).waitFor()
  await engineer.getByRole('timer').waitFor()
  await engineer.getByRole('button', { name: '撤回改时申请' }).waitFor()

  await manager.goto('/p/inbox')
  const card = manager.getByRole('listitem').filter({ hasText: '样品晚到' })
  await card.getByRole('timer').waitFor()
  await card.getByRole('button', { name: /^同意/ }).click()
  await manager
    .getByText(/已改到/)
    .first()
    .waitFor()
  await expect.poll(() => card.count()).toBe(0)

  // The customer's page asks by itself while it waits.
  await engineer.getByText(/已申请改到/).waitFor({ state: 'detached', timeout: 60_000 })
  // And with it what happened, in the history that is folded away.
  await engineer.getByText('同意改时', { exact: true }).waitFor({ state: 'attached' })
  expect(faults.flat()).toEqual([])
  await Promise.all([engineer, manager].map((page) => page.context().close()))
})
