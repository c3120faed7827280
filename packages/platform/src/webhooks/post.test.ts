import { afterEach, describe, expect, test } from 'vitest'
import { post } from './post.ts'
import { startReceiver } from './receiver-fixture.ts'

const OPTIONS = { allowsLoopback: true, timeoutMs: 2000 }
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})
async function receiver(...given: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...given)
  closers.push(started.close)
  return started
}

describe('a post', () => {
  test('carries headers and body; the start of the answer is kept', async () => {
    const { address, received } = await receiver(() => ({ status: 200, body: `好${'x'.repeat(100_000)}` }))
    const posted = await post(address, { 'jiju-topic': 'webhooks.ping' }, '{"名":1}', OPTIONS)
    expect(posted).toMatchObject({ status: 200, error: null })
    expect(posted.start).toMatch(/^好x{2045}$/)
    expect(received).toMatchObject([{ path: '/hook', body: '{"名":1}', headers: { 'jiju-topic': 'webhooks.ping' } }])
  })

  test('follows no redirect', async () => {
    const inner = await receiver()
    const outer = await receiver(() => ({ status: 307, headers: { location: inner.address } }))
    expect(await post(outer.address, {}, '{}', OPTIONS)).toMatchObject({ status: 307 })
    expect(inner.connections()).toBe(0)
  })

  test('ends when no answer comes in time', async () => {
    const { address } = await receiver(() => 'never')
    expect(await post(address, {}, '{}', { ...OPTIONS, timeoutMs: 100 })).toEqual({
      status: null,
      start: null,
      error: 'no answer within 0.1 s',
    })
    const slowNames = { ...OPTIONS, timeoutMs: 100, resolve: () => new Promise<never>(() => undefined) }
    expect(await post('https://slow.example/', {}, '{}', slowNames)).toMatchObject({ error: 'no answer within 0.1 s' })
  })

  test('says why no answer came', async () => {
    const gone = await startReceiver()
    await gone.close()
    expect(await post(gone.address, {}, '{}', OPTIONS)).toMatchObject({ status: null, error: 'ECONNREFUSED' })
  })
})

describe('an address that leads inside', () => {
  test.each([
    [['127.0.0.1']],
    [['10.0.0.8']],
    [['169.254.169.254']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['fd00::8']],
    [['8.8.8.8', '127.0.0.1']],
  ])('behind a name that answers %j is not connected to', async (addresses) => {
    const { port, connections } = await receiver()
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const posted = await post(`https://rebound.example:${port}/`, {}, '{}', { allowsLoopback: false, timeoutMs: 2000, resolve })
    expect(posted).toEqual({ status: null, start: null, error: 'webhooks.address_private' })
    expect(connections()).toBe(0)
  })

  test('a name is asked once: what it answers the second time is not used', async () => {
    const { port, connections } = await receiver()
    let asked = 0
    const resolve = async () => {
      asked += 1
      // A documentation address would be refused; this one is public and answers nobody here.
      return [{ address: asked === 1 ? '192.31.196.1' : '127.0.0.1', family: 4 }]
    }
    const posted = await post(`https://rebound.example:${port}/`, {}, '{}', { allowsLoopback: false, timeoutMs: 300, resolve })
    expect(posted.status).toBeNull()
    expect([asked, connections()]).toEqual([1, 0])
  })

  test.each([
    'https://127.0.0.1:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://2130706433:PORT/',
    'http://127.0.0.1:PORT/',
    'https://localhost:PORT/',
  ])('written as %s is not connected to', async (address) => {
    const { port, connections } = await receiver()
    const posted = await post(address.replace('PORT', String(port)), {}, '{}', { allowsLoopback: false, timeoutMs: 2000 })
    expect(posted.error).toMatch(/^webhooks\.address_/)
    expect(connections()).toBe(0)
  })
})
