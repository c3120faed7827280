import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core'
import { expect, onTestFailed } from 'vitest'

/** Pictures for the documentation are written only when a run asks for them. */
const DOCUMENTED = process.env.JIJU_PICTURES === '1' ? fileURLToPath(new URL('../docs/screenshots', import.meta.url)) : undefined

/** Where a failed journey leaves a picture of each page that it had open. */
const PICTURES = fileURLToPath(new URL('../var/e2e', import.meta.url))

const PASSWORD = 'jiju-demo-2026'

/** People of the demo district by what they do. */
export const PEOPLE = {
  engineer: 'engineer@demo.jiju.example',
  otherEngineer: 'weinuo-2@demo.jiju.example',
  payer: 'finance@demo.jiju.example',
  owner: 'owner@demo.jiju.example',
  manager: 'manager@demo.jiju.example',
  providerOwner: 'provider-owner@demo.jiju.example',
  operator: 'operator@demo.jiju.example',
  admin: 'admin@demo.jiju.example',
  data: 'data@demo.jiju.example',
  points: 'points@demo.jiju.example',
  bank: 'bank@demo.jiju.example',
  officer: 'officer@demo.jiju.example',
  pointsSecond: 'points-second@demo.jiju.example',
  testerManager: 'hualan-2@demo.jiju.example',
  tester: 'hualan-3@demo.jiju.example',
  testerApprover: 'hualan-4@demo.jiju.example',
  rivalManager: 'pjmd-2@demo.jiju.example',
} as const
export type Person = keyof typeof PEOPLE

export const WIDE = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** `14:00—16:00` with whatever day stands before it. */
export const TIME_RANGE = /\d\d:\d\d—\d\d:\d\d/
export const BOOKING_NUMBER = /BKG-\d{8}-[0-9A-Z]{7}/

type Options = {
  as?: Person
  viewport?: typeof WIDE
  language?: 'zh' | 'en'
  theme?: 'light' | 'dark'
  /** Another district than that of the run. */
  address?: string
}

/** A browser of one person: Chinese, on the time of the region, signed in when `as` says as whom. */
export async function openContext(
  browser: Browser,
  { as, viewport = WIDE, language = 'zh', theme = 'light', address = process.env.JIJU_E2E_ADDRESS ?? '' }: Options = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport,
    reducedMotion: 'reduce',
    storageState: {
      cookies: [],
      origins: [
        {
          origin: address,
          localStorage: [
            { name: 'jiju.language', value: language },
            { name: 'jiju.theme', value: theme },
          ],
        },
      ],
    },
    ...(viewport === PHONE ? { hasTouch: true, isMobile: true } : {}),
  })
  context.setDefaultTimeout(30_000)
  if (as) {
    const answer = await context.request.post('/api/v1/people/sign-in', { data: { email: PEOPLE[as], password: PASSWORD } })
    expect(await answer.text()).toContain('signed_in')
  }
  return context
}

/** A page of its own for one journey; when the journey fails, the page leaves its picture and its text. */
export async function openPage(browser: Browser, options: Options = {}): Promise<Page> {
  const context = await openContext(browser, options)
  onTestFailed(async ({ task }) => {
    for (const [index, page] of context.pages().entries()) {
      const file = path.join(PICTURES, `${task.name.replace(/\W+/g, '-').slice(0, 60)}-${options.as ?? 'visitor'}-${index + 1}.png`)
      await page.screenshot({ path: file, fullPage: true })
      const text = await page
        .locator('main')
        .innerText({ timeout: 1000 })
        .catch(() => '')
      console.error(`${page.url()}\n${file}\n${text.slice(0, 1500)}`)
    }
  })
  return context.newPage()
}

/** The pages of a PDF that this person may fetch, for the documentation; needs `pdftoppm` of poppler-utils. */
export async function picturePdf(page: Page, address: string, name: string): Promise<void> {
  const fetchIt = () => page.context().request.get(address)
  // Papers are printed in the background.
  await expect.poll(async () => (await fetchIt()).headers()['content-type'], { timeout: 30_000, interval: 500 }).toBe('application/pdf')
  const bytes = await (await fetchIt()).body()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  if (DOCUMENTED) execFileSync('pdftoppm', ['-png', '-r', '80', '-', path.join(DOCUMENTED, name)], { input: bytes })
}

/** What the page shows now, for the documentation; from its top when `isWhole`. */
export async function picture(page: Page, name: string, { isWhole = false } = {}): Promise<void> {
  if (!DOCUMENTED) return
  await page.locator('.toast').last().waitFor({ state: 'hidden' })
  if (isWhole) await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: path.join(DOCUMENTED, `${name}.png`), fullPage: isWhole })
}

/** Collects what no page may do: errors in its code, errors on its console, requests that fail in the server. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself notes every refused request; those that matter are told apart below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  return faults
}

/** Fills the sign-in form that is on the screen. */
export async function fillSignIn(page: Page, as: Person): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await page.getByLabel('邮箱').fill(PEOPLE[as])
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
}

/** Resolves once the page shows its main heading. */
export async function heading(page: Page, name: string | RegExp): Promise<Locator> {
  const title = page.getByRole('heading', { level: 1, name })
  await title.waitFor()
  return title
}

export type Slot = { readonly start: string; readonly end: string }

/** What the platform offers for this instrument, asked the way the page asks. */
export async function freeSlots(context: BrowserContext, resourceId: string, query: Record<string, string>): Promise<Slot[]> {
  const answer = await context.request.get(`/api/v1/booking/resources/${resourceId}/free-slots`, { params: query })
  expect(answer.status()).toBe(200)
  return (await answer.json()).items
}

/** The first free slot of so many minutes that is at least so many days ahead; holidays and busy days only put it later. */
export async function freeSlotAhead(context: BrowserContext, resourceId: string, days: number, minutes = 120): Promise<Slot> {
  const from = new Date(Date.now() + days * 86_400_000).toISOString()
  const near = await freeSlots(context, resourceId, { near: from, minutes: String(minutes), limit: '50' })
  const found = near.find(({ start }) => start >= from)
  if (!found) throw new Error(`The demo district has no free ${minutes} minutes from ${from} on.`)
  return found
}

/** The id of a published resource by its name, and its provider's where several have one of that name. */
export async function resourceIdOf(context: BrowserContext, name: string, provider?: string): Promise<string> {
  const answer = await context.request.get('/api/v1/catalog/search', { params: { q: name } })
  const { items } = (await answer.json()) as { items: { id: string; nameZh: string; provider: { name: string } }[] }
  const found = items.find((item) => item.nameZh === name && (!provider || item.provider.name === provider))
  if (!found) throw new Error(`The demo district has no ${name}.`)
  return found.id
}

/** The year that the last facts and runs of the demo are about: registers knew it eight months ago. */
export function lastYear(): string {
  const known = new Date(Date.now() - 240 * 86_400_000)
  return String(Number(wallClock(known.toISOString()).slice(0, 4)) - 1)
}

/** `2026-11-24T14:00` on the region's wall clock: what a date-time field takes. */
export function wallClock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)
}

/** `14:00—16:00` on the region's wall clock. */
export function clockRange({ start, end }: Slot): string {
  return `${wallClock(start).slice(11)}—${wallClock(end).slice(11)}`
}

/** A day that is not today or tomorrow with its hours, such as `11-27 周五 14:00—16:00`, in whatever row or line it stands. */
export function dayAndRange(slot: Slot): RegExp {
  return new RegExp(`${wallClock(slot.start).slice(5, 10)} .*${clockRange(slot)}`)
}

/** The id in an address such as `/resources/<id>?start=…`. */
export function idInAddress(page: Page): string {
  return new URL(page.url()).pathname.split('/').find((part) => /^[0-9a-f-]{36}$/.test(part)) ?? ''
}

/** Resolves with the next request that `matches`, sent after this call. */
export function nextRequest(page: Page, method: string, path: RegExp): Promise<Request> {
  return page.waitForRequest((request) => request.method() === method && path.test(new URL(request.url()).pathname))
}
