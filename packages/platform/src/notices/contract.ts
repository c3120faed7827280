import { isTimeZone } from '@jiju/kernel/zoned-time'
import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { MAIL_CHOICES, NOTICE_GROUPS } from './notice-kinds.ts'

const instant = z.iso.datetime()
const group = z.enum(NOTICE_GROUPS)

export const NoticeListQuery = z.object({
  ...pageQuery,
  group: group.exactOptional(),
  onlyUnread: z.stringbool().exactOptional(),
})

export const Notice = z
  .object({
    id: z.uuid(),
    kind: z.string().describe('`<domain>.<what_happened>`'),
    group,
    title: z.string().describe('In the language of `Accept-Language`'),
    body: z.string(),
    link: z.string().nullable().describe('A path of the web app'),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notice' })
export const NoticePage = pageOf(Notice).meta({ id: 'NoticePage' })
export const NoticeParams = z.object({ id: z.uuid() })

export const UnreadNotices = z.object({ count: z.number().int().describe('At most 100') }).meta({ id: 'UnreadNotices' })

export const ReadNotices = z
  .object({
    upTo: z.uuid().describe('The newest notice that the reader has seen; later ones stay unread'),
    group: group.exactOptional(),
  })
  .meta({ id: 'ReadNotices' })

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const MailByGroup = z.object(
  Object.fromEntries(NOTICE_GROUPS.map((name) => [name, z.enum(MAIL_CHOICES)])) as Record<
    (typeof NOTICE_GROUPS)[number],
    z.ZodEnum<{ [Choice in (typeof MAIL_CHOICES)[number]]: Choice }>
  >,
)

const settings = {
  zone: z
    .string()
    .max(64)
    .refine(isTimeZone, { params: { problem: 'notices.zone_unknown' } })
    .describe('IANA zone of the times below'),
  quiet: z
    .object({ from: WallTime, until: WallTime })
    .refine(({ from, until }) => from !== until, { params: { problem: 'notices.quiet_hours_empty' }, path: ['until'] })
    .nullable()
    .describe('No mail between these wall-clock times but urgent ones; over midnight when it ends before it begins'),
  digestAt: WallTime.describe('When the daily mail leaves'),
}
export const NoticeSettings = z.object({ mail: MailByGroup, ...settings }).meta({ id: 'NoticeSettings' })
export const NoticeSettingsEntry = z
  .object({ mail: MailByGroup.partial().describe('A group that is left out keeps the defaults of its notices'), ...settings })
  .meta({ id: 'NoticeSettingsEntry' })
