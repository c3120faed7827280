import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { findRoot } from '../apps/api/src/root.ts'
import { launchBrowser } from '../e2e/browser.ts'
import { type Bench, percentile } from './bench.ts'
import { untilReady } from './server-process.ts'

const LIMIT_KB = 200
const LIMIT_LCP_MS = 2500
const PORT = 4909

/** The signed-out home page in a browser slowed down four times: what it must load first, and when its largest part is painted. */
const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const root = findRoot()
  const program = path.join(root, 'dist/server/jiju.mjs')
  const options = {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      JIJU_DATA_DIR: home,
      PORT: String(PORT),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '0',
    },
  }
  execFileSync(process.execPath, [program, 'demo', ...(quick ? ['--small'] : [])], { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  const server = spawn(process.execPath, [program, 'start'], { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  await untilReady({ host: 'localhost', port: PORT, child: server })
  const browser = await launchBrowser()
  try {
    const runs = quick ? 3 : 9
    const paints: number[] = []
    let scripts: string[] = []
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      const loaded: string[] = []
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') loaded.push(new URL(response.url()).pathname)
      })
      const devtools = await context.newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      await page.goto(`http://localhost:${PORT}/`, { waitUntil: 'networkidle' })
      // Given as text: the function runs in the browser, where the bundler's helpers are missing.
      const lcp = await page.evaluate<number>(
        `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`,
      )
      paints.push(lcp)
      scripts = loaded
      await context.close()
    }
    const bytes = scripts.map((script) => gzipSync(readFileSync(path.join(root, 'dist/web', script)), { level: 9 }).length)
    emit({
      figure: 'first_screen_js_gzip_kb',
      value: bytes.reduce((sum, size) => sum + size, 0) / 1024,
      unit: 'KiB',
      peer: 'limit',
      peerValue: LIMIT_KB,
    })
    emit({ figure: 'lcp_ms', value: percentile(paints, 0.5), unit: 'ms', peer: 'limit', peerValue: LIMIT_LCP_MS })
    emit({ figure: 'runs', value: runs, unit: 'page loads' })
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
    process.off('exit', kill)
  }
}

export default bench
