import { newId } from '@jiju/kernel/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, openPool } from '../database/pool.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { listMail } from '../mail/list-mail.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { countUnread, deleteOldNotices, listNotices, markAllRead, markRead } from './list-sql.ts'
import { DEFAULT_SETTING, type NoticeSetting } from './mail-time.ts'
import type { Notice } from './notice.ts'
import type { NoticeKinds } from './notice-kinds.ts'
import { notifier } from './notify.ts'
import { sendHeldMail } from './send-held-mail.ts'
import { saveSetting } from './settings-sql.ts'

const texts = {
  title: { zh: '{what}已确认', en: '{what} is confirmed' },
  body: { zh: '时间：{at|instant}\n{lines}', en: 'Time: {at|instant}\n{lines}' },
}
const KINDS: NoticeKinds = {
  'test.confirmed': { group: 'bookings', mail: 'at_once', texts },
  'test.burning': { group: 'bookings', mail: 'at_once', isUrgent: true, texts },
  'test.found': { group: 'searches', mail: 'daily', texts },
}
const params = {
  what: { zh: '离子阱', en: 'Ion\ntrap' },
  at: '2026-11-24T02:00:00.000Z',
  lines: { zh: ['甲', '乙'], en: ['one', 'two'] },
}
const DAY = new Date('2026-11-23T02:00:00.000Z')
const NIGHT = new Date('2026-11-23T15:00:00.000Z')
const publicAddress = 'https://jiju.example'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase<PlatformTables>>
let now = DAY
const notify = notifier({ kinds: () => KINDS, now: () => now, publicAddress })
const tell = (to: Notice['to'], change: Partial<Notice> = {}) =>
  notify(db, { kind: 'test.confirmed', to, params, link: '/e/bookings/7', key: newId(), ...change })

beforeEach(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase(pool)
  now = DAY
})
afterEach(async () => {
  await pool.end()
  await database.drop()
})

async function addPerson(
  options: { language?: string; isDisabled?: boolean; organisationId?: string; roles?: string[]; status?: string } = {},
) {
  const id = newId()
  await pool.query(
    `insert into people.person (id, email, name, language, password_hash, password_changed_at, created_at, disabled_at)
     values ($1, $2, '陈工', $3, 'x', now(), now(), $4)`,
    [id, `${id}@test.example`, options.language ?? 'zh', options.isDisabled ? new Date() : null],
  )
  if (options.organisationId) {
    await pool.query(
      `insert into people.organisation (id, kind, name, short_name, status, status_changed_at, created_at)
       values ($1, 'provider', $2, '机构', 'verified', now(), now()) on conflict do nothing`,
      [options.organisationId, `测试机构 ${options.organisationId}`],
    )
    await pool.query(
      `insert into people.membership (id, person_id, organisation_id, roles, status, joined_at, ended_at) values ($1, $2, $3, $4, $5, now(), $6)`,
      [
        newId(),
        id,
        options.organisationId,
        options.roles ?? ['provider:owner'],
        options.status ?? 'active',
        options.status ? new Date() : null,
      ],
    )
  }
  return id
}
const setting = (change: Partial<NoticeSetting>): NoticeSetting => ({ ...DEFAULT_SETTING, ...change })
const QUIET = setting({ quiet: { from: '22:00', until: '07:30' } })
const pageOf = (personId: string) => listNotices(db, { personId, limit: 100 })
const subjects = async () => (await listMail(db, { limit: 100 })).map(({ subject }) => subject).reverse()
const sendDue = (at: string) => sendHeldMail(db, { now: new Date(at), publicAddress })

describe('telling', () => {
  test('writes the page and the letter, each in its language', async () => {
    const [zh, en] = [await addPerson(), await addPerson({ language: 'en' })]
    await tell([zh, en, zh])
    const [notice, ...more] = await pageOf(zh)
    expect(more).toEqual([])
    expect(notice).toMatchObject({ kind: 'test.confirmed', topic_group: 'bookings', link: '/e/bookings/7', read_at: null })
    expect(notice?.texts.en).toEqual({ title: 'Ion trap is confirmed', body: 'Time: 24 Nov 2026, 10:00\none\ntwo' })
    const rows = await db.selectFrom('platform.mail').select(['to_address', 'subject', 'text_body', 'language']).execute()
    const letter = Object.fromEntries(rows.map((row) => [row.to_address, row]))
    expect(letter[`${zh}@test.example`]).toMatchObject({ subject: '离子阱已确认', language: 'zh' })
    expect(letter[`${zh}@test.example`]?.text_body).toBe(
      '陈工，您好：\n\n时间：2026年11月24日 10:00\n甲\n乙\n\n查看：https://jiju.example/e/bookings/7\n\n—\n\n' +
        '在消息设置中选择要收到哪些邮件：https://jiju.example/account?tab=notices',
    )
    expect(letter[`${en}@test.example`]?.text_body).toContain('See it: https://jiju.example/e/bookings/7')
  })

  test('the same key twice is one notice and one letter, also at the same moment', async () => {
    const [chen, li] = [await addPerson(), await addPerson()]
    await Promise.all(
      Array.from({ length: 20 }, () =>
        db.transaction().execute((tx) => notify(tx, { kind: 'test.confirmed', to: [chen], params, key: 'one' })),
      ),
    )
    await tell([chen, li], { key: 'one' })
    expect(await pageOf(chen)).toHaveLength(1)
    expect(await pageOf(li)).toHaveLength(1)
    expect(await subjects()).toHaveLength(2)
  })

  test('what is rolled back was never told', async () => {
    const chen = await addPerson()
    const rolledBack = db.transaction().execute(async (tx) => {
      await notify(tx, { kind: 'test.confirmed', to: [chen], params, key: 'one' })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    expect([await pageOf(chen), await subjects()]).toEqual([[], []])
  })

  test('roles of an organisation: active members, nobody who left, was disabled or is left out', async () => {
    const organisationId = newId()
    const owner = await addPerson({ organisationId })
    const both = await addPerson({ organisationId, roles: ['provider:owner', 'provider:lab_manager'] })
    const others = [
      await addPerson({ organisationId, roles: ['provider:finance'] }),
      await addPerson({ organisationId, status: 'left' }),
      await addPerson({ organisationId, isDisabled: true }),
      await addPerson({ organisationId: newId() }),
      await addPerson({ organisationId }),
    ]
    await tell({ organisationId, roles: ['provider:owner', 'provider:lab_manager'], except: others.slice(-1) })
    expect(await Promise.all([owner, both].map(async (id) => (await pageOf(id)).length))).toEqual([1, 1])
    expect(await Promise.all(others.map(async (id) => (await pageOf(id)).length))).toEqual([0, 0, 0, 0, 0])
  })

  test('a kind that nobody declares is a bug', async () => {
    await expect(tell([await addPerson()], { kind: 'test.unknown' })).rejects.toThrow('test.unknown')
  })
})

describe('mail that waits', () => {
  test('at night until quiet hours end, urgent ones not', async () => {
    const chen = await addPerson()
    await saveSetting(db, chen, QUIET, 0)
    now = NIGHT
    const calendar = { method: 'REQUEST', text: 'BEGIN:VCALENDAR' } as const
    await tell([chen], { calendar })
    await tell([chen], { kind: 'test.burning', params: { ...params, what: '火警' } })
    expect(await pageOf(chen)).toHaveLength(2)
    expect(await subjects()).toEqual(['火警已确认'])
    await sendDue('2026-11-23T23:29:59Z')
    expect(await subjects()).toHaveLength(1)
    await Promise.all(Array.from({ length: 5 }, () => sendDue('2026-11-23T23:30:00Z')))
    expect(await subjects()).toEqual(['火警已确认', '离子阱已确认'])
    const held = await db.selectFrom('platform.mail').select('calendar').where('subject', '=', '离子阱已确认').executeTakeFirst()
    expect(held?.calendar).toEqual(calendar)
  })

  test('for the digest: one letter a day, without what was read meanwhile', async () => {
    const chen = await addPerson()
    for (const [seconds, what] of ['甲', '乙', '丙'].entries()) {
      now = new Date(DAY.getTime() + seconds * 1000)
      await tell([chen], { kind: 'test.found', params: { ...params, what } })
    }
    const second = (await pageOf(chen)).find(({ texts }) => texts.zh.title.startsWith('乙'))
    await markRead(db, chen, second?.id ?? '', now)
    await sendDue('2026-11-23T23:59:59Z')
    expect(await subjects()).toEqual([])
    await sendDue('2026-11-24T00:00:00Z')
    await sendDue('2026-11-24T00:01:00Z')
    expect(await subjects()).toEqual(['2 条新消息'])
    const [digest] = await db.selectFrom('platform.mail').select('text_body').execute()
    expect(digest?.text_body).toMatch(/■ 甲已确认[\s\S]*■ 丙已确认/)
    expect(digest?.text_body).not.toContain('乙已确认')
  })

  test('what was switched off meanwhile does not leave', async () => {
    const chen = await addPerson()
    await tell([chen], { kind: 'test.found' })
    await saveSetting(db, chen, setting({ mail: { searches: 'off' } }), 0)
    await sendDue('2026-11-25T00:00:00Z')
    expect(await subjects()).toEqual([])
    expect(await db.selectFrom('platform.notice_mail').select('notice_id').execute()).toEqual([])
  })

  test('off means no mail, the page has it all the same', async () => {
    const chen = await addPerson()
    await saveSetting(db, chen, setting({ mail: { bookings: 'off' } }), 0)
    await tell([chen], { kind: 'test.burning' })
    expect([(await pageOf(chen)).length, await subjects()]).toEqual([1, []])
  })
})

describe('the list', () => {
  test('shows unread first and pages without losing or doubling one', async () => {
    const chen = await addPerson()
    for (let n = 0; n < 9; n += 1) {
      now = new Date(DAY.getTime() + n * 1000)
      await tell([chen], { params: { ...params, what: String(n) }, kind: n % 3 === 0 ? 'test.found' : 'test.confirmed' })
    }
    const first = await pageOf(chen)
    for (const n of [8, 5, 1]) await markRead(db, chen, first[8 - n]?.id ?? '', now)
    expect(await countUnread(db, chen, 100)).toBe(6)
    expect(await countUnread(db, chen, 4)).toBe(4)
    const seen: string[] = []
    for (let after: [boolean, string] | undefined; ; ) {
      const page = await listNotices(db, { personId: chen, after, limit: 2 })
      seen.push(...page.map(({ texts }) => texts.zh.title.slice(0, 1)))
      const last = page.at(-1)
      if (!last) break
      after = [last.read_at !== null, last.id]
    }
    expect(seen.join('')).toBe('764320851')
    expect((await listNotices(db, { personId: chen, group: 'searches', onlyUnread: true, limit: 9 })).length).toBe(3)
  })

  test('all as read leaves what came after, and what is of others', async () => {
    const [chen, li] = [await addPerson(), await addPerson()]
    await tell([chen, li])
    const [seen] = await pageOf(chen)
    now = new Date(DAY.getTime() + 5000)
    await tell([chen])
    await markAllRead(db, { personId: chen, upTo: seen?.id ?? '', now })
    expect([await countUnread(db, chen, 9), await countUnread(db, li, 9)]).toEqual([1, 1])
    expect(await markRead(db, li, seen?.id ?? '', now)).toBe(false)
  })

  test('read ones go after a quarter, unread ones after a year', async () => {
    const chen = await addPerson()
    for (const [days, isRead] of [
      [89, true],
      [91, true],
      [91, false],
      [364, false],
      [366, false],
    ] as const) {
      now = new Date(Date.now() - days * 86_400_000)
      await tell([chen], { params: { ...params, what: `${days} ${isRead}` } })
      if (isRead) await pool.query(`update platform.notice set read_at = now() where texts->'zh'->>'title' like $1`, [`${days} true%`])
    }
    await deleteOldNotices(db)
    expect((await pageOf(chen)).map(({ texts }) => texts.zh.title.replace('已确认', '')).sort()).toEqual([
      '364 false',
      '89 true',
      '91 false',
    ])
  })
})
