import { createHmac } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import { startReceiver } from '@jiju/platform/webhooks/receiver-fixture'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedUp, signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { publishFinal } from '../test-publication.ts'
import { createScoringTest, creditCode, type ScoringTest } from '../test-scoring.ts'

const EXCHANGE = '/talent/exchange'
const POSITION = { kind: 'position', title: '质谱工程师', skills: ['质谱'], headcount: 2, detail: null }
const SERVICE = {
  kind: 'policy',
  title: { zh: '安家补贴', en: 'Housing grant' },
  address: 'https://talent.example/1',
  minScore: 60,
  skills: ['质谱'],
  validUntil: null,
}

let t: ScoringTest
let office: SignedUp
let other: SignedUp
let own: SignedUp
let organisationCode: string
let receiver: Awaited<ReturnType<typeof startReceiver>>

beforeAll(async () => {
  t = await createScoringTest(undefined, { webhooks: { allowsLoopback: true } })
  own = t.people.enterprise
  office = await signUpAs(t, { kind: 'government', roles: ['government:owner'] })
  other = await signUpAs(t, { kind: 'government', roles: ['government:officer'] })
  const { rows } = await sql<{ uscc: string }>`select uscc from people.organisation where id = ${own.organisationId}`.execute(t.db)
  organisationCode = rows[0]?.uscc ?? ''
  const scored = await t.addEnterprise(organisationCode, '招才医疗')
  for (const [id, rd, patents] of [
    [scored, '300', '6'],
    [await t.addEnterprise(creditCode(1)), '50', '0'],
  ] as const) {
    await t.addFact(id, 'rd_expense', rd)
    await t.addFact(id, 'revenue', '1000')
    await t.addFact(id, 'invention_applications', patents)
  }
  receiver = await startReceiver()
})
afterAll(async () => {
  await receiver.close()
  await t.close()
})

let needs = 0
const register = async (): Promise<string> => {
  needs += 1
  const title = `质谱工程师 ${needs}`
  const answer = await t.as(own, 'POST', '/talent/needs', { ...POSITION, title })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().needs.find((need: { title: string }) => need.title === title).id
}
const needOf = async (id: string) => (await t.as(own, 'GET', '/talent')).json().needs.find((need: { id: string }) => need.id === id)
const close = (id: string) => t.as(own, 'POST', `/talent/needs/${id}/close`)
const pull = async (query = '', who = office) => (await t.as(who, 'GET', `${EXCHANGE}/needs${query}`)).json()
const reads = async () => {
  const { rows } = await sql`select 1 from people.fact_read where reader_organisation_id = ${office.organisationId}`.execute(t.db)
  return rows.length
}
const consent = async () => {
  const answer = await t.inject({
    method: 'POST',
    url: '/api/v1/people/consents',
    cookie: own.cookie,
    payload: {
      readerOrganisationId: office.organisationId,
      facts: ['innovation_points'],
      purpose: '人才服务',
      validUntil: '2027-06-01T00:00:00.000Z',
    },
  })
  expect(answer.statusCode, answer.body).toBe(201)
}

describe('needs go out', () => {
  test('the office is told by a signed webhook, of each change once, and never of a score', async () => {
    const added = await t.inject({
      method: 'POST',
      url: '/api/v1/webhooks',
      cookie: office.cookie,
      payload: { name: '人才系统', address: receiver.address, topics: ['scoring.talent_need_changed'] },
    })
    expect(added.statusCode, added.body).toBe(201)
    const needId = await register()
    expect((await close(needId)).statusCode).toBe(200)
    await t.settle()
    expect(receiver.received.map(({ body }) => JSON.parse(body)).map(({ topic, data }) => ({ topic, ...data }))).toEqual(
      ['open', 'closed'].map((state) => ({ topic: 'scoring.talent_need_changed', needId, kind: 'position', title: '质谱工程师 1', state })),
    )
    for (const { headers, body } of receiver.received) {
      const signed = createHmac('sha256', added.json().secret).update(`${headers['jiju-timestamp']}.${body}`).digest('hex')
      expect(headers['jiju-signature']).toBe(`v1=${signed}`)
    }
  })

  test('raced, a need ends once and is told of once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await register()
      const before = await told()
      const answers = await Promise.all([close(id), close(id), close(id)])
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404])
      expect((await told()) - before).toBe(1)
    }
  })

  test('they are read in the order of their change, page by page, or from an instant on', async () => {
    const all = await pull('?limit=200')
    const pages: unknown[] = []
    let cursor: string | null = null
    do {
      const page: { items: unknown[]; nextCursor: string | null } = await pull(
        `?limit=7${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      pages.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(pages).toEqual(all.items)
    expect((await pull('?since=2026-11-23T01:40:00.000Z')).items.length).toBeGreaterThan(0)
    expect((await pull('?since=2026-11-23T01:40:00.001Z')).items).toEqual([])
  })

  test('a score goes out by consent alone, and each pull of it is logged once an enterprise', async () => {
    await publishFinal(t)
    const first = await pull('?limit=200')
    expect(first.items[0]).toMatchObject({ enterprise: { creditCode: organisationCode }, points: null, answeredAt: null })
    expect(await reads()).toBe(0)
    await consent()
    const { items } = await pull('?limit=5')
    expect(items).toHaveLength(5)
    for (const item of items) expect(item.points).toMatchObject({ score: '100.0', scale: 100, period: '2025', modelVersion: 'test 1' })
    expect(await reads()).toBe(1)
    expect((await pull('?limit=5', other)).items[0].points).toBeNull()
  })

  test('an enterprise that is not verified is not heard of; nobody but an office reads needs', async () => {
    const pending = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:owner'], status: 'pending' })
    expect((await t.as(pending, 'POST', '/talent/needs', POSITION)).statusCode).toBe(403)
    expect((await t.as(own, 'GET', `${EXCHANGE}/needs`)).statusCode).toBe(403)
    expect((await t.as(t.people.points, 'GET', `${EXCHANGE}/needs`)).statusCode).toBe(403)
  })
})

describe('answers, offers and facts come in', () => {
  const answer = (id: string, body: object, who = office) => t.as(who, 'PUT', `${EXCHANGE}/needs/${id}/answer`, body)
  const FOUND = { message: '人才库中有 3 人符合', matches: 3, address: 'https://talent.example/desk' }

  test('an answer reaches the enterprise alone; the same again changes nothing, a new one takes its place', async () => {
    const id = await register()
    const stranger = await signUpAs(t, { kind: 'enterprise', roles: ['enterprise:owner'] })
    for (const body of [FOUND, FOUND, { ...FOUND, matches: 4 }, { ...FOUND, matches: 4 }])
      expect((await answer(id, body)).statusCode).toBe(204)
    await answer(id, { message: '另一系统暂无人选', matches: 0, address: null }, other)
    const { answers } = await needOf(id)
    expect(answers.map(({ matches }: { matches: number }) => matches).sort()).toEqual([0, 4])
    expect((await t.as(stranger, 'GET', '/talent')).body).not.toContain('人才库')
    const { rows } =
      await sql`select 1 from platform.audit_entry where action = 'scoring.talent_need.answer' and subject_id = ${id}`.execute(t.db)
    expect(rows).toHaveLength(3)
    const notices = await t.inject({ url: '/api/v1/notices', cookie: own.cookie })
    expect(notices.json().items.filter(({ kind }: { kind: string }) => kind === 'scoring.talent_answered')).toHaveLength(2)
    expect((await pull('?limit=200')).items.find((one: { id: string }) => one.id === id).answeredAt).not.toBeNull()
  })

  test('a need that has ended or that nobody has is not answered; an answer and the end of its need are one after the other', async () => {
    expect((await answer(newId(), FOUND)).json().code).toBe('scoring.talent_need_missing')
    for (let round = 0; round < 20; round += 1) {
      const id = await register()
      const [answered] = await Promise.all([answer(id, FOUND), close(id)])
      expect((await needOf(id)).answers).toHaveLength(answered.statusCode === 204 ? 1 : 0)
      if (answered.statusCode !== 204) expect(answered.json().code).toBe('scoring.talent_need_closed')
      expect((await answer(id, { ...FOUND, matches: 9 })).json().code).toBe('scoring.talent_need_closed')
    }
  })

  test('a service is kept under the office’s own number: sent again it is replaced, another office’s stays', async () => {
    const put = (body: object, who = office) => t.as(who, 'PUT', `${EXCHANGE}/services/A-1`, body)
    for (const body of [SERVICE, SERVICE, { ...SERVICE, minScore: 100 }]) expect((await put(body)).statusCode).toBe(204)
    expect((await put({ ...SERVICE, title: { zh: '另一补贴', en: 'Another grant' } }, other)).statusCode).toBe(204)
    await register()
    const { services, score } = (await t.as(own, 'GET', '/talent')).json()
    expect(score).toMatchObject({ points: 100 })
    expect(services).toHaveLength(2)
    expect(services).toEqual(
      expect.arrayContaining([60, 100].map((minScore) => expect.objectContaining({ minScore, fit: 'open', matches: ['质谱'] }))),
    )
    const remove = () => t.as(office, 'DELETE', `${EXCHANGE}/services/A-1`)
    expect((await remove()).statusCode).toBe(204)
    expect((await remove()).json().code).toBe('scoring.talent_service_missing')
    expect((await t.as(own, 'GET', '/talent')).json().services).toMatchObject([{ title: { zh: '另一补贴' } }])
  })

  test('facts are taken once however often they are sent; a wrong one is named by its number and the others stand', async () => {
    const facts = [
      { creditCode: organisationCode, factCode: 'high_level_talents', period: '2026-06-30', value: '3', document: '2026-A-17' },
      { creditCode: creditCode(9999), factCode: 'high_level_talents', period: '2026-06-30', value: '1' },
      { creditCode: organisationCode, factCode: 'foreign_experts', period: '2025', value: '-1' },
    ]
    const push = async (sent: object[], headers = {}) => (await t.as(office, 'POST', `${EXCHANGE}/facts`, { facts: sent }, headers)).json()
    const first = await push(facts, { 'idempotency-key': 'talent-2026-06' })
    expect(first).toMatchObject({ recorded: 1, replaced: 0, unchanged: 0 })
    expect(first.refused.map(({ item }: { item: number }) => item)).toEqual([2, 3])
    expect(await push(facts, { 'idempotency-key': 'talent-2026-06' })).toEqual(first)
    expect(await push(facts.slice(0, 1))).toMatchObject({ recorded: 0, unchanged: 1 })
    expect(await push([{ ...facts[0], value: '4' }])).toMatchObject({ replaced: 1 })
    const { rows } = await sql<{ value: string }>`
      select value::text from scoring.fact where fact_code = 'high_level_talents' and ended_at is null`.execute(t.db)
    expect(rows).toEqual([{ value: '4' }])
    const foreign = await t.as(office, 'POST', `${EXCHANGE}/facts`, { facts: [{ ...facts[0], factCode: 'revenue' }] })
    expect(foreign.statusCode).toBe(400)
  })
})

describe('the desk of offices', () => {
  const desk = async (who: SignedUp, query = '') => {
    const answered = await t.as(who, 'GET', `/talent/desk/needs${query}`)
    expect(answered.statusCode, answered.body).toBe(200)
    return answered.json() as {
      items: { id: string; points: object | null; isOpen: boolean; answers: { isOwn: boolean }[] }[]
      nextCursor: string | null
    }
  }

  test('shows needs newest first with own answers and the score by consent, logged; the operator sees its own scores and all answers', async () => {
    const [older, newer] = [await register(), await register()]
    const say = (who: SignedUp) =>
      t.as(who, 'PUT', `${EXCHANGE}/needs/${older}/answer`, { message: '有合适人选', matches: 1, address: null })
    await say(office)
    await say(other)
    const before = await reads()
    // Those of one millisecond have no order.
    const both = async (who: SignedUp) => {
      const { items } = await desk(who, '?limit=200')
      return [items.find(({ id }) => id === older), items.find(({ id }) => id === newer)]
    }
    const [answered, unanswered] = await both(office)
    expect(unanswered).toMatchObject({ isOpen: true, points: { score: '100.0', period: '2025' }, answers: [] })
    expect(answered?.answers).toMatchObject([{ isOwn: true, matches: 1 }])
    expect((await reads()) - before).toBe(1)
    const [closedToIt] = (await desk(other, '?limit=1')).items
    expect(closedToIt).toMatchObject({ isOpen: false, points: null })
    const [ofOperator] = await both(t.people.points)
    expect(ofOperator).toMatchObject({ isOpen: true, points: { score: '100.0' }, answers: [{ isOwn: false }, { isOwn: false }] })
    expect((await reads()) - before).toBe(1)
  })

  test('is narrowed by state, answer and words, page by page', async () => {
    const all = (await desk(office, '?state=all&limit=200')).items
    const [unanswered, answered] = [
      await desk(office, '?state=all&answered=no&limit=200'),
      await desk(office, '?state=all&answered=yes&limit=200'),
    ]
    expect(unanswered.items.every(({ answers }) => answers.length === 0)).toBe(true)
    expect(answered.items.every(({ answers }) => answers.length === 1)).toBe(true)
    expect(unanswered.items.length + answered.items.length).toBe(all.length)
    expect((await desk(office, `?state=all&limit=200&words=${encodeURIComponent('质谱')}`)).items).toHaveLength(all.length)
    expect((await desk(office, '?words=100%25')).items).toEqual([])
    const first = await desk(office, '?state=all&limit=5')
    const second = await desk(office, `?state=all&limit=5&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 10).map(({ id }) => id))
  })

  test('says of each service how many scores reach it and how many needs ask for it; enterprises do not see it', async () => {
    await t.as(office, 'PUT', `${EXCHANGE}/services/B-1`, { ...SERVICE, minScore: 90 })
    const { items, scoredCount } = (await t.as(other, 'GET', '/talent/desk/services')).json()
    expect(scoredCount).toBe(2)
    const open = (await desk(office, '?limit=200')).items.length
    expect(items.find(({ minScore }: { minScore: number }) => minScore === 90)).toMatchObject({ reachedCount: 1, needCount: open })
    for (const what of ['needs', 'services']) expect((await t.as(own, 'GET', `/talent/desk/${what}`)).statusCode).toBe(403)
  })
})

async function told(): Promise<number> {
  const { rows } = await sql`select 1 from platform.outbox_event where topic = 'scoring.talent_need_changed'`.execute(t.db)
  return rows.length
}
