import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPeopleApp, PASSWORD } from './test-people.ts'

let people: Awaited<ReturnType<typeof createPeopleApp>>
beforeAll(async () => {
  people = await createPeopleApp()
})
afterAll(() => people.close())

const wrong = (email: string, n: number) => ({ email, password: `guess number ${n}` })

describe('a stranger who hammers an address', () => {
  test('is slowed by 1,000 wrong tries; the owner gets in from a known and from a new device', async () => {
    const email = 'owner@example.com'
    await people.seed({ persons: [{ email }] })
    const known = await people.signedIn(email, '192.0.2.10')
    await known.post('/sign-out')

    const attacker = people.browser('198.51.100.1')
    const replies = []
    for (let batch = 0; batch < 20; batch += 1) {
      replies.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => attacker.post('/sign-in', wrong(email, batch * 50 + n))))))
      people.pass(3)
    }
    expect(replies).toHaveLength(1000)
    const looked = replies.filter((reply) => reply.status === 401)
    const slowed = replies.filter((reply) => reply.status === 429)
    // One minute of hammering: the free tries and a few of the doubling delays, not a thousand.
    expect(looked.length).toBeGreaterThanOrEqual(5)
    expect(looked.length).toBeLessThanOrEqual(10)
    expect(slowed).toHaveLength(1000 - looked.length)
    expect(slowed[0]).toMatchObject({ code: 'people.too_many_tries' })
    expect(Number(slowed.at(-1)?.headers['retry-after'])).toBeGreaterThan(1)
    // The attacker is refused even with the right password: a blocked try tells nothing.
    expect((await attacker.post('/sign-in', { email, password: PASSWORD })).status).toBe(429)

    expect((await known.post('/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
    expect((await people.browser('203.0.113.77').post('/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
    console.info(`lock-out: 1,000 tries, ${looked.length} looked at, ${slowed.length} slowed, owner in from known and new device`)
  })

  test('in the same network slows new devices there, never a known one', async () => {
    const email = 'neighbour@example.com'
    await people.seed({ persons: [{ email }] })
    const known = await people.signedIn(email, '192.0.2.20')
    for (let n = 0; n < 20; n += 1) await people.browser('192.0.2.20').post('/sign-in', wrong(email, n))
    expect((await people.browser('192.0.2.20').post('/sign-in', { email, password: PASSWORD })).status).toBe(429)
    expect((await known.post('/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
  })

  test('from many networks cannot lock either, but a new device must then prove the mailbox', async () => {
    const email = 'attacked@example.com'
    await people.seed({ persons: [{ email }] })
    const known = await people.signedIn(email, '192.0.2.30')
    for (let network = 1; network <= 10; network += 1)
      for (let n = 0; n < 5; n += 1) await people.browser(`198.51.100.${network}`).post('/sign-in', wrong(email, n))
    expect((await people.mails(email)).map((mail) => mail.subject)).toEqual(['有人在尝试您的密码'])

    expect((await known.post('/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
    const fresh = people.browser('203.0.113.78')
    const first = await fresh.post('/sign-in', { email, password: PASSWORD })
    expect(first.body).toMatchObject({ status: 'second_factor_required', methods: ['email_code'] })
    const code = /(\d{6})/.exec((await people.mails(email)).at(-1)?.subject ?? '')?.[1]
    expect(
      (await fresh.post('/sign-in/second-factor', { challenge: first.body.challenge, method: 'email_code', code: '000000' })).code,
    ).toBe('people.code_wrong')
    expect((await fresh.post('/sign-in/second-factor', { challenge: first.body.challenge, method: 'email_code', code })).body).toEqual({
      status: 'signed_in',
    })
    people.pass(3601)
    expect((await people.browser('203.0.113.79').post('/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
  })

  test('an IPv6 network is one source, however many addresses it uses', async () => {
    const email = 'six@example.com'
    await people.seed({ persons: [{ email }] })
    const statuses = []
    for (let n = 1; n <= 10; n += 1) statuses.push((await people.browser(`2001:db8:1:2::${n}`).post('/sign-in', wrong(email, n))).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429])
    expect((await people.browser('2001:db8:1:3::1').post('/sign-in', { email, password: PASSWORD })).status).toBe(200)
  })

  test('trying one password on many addresses is slowed by its network', async () => {
    const statuses = []
    for (let n = 0; n < 120; n += 1)
      statuses.push(
        (await people.browser('198.51.100.200').post('/sign-in', { email: `spray${n}@example.com`, password: 'winter-2026' })).status,
      )
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(101)
    expect(statuses.at(-1)).toBe(429)
  }, 120_000)

  test('two colleagues who sign in at the same moment do not slow each other, whichever the server sees first', async () => {
    const [first, second] = ['early@example.com', 'late@example.com']
    await people.seed({ persons: [{ email: first }, { email: second }] })
    expect((await people.browser('192.0.2.50').post('/sign-in', { email: first, password: PASSWORD })).status).toBe(200)
    people.pass(-0.005)
    expect((await people.browser('192.0.2.50').post('/sign-in', { email: second, password: PASSWORD })).status).toBe(200)
  })

  test('the counters hold no address', async () => {
    const rows = await people.db.selectFrom('people.throttle').selectAll().execute()
    expect(rows.length).toBeGreaterThan(5)
    expect(JSON.stringify(rows.map((row) => row.bucket.toString('latin1')))).not.toContain('example.com')
  })
})

test('a flood from one address meets the limit of the route; a browser behind it that is known does not', async () => {
  const limited = await createPeopleApp({ requestsPerMinute: 600 })
  const email = 'flooded@example.com'
  await limited.seed({ persons: [{ email }] })
  const known = await limited.signedIn(email, '192.0.2.40')
  const codes = []
  for (let n = 0; n < 70; n += 1)
    codes.push((await limited.browser('192.0.2.40').post('/sign-in', wrong(`nobody${n}@example.com`, n))).code)
  expect(codes.filter((code) => code === 'people.credentials_wrong')).toHaveLength(60 - 1)
  expect(codes.at(-1)).toBe('request.too_many')
  expect((await known.post('/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
  await limited.close()
})
