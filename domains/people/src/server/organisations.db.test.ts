import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPeopleApp, PASSWORD, uscc } from './test-people.ts'

let people: Awaited<ReturnType<typeof createPeopleApp>>
beforeAll(async () => {
  people = await createPeopleApp()
  await people.seed({
    persons: [
      { email: 'op@example.com', name: '运营' },
      { email: 'admin@example.com', name: '管理' },
    ],
    organisations: [{ key: '运营方', kind: 'operator', uscc: null }],
    members: [
      ['op@example.com', '运营方', 'operator:operator'],
      ['admin@example.com', '运营方', 'operator:administrator'],
    ],
  })
})
afterAll(() => people.close())

const match = (version: number) => ({ 'if-match': `"${version}"` })
let serial = 0
/** Addresses of this test alone. */
const mail = (name: string) => {
  serial += 1
  return `${name}${serial}@example.com`
}

/** An organisation with an owner, signed in. */
async function owned(kind: 'enterprise' | 'provider' = 'enterprise', key = '甲') {
  const email = mail('owner')
  const seeded = await people.seed({ persons: [{ email }], organisations: [{ key, kind }], members: [[email, key, `${kind}:owner`]] })
  return { email, own: await people.signedIn(email), organisationId: seeded.organisation(key), personId: seeded.person(email) }
}

describe('registering', () => {
  test('the maker owns it, acts for it at once, and may keep it in order until it is verified', async () => {
    const email = mail('maker')
    await people.seed({ persons: [{ email }] })
    const own = await people.signedIn(email)
    expect((await own.get('/me')).body).toMatchObject({ activeOrganisationId: null, memberships: [] })
    const code = uscc()
    const made = await own.post('/organisations', {
      kind: 'enterprise',
      name: '澄心医疗科技有限公司',
      shortName: '澄心',
      uscc: code.toLowerCase(),
      district: '闵行区',
    })
    expect(made).toMatchObject({ status: 201, body: { status: 'pending', uscc: code, version: 1 } })
    expect((await own.get('/me')).body).toMatchObject({ activeOrganisationId: made.body.id, roles: ['enterprise:owner'] })
    expect((await own.get(`/organisations/${made.body.id}/members`)).body.items).toHaveLength(1)
    const stranger = (await owned()).own
    expect((await stranger.get(`/organisations/${made.body.id}`)).code).toBe('people.organisation_missing')
    expect((await stranger.get('/organisations/search?q=澄心')).body.items).toEqual([])

    const operator = await people.signedIn('op@example.com')
    const pending = (await operator.get(`/organisations?status=pending&q=${code}`)).body.items
    expect(pending).toMatchObject([{ id: made.body.id, memberCount: 1, sameCodeCount: 0, registeredBy: { email } }])
    expect((await operator.post(`/organisations/${made.body.id}/verify`)).code).toBe('platform.if_match_missing')
    expect((await operator.post(`/organisations/${made.body.id}/verify`, undefined, match(1))).body).toMatchObject({
      status: 'verified',
      version: 2,
    })
    expect((await people.mails(email)).map((letter) => letter.subject)).toEqual(['澄心医疗科技有限公司已通过核验'])
    expect((await stranger.get('/organisations/search?q=澄心')).body.items).toMatchObject([{ id: made.body.id }])
    expect((await stranger.get(`/organisations/search?q=${code.toLowerCase()}`)).body.items).toHaveLength(1)
    expect((await stranger.get(`/organisations/${made.body.id}`)).body).toMatchObject({ name: '澄心医疗科技有限公司', statusReason: null })
  })

  test('a wrong code is refused with its own problem, an operator cannot be registered', async () => {
    const { own } = await owned()
    const reply = await own.post('/organisations', { kind: 'provider', name: '某研究所', uscc: '914403007084678372' })
    expect(reply).toMatchObject({ status: 400, body: { problems: [{ code: 'people.uscc_invalid', field: '/uscc' }] } })
    expect((await own.post('/organisations', { kind: 'operator', name: '某运营方', uscc: uscc() })).status).toBe(400)
  })

  test('a claimed code blocks nobody: the operator decides which claim is real, raced', async () => {
    const code = uscc()
    const claims = []
    for (const name of ['真公司', '假公司']) {
      const email = mail('claim')
      await people.seed({ persons: [{ email }] })
      claims.push((await (await people.signedIn(email)).post('/organisations', { kind: 'enterprise', name, uscc: code })).body.id)
    }
    const operator = await people.signedIn('op@example.com')
    expect((await operator.get(`/organisations?q=${code}`)).body.items).toMatchObject([{ sameCodeCount: 1 }, { sameCodeCount: 1 }])
    const replies = await Promise.all(claims.map((id) => operator.post(`/organisations/${id}/verify`, undefined, match(1))))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
    expect(replies.find((reply) => reply.status === 409)?.code).toBe('people.uscc_taken')
    const late = await owned()
    const third = await late.own.post('/organisations', { kind: 'enterprise', name: '第三家', uscc: code })
    expect(third).toMatchObject({ status: 409, code: 'people.uscc_registered', body: { problems: [{ field: '/uscc' }] } })
  })

  test('rejected, corrected, verified, suspended, reinstated; each by what the operator saw', async () => {
    const email = mail('way')
    await people.seed({ persons: [{ email }] })
    const own = await people.signedIn(email)
    const { id } = (await own.post('/organisations', { kind: 'provider', name: '申江分析中心', uscc: uscc() })).body
    const operator = await people.signedIn('op@example.com')
    expect((await operator.post(`/organisations/${id}/reject`, { reason: '名称与证书不一致' }, match(1))).body).toMatchObject({
      status: 'rejected',
      statusReason: '名称与证书不一致',
    })
    expect((await people.mails(email)).at(-1)?.text_body).toContain('名称与证书不一致')
    expect((await own.get(`/organisations/${id}`)).body).toMatchObject({ status: 'rejected', statusReason: '名称与证书不一致' })
    const corrected = await own.patch(`/organisations/${id}`, { name: '申江理工大学分析测试中心' }, match(2))
    expect(corrected.body).toMatchObject({ status: 'pending', version: 3 })
    // The operator looked at version 2; what was changed since must be looked at again.
    expect((await operator.post(`/organisations/${id}/verify`, undefined, match(2))).code).toBe('platform.version_stale')
    expect((await operator.post(`/organisations/${id}/verify`, undefined, match(3))).status).toBe(200)
    expect((await own.patch(`/organisations/${id}`, { name: '另一个名字' }, match(4))).code).toBe('people.verified_fields_fixed')
    expect(
      (await own.patch(`/organisations/${id}`, { website: 'https://example.com', introduction: '分析测试' }, match(4))).body,
    ).toMatchObject({ status: 'verified', website: 'https://example.com' })
    expect((await operator.post(`/organisations/${id}/reject`, { reason: '不符' }, match(5))).body).toMatchObject({
      code: 'people.organisation_status_changed',
    })
    expect((await operator.post(`/organisations/${id}/suspend`, { reason: '资质过期' }, match(5))).body.status).toBe('suspended')
    expect((await operator.post(`/organisations/${id}/verify`, undefined, match(6))).body.status).toBe('verified')
    const actions = await people.db.selectFrom('platform.audit_entry').select('action').where('subject_id', '=', id).orderBy('id').execute()
    expect(actions.map((entry) => entry.action)).toEqual([
      'people.organisation.register',
      'people.organisation.reject',
      'people.organisation.edit',
      'people.organisation.verify',
      'people.organisation.edit',
      'people.organisation.suspend',
      'people.organisation.verify',
    ])
  })

  test('the operator’s list pages without losing or doubling a row; others may not see it', async () => {
    const operator = await people.signedIn('op@example.com')
    const all = (await operator.get('/organisations?limit=200')).body.items.map((item: { id: string }) => item.id)
    const paged: string[] = []
    let cursor = ''
    do {
      const page = (await operator.get(`/organisations?limit=3${cursor && `&cursor=${cursor}`}`)).body
      paged.push(...page.items.map((item: { id: string }) => item.id))
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(paged).toEqual(all)
    expect((await (await owned()).own.get('/organisations')).code).toBe('people.access_denied')
    expect((await operator.get('/persons')).code).toBe('people.access_denied')
    expect((await operator.get('/organisations?cursor=nonsense')).code).toBe('platform.cursor_invalid')
  })
})

describe('several organisations', () => {
  test('a person switches between them; roles follow; the choice lasts to the next sign-in', async () => {
    const email = mail('two')
    const seeded = await people.seed({
      persons: [{ email }],
      organisations: [
        { key: '企业', kind: 'enterprise' },
        { key: '机构', kind: 'provider' },
        { key: '别家', kind: 'bank' },
      ],
      members: [
        [email, '企业', 'enterprise:engineer'],
        [email, '机构', 'provider:owner'],
      ],
    })
    const own = await people.signedIn(email)
    const first = (await own.get('/me')).body
    const target = [seeded.organisation('企业'), seeded.organisation('机构')].find((id) => id !== first.activeOrganisationId)
    expect((await own.put('/me/active-organisation', { organisationId: target })).status).toBe(204)
    const second = (await own.get('/me')).body
    expect(second.activeOrganisationId).toBe(target)
    expect(second.roles).not.toEqual(first.roles)
    expect((await own.put('/me/active-organisation', { organisationId: seeded.organisation('别家') })).code).toBe(
      'people.membership_missing',
    )
    expect((await (await people.signedIn(email)).get('/me')).body.activeOrganisationId).toBe(target)
    expect((await own.put('/me/active-organisation', { organisationId: null })).status).toBe(204)
    expect((await own.get('/me')).body).toMatchObject({ activeOrganisationId: null, roles: [] })
    expect((await own.get(`/organisations/${target}/members`)).code).toBe('people.no_organisation')
  })

  test('another organisation’s lists answer like unknown ones', async () => {
    const [a, b] = [await owned(), await owned()]
    for (const path of ['members', 'join-requests', 'invitations'])
      for (const id of [b.organisationId, '00000000-0000-7000-8000-000000000000'])
        expect((await a.own.get(`/organisations/${id}/${path}`)).body).toMatchObject({ status: 404, code: 'people.organisation_missing' })
    expect(
      (await a.own.post(`/organisations/${b.organisationId}/invitations`, { email: mail('x'), roles: ['enterprise:engineer'] })).status,
    ).toBe(404)
    expect(
      (await a.own.put(`/organisations/${b.organisationId}/members/${b.personId}/roles`, { roles: ['enterprise:engineer'] }, match(1)))
        .status,
    ).toBe(404)
    expect((await a.own.delete(`/organisations/${a.organisationId}/members/${b.personId}`)).code).toBe('people.member_missing')
  })
})

describe('invitations', () => {
  test('a new person signs up by the link and is a member at once', async () => {
    const { own, organisationId } = await owned()
    const email = mail('invited')
    const sent = await own.post(`/organisations/${organisationId}/invitations`, {
      email,
      roles: ['enterprise:engineer', 'enterprise:engineer'],
    })
    expect(sent).toMatchObject({ status: 201, body: { state: 'open', roles: ['enterprise:engineer'] } })
    expect(JSON.stringify(sent.body)).not.toMatch(/token/i)
    const token = await people.mailedToken(email)
    const fresh = people.browser('203.0.113.5')
    expect((await fresh.get(`/invitations/${token}`)).body).toMatchObject({
      email,
      isRegistered: false,
      organisation: { id: organisationId },
    })
    expect((await fresh.post('/sign-up', { email: mail('else'), name: 'X', password: PASSWORD, invitationToken: token })).code).toBe(
      'people.invitation_other_email',
    )
    expect(await fresh.post('/sign-up', { email, name: '新人', password: PASSWORD, invitationToken: token })).toMatchObject({
      status: 201,
      body: { status: 'signed_in' },
    })
    expect((await fresh.get('/me')).body).toMatchObject({ activeOrganisationId: organisationId, roles: ['enterprise:engineer'] })
    expect((await own.get(`/organisations/${organisationId}/invitations`)).body.items).toMatchObject([{ state: 'accepted' }])
    expect((await fresh.get(`/invitations/${token}`)).code).toBe('people.invitation_closed')
  })

  test('a registered person accepts when signed in with the invited address, nobody else', async () => {
    const { own, organisationId } = await owned()
    const [email, other] = [mail('guest'), mail('other')]
    await people.seed({ persons: [{ email }, { email: other }] })
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['enterprise:finance'] })
    const token = await people.mailedToken(email)
    expect((await people.browser().post('/sign-up', { email, name: 'X', password: PASSWORD, invitationToken: token })).code).toBe(
      'people.invitation_registered',
    )
    expect((await (await people.signedIn(other)).post(`/invitations/${token}/accept`)).code).toBe('people.invitation_other_email')
    const guest = await people.signedIn(email)
    expect((await guest.post(`/invitations/${token}/accept`)).body).toEqual({ organisationId })
    expect((await guest.get('/me')).body).toMatchObject({ activeOrganisationId: organisationId, roles: ['enterprise:finance'] })
    expect((await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['enterprise:engineer'] })).code).toBe(
      'people.already_member',
    )
  })

  test('of ten at once with one link one is let in', async () => {
    const { own, organisationId } = await owned()
    const email = mail('race')
    await people.seed({ persons: [{ email }] })
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['enterprise:engineer'] })
    const token = await people.mailedToken(email)
    const guest = await people.signedIn(email)
    const replies = await Promise.all(Array.from({ length: 10 }, () => guest.post(`/invitations/${token}/accept`)))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect(replies.filter((reply) => reply.code === 'people.invitation_closed')).toHaveLength(9)
  })

  test('of ten at once signing up with one link one becomes a person', async () => {
    const { own, organisationId } = await owned()
    const email = mail('race-up')
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['enterprise:engineer'] })
    const token = await people.mailedToken(email)
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => people.browser().post('/sign-up', { email, name: 'X', password: PASSWORD, invitationToken: token })),
    )
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1)
    expect(await people.db.selectFrom('people.person').select('id').where('email', '=', email).execute()).toHaveLength(1)
  })

  test('withdrawn, replaced and expired ones are closed; unknown roles are named', async () => {
    const { own, organisationId } = await owned('provider', '乙')
    const email = mail('closed')
    expect(
      (await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['provider:owner', 'enterprise:owner'] })).body
        .problems,
    ).toMatchObject([{ code: 'people.role_unknown', field: '/roles/1', params: { role: 'enterprise:owner' } }])
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['provider:lab_staff'] })
    const replaced = await people.mailedToken(email)
    const second = await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['provider:lab_staff'] })
    const token = await people.mailedToken(email)
    expect((await own.get(`/invitations/${replaced}`)).code).toBe('people.invitation_closed')
    expect((await own.get(`/invitations/${token}`)).status).toBe(200)
    expect((await own.delete(`/organisations/${organisationId}/invitations/${second.body.id}`)).status).toBe(204)
    expect((await own.get(`/invitations/${token}`)).code).toBe('people.invitation_closed')
    expect((await own.delete(`/organisations/${organisationId}/invitations/${second.body.id}`)).code).toBe('people.invitation_closed')
    expect((await own.get(`/invitations/${'x'.repeat(43)}`)).code).toBe('people.invitation_missing')
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['provider:lab_staff'] })
    const late = await people.mailedToken(email)
    people.pass(14 * 86_400 + 1)
    expect((await people.browser().get(`/invitations/${late}`)).code).toBe('people.invitation_closed')
    const kept = await people.db.selectFrom('people.invitation').select('token_hash').execute()
    for (const row of kept) expect(row.token_hash.toString('latin1')).not.toContain(late)
  })
})

describe('joining by request', () => {
  test('asked, told to the owners, approved with roles; rejected with a reason; withdrawn', async () => {
    const { own, email: ownerMail, organisationId } = await owned()
    const emails = [mail('ask'), mail('ask'), mail('ask')]
    await people.seed({ persons: emails.map((email) => ({ email, name: `申请人${email}` })) })
    const askers = []
    for (const email of emails) askers.push(await people.signedIn(email))
    const [first, second, third] = askers
    if (!first || !second || !third) throw new Error('three')
    const asked = await first.post(`/organisations/${organisationId}/join-requests`, { message: '我在研发部' })
    expect(asked).toMatchObject({ status: 201, body: { status: 'pending', organisation: { id: organisationId } } })
    expect((await first.post(`/organisations/${organisationId}/join-requests`, {})).code).toBe('people.join_request_open')
    expect((await people.mails(ownerMail)).at(-1)?.subject).toContain('申请加入')
    const { id: secondId } = (await second.post(`/organisations/${organisationId}/join-requests`, {})).body
    const { id: thirdId } = (await third.post(`/organisations/${organisationId}/join-requests`, {})).body
    expect((await second.post(`/me/join-requests/${thirdId}/withdraw`)).code).toBe('people.join_request_missing')
    expect((await third.post(`/me/join-requests/${thirdId}/withdraw`)).status).toBe(204)
    const path = `/organisations/${organisationId}/join-requests`
    expect((await own.get(path)).body.items).toHaveLength(2)
    expect((await own.post(`${path}/${asked.body.id}/approve`, { roles: ['bank:owner'] })).code).toBe('people.role_unknown')
    expect((await own.post(`${path}/${asked.body.id}/approve`, { roles: ['enterprise:engineer'] })).body.status).toBe('approved')
    expect((await own.post(`${path}/${asked.body.id}/approve`, { roles: ['enterprise:engineer'] })).code).toBe('people.join_request_closed')
    expect((await own.post(`${path}/${secondId}/reject`, { reason: '不是本公司员工' })).body).toMatchObject({
      status: 'rejected',
      reason: '不是本公司员工',
    })
    expect((await first.get('/me')).body.memberships).toMatchObject([
      { organisation: { id: organisationId }, roles: ['enterprise:engineer'] },
    ])
    expect((await second.get('/me/join-requests')).body.items).toMatchObject([{ status: 'rejected', reason: '不是本公司员工' }])
    expect((await first.post(`/organisations/${organisationId}/join-requests`, {})).code).toBe('people.already_member')
    const foreign = await owned()
    expect(
      (
        await foreign.own.post(`/organisations/${foreign.organisationId}/join-requests/${secondId}/approve`, {
          roles: ['enterprise:owner'],
        })
      ).code,
    ).toBe('people.join_request_missing')
  })

  test('nobody asks to join the operator', async () => {
    const { own } = await owned()
    const operator = await people.db.selectFrom('people.organisation').select('id').where('kind', '=', 'operator').executeTakeFirstOrThrow()
    expect((await own.post(`/organisations/${operator.id}/join-requests`, {})).code).toBe('people.joining_not_open')
  })
})

describe('somebody in charge always remains', () => {
  async function twoOwners() {
    const [a, b] = [mail('a'), mail('b')]
    const seeded = await people.seed({
      persons: [{ email: a }, { email: b }],
      organisations: [{ key: '两人', kind: 'enterprise' }],
      members: [
        [a, '两人', 'enterprise:owner'],
        [b, '两人', 'enterprise:owner'],
      ],
    })
    return {
      id: seeded.organisation('两人'),
      a: { ...(await people.signedIn(a)), person: seeded.person(a) },
      b: { ...(await people.signedIn(b)), person: seeded.person(b) },
    }
  }
  const owners = async (id: string) =>
    (
      await people.db
        .selectFrom('people.membership')
        .select('roles')
        .where('organisation_id', '=', id)
        .where('status', '=', 'active')
        .execute()
    ).filter((row) => row.roles.includes('enterprise:owner')).length

  test('the last owner can neither leave, nor be removed, nor lose the role', async () => {
    const { own, organisationId, personId } = await owned()
    expect((await own.post(`/organisations/${organisationId}/leave`)).code).toBe('people.last_leader')
    expect((await own.delete(`/organisations/${organisationId}/members/${personId}`)).code).toBe('people.last_leader')
    expect(
      (await own.put(`/organisations/${organisationId}/members/${personId}/roles`, { roles: ['enterprise:engineer'] }, match(1))).code,
    ).toBe('people.last_leader')
    expect(await owners(organisationId)).toBe(1)
  })

  test('two owners who demote each other, leave, or are removed at once: one stays, 20 rounds', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id, a, b } = await twoOwners()
      const acts = [
        () => a.put(`/organisations/${id}/members/${b.person}/roles`, { roles: ['enterprise:engineer'] }, match(1)),
        () => b.put(`/organisations/${id}/members/${a.person}/roles`, { roles: ['enterprise:engineer'] }, match(1)),
        () => a.post(`/organisations/${id}/leave`),
        () => b.post(`/organisations/${id}/leave`),
        () => a.delete(`/organisations/${id}/members/${b.person}`),
        () => b.delete(`/organisations/${id}/members/${a.person}`),
      ]
      const [x, y] = round % 3 === 0 ? [0, 1] : round % 3 === 1 ? [2, 3] : [4, 5]
      const replies = await Promise.all([acts[x]?.(), acts[y]?.()])
      expect(await owners(id), `round ${round}`).toBe(1)
      expect(replies.filter((reply) => reply && reply.status < 300)).toHaveLength(1)
    }
  })

  test('a member who leaves or is removed loses the organisation in open sessions, and can come back', async () => {
    const { own, organisationId } = await owned()
    const email = mail('member')
    const seeded = await people.seed({ persons: [{ email }] })
    await people.db
      .insertInto('people.membership')
      .values({
        id: seeded.person(email),
        person_id: seeded.person(email),
        organisation_id: organisationId,
        roles: ['enterprise:engineer'],
        status: 'active',
        joined_at: people.clock.now,
      })
      .execute()
    const member = await people.signedIn(email)
    expect((await member.get('/me')).body.activeOrganisationId).toBe(organisationId)
    expect((await own.delete(`/organisations/${organisationId}/members/${seeded.person(email)}`)).status).toBe(204)
    expect((await member.get('/me')).body).toMatchObject({ activeOrganisationId: null, memberships: [], roles: [] })
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['enterprise:finance'] })
    expect((await member.post(`/invitations/${await people.mailedToken(email)}/accept`)).status).toBe(200)
    const row = await own.get(`/organisations/${organisationId}/members/${seeded.person(email)}`)
    expect(row.body).toMatchObject({ roles: ['enterprise:finance'] })
    expect(
      (
        await own.put(
          `/organisations/${organisationId}/members/${seeded.person(email)}/roles`,
          { roles: ['enterprise:engineer'] },
          match(row.body.version - 1),
        )
      ).code,
    ).toBe('platform.version_stale')
    expect(
      (
        await own.put(
          `/organisations/${organisationId}/members/${seeded.person(email)}/roles`,
          { roles: ['enterprise:engineer'] },
          match(row.body.version),
        )
      ).body.roles,
    ).toEqual(['enterprise:engineer'])
  })
})

describe('API keys', () => {
  test('are shown once, act for one organisation within scopes, and end', async () => {
    const { own, organisationId } = await owned()
    const made = await own.post('/me/api-keys', {
      name: 'ERP',
      scopes: ['people.member.list', 'people.organisation.read'],
      expiresInDays: 30,
    })
    expect(made).toMatchObject({ status: 201, body: { state: 'active', organisation: { id: organisationId } } })
    const { secret } = made.body
    expect(secret).toMatch(/^jiju_[\w-]{43}$/)
    expect(made.body.hint).toBe(secret.slice(0, 9))
    const listed = (await own.get('/me/api-keys')).body
    expect(JSON.stringify(listed)).not.toContain(secret)
    expect(listed.grantableScopes).toContain('people.member.list')
    const stored = await people.db.selectFrom('people.api_key').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(secret)

    const client = people.browser()
    const bearer = { authorization: `Bearer ${secret}` }
    const asKey = (path: string) => people.call('GET', path, { headers: bearer })
    expect((await asKey(`/organisations/${organisationId}/members`)).status).toBe(200)
    expect((await asKey('/me/sessions')).code).toBe('people.api_key_not_allowed')
    expect((await asKey(`/organisations/${organisationId}/invitations`)).code).toBe('people.api_key_scope_missing')
    expect(
      (await people.call('GET', '/me/sessions', { headers: { authorization: 'Bearer jiju_nonsense' } }, { ...own.cookies })).code,
    ).toBe('people.not_signed_in')
    expect((await client.post('/me/password', { password: PASSWORD, newPassword: 'ein-neues-Wort-8' }, bearer)).code).toBe(
      'people.api_key_not_allowed',
    )
    expect((await own.get('/me/api-keys')).body.items[0].lastUsedAt).not.toBeNull()

    expect((await own.delete(`/me/api-keys/${made.body.id}`)).status).toBe(204)
    expect((await asKey(`/organisations/${organisationId}/members`)).code).toBe('people.not_signed_in')
    expect((await (await owned()).own.delete(`/me/api-keys/${made.body.id}`)).code).toBe('people.api_key_missing')
  })

  test('expire, and die with the membership', async () => {
    const { organisationId } = await owned()
    const email = mail('keyed')
    const seeded = await people.seed({ persons: [{ email }] })
    await people.db
      .insertInto('people.membership')
      .values({
        id: seeded.person(email),
        person_id: seeded.person(email),
        organisation_id: organisationId,
        roles: ['enterprise:engineer'],
        status: 'active',
        joined_at: people.clock.now,
      })
      .execute()
    const member = await people.signedIn(email)
    const make = async (expiresInDays: number) =>
      (await member.post('/me/api-keys', { name: 'k', scopes: ['people.member.list'], expiresInDays })).body.secret
    const [short, long] = [await make(1), await make(366)]
    const ask = (secret: string) =>
      people.call('GET', `/organisations/${organisationId}/members`, { headers: { authorization: `Bearer ${secret}` } })
    expect([(await ask(short)).status, (await ask(long)).status]).toEqual([200, 200])
    people.pass(86_401)
    expect([(await ask(short)).status, (await ask(long)).status]).toEqual([401, 200])
    expect((await member.post(`/organisations/${organisationId}/leave`)).status).toBe(204)
    expect((await ask(long)).status).toBe(401)
  })

  test('no scope beyond the maker’s own, and no secret to a repeated Idempotency-Key', async () => {
    const { own } = await owned()
    const body = { name: 'k', scopes: ['people.organisation.review', 'people.password.change', 'no.such.key'], expiresInDays: 1 }
    expect((await own.post('/me/api-keys', body)).body.problems).toMatchObject([
      { code: 'people.scope_not_allowed', field: '/scopes/0' },
      { code: 'people.scope_not_allowed', field: '/scopes/1' },
      { code: 'people.scope_not_allowed', field: '/scopes/2' },
    ])
    const good = { name: 'k', scopes: ['people.member.list'], expiresInDays: 1 }
    expect((await own.post('/me/api-keys', good, { 'idempotency-key': 'one' })).status).toBe(201)
    expect((await own.post('/me/api-keys', good, { 'idempotency-key': 'one' })).code).toBe('platform.answer_not_repeatable')
  })
})

describe('consents and the log of reads', () => {
  test('facts are closed, open under consent, logged for the owner, and closed again when it is revoked or over', async () => {
    const owner = await owned('enterprise', '被看方')
    const reader = await owned('provider', '看方')
    const facts = `/organisations/${owner.organisationId}/facts`
    const edit = {
      legalRepresentative: '陈澄',
      contactPhone: '021-5000 0000',
      registeredCapital: '5000000.50',
      foundedOn: '2019-05-20',
      employeeCount: 42,
    }
    expect((await owner.own.patch(facts, edit, match(1))).body).toMatchObject({
      registeredCapital: '5000000.50',
      employeeCount: 42,
      version: 2,
    })
    expect((await owner.own.patch(facts, { foundedOn: '2099-01-01' }, match(2))).code).toBe('people.founded_in_future')
    expect((await owner.own.get(facts)).body.legalRepresentative).toBe('陈澄')
    expect(await reader.own.get(facts)).toMatchObject({ status: 403, code: 'people.facts_not_open' })
    expect((await reader.own.get('/organisations/00000000-0000-7000-8000-000000000000/facts')).code).toBe('people.organisation_missing')
    expect((await reader.own.patch(facts, { employeeCount: 1 }, match(2))).status).toBe(404)

    const validUntil = new Date(people.clock.now.getTime() + 7 * 86_400_000).toISOString()
    const grant = { readerOrganisationId: reader.organisationId, facts: ['profile'], purpose: '检测合同备案', validUntil }
    const other = await owner.own.post('/consents', { ...grant, facts: ['bookings'] })
    expect(other.status).toBe(201)
    expect((await reader.own.get(facts)).code).toBe('people.facts_not_open')
    people.pass(1)
    const given = await owner.own.post('/consents', grant)
    expect(given).toMatchObject({ status: 201, body: { state: 'active', reader: { id: reader.organisationId } } })
    expect((await reader.own.get('/consents?direction=received')).body.items).toMatchObject([{ id: given.body.id }, { id: other.body.id }])
    expect((await reader.own.get('/consents')).body.items).toEqual([])
    expect((await reader.own.get(facts)).body).toMatchObject({ legalRepresentative: '陈澄', foundedOn: '2019-05-20' })
    expect((await owner.own.get('/fact-reads')).body.items).toMatchObject([
      { reader: { id: reader.organisationId }, facts: 'profile', basis: 'consent', consentId: given.body.id, purpose: '检测合同备案' },
    ])
    expect((await reader.own.get('/fact-reads')).body.items).toEqual([])

    expect((await reader.own.post(`/consents/${given.body.id}/revoke`)).code).toBe('people.consent_missing')
    expect((await owner.own.post(`/consents/${given.body.id}/revoke`)).body.state).toBe('revoked')
    expect((await owner.own.post(`/consents/${given.body.id}/revoke`)).code).toBe('people.consent_revoked')
    expect((await reader.own.get(facts)).code).toBe('people.facts_not_open')

    await owner.own.post('/consents', grant)
    expect((await reader.own.get(facts)).status).toBe(200)
    people.pass(7 * 86_400 + 1)
    expect((await reader.own.get(facts)).code).toBe('people.facts_not_open')
    expect((await owner.own.get('/fact-reads')).body.items).toHaveLength(2)
  })

  test('every broken rule of a consent at once', async () => {
    const { own, organisationId } = await owned()
    const grant = { readerOrganisationId: organisationId, facts: ['profile'], purpose: '自己', validUntil: people.clock.now.toISOString() }
    expect((await own.post('/consents', grant)).body.problems.map((problem: { code: string }) => problem.code)).toEqual([
      'people.consent_self',
      'people.consent_until_past',
    ])
    const far = { ...grant, readerOrganisationId: (await owned()).organisationId, validUntil: '2039-01-01T00:00:00Z' }
    expect((await own.post('/consents', far)).code).toBe('people.consent_until_too_far')
  })

  test('the operator reads by duty and the owner sees it', async () => {
    const owner = await owned()
    const operator = await people.signedIn('op@example.com')
    expect((await operator.get(`/organisations/${owner.organisationId}/facts`)).status).toBe(200)
    expect((await owner.own.get('/fact-reads')).body.items).toMatchObject([
      { basis: 'duty', purpose: 'verification', readerName: '运营', consentId: null },
    ])
  })
})

describe('persons', () => {
  test('the administrator lists, disables and enables; never themself', async () => {
    const email = mail('gone')
    const seeded = await people.seed({ persons: [{ email, name: '离职员工' }] })
    const gone = await people.signedIn(email)
    const admin = await people.signedIn('admin@example.com')
    const found = (await admin.get(`/persons?q=${encodeURIComponent(email.slice(0, 8))}`)).body.items
    expect(found).toMatchObject([{ email, isDisabled: false, hasSecondFactor: false, memberships: [] }])
    expect((await admin.get('/persons?q=100%25')).body.items).toEqual([])
    expect((await admin.post(`/persons/${seeded.person(email)}/disable`)).status).toBe(204)
    expect((await gone.get('/me')).body.person).toBeNull()
    expect((await gone.post('/sign-in', { email, password: PASSWORD })).code).toBe('people.account_disabled')
    expect((await gone.post('/sign-in', { email, password: 'wrong password' })).code).toBe('people.credentials_wrong')
    expect((await admin.post(`/persons/${seeded.person(email)}/enable`)).status).toBe(204)
    expect((await gone.post('/sign-in', { email, password: PASSWORD })).body.status).toBe('signed_in')
    const me = (await admin.get('/me')).body.person.id
    expect((await admin.post(`/persons/${me}/disable`)).code).toBe('people.own_account')
  })

  test('two administrators who disable each other at once: one remains', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b] = [mail('admin'), mail('admin')]
      const seeded = await people.seed({
        persons: [{ email: a }, { email: b }],
        organisations: [{ key: '运营二', kind: 'operator', uscc: null }],
        members: [
          [a, '运营二', 'operator:administrator'],
          [b, '运营二', 'operator:administrator'],
        ],
      })
      const [first, second] = [await people.signedIn(a), await people.signedIn(b)]
      await Promise.all([first.post(`/persons/${seeded.person(b)}/disable`), second.post(`/persons/${seeded.person(a)}/disable`)])
      const rows = await people.db.selectFrom('people.person').select('disabled_at').where('email', 'in', [a, b]).execute()
      expect(
        rows.filter((row) => row.disabled_at === null),
        `round ${round}`,
      ).toHaveLength(1)
    }
  })
})

test('no problem names a person, an address or a secret', async () => {
  const { own, organisationId, email } = await owned()
  const replies = [
    await own.post('/sign-in', { email, password: 'wrong password' }),
    await own.post(`/organisations/${organisationId}/invitations`, { email, roles: ['enterprise:owner'] }),
    await own.post('/me/password', { password: 'wrong password', newPassword: 'ein-neues-Wort-8' }),
    await own.post(`/invitations/${'y'.repeat(43)}/accept`),
    await own.post('/verify-email', { token: 'z'.repeat(43), password: 'whatever it is' }),
  ]
  for (const reply of replies) {
    expect(reply.status).toBeGreaterThanOrEqual(400)
    const text = JSON.stringify(reply.body)
    for (const secret of [email, 'wrong password', 'ein-neues-Wort-8', 'y'.repeat(43), 'z'.repeat(43)]) expect(text).not.toContain(secret)
    for (const problem of reply.body.problems) expect(problem.message, problem.code).not.toBe(problem.code)
  }
})
