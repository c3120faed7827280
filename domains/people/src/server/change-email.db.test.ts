import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteStale } from './sql/sessions.ts'
import { createPeopleApp, PASSWORD } from './test-people.ts'

let people: Awaited<ReturnType<typeof createPeopleApp>>
beforeAll(async () => {
  people = await createPeopleApp()
})
afterAll(() => people.close())

let last = 0
async function somebody() {
  last += 1
  const old = `old${last}@example.com`
  await people.seed({ persons: [{ email: old, name: `人 ${last}` }] })
  const own = await people.signedIn(old)
  const wanted = `new${last}@example.com`
  const ask = (email = wanted) => own.post('/me/email', { email })
  const confirm = (token: string, password = PASSWORD, browser = own) => browser.post('/email-change', { token, password })
  return { old, wanted, own, ask, confirm }
}
const canSignIn = async (email: string, address: string) =>
  (await people.browser(address).post('/sign-in', { email, password: PASSWORD })).body?.status === 'signed_in'

describe('changing the address', () => {
  test('the link and the password make the new one count; sessions stay, the old address is told', async () => {
    const { old, wanted, own, ask, confirm } = await somebody()
    const elsewhere = await people.signedIn(old, '192.0.2.20')
    const asked = await ask(wanted.toUpperCase())
    expect([asked.status, asked.body]).toEqual([202, null])
    expect((await own.get('/me')).body.person.email).toBe(old)
    const token = await people.mailedToken(wanted)
    expect((await people.mails(wanted)).at(-1)?.text_body).toContain('https://jiju.test/change-email#token=')
    const { version } = (await own.get('/me')).body.person
    // The link may be opened anywhere.
    expect((await confirm(token, PASSWORD, people.browser('192.0.2.21'))).status).toBe(204)
    for (const browser of [own, elsewhere])
      expect((await browser.get('/me')).body.person).toMatchObject({ email: wanted, version: version + 1 })
    expect((await people.mails(old)).at(-1)).toMatchObject({ subject: '登录邮箱已更改', text_body: expect.stringContaining(wanted) })
    expect([await canSignIn(wanted, '192.0.2.22'), await canSignIn(old, '192.0.2.23')]).toEqual([true, false])
    expect((await confirm(token)).code).toBe('people.email_link_invalid')
    const log = await people.db
      .selectFrom('platform.audit_entry')
      .select('action')
      .where('action', 'like', 'people.email.%')
      .orderBy('id')
      .execute()
    expect(log.map((entry) => entry.action)).toEqual(['people.email.request', 'people.email.change'])
  })

  test('a taken address is answered like a free one; its holder is told, and nothing can be confirmed', async () => {
    const { own, ask, old } = await somebody()
    const holder = await somebody()
    const free = await ask()
    const taken = await ask(holder.old)
    expect([taken.status, taken.body, Object.keys(taken.headers)]).toEqual([free.status, free.body, Object.keys(free.headers)])
    const mail = (await people.mails(holder.old)).at(-1)
    expect(mail).toMatchObject({ subject: '此邮箱已有账号' })
    expect(mail?.text_body).not.toContain('token')
    expect((await own.get('/me')).body.person.email).toBe(old)
    expect((await holder.own.get('/me')).body.person.email).toBe(holder.old)
  })

  test('an address that somebody else proves first is theirs; of two who race one gets it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await somebody(), await somebody()]
      const wanted = `both${round}@example.com`
      await a.ask(wanted)
      const first = await people.mailedToken(wanted)
      await b.ask(wanted)
      const second = await people.mailedToken(wanted)
      const replies = await Promise.all([a.confirm(first), b.confirm(second)])
      expect(replies.map((reply) => reply.status).sort()).toEqual([204, 422])
      expect(replies.find((reply) => reply.status === 422)?.code).toBe('people.email_link_invalid')
      const holders = await people.db.selectFrom('people.person').select('id').where('email', '=', wanted).execute()
      expect(holders).toHaveLength(1)
    }
  })

  test('the newest wish counts, a link ends after a day and works once, by the right password only', async () => {
    const { old, wanted, own, ask, confirm } = await somebody()
    await ask()
    const older = await people.mailedToken(wanted)
    await ask(`x${wanted}`)
    expect((await confirm(older)).code).toBe('people.email_link_invalid')
    const token = await people.mailedToken(`x${wanted}`)
    expect((await confirm(token, 'not the password')).body.problems[0]).toMatchObject({ code: 'people.password_wrong', field: '/password' })
    expect((await confirm('y'.repeat(43))).code).toBe('people.email_link_invalid')
    const codes = []
    for (let n = 0; n < 8; n += 1) codes.push((await confirm(token, `wrong ${n}`)).code)
    expect(codes.at(-1)).toBe('people.too_many_tries')
    people.pass(24 * 3600)
    expect((await confirm(token)).code).toBe('people.email_link_invalid')
    expect((await own.get('/me')).body.person.email).toBe(old)
    await deleteStale(people.db, new Date(people.clock.now.getTime() + 8 * 86_400_000))
    expect(await people.db.selectFrom('people.email_change').select('email').where('email', '=', `x${wanted}`).execute()).toEqual([])
  })

  test('reset links that were mailed to the old address end with it', async () => {
    const { old, wanted, ask, confirm } = await somebody()
    await people.browser().post('/password-reset/request', { email: old })
    await people.settle()
    const reset = await people.mailedToken(old)
    await ask()
    expect((await confirm(await people.mailedToken(wanted))).status).toBe(204)
    expect((await people.browser().post('/password-reset', { token: reset, password: 'another-good-42' })).code).toBe(
      'people.reset_link_invalid',
    )
  })

  test('one’s own address, a malformed one and a stranger are refused; many wishes send few mails', async () => {
    const { own, old, ask } = await somebody()
    expect((await ask(old)).body.problems[0]).toMatchObject({ code: 'people.email_unchanged', field: '/email' })
    expect((await ask('no address')).status).toBe(400)
    expect((await people.browser().post('/me/email', { email: 'a@example.com' })).code).toBe('people.not_signed_in')
    for (let n = 0; n < 8; n += 1) expect((await own.post('/me/email', { email: 'often@example.com' })).status).toBe(202)
    expect((await people.mails('often@example.com')).length).toBeLessThanOrEqual(3)
  })
})
