import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataHome } from './data-home.ts'
import { startEmbeddedPostgres } from './embedded/start.ts'

const CHECKOUT = fileURLToPath(new URL('../../../..', import.meta.url))
const SLOTS = 16

type TestServer = { readonly url: string; readonly stop: () => Promise<void> }

/** `TEST_DATABASE_URL` when set; else an embedded server that gives up durability for speed. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  const home = dataHome({ checkout: CHECKOUT, env: process.env })
  // One server per run at a time: a run must not lose its server because another run ended.
  for (let slot = 1; slot <= SLOTS; slot += 1) {
    const server = await startEmbeddedPostgres({
      home: path.join(home, 'test-postgres', String(slot)),
      binariesHome: home,
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '128MB' },
    })
    if (!server.isForeign) return server
  }
  throw new Error(`All ${SLOTS} test servers of this checkout are in use`)
}
