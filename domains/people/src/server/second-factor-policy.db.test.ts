import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPeopleApp, fromBase32, PASSWORD } from './test-people.ts'
import { hotp, totpStep } from './totp.ts'

type People = Awaited<ReturnType<typeof createPeopleApp>>
type Browser = ReturnType<People['browser']>

let people: People
beforeAll(async () => {
  people = await createPeopleApp()
})
afterAll(() => people.close())

async function turnOn(app: People, own: Browser): Promise<Buffer> {
  const secret = fromBase32((await own.post('/me/second-factor', { password: PASSWORD })).body.secret)
  const confirmed = await own.post('/me/second-factor/confirm', { code: hotp(secret, totpStep(app.clock.now)) })
  expect(confirmed.status).toBe(201)
  return secret
}

let lastTeam = 0
async function team() {
  lastTeam += 1
  const owner = `owner${lastTeam}@example.com`
  const engineer = `engineer${lastTeam}@example.com`
  const { organisation } = await people.seed({
    persons: [{ email: owner }, { email: engineer }],
    organisations: [
      { key: 'A', kind: 'enterprise' },
      { key: 'B', kind: 'enterprise' },
    ],
    members: [
      [owner, 'A', 'enterprise:owner'],
      [engineer, 'A', 'enterprise:engineer'],
    ],
  })
  const path = `/organisations/${organisation('A')}`
  const boss = await people.signedIn(owner)
  const policy = async () => (await boss.get(`${path}/second-factor-policy`)).body
  const ask = async (roles: string[], version?: number) =>
    boss.put(`${path}/second-factor-policy`, { roles }, { 'if-match': `"${version ?? (await policy()).version}"` })
  return { boss, own: await people.signedIn(engineer), path, other: `/organisations/${organisation('B')}`, policy, ask, engineer }
}

describe('an organisation that asks for a second factor', () => {
  test('its member is led to set it up, does nothing else until then, and goes on in the same session', async () => {
    const { own, path, ask, policy, engineer } = await team()
    expect((await own.get(`${path}/members`)).status).toBe(200)
    expect(await policy()).toEqual({ roles: [], alwaysRoles: [], withoutCount: 0, version: 1 })
    const saved = await ask(['enterprise:engineer', 'enterprise:finance'])
    expect([saved.status, saved.body]).toEqual([
      200,
      { roles: ['enterprise:engineer', 'enterprise:finance'], alwaysRoles: [], withoutCount: 1, version: 2 },
    ])

    const me = (await own.get('/me')).body
    expect(me).toMatchObject({ lacksSecondFactor: true, activeOrganisationId: null, roles: [], person: { email: engineer } })
    expect(me.access).toContain('people.second_factor.manage')
    expect(me.access).not.toContain('people.member.list')
    const closed = [
      () => own.get(`${path}/members`),
      () => own.patch('/me', { name: '别名' }, { 'if-match': '"1"' }),
      () => own.get('/me/sessions'),
      () => own.get('/me/api-keys'),
      () => own.put('/me/active-organisation', { organisationId: null }),
      () => own.post('/me/password', { password: PASSWORD, newPassword: 'another-good-42' }),
    ]
    for (const tried of closed) expect((await tried()).code).toBe('people.second_factor_required')

    const again = await people.signedIn(engineer, '192.0.2.77')
    expect((await again.get('/me')).body.lacksSecondFactor).toBe(true)
    await turnOn(people, own)
    expect((await own.get('/me')).body).toMatchObject({ lacksSecondFactor: false, roles: ['enterprise:engineer'] })
    expect((await own.get(`${path}/members`)).status).toBe(200)
    expect((await again.get(`${path}/members`)).status).toBe(200)
    expect((await policy()).withoutCount).toBe(0)
  })

  test('nobody turns it off where it is asked for; when it is asked for no more they may', async () => {
    const { own, ask } = await team()
    const secret = await turnOn(people, own)
    await ask(['enterprise:engineer'])
    people.pass(60)
    const code = () => hotp(secret, totpStep(people.clock.now))
    const refused = await own.post('/me/second-factor/disable', { password: PASSWORD, code: code() })
    expect([refused.status, refused.code]).toEqual([422, 'people.second_factor_needed'])
    expect(refused.body.detail ?? refused.body.problems[0].message).toContain('机构 A')
    await ask([])
    expect((await own.post('/me/second-factor/disable', { password: PASSWORD, code: code() })).status).toBe(204)
    expect((await own.get('/me')).body.lacksSecondFactor).toBe(false)
  })

  test('an owner who asks owners is asked at once; a key of a member without it opens nothing', async () => {
    const { boss, own, path, ask, policy } = await team()
    const made = await own.post('/me/api-keys', { name: 'k', scopes: ['people.member.list'], expiresInDays: 3 })
    const byKey = () => people.call('GET', `${path}/members`, { headers: { authorization: `Bearer ${made.body.secret}` } })
    expect((await byKey()).status).toBe(200)
    const { version } = await policy()
    expect((await ask(['enterprise:owner', 'enterprise:engineer'], version)).status).toBe(200)
    expect((await byKey()).code).toBe('people.second_factor_required')
    expect((await boss.get(`${path}/second-factor-policy`)).code).toBe('people.second_factor_required')
    await turnOn(people, boss)
    expect((await policy()).roles).toEqual(['enterprise:owner', 'enterprise:engineer'])
    await turnOn(people, own)
    expect((await byKey()).status).toBe(200)
  })

  test('only its leader sets it, with roles that exist and the version that was read; it is in the log', async () => {
    const { boss, own, path, other, ask } = await team()
    expect((await own.get(`${path}/second-factor-policy`)).code).toBe('people.access_denied')
    expect((await boss.get(`${other}/second-factor-policy`)).code).toBe('people.organisation_missing')
    expect((await boss.put(`${other}/second-factor-policy`, { roles: [] }, { 'if-match': '"1"' })).code).toBe('people.organisation_missing')
    const unknown = await ask(['enterprise:engineer', 'provider:finance'])
    expect(unknown.body.problems).toMatchObject([{ code: 'people.role_unknown', field: '/roles/1' }])
    expect((await ask(['enterprise:finance'], 1)).status).toBe(200)
    expect((await ask([], 1)).code).toBe('platform.version_stale')
    const entries = await people.db
      .selectFrom('platform.audit_entry')
      .select('detail')
      .where('action', '=', 'people.second_factor_policy.edit')
      .where('subject_id', '=', path.split('/')[2] ?? '')
      .execute()
    expect(entries).toEqual([{ detail: { before: [], after: ['enterprise:finance'] } }])
  })
})

test('the table of roles asks by itself where the installation lets it', async () => {
  const strict = await createPeopleApp({ secondFactorByRole: true })
  const { organisation } = await strict.seed({
    persons: [{ email: 'admin@example.com' }, { email: 'clerk@example.com' }],
    organisations: [
      { key: 'O', kind: 'operator' },
      { key: 'P', kind: 'provider' },
    ],
    members: [
      ['admin@example.com', 'O', 'operator:administrator'],
      ['clerk@example.com', 'P', 'provider:owner'],
    ],
  })
  const admin = await strict.signedIn('admin@example.com')
  expect((await admin.get('/persons')).code).toBe('people.second_factor_required')
  await turnOn(strict, admin)
  expect((await admin.get('/persons')).status).toBe(200)
  expect((await admin.get(`/organisations/${organisation('O')}/second-factor-policy`)).body).toMatchObject({
    roles: [],
    alwaysRoles: expect.arrayContaining(['operator:administrator', 'operator:operator']),
  })
  const clerk = await strict.signedIn('clerk@example.com')
  expect((await clerk.get(`/organisations/${organisation('P')}/second-factor-policy`)).body).toMatchObject({
    alwaysRoles: ['provider:finance'],
  })
  await strict.close()
})
