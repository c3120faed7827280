import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { findRoot } from '../apps/api/src/root.ts'
import { launchBrowser } from '../e2e/browser.ts'
import { type Bench, percentile } from './bench.ts'
import { seedTimelineDistrict } from './timeline-district.ts'

const PORT = 4908
const INSTRUMENTS = 200
/** A view is useful within the time that the interface guide gives the largest paint; a list that was asked for within 300 ms. */
const FIRST_PAINT_LIMIT_MS = 2500
const LIST_LIMIT_MS = 300
const LOOK_MS = 1000

/** A provider's calendar with 200 instruments and a year of bookings, in a real browser on the built platform: opened, leafed through, scrolled. */
const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const { session, bookings } = await seedTimelineDistrict(databaseUrl, {
    instruments: INSTRUMENTS,
    weeks: quick ? 8 : 52,
    today: new Date(),
  })
  emit({ figure: 'bookings', value: bookings, unit: 'rows' })
  const root = findRoot()
  const server = spawn(process.execPath, [path.join(root, 'dist/server/jiju.mjs'), 'start', '--no-demo'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      JIJU_DATA_DIR: home,
      PORT: String(PORT),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '0',
    },
  })
  await new Promise<void>((resolve) =>
    server.stdout.setEncoding('utf8').on('data', (text: string) => text.includes('is ready at') && resolve()),
  )
  const browser = await launchBrowser()
  const newContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await context.addCookies([{ name: 'jiju_session', value: session, url: `http://localhost:${PORT}` }])
    await context.addInitScript(WATCH)
    return context
  }
  try {
    const paints: number[] = []
    for (let run = 0; run < (quick ? 3 : 9); run += 1) {
      const context = await newContext()
      paints.push(await open(await context.newPage()))
      await context.close()
    }
    emit({ figure: 'first_paint_ms', value: percentile(paints, 0.5), unit: 'ms', peer: 'limit', peerValue: FIRST_PAINT_LIMIT_MS })

    const page = await (await newContext()).newPage()
    let kilobytes = 0
    page.on('response', async (response) => {
      if (response.url().includes('/booking/timeline')) kilobytes = (await response.body().catch(() => Buffer.alloc(0))).length / 1024
    })
    await open(page)
    const leaf = async (pause: number, times: number) => {
      const taken: number[] = []
      for (let week = 0; week < times; week += 1) {
        await page.waitForTimeout(pause)
        taken.push(await page.evaluate<number>(`window.jijuNextWeek('下一周')`))
      }
      return taken
    }
    const times = quick ? 4 : 20
    // Whoever looks at a week for a moment, and whoever presses on as soon as something is there.
    const looked = await leaf(LOOK_MS, times)
    emit({ figure: 'scroll_week_ms', value: percentile(looked, 0.5), unit: 'ms', peer: 'limit', peerValue: LIST_LIMIT_MS })
    emit({ figure: 'scroll_week_p95_ms', value: percentile(looked, 0.95), unit: 'ms' })
    await open(page)
    emit({
      figure: 'scroll_week_hurried_ms',
      value: percentile(await leaf(0, times), 0.5),
      unit: 'ms',
      peer: 'limit',
      peerValue: LIST_LIMIT_MS,
    })
    emit({ figure: 'week_answer_kb', value: kilobytes, unit: 'KiB' })

    await open(page)
    const { frames, dropped } = await page.evaluate<{ frames: number; dropped: number }>(`window.jijuScrollDown(${quick ? 60 : 180})`)
    emit({ figure: 'frames_dropped', value: dropped, unit: `of ${frames} frames while 200 rows scroll by` })
    emit({ figure: 'rows_in_page', value: await page.locator('.tl-row').count(), unit: 'rows of 200 that are drawn' })
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

/** Milliseconds from the start of the navigation until a row with bookings has been painted. */
async function open(page: Page): Promise<number> {
  await page.goto(`http://localhost:${PORT}/p/calendar`)
  return page.evaluate<number>('window.jijuFirstPaint')
}

/** Given as text: it runs in the browser, where the bundler's helpers are missing. A paint is over when the frame after it begins. */
const WATCH = `
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))))
const until = (test) => new Promise((resolve) => {
  if (test()) return resolve()
  const observer = new MutationObserver(() => { if (test()) { observer.disconnect(); resolve() } })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
})
const hasItems = () => document.querySelector('.tl-item') !== null
window.jijuFirstPaint = until(hasItems).then(painted)
window.jijuNextWeek = async (label) => {
  const day = () => document.querySelector('.tl-day')?.textContent
  const before = day()
  const start = performance.now()
  document.querySelector('button[aria-label="' + label + '"]').click()
  await until(() => day() !== before && hasItems() && !document.querySelector('.stale'))
  return (await painted()) - start
}
window.jijuScrollDown = async (frames) => {
  const box = document.querySelector('.tl')
  const step = (box.scrollHeight - box.clientHeight) / frames
  let last = await painted()
  let dropped = 0
  for (let frame = 0; frame < frames; frame += 1) {
    box.scrollTop += step
    const now = await new Promise((resolve) => requestAnimationFrame(resolve))
    dropped += Math.max(Math.round((now - last) / (1000 / 60)) - 1, 0)
    last = now
  }
  return { frames, dropped }
}`

export default bench
