import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import data from '../db/demo/service-forms.json' with { type: 'json' }
import { launchBrowser } from './browser.ts'
import { openPage, watchFaults } from './pages.ts'
import { startDistrict } from './setup.ts'

let browser: Browser
let district: Awaited<ReturnType<typeof startDistrict>>
beforeAll(async () => {
  // The small district of the other journeys has ten of the services only.
  district = await startDistrict({ isSmall: false })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await district?.stop()
})

type Field = { readonly label: { readonly zh: string }; readonly when?: unknown }
const FORMS: ReadonlyMap<string, readonly Field[]> = new Map(
  Object.entries(data.services).map(([key, { fields }]) => [`JC-${key}`, fields as readonly Field[]]),
)

test('each of the 67 services of the district is ordered with questions of its own', { timeout: 400_000 }, async () => {
  const pool = openPool({ connectionString: district.database, maxConnections: 1 })
  const { rows: services } = await sql<{ id: string; name: string; key: string }>`
    select id, name_zh as name, inner_number as key from catalog.resource where kind = 'testing_service' and status = 'published' order by inner_number`.execute(
    openDatabase(pool),
  )
  await pool.end()
  expect(services).toHaveLength(67)
  const page = await openPage(browser, { as: 'engineer', address: district.address })
  const faults = watchFaults(page)
  const asked = new Map<string, number>()
  for (const { id, name, key } of services) {
    await page.goto(`/e/orders/new/questions?service=${id}`, { waitUntil: 'commit' })
    const form = page.getByRole('region', { name, exact: true })
    await form.getByRole('heading', { name: '本项服务' }).waitFor()
    const text = await form.innerText()
    const own = (FORMS.get(key) ?? []).filter(({ when }) => !when)
    expect(own.length, name).toBeGreaterThan(0)
    for (const { label } of own) expect(text, `${name}: ${label.zh}`).toContain(label.zh)
    asked.set(id, await form.locator('input, select, textarea').count())
  }
  expect(asked.size).toBe(67)
  expect(Math.min(...asked.values())).toBeGreaterThan(5)
  expect(faults).toEqual([])
  await page.context().close()
})
