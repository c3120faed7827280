import { Writable } from 'node:stream'
import Fastify from 'fastify'
import pino from 'pino'
import { expect, test } from 'vitest'
import { loggerOptions } from './logger.ts'

function capture() {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { stream, lines }
}

test('personal data and secrets are hidden, wherever they stand', () => {
  const { stream, lines } = capture()
  const log = pino(loggerOptions(), stream)
  log.info(
    {
      actor: { id: 'a1', email: 'chen@example.org', full_name: '陈工', list: [{ phone: '13800138000' }] },
      headers: { Authorization: 'Bearer abc', 'Set-Cookie': 's=abc' },
      api_key: 'abc',
      amount: 12n,
    },
    'noted',
  )
  const [text = ''] = lines
  for (const secret of ['chen@example.org', '陈工', '13800138000', 'abc']) expect(text).not.toContain(secret)
  expect(JSON.parse(text)).toMatchObject({ level: 'info', msg: 'noted', actor: { id: 'a1' }, amount: '12' })
})

test('a request is logged by method and route: no address, no query, no ids', async () => {
  const { stream, lines } = capture()
  const app = Fastify({ logger: { ...loggerOptions(), stream } })
  app.get('/people/:id', async () => {
    throw new Error('a bug')
  })
  await app.inject({ url: '/people/1234?q=chen', headers: { cookie: 'jiju_session=xyz' }, remoteAddress: '10.9.8.7' })
  await app.close()
  const text = lines.join('')
  for (const secret of ['1234', 'chen', 'xyz', '10.9.8.7']) expect(text).not.toContain(secret)
  expect(text).toContain('/people/:id')
  expect(text).toContain('a bug')
})

test('an error keeps what helps to find it, not the row that it quotes', () => {
  const { stream, lines } = capture()
  const error = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    constraint: 'person_email',
    detail: 'Key (email)=(chen@example.org) exists',
  })
  pino(loggerOptions(), stream).error({ err: error }, 'failed')
  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
    message: 'duplicate key value',
    code: '23505',
    constraint: 'person_email',
    stack: expect.any(String),
  })
  expect(lines[0]).not.toContain('chen@example.org')
})
