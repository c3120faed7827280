import { addDays } from '@jiju/kernel/local-date'
import { instantAt, localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import type { MailChoice, NoticeKind } from './notice-kinds.ts'

/** How a person wants to be told. Times are `HH:MM` on the wall clock of `zone`. */
export type NoticeSetting = {
  readonly mail: Readonly<Record<string, MailChoice>>
  readonly zone: string
  /** Over midnight when it ends before it begins. */
  readonly quiet: { readonly from: string; readonly until: string } | null
  readonly digestAt: string
}

export const DEFAULT_SETTING: NoticeSetting = { mail: {}, zone: 'Asia/Shanghai', quiet: null, digestAt: '08:00' }

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The next instant after `now` at which the wall clock of `zone` shows `time`. */
function nextAt(now: Date, time: string, zone: string): Date {
  const today = localDayOf(now, zone)
  const at = instantAt(today, minutesOf(time), zone)
  return at > now ? at : instantAt(addDays(today, 1), minutesOf(time), zone)
}

/** The end of the quiet hours that hold at `now`; null outside of them. They begin with their first minute and end before their last. */
export function quietUntil(now: Date, { zone, quiet }: Pick<NoticeSetting, 'zone' | 'quiet'>): Date | null {
  if (!quiet) return null
  const minute = minuteOfDayAt(now, zone)
  const from = minutesOf(quiet.from)
  const until = minutesOf(quiet.until)
  const isQuiet = from < until ? from <= minute && minute < until : minute >= from || minute < until
  return isQuiet ? nextAt(now, quiet.until, zone) : null
}

/** When the mail of a notice leaves: at once, at `dueAt` alone or in the digest, or never. */
type MailPlan =
  | { readonly when: 'now' }
  | { readonly when: 'never' }
  | { readonly when: 'single'; readonly dueAt: Date }
  | { readonly when: 'digest'; readonly dueAt: Date }

/** The rule of when a person gets the mail of a notice. A digest that falls into quiet hours waits for their end. */
export function planMail(kind: Pick<NoticeKind, 'group' | 'mail' | 'isUrgent'>, setting: NoticeSetting, now: Date): MailPlan {
  const choice = setting.mail[kind.group] ?? kind.mail
  if (choice === 'off') return { when: 'never' }
  if (kind.isUrgent) return { when: 'now' }
  if (choice === 'daily') {
    const digest = nextAt(now, setting.digestAt, setting.zone)
    return { when: 'digest', dueAt: quietUntil(digest, setting) ?? digest }
  }
  const end = quietUntil(now, setting)
  return end ? { when: 'single', dueAt: end } : { when: 'now' }
}
