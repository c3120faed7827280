import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'
import { startForwarder, startProgram } from './test-example-program.ts'
import { type SignedUp, signUpAs } from './test-people.ts'

const TALENT = '/api/v1/scoring/talent'
const POSITION = { kind: 'position', title: '质谱工程师', skills: ['质谱', '色谱'], headcount: 2, detail: null }

let app: TestApp
let enterprise: SignedUp
let office: SignedUp
let creditCode: string
let address: string
const folder = mkdtempSync(path.join(tmpdir(), 'jiju-talent-'))
const closers: (() => unknown)[] = []
beforeAll(async () => {
  app = await createTestApp({ webhooks: { allowsLoopback: true } })
  enterprise = await signUpAs(app, { kind: 'enterprise', roles: ['enterprise:owner'] })
  office = await signUpAs(app, { kind: 'government', roles: ['government:owner'] })
  const { rows } = await app.pool.query('select uscc from people.organisation where id = $1', [enterprise.organisationId])
  creditCode = rows[0].uscc
  await app.pool.query(`insert into scoring.enterprise (id, credit_code, name, created_at) values ($1, $2, '招才医疗', now())`, [
    newId(),
    creditCode,
  ])
  address = await app.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  for (const close of closers) await close()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const post = (who: SignedUp, url: string, payload: object) => app.inject({ method: 'POST', url, cookie: who.cookie, payload })
const own = async () => (await app.inject({ url: TALENT, cookie: enterprise.cookie })).json()

/** The example with what it knows: a service, two talents of whom one fits, a good fact and one of nobody. */
async function startPeer(key: string, secret: string) {
  const catalogue = path.join(folder, 'catalogue.json')
  const fact = { factCode: 'high_level_talents', period: '2026-06-30', value: '3', document: '2026-A-17' }
  writeFileSync(
    catalogue,
    JSON.stringify({
      desk: 'https://talent.example/desk',
      services: [
        {
          number: 'event-0412',
          kind: 'event',
          title: { zh: '双选会', en: 'Job fair' },
          address: null,
          minScore: null,
          skills: ['质谱'],
          validUntil: null,
        },
      ],
      talents: [
        { name: '甲', skills: ['质谱'] },
        { name: '乙', skills: ['注册法规'] },
      ],
      facts: [
        { creditCode, ...fact },
        { creditCode: '91310112MA1T009999', ...fact },
      ],
    }),
  )
  const peer = await startProgram('talent-peer', {
    JIJU_ADDRESS: address,
    JIJU_API_KEY: key,
    JIJU_WEBHOOK_SECRET: secret,
    CATALOGUE_FILE: catalogue,
  })
  closers.push(peer.stop)
  return peer
}

test('the example offers its services, states its facts and answers needs, those before it came and those it hears of', async () => {
  expect((await post(enterprise, `${TALENT}/needs`, { ...POSITION, title: '早先的需求' })).statusCode).toBe(201)
  const key = await post(office, '/api/v1/people/me/api-keys', { name: '人才系统', scopes: ['scoring.talent.exchange'], expiresInDays: 30 })
  expect(key.statusCode, key.body).toBe(201)
  const forwarder = await startForwarder()
  closers.push(forwarder.close)
  const webhook = await post(office, '/api/v1/webhooks', {
    name: '人才系统',
    address: forwarder.address,
    topics: ['scoring.talent_need_changed'],
  })
  expect(webhook.statusCode, webhook.body).toBe(201)
  const peer = await startPeer(key.json().secret, webhook.json().secret)
  forwarder.to(peer.url)

  await expect.poll(async () => (await own()).needs[0].answers, { timeout: 20_000 }).toHaveLength(1)
  expect((await own()).services).toMatchObject([{ title: { zh: '双选会' }, fit: 'open', matches: ['质谱'] }])
  const { rows } = await app.pool.query(`select value::text, source from scoring.fact where fact_code = 'high_level_talents'`)
  expect(rows).toEqual([{ value: '3', source: 'talent_system' }])
  expect(peer.said()).toContain('fact 2 is refused')

  expect((await post(enterprise, `${TALENT}/needs`, POSITION)).statusCode).toBe(201)
  await app.settle()
  const heard = async () => (await own()).needs.find(({ title }: { title: string }) => title === POSITION.title)
  await expect
    .poll(async () => (await heard()).answers, { timeout: 20_000 })
    .toMatchObject([{ matches: 1, address: 'https://talent.example/desk' }])

  // The same events again, one that nobody signed, and the same offers by a second start.
  const before = await own()
  expect((await forwarder.again()).every((status) => status === 204)).toBe(true)
  expect((await fetch(peer.url, { method: 'POST', body: '{"topic":"scoring.talent_need_changed"}' })).status).toBe(401)
  const second = await startPeer(key.json().secret, webhook.json().secret)
  await expect.poll(() => second.said(), { timeout: 20_000 }).toContain('0 new, 0 changed, 1 known')
  await expect.poll(() => second.said(), { timeout: 20_000 }).toContain(`answered ${POSITION.title}`)
  expect(await own()).toEqual(before)
  expect(peer.said()).not.toContain('Error')
})
