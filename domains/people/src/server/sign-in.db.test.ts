import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from './password.ts'
import { deleteStale } from './sql/sessions.ts'
import { createPeopleApp, fromBase32, PASSWORD } from './test-people.ts'
import { hotp, totpStep } from './totp.ts'

let people: Awaited<ReturnType<typeof createPeopleApp>>
beforeAll(async () => {
  people = await createPeopleApp()
})
afterAll(() => people.close())

/** Signs in, turns the second factor on, and returns secret and recovery codes. */
async function withSecondFactor(email: string) {
  await people.seed({ persons: [{ email }] })
  const own = await people.signedIn(email)
  const offer = await own.post('/me/second-factor', { password: PASSWORD })
  expect(offer.status).toBe(201)
  const secret = fromBase32(offer.body.secret)
  const confirmed = await own.post('/me/second-factor/confirm', { code: hotp(secret, totpStep(people.clock.now)) })
  expect(confirmed.status).toBe(201)
  return { own, secret, offer: offer.body, recoveryCodes: confirmed.body.recoveryCodes as string[] }
}

const code = (secret: Buffer) => hotp(secret, totpStep(people.clock.now))

describe('signing up', () => {
  test('a mail proves the address, the password proves that the same person follows it', async () => {
    const own = people.browser()
    const body = { email: 'Li.Jing@Example.com', name: '李婧', password: 'ein-langes-Wort-7', language: 'en' }
    expect(await own.post('/sign-up', body)).toMatchObject({ status: 202, body: { status: 'mail_sent' } })
    expect((await own.post('/sign-in', { email: body.email, password: body.password })).code).toBe('people.credentials_wrong')
    const [mail] = await people.mails('li.jing@example.com')
    expect(mail).toMatchObject({ language: 'en', subject: 'Confirm your e-mail address' })
    expect(mail?.text_body).toContain('https://jiju.test/verify-email#token=')
    const token = await people.mailedToken('li.jing@example.com')

    expect((await own.post('/verify-email', { token, password: 'something else' })).code).toBe('people.password_wrong')
    expect(await own.post('/verify-email', { token, password: body.password })).toMatchObject({
      status: 201,
      body: { status: 'signed_in' },
    })
    expect((await own.get('/me')).body.person).toMatchObject({ email: 'li.jing@example.com', name: '李婧', language: 'en' })
    expect((await own.post('/verify-email', { token, password: body.password })).code).toBe('people.verification_link_invalid')
  })

  test('a known address gets the same answer and another mail', async () => {
    await people.seed({ persons: [{ email: 'known@example.com' }] })
    const reply = await people.browser().post('/sign-up', { email: 'known@example.com', name: 'X', password: 'ein-langes-Wort-7' })
    expect(reply).toMatchObject({ status: 202, body: { status: 'mail_sent' } })
    expect(await people.mails('known@example.com')).toMatchObject([{ subject: '您已有账号' }])
  })

  test('a link expires after a day', async () => {
    const own = people.browser()
    await own.post('/sign-up', { email: 'late@example.com', name: 'Late', password: 'ein-langes-Wort-7' })
    const token = await people.mailedToken('late@example.com')
    people.pass(86_401)
    expect((await own.post('/verify-email', { token, password: 'ein-langes-Wort-7' })).code).toBe('people.verification_link_invalid')
  })

  test('lists all faults of a password; short ones are refused by the contract', async () => {
    const own = people.browser()
    const reply = await own.post('/sign-up', { email: 'password@example.com', name: 'X', password: 'password123' })
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((problem: { code: string }) => problem.code)).toEqual([
      'people.password_too_common',
      'people.password_contains_email',
    ])
    expect((await own.post('/sign-up', { email: 'x@example.com', name: 'X', password: 'short' })).status).toBe(400)
  })

  test('no more than three mails to an address from one network; the answer stays the same', async () => {
    const statuses: number[] = []
    for (let round = 0; round < 5; round += 1)
      statuses.push(
        (await people.browser('198.51.100.7').post('/sign-up', { email: 'often@example.com', name: 'X', password: 'ein-langes-Wort-7' }))
          .status,
      )
    expect(statuses).toEqual([202, 202, 202, 202, 202])
    expect(await people.mails('often@example.com')).toHaveLength(3)
  })
})

describe('signing in', () => {
  test('sets a cookie that scripts cannot read, and /me tells what is allowed', async () => {
    await people.seed({
      persons: [{ email: 'wang@example.com', name: '王工' }],
      organisations: [{ key: '澄心', kind: 'enterprise' }],
      members: [['wang@example.com', '澄心', 'enterprise:engineer']],
    })
    const own = people.browser()
    const reply = await own.post('/sign-in', { email: 'WANG@example.com', password: PASSWORD })
    expect(reply).toMatchObject({ status: 200, body: { status: 'signed_in' } })
    const cookies = reply.headers['set-cookie'] as string[]
    expect(cookies[0]).toMatch(/^jiju_session=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
    const me = await own.get('/me')
    expect(me.body).toMatchObject({
      person: { name: '王工', hasSecondFactor: false },
      memberships: [{ organisation: { shortName: '澄心', status: 'verified' }, roles: ['enterprise:engineer'] }],
      roles: ['enterprise:engineer'],
    })
    expect(me.body.access).toContain('people.member.list')
    expect(me.body.access).not.toContain('people.organisation.review')
    expect(me.headers.etag).toBe('"1"')
  })

  test('signed out, /me has no person and only what anyone may do', async () => {
    const me = await people.browser().get('/me')
    expect(me).toMatchObject({ status: 200, body: { person: null, memberships: [], activeOrganisationId: null } })
    expect(me.body.access).toContain('people.session.open')
    expect((await people.browser().get('/me/sessions')).code).toBe('people.not_signed_in')
  })

  test('a wrong password and an unknown address answer alike', async () => {
    await people.seed({ persons: [{ email: 'exists@example.com' }] })
    const own = people.browser('203.0.113.9')
    const known = await own.post('/sign-in', { email: 'exists@example.com', password: 'not the password' })
    const unknown = await own.post('/sign-in', { email: 'nobody@example.com', password: 'not the password' })
    expect(known).toMatchObject({ status: 401, code: 'people.credentials_wrong' })
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...known.body, requestId: '' })
  })

  test('signing out ends the session, also for a copy of the cookie', async () => {
    await people.seed({ persons: [{ email: 'out@example.com' }] })
    const own = await people.signedIn('out@example.com')
    const copy = people.browser()
    Object.assign(copy.cookies, own.cookies)
    expect((await own.post('/sign-out')).status).toBe(204)
    expect(own.cookies.jiju_session).toBeUndefined()
    expect((await copy.get('/me')).body.person).toBeNull()
  })

  test('sessions slide: used they last, unused they end after 14 days, and after 90 in any case', async () => {
    await people.seed({ persons: [{ email: 'slide@example.com' }] })
    const own = await people.signedIn('slide@example.com')
    const idle = await people.signedIn('slide@example.com')
    const day = 86_400
    for (let round = 0; round < 8; round += 1) {
      people.pass(10 * day)
      expect((await own.get('/me')).body.person, `day ${(round + 1) * 10}`).not.toBeNull()
    }
    expect((await idle.get('/me')).body.person).toBeNull()
    people.pass(11 * day)
    expect((await own.get('/me')).body.person).toBeNull()
  })

  test('the list shows own sessions; one or all others can be ended; another person’s id is unknown', async () => {
    await people.seed({ persons: [{ email: 'many@example.com' }, { email: 'other@example.com' }] })
    const [first, second, third] = [
      await people.signedIn('many@example.com'),
      await people.signedIn('many@example.com'),
      await people.signedIn('many@example.com'),
    ]
    const other = await people.signedIn('other@example.com')
    const list = (await first.get('/me/sessions')).body.items as { id: string; isCurrent: boolean }[]
    expect(list).toHaveLength(3)
    const [foreign] = (await other.get('/me/sessions')).body.items as { id: string }[]
    expect((await first.delete(`/me/sessions/${foreign?.id}`)).code).toBe('people.session_missing')
    expect((await other.get('/me')).body.person).not.toBeNull()
    const secondId = ((await second.get('/me/sessions')).body.items as typeof list).find((item) => item.isCurrent)?.id
    expect((await first.delete(`/me/sessions/${secondId}`)).status).toBe(204)
    expect((await second.get('/me')).body.person).toBeNull()
    expect((await first.delete('/me/sessions')).body).toEqual({ ended: 1 })
    expect((await third.get('/me')).body.person).toBeNull()
    expect((await first.get('/me')).body.person).not.toBeNull()
  })

  test('the password can be changed; other sessions end and a mail tells', async () => {
    await people.seed({ persons: [{ email: 'change@example.com' }] })
    const own = await people.signedIn('change@example.com')
    const other = await people.signedIn('change@example.com')
    expect((await own.post('/me/password', { password: 'wrong password', newPassword: 'ein-neues-Wort-8' })).code).toBe(
      'people.password_wrong',
    )
    expect((await own.post('/me/password', { password: PASSWORD, newPassword: 'ein-neues-Wort-8' })).status).toBe(204)
    expect((await other.get('/me')).body.person).toBeNull()
    expect((await own.get('/me')).body.person).not.toBeNull()
    expect((await people.mails('change@example.com')).at(-1)?.subject).toBe('密码已修改')
    expect((await people.browser().post('/sign-in', { email: 'change@example.com', password: 'ein-neues-Wort-8' })).body.status).toBe(
      'signed_in',
    )
  })

  test('name and language change under If-Match', async () => {
    await people.seed({ persons: [{ email: 'edit@example.com', name: 'Old' }] })
    const own = await people.signedIn('edit@example.com')
    expect((await own.patch('/me', { name: 'New' })).code).toBe('platform.if_match_missing')
    expect((await own.patch('/me', { name: 'New', language: 'en' }, { 'if-match': '"1"' })).body.person).toMatchObject({
      name: 'New',
      language: 'en',
      version: 2,
    })
    expect(await own.patch('/me', { name: 'Newer' }, { 'if-match': '"1"' })).toMatchObject({ status: 412, code: 'platform.version_stale' })
  })

  test('a hash of another cost is made anew at the next sign-in', async () => {
    const email = 'older@example.com'
    const seeded = await people.seed({ persons: [{ email }] })
    const hashOf = async () =>
      (await people.db.selectFrom('people.person').select('password_hash').where('id', '=', seeded.person(email)).executeTakeFirstOrThrow())
        .password_hash
    const older = await hashPassword(PASSWORD, { ln: 5, r: 8, p: 1 })
    await people.db.updateTable('people.person').set({ password_hash: older }).where('id', '=', seeded.person(email)).execute()
    await people.signedIn(email)
    expect(await hashOf()).toMatch(/^\$scrypt\$ln=10,/)
    await people.signedIn(email)
  })

  test('what has lost its use is deleted, what lives stays', async () => {
    const email = 'tidy@example.com'
    await people.seed({ persons: [{ email }] })
    const own = await people.signedIn(email)
    await (await people.signedIn(email)).post('/sign-out')
    await people.browser().post('/sign-up', { email: 'never@example.com', name: 'X', password: 'ein-langes-Wort-7' })
    const count = async () =>
      Object.fromEntries(
        await Promise.all(
          (['people.pending_sign_up', 'people.throttle'] as const).map(async (table) => {
            const { n } = await people.db
              .selectFrom(table)
              .select((eb) => eb.fn.countAll<bigint>().as('n'))
              .executeTakeFirstOrThrow()
            return [table, Number(n)] as const
          }),
        ),
      )
    for (let day = 0; day < 40; day += 10) {
      people.pass(10 * 86_400)
      await own.get('/me')
    }
    await deleteStale(people.db as never, people.clock.now)
    const left = await count()
    expect(left['people.pending_sign_up']).toBe(0)
    expect(left['people.throttle']).toBe(0)
    expect((await own.get('/me')).body.person).not.toBeNull()
    const ended = await people.db
      .selectFrom('people.session')
      .select('id')
      .where('ended_at', '<', new Date(people.clock.now.getTime() - 31 * 86_400_000))
      .execute()
    expect(ended).toEqual([])
  })

  test('what happened is in the audit log, without address or password', async () => {
    await people.seed({ persons: [{ email: 'audited@example.com' }] })
    await people.signedIn('audited@example.com')
    const rows = await people.db.selectFrom('platform.audit_entry').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect(rows[0]).toMatchObject({ action: 'people.session.open', subject_type: 'people.person' })
    const all = JSON.stringify(await people.db.selectFrom('platform.audit_entry').select('detail').execute())
    expect(all).not.toContain('example.com')
    expect(all).not.toContain(PASSWORD)
  })
})

describe('resetting the password', () => {
  test('the link sets a new password once, within an hour, and ends all sessions', async () => {
    await people.seed({ persons: [{ email: 'reset@example.com' }] })
    const signed = await people.signedIn('reset@example.com')
    const own = people.browser('203.0.113.20')
    expect((await own.post('/password-reset/request', { email: 'reset@example.com' })).status).toBe(202)
    expect((await own.post('/password-reset/request', { email: 'unknown@example.com' })).status).toBe(202)
    await people.settle()
    expect(await people.mails('unknown@example.com')).toEqual([])
    const token = await people.mailedToken('reset@example.com')
    expect((await own.post('/password-reset', { token, password: 'reset-1-reset' })).code).toBe('people.password_contains_email')
    const replies = await Promise.all([1, 2, 3].map((n) => own.post('/password-reset', { token, password: `Wort-Nummer-${n}${n}` })))
    expect(replies.map((reply) => reply.status).sort()).toEqual([204, 422, 422])
    expect((await signed.get('/me')).body.person).toBeNull()
    const winner = replies.findIndex((reply) => reply.status === 204) + 1
    expect((await own.post('/sign-in', { email: 'reset@example.com', password: `Wort-Nummer-${winner}${winner}` })).body.status).toBe(
      'signed_in',
    )
  })

  test('an expired link is refused', async () => {
    await people.seed({ persons: [{ email: 'expired@example.com' }] })
    await people.browser().post('/password-reset/request', { email: 'expired@example.com' })
    await people.settle()
    const token = await people.mailedToken('expired@example.com')
    people.pass(3601)
    expect((await people.browser().post('/password-reset', { token, password: 'noch-ein-Wort-9' })).code).toBe('people.reset_link_invalid')
  })
})

describe('second factor', () => {
  test('needs the password to start and a code to be on; then signing in needs a code too', async () => {
    const email = 'totp@example.com'
    await people.seed({ persons: [{ email }] })
    const own = await people.signedIn(email)
    expect((await own.post('/me/second-factor', { password: 'wrong password' })).code).toBe('people.password_wrong')
    const offer = await own.post('/me/second-factor', { password: PASSWORD })
    expect(offer.body.uri).toMatch(/^otpauth:\/\/totp\/Jiju:totp%40example\.com\?secret=[A-Z2-7]{32}&issuer=Jiju/)
    expect(offer.body.qrSvg).toMatch(/^<svg /)
    const secret = fromBase32(offer.body.secret)
    expect((await people.browser().post('/sign-in', { email, password: PASSWORD })).body.status).toBe('signed_in')
    const wrong = hotp(secret, totpStep(people.clock.now) + 50)
    expect((await own.post('/me/second-factor/confirm', { code: wrong })).code).toBe('people.code_wrong')
    const confirmed = await own.post('/me/second-factor/confirm', { code: code(secret) })
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    expect((await own.get('/me/second-factor')).body).toEqual({ isEnabled: true, recoveryCodesLeft: 10 })

    people.pass(30)
    const fresh = people.browser('203.0.113.30')
    const first = await fresh.post('/sign-in', { email, password: PASSWORD })
    expect(first.body).toMatchObject({ status: 'second_factor_required', methods: ['totp', 'recovery_code'] })
    expect(fresh.cookies).toEqual({})
    const { challenge } = first.body
    expect((await fresh.post('/sign-in/second-factor', { challenge, method: 'totp', code: wrong })).code).toBe('people.code_wrong')
    expect((await fresh.post('/sign-in/second-factor', { challenge, method: 'email_code', code: '123456' })).code).toBe(
      'people.method_not_offered',
    )
    expect((await fresh.post('/sign-in/second-factor', { challenge, method: 'totp', code: code(secret) })).body).toEqual({
      status: 'signed_in',
    })
    expect((await fresh.get('/me')).body.person.hasSecondFactor).toBe(true)
    expect((await fresh.post('/sign-in/second-factor', { challenge, method: 'totp', code: code(secret) })).code).toBe(
      'people.challenge_expired',
    )
  })

  test('a code that was used is worth nothing, not even in its own half minute', async () => {
    const { secret } = await withSecondFactor('replay@example.com')
    const own = people.browser()
    const sign = async () => (await own.post('/sign-in', { email: 'replay@example.com', password: PASSWORD })).body.challenge as string
    expect((await own.post('/sign-in/second-factor', { challenge: await sign(), method: 'totp', code: code(secret) })).code).toBe(
      'people.code_wrong',
    )
    people.pass(30)
    const used = code(secret)
    expect((await own.post('/sign-in/second-factor', { challenge: await sign(), method: 'totp', code: used })).status).toBe(200)
    people.pass(10)
    expect(
      (await people.browser('203.0.113.31').post('/sign-in/second-factor', { challenge: await sign(), method: 'totp', code: used })).code,
    ).toBe('people.code_wrong')
  })

  test('of ten at once with one code, by ten challenges, one signs in', async () => {
    const { secret } = await withSecondFactor('race-totp@example.com')
    people.pass(30)
    const entrants = []
    for (let n = 0; n < 10; n += 1) {
      const own = people.browser(`203.0.113.${40 + n}`)
      const { challenge } = (await own.post('/sign-in', { email: 'race-totp@example.com', password: PASSWORD })).body
      entrants.push({ own, challenge })
    }
    const same = code(secret)
    const replies = await Promise.all(
      entrants.map(({ own, challenge }) => own.post('/sign-in/second-factor', { challenge, method: 'totp', code: same })),
    )
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect(replies.filter((reply) => reply.code === 'people.code_wrong')).toHaveLength(9)
  })

  test('of ten at once with one recovery code one signs in; codes are typed as people type', async () => {
    const { recoveryCodes, own } = await withSecondFactor('race-recovery@example.com')
    const entrants = []
    for (let n = 0; n < 10; n += 1) {
      const entrant = people.browser(`203.0.113.${60 + n}`)
      entrants.push({
        entrant,
        challenge: (await entrant.post('/sign-in', { email: 'race-recovery@example.com', password: PASSWORD })).body.challenge,
      })
    }
    const typed = recoveryCodes[0]?.toLowerCase().replaceAll('-', ' ')
    const replies = await Promise.all(
      entrants.map(({ entrant, challenge }) => entrant.post('/sign-in/second-factor', { challenge, method: 'recovery_code', code: typed })),
    )
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect((await own.get('/me/second-factor')).body.recoveryCodesLeft).toBe(9)
    const stored = await people.db.selectFrom('people.recovery_code').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(recoveryCodes[1])
  })

  test('one challenge opens one session, raced', async () => {
    const { recoveryCodes } = await withSecondFactor('race-challenge@example.com')
    const own = people.browser('203.0.113.80')
    const { challenge } = (await own.post('/sign-in', { email: 'race-challenge@example.com', password: PASSWORD })).body
    const replies = await Promise.all(
      recoveryCodes
        .slice(0, 5)
        .map((given) => people.browser('203.0.113.80').post('/sign-in/second-factor', { challenge, method: 'recovery_code', code: given })),
    )
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
  })

  test('a challenge takes five tries, and ends after ten minutes', async () => {
    const { secret } = await withSecondFactor('tries@example.com')
    const own = people.browser('203.0.113.81')
    const { challenge } = (await own.post('/sign-in', { email: 'tries@example.com', password: PASSWORD })).body
    for (let n = 0; n < 5; n += 1)
      expect(
        (await people.browser(`203.0.113.${100 + n}`).post('/sign-in/second-factor', { challenge, method: 'totp', code: '000000' })).status,
      ).toBe(401)
    people.pass(30)
    expect((await own.post('/sign-in/second-factor', { challenge, method: 'totp', code: code(secret) })).code).toBe(
      'people.challenge_expired',
    )
    const second = (await own.post('/sign-in', { email: 'tries@example.com', password: PASSWORD })).body.challenge
    people.pass(601)
    expect((await own.post('/sign-in/second-factor', { challenge: second, method: 'totp', code: code(secret) })).code).toBe(
      'people.challenge_expired',
    )
  })

  test('guessing codes from one network slows down', async () => {
    await withSecondFactor('guess@example.com')
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 8; n += 1) {
      const own = people.browser('203.0.113.120')
      const { challenge } = (await own.post('/sign-in', { email: 'guess@example.com', password: PASSWORD })).body
      if (!challenge) break
      const reply = await own.post('/sign-in/second-factor', { challenge, method: 'totp', code: '000000' })
      codes.push(reply.code)
    }
    expect(codes.filter((given) => given === 'people.code_wrong').length).toBeLessThanOrEqual(5)
  })

  test('turning it off and renewing codes need password and code', async () => {
    const { own, secret, recoveryCodes } = await withSecondFactor('off@example.com')
    people.pass(30)
    expect((await own.post('/me/second-factor/recovery-codes', { password: PASSWORD, code: '000000' })).code).toBe('people.code_wrong')
    const renewed = await own.post('/me/second-factor/recovery-codes', { password: PASSWORD, code: code(secret) })
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    expect((await own.post('/me/second-factor/disable', { password: PASSWORD, code: recoveryCodes[3] })).code).toBe('people.code_wrong')
    expect((await own.post('/me/second-factor/disable', { password: PASSWORD, code: renewed.body.recoveryCodes[3] })).status).toBe(204)
    expect((await people.browser().post('/sign-in', { email: 'off@example.com', password: PASSWORD })).body.status).toBe('signed_in')
  })

  test('the secret is sealed in the database', async () => {
    const { offer } = await withSecondFactor('sealed@example.com')
    const rows = await people.db.selectFrom('people.second_factor').select('secret_sealed').execute()
    for (const row of rows) expect(row.secret_sealed.includes(fromBase32(offer.secret))).toBe(false)
  })
})
