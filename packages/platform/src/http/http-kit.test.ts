import { type AddressInfo, connect } from 'node:net'
import { Refusal } from '@jiju/kernel/problem'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from './actor.ts'
import { createHttpApp } from './app.ts'
import { pruneOpenApi } from './openapi.ts'
import { decodeCursor, encodeCursor, toPage } from './paging.ts'
import { fillText, languageOf } from './problem-texts.ts'
import { problemResponses } from './problems.ts'

const actor: Actor = {
  userId: 'u',
  organisationId: 'o',
  organisationKind: 'enterprise',
  roles: [],
  via: 'session',
  credentialId: 's',
  scopes: null,
}

async function appWith(routes: (app: FastifyInstance) => void, requestsPerMinute = 0): Promise<FastifyInstance> {
  const app = await createHttpApp({
    publicAddress: 'https://jiju.example',
    version: 'test',
    requestsPerMinute,
    access: {
      findActor: async (request) => (request.headers.cookie ? actor : null),
      refuse: (access, who) => (access === 'open' || who ? null : { code: 'test.sign_in', kind: 'unauthenticated' }),
    },
    problemTexts: [
      {
        'test.sign_in': { zh: '请先登录。', en: 'Sign in first.' },
        'test.too_late': { zh: '最晚 {limit|day}，应付 {fee|yuan}。', en: 'At the latest {limit|day}, {fee|yuan}.' },
      },
    ],
  })
  await app.register(async (scope) => routes(scope), { prefix: '/api/v1/test' })
  await app.ready()
  return app
}

describe('createHttpApp', () => {
  let app: FastifyInstance
  beforeAll(async () => {
    app = await appWith((scope) => {
      const typed = scope.withTypeProvider<ZodTypeProvider>()
      const Body = z.object({ name: z.string().min(2), count: z.int().max(9) })
      typed.post(
        '/things',
        { schema: { body: Body, response: { 201: Body, ...problemResponses } }, config: { access: 'closed' } },
        async (request, reply) => reply.code(201).send(request.body),
      )
      typed.post('/refused', { config: { access: 'open' } }, async () => {
        throw new Refusal(
          { code: 'test.too_late', kind: 'refused', params: { limit: '2026-11-24', fee: '1240.00' } },
          { code: 'test.sign_in', kind: 'refused' },
        )
      })
      typed.get('/broken', { config: { access: 'open' } }, async () => {
        throw new Error('a secret detail')
      })
      typed.get('/gone', { config: { access: 'open' } }, async () => {
        throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
      })
    })
  })
  afterAll(() => app.close())

  const signedIn = { cookie: 'jiju_session=x' }

  test('lists every wrong field at once, in the language of the caller', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/test/things',
      payload: { name: 'a', count: 10 },
      headers: { ...signedIn, 'accept-language': 'en-GB' },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers['content-language']).toBe('en')
    expect(answer.json().problems.map((problem: { field: string }) => problem.field)).toEqual(['/name', '/count'])
    expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
    const chinese = await app.inject({ method: 'POST', url: '/api/v1/test/things', payload: { name: 'a', count: 10 }, headers: signedIn })
    expect(chinese.json().problems[0].message).toMatch(/[\u4e00-\u9fff]/)
  })

  test.each([
    ['broken JSON', '{"name":', 'application/json', 400, 'request.malformed'],
    ['no JSON', 'name=a', 'text/plain', 415, 'request.unsupported_type'],
    ['too much', JSON.stringify({ name: 'a'.repeat(2_000_000), count: 1 }), 'application/json', 413, 'request.too_large'],
  ])('%s is refused with its own code', async (_case, payload, type, status, code) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/test/things', payload, headers: { ...signedIn, 'content-type': type } })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  test.each([
    ['half of a surrogate pair', '{"name":"ab\\ud800","count":1}', '/name'],
    ['a null', '{"name":"a\\u0000b","count":1}', '/name'],
    ['one deep inside', '{"name":"ab","rows":[{"words":["x","\\udfff"]}]}', '/rows/0/words/1'],
    ['one in a name', '{"rows":{"a\\ud800":1}}', '/rows'],
  ])('%s is refused before anything stores it', async (_case, payload, field) => {
    const headers = { ...signedIn, 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/test/things', payload, headers })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.unstorable_text'])
    expect(answer.json().problems[0]).toMatchObject({ field, message: expect.stringContaining(field) })
  })

  test.each([
    ['a whole surrogate pair', JSON.stringify({ name: '𠮷𠮷😀', count: 1 }), 201],
    ['half a million brackets', `{"name":"ab","count":${'['.repeat(500_000)}${']'.repeat(500_000)}}`, 400],
  ])('%s is read', async (_case, payload, status) => {
    const headers = { ...signedIn, 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/test/things', payload, headers })
    expect(answer.statusCode).toBe(status)
  })

  test('a refusal names all its problems, filled in', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/test/refused' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().problems.map((problem: { message: string }) => problem.message)).toEqual([
      '最晚 2026-11-24，应付 ¥1,240.00。',
      '请先登录。',
    ])
  })

  test('a bug is answered without detail', async () => {
    const answer = await app.inject({ url: '/api/v1/test/broken' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret')
  })

  test('a lost database is answered as unavailable, with when to come back', async () => {
    const answer = await app.inject({ url: '/api/v1/test/gone' })
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'platform.database_unavailable', '2'])
  })

  test('nobody is refused before the body is read', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/test/things',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'test.sign_in'])
  })

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['https://jiju.example', 201],
    [undefined, 201],
  ])('a change from origin %s answers %i', async (origin, status) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/test/things',
      payload: { name: 'ab', count: 1 },
      headers: { ...signedIn, ...(origin && { origin }) },
    })
    expect(answer.statusCode).toBe(status)
  })

  test('answers of the API are not cached, not framed and load nothing', async () => {
    const { headers } = await app.inject({ url: '/api/v1/test/broken' })
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
  })

  test('an unknown address is a problem too', async () => {
    const answer = await app.inject({ url: '/api/v1/nothing' })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'request.no_such_route'])
  })
})

test('bytes that are no request are a problem too', async () => {
  const app = await appWith(() => undefined)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /api/v1/search?q=液相 HTTP/1.1\r\nHost: x\r\n\r\n'))
    socket.on('data', (bytes) => (text += bytes)).on('end', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(answer).toContain('application/problem+json')
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status: 400, code: 'request.unreadable' })
  await app.close()
})

test('a route without an access key does not start', async () => {
  await expect(appWith((scope) => void scope.get('/free', async () => 'x'))).rejects.toThrow('names no access key')
})

test('who asks too often is told when to come back; others are not disturbed', async () => {
  const app = await appWith((scope) => void scope.get('/x', { config: { access: 'open' } }, async () => 'x'), 3)
  const ask = (address: string) => app.inject({ url: '/api/v1/test/x', remoteAddress: address })
  const answers = []
  for (let i = 0; i < 4; i += 1) answers.push(await ask('203.0.113.1'))
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 429])
  expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('203.0.113.2')).statusCode).toBe(200)
  await app.close()
})

test.each([
  [undefined, 'zh'],
  ['en', 'en'],
  ['fr, en;q=0.5', 'en'],
  ['en;q=0.4, zh-CN;q=0.9', 'zh'],
  ['de', 'zh'],
  ['en;q=0', 'zh'],
])('Accept-Language %s is answered in %s', (header, language) => expect(languageOf(header)).toBe(language))

test('a text fills instants in the district’s zone and leaves unknown names visible', () => {
  expect(fillText('{at|instant} {other}', { at: '2026-11-23T16:00:00Z' }, 'en')).toBe('24 Nov 2026, 00:00 {other}')
})

describe('paging', () => {
  const rows = [1, 2, 3].map((id) => ({ id }))
  test('the cursor leads on from the last row that was shown', () => {
    const page = toPage(
      rows,
      2,
      (row) => row.id,
      (row) => [row.id],
    )
    expect(page.items).toEqual([1, 2])
    expect(decodeCursor(page.nextCursor ?? undefined, z.tuple([z.int()]))).toEqual([2])
    expect(
      toPage(
        rows,
        3,
        (row) => row.id,
        (row) => [row.id],
      ).nextCursor,
    ).toBeNull()
  })
  test.each(['', 'x', encodeCursor(['a']), encodeCursor([1, 2])])('cursor %j is refused', (cursor) => {
    expect(() => decodeCursor(cursor, z.tuple([z.int()]))).toThrow(Refusal)
  })
})

test('OpenAPI keeps only components that something refers to', () => {
  const document = {
    paths: { '/a': { get: { schema: { $ref: '#/components/schemas/A' } } } },
    components: { schemas: { Z: {}, B: { type: 'string' }, A: { items: { $ref: '#/components/schemas/B' } } } },
  }
  expect(Object.keys(pruneOpenApi(document).components?.schemas ?? {})).toEqual(['A', 'B'])
})
