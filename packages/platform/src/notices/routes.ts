import { Refusal } from '@jiju/kernel/problem'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { actorOf } from '../http/actor.ts'
import { runCommand } from '../http/command.ts'
import { expectedVersion, setVersion, VERSION_STALE, versionTag } from '../http/if-match.ts'
import { decodeCursor, toPage } from '../http/paging.ts'
import { languageOf } from '../http/problem-texts.ts'
import { problemResponses } from '../http/problems.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { NoticeListQuery, NoticePage, NoticeParams, NoticeSettings, NoticeSettingsEntry, ReadNotices, UnreadNotices } from './contract.ts'
import { countUnread, listNotices, markAllRead, markRead } from './list-sql.ts'
import type { NoticeSetting } from './mail-time.ts'
import type { NoticeKinds } from './notice-kinds.ts'
import { mailByGroup, presentNotice } from './present.ts'
import { findSetting, saveSetting } from './settings-sql.ts'

export type NoticesDeps = {
  readonly db: Kysely<PlatformTables>
  readonly now: () => Date
  readonly publicAddress: string
  readonly kinds: () => NoticeKinds
}

const tags = ['notices']
const MOST_COUNTED = 100
const MISSING = { code: 'notices.notice_missing', kind: 'missing' } as const

/** A person's own notices, over all organisations. Reading is no act that others must know of, so it leaves no audit entry. */
export async function noticeRoutes(scope: FastifyInstance, { db }: NoticesDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '',
    {
      config: { access: 'notices.notice.list' },
      schema: {
        operationId: 'listNotices',
        tags,
        summary: 'Your notices, unread first',
        querystring: NoticeListQuery,
        response: { 200: NoticePage, ...problemResponses },
      },
    },
    async (request) => {
      const { cursor, limit, group, onlyUnread } = request.query
      const after = decodeCursor(cursor, z.tuple([z.boolean(), z.uuid()]))
      const rows = await listNotices(db, { personId: actorOf(request).userId, group, onlyUnread, after, limit: limit + 1 })
      const language = languageOf(request.headers['accept-language'])
      return toPage(
        rows,
        limit,
        (row) => presentNotice(row, language),
        (row) => [row.read_at !== null, row.id],
      )
    },
  )
  app.get(
    '/unread',
    {
      config: { access: 'notices.notice.list' },
      schema: {
        operationId: 'countUnreadNotices',
        tags,
        summary: 'How many you have not read',
        response: { 200: UnreadNotices, ...problemResponses },
      },
    },
    async (request) => ({ count: await countUnread(db, actorOf(request).userId, MOST_COUNTED) }),
  )
  app.post(
    '/:id/read',
    {
      config: { access: 'notices.notice.read' },
      schema: {
        operationId: 'readNotice',
        tags,
        summary: 'Mark one as read',
        params: NoticeParams,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, { now }) => {
        if (!(await markRead(tx, actorOf(request).userId, request.params.id, now))) throw new Refusal(MISSING)
        return { status: 204, body: null }
      }),
  )
  app.post(
    '/read',
    {
      config: { access: 'notices.notice.read' },
      schema: {
        operationId: 'readNotices',
        tags,
        summary: 'Mark all as read',
        body: ReadNotices,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, { now }) => {
        await markAllRead(tx, { personId: actorOf(request).userId, ...request.body, now })
        return { status: 204, body: null }
      }),
  )
}

/** How a person wants to be told. */
export async function noticeSettingRoutes(scope: FastifyInstance, { db, kinds }: NoticesDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  const present = (setting: NoticeSetting) => ({
    mail: mailByGroup(setting.mail, kinds()),
    zone: setting.zone,
    quiet: setting.quiet,
    digestAt: setting.digestAt,
  })
  app.get(
    '/settings',
    {
      config: { access: 'notices.setting.edit' },
      schema: {
        operationId: 'getNoticeSettings',
        tags,
        summary: 'How you are told',
        response: { 200: NoticeSettings, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { setting, version } = await findSetting(db, actorOf(request).userId)
      setVersion(reply, version)
      return present(setting)
    },
  )
  app.put(
    '/settings',
    {
      config: { access: 'notices.setting.edit' },
      schema: {
        operationId: 'saveNoticeSettings',
        tags,
        summary: 'Say how you want to be told',
        body: NoticeSettingsEntry,
        response: { 200: NoticeSettings, ...problemResponses },
      },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const personId = actorOf(request).userId
        const version = expectedVersion(request)
        const setting: NoticeSetting = { ...request.body, mail: request.body.mail as NoticeSetting['mail'] }
        if (!(await saveSetting(tx, personId, setting, version))) throw new Refusal(VERSION_STALE)
        await command.audit({ action: 'notices.setting.edit', subjectType: 'people.person', subjectId: personId })
        return { status: 200, body: present(setting), headers: { etag: versionTag(version + 1) } }
      }),
  )
}
