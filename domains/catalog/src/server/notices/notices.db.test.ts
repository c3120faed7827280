import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedUp, signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { advanceStandards } from '../advance-standards.ts'
import { type CatalogTest, contentOf, createCatalogTest, SITE } from '../test-catalog.ts'
import { tellOutdatedStandards } from './tell-outdated-standards.ts'

let t: CatalogTest
let siteId: string
let owner: SignedUp
const at = new Date('2026-11-21T02:00:00Z')

beforeAll(async () => {
  t = await createCatalogTest(() => at)
  siteId = (await t.call('POST', '/sites', { as: t.provider, body: SITE })).json().id
  const { organisationId } = t.provider
  owner = await signUpAs(t.testApp, { kind: 'provider', roles: ['provider:owner'], organisationId })
  await signUpAs(t.testApp, { kind: 'provider', roles: ['provider:lab_staff'], organisationId })
  await t.testApp.db.updateTable('people.person').set({ language: 'en' }).where('id', '=', owner.userId).execute()
})
afterAll(() => t.testApp.close())
beforeEach(async () => {
  await t.testApp.settle()
  await forget()
})

async function forget(): Promise<void> {
  for (const table of ['platform.mail', 'platform.notice_mail', 'platform.notice']) await t.testApp.db.deleteFrom(table).execute()
}

type Letter = { to_address: string; subject: string; text_body: string; language: string }
type Told = { zh: { title: string; body: string }; en: { title: string; body: string }; link: string }

/** What was written since the test began, English after Chinese. */
async function letters(): Promise<Letter[]> {
  await t.testApp.settle()
  return t.testApp.db.selectFrom('platform.mail').selectAll().orderBy('language', 'desc').orderBy('subject').execute() as Promise<Letter[]>
}

/** What stands in the lab manager's and the owner's pages, which must be the same. */
async function told(): Promise<Told[]> {
  await t.testApp.settle()
  const rows = await t.testApp.db
    .selectFrom('platform.notice')
    .select(['person_id', 'texts', 'link'])
    .orderBy('link')
    .orderBy('id')
    .execute()
  const of = (person: SignedUp) => rows.filter((row) => row.person_id === person.userId).map(({ texts, link }) => ({ ...texts, link }))
  expect(of(owner)).toEqual(of(t.provider))
  expect(rows).toHaveLength(2 * of(owner).length)
  return of(owner)
}

const addressOf = async (person: SignedUp) =>
  (await t.testApp.db.selectFrom('people.person').select('email').where('id', '=', person.userId).executeTakeFirstOrThrow()).email

async function submitted(fields: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const body = contentOf('instrument', { siteId, classCode: '0105', ...fields })
  const { id, version } = (await t.call('POST', '/own/resources', { as: t.provider, body })).json()
  return (await t.call('POST', `/own/resources/${id}/submit`, { as: t.provider, body: { note: null }, version })).json()
}

async function published(fields: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const { id, version } = await submitted(fields)
  const reply = await t.call('POST', `/reviews/${id}/publish`, { as: t.operator, body: { note: null }, version })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

/** Hands every event of a topic to its handlers once more, as after a crash between work and acknowledgement. */
async function repeatEvents(topic: string, work: () => Promise<void>): Promise<void> {
  await work()
  const events = await t.testApp.db.selectFrom('platform.outbox_event').selectAll().where('topic', '=', topic).execute()
  await t.testApp.settle()
  for (const event of events)
    await t.testApp.db
      .insertInto('platform.outbox_event')
      .values({ ...event, payload: JSON.stringify(event.payload) })
      .execute()
}

describe('what the operator decides', () => {
  test('publishing is told to owner and lab manager, each in their language, once; to nobody else', async () => {
    let id = ''
    await repeatEvents('catalog.resource_published', async () => {
      id = (await published()).id
    })
    const [chinese, english, ...more] = await letters()
    expect(more).toEqual([])
    expect(chinese).toMatchObject({ to_address: await addressOf(t.provider), language: 'zh', subject: '已发布：高效液相色谱仪' })
    expect(chinese?.text_body).toContain(`http://localhost:4000/resources/${id}`)
    expect(english).toMatchObject({ to_address: await addressOf(owner), language: 'en', subject: 'Published: HPLC' })
    expect(await told()).toHaveLength(1)
  })

  test('returning is told with its reasons and the way to mend it', async () => {
    const { id, version } = await submitted()
    await t.call('POST', `/reviews/${id}/return`, { as: t.operator, body: { reasons: '请补充型号' }, version })
    const written = await letters()
    expect(written.map((letter) => letter.subject)).toEqual(['已退回修改：高效液相色谱仪', 'Returned for changes: HPLC'])
    for (const letter of written) {
      expect(letter.text_body).toContain('请补充型号')
      expect(letter.text_body).toContain(`/p/resources/${id}/edit`)
      expect(letter.text_body).not.toMatch(/\{\w+\}/)
    }
  })

  test('what the operator takes off is told with the reasons; what the institution takes off itself is not', async () => {
    const own = await published()
    const taken = await published()
    await letters()
    await forget()
    await t.call('POST', `/own/resources/${own.id}/retire`, { as: t.provider, body: { note: null }, version: own.version })
    expect(await letters()).toEqual([])
    await t.call('POST', `/reviews/${taken.id}/retire`, { as: t.operator, body: { reasons: '已停止开放' }, version: taken.version })
    expect((await letters()).map((letter) => letter.text_body)).toEqual([
      expect.stringContaining('已停止开放'),
      expect.stringContaining('已停止开放'),
    ])
  })
})

describe('standards that are in force no more', () => {
  const standard = (number: string, more: Record<string, unknown> = {}) => ({
    number,
    titleZh: '标准',
    titleEn: null,
    field: null,
    category: null,
    subcategory: null,
    publishedOn: null,
    effectiveOn: '2017-01-01',
    effectiveNote: null,
    withdrawnOn: null,
    status: 'active',
    source: null,
    lastCheckedOn: null,
    replaces: [],
    ...more,
  })
  const add = async (number: string, more: Record<string, unknown> = {}) =>
    (await t.call('POST', '/standards', { as: t.officer, body: standard(number, more) })).json()
  const citing = async (...ids: string[]) => {
    const resource = await published({ standards: ids.map((standardId) => ({ standardId, note: null })) })
    await letters()
    await forget()
    return resource
  }

  test('a successor in force is told to those who cite the predecessor, once, whatever is changed afterwards', async () => {
    const old = await add('YY 1001-2012')
    const resource = await citing(old.id)
    let next = { id: '', version: 0 }
    await repeatEvents('catalog.standards_changed', async () => {
      next = await add('YY 2002-2021', { effectiveOn: '2023-05-01', replaces: ['YY 1001-2012'] })
    })
    const resources = `/p/resources/${resource.id}/edit`
    expect(await told()).toEqual([
      {
        zh: {
          title: '引用的标准已被代替：YY 1001-2012',
          body: 'YY 1001-2012 标准已由 YY 2002-2021 代替。贵单位仍在引用它的公开资源：高效液相色谱仪。请核对后改引现行标准并提交审核。',
        },
        en: {
          title: 'A cited standard has been replaced: YY 1001-2012',
          body: expect.stringMatching(/replaced by YY 2002-2021\. .* cite it: HPLC\./),
        },
        link: resources,
      },
    ])
    const change = standard('YY 2002-2021', { titleZh: '新标题', effectiveOn: '2023-05-01', replaces: ['YY 1001-2012'] })
    const reply = await t.call('PUT', `/standards/${next.id}`, { as: t.officer, body: change, version: next.version })
    expect(reply.statusCode, reply.body).toBe(200)
    expect(await told()).toHaveLength(1)
  })

  test('a successor that is still to come is told on the day on which it takes effect, in the letter of the day', async () => {
    const first = await add('YY 3003-2012')
    const second = await add('YY 3004-2012')
    await citing(first.id, second.id)
    await add('YY 3003-2027', { effectiveOn: '2027-03-01', status: 'upcoming', replaces: ['YY 3003-2012'] })
    await add('YY 3004-2027', { effectiveOn: '2027-03-01', status: 'upcoming', replaces: ['YY 3004-2012'] })
    expect(await told()).toEqual([])
    await advanceStandards(t.testApp.db, '2027-03-01', at)
    expect((await told()).map(({ zh }) => zh.title).sort()).toEqual([
      '引用的标准已被代替：YY 3003-2012',
      '引用的标准已被代替：YY 3004-2012',
    ])
    const held = await t.testApp.db.selectFrom('platform.notice_mail').select('is_digest').execute()
    expect(held).toEqual(Array.from({ length: 4 }, () => ({ is_digest: true })))
  })

  test('of handlers that run at the same time one tells', async () => {
    const old = await add('YY 4004-2012')
    await citing(old.id)
    await t.testApp.db.updateTable('catalog.standard').set({ status: 'withdrawn' }).where('id', '=', old.id).execute()
    let notices = 0
    const handler = tellOutdatedStandards({
      db: t.testApp.db,
      needs: {
        now: () => at,
        notify: async () => {
          notices += 1
        },
      } as never,
    })
    const event = (id: string) => ({ id, topic: 'catalog.standards_changed', payload: { standardIds: [old.id] }, occurredAt: at })
    await Promise.all(Array.from({ length: 8 }, (_, n) => handler(event(`event ${n}`))))
    expect(notices).toBe(1)
  })

  test('drafts and other institutions are not told', async () => {
    const old = await add('YY 5005-2012')
    await t.call('POST', '/own/resources', {
      as: t.provider,
      body: contentOf('instrument', { siteId, classCode: '0105', standards: [{ standardId: old.id, note: null }] }),
    })
    await add('YY 5005-2021', { effectiveOn: '2022-05-01', replaces: ['YY 5005-2012'] })
    expect(await told()).toEqual([])
  })
})
