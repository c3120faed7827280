import type { Language } from '@jiju/platform/http/problem-texts'
import { entrySequence, entryStatus } from '../../core/feeds/calendar-entry.ts'
import type { FeedRow } from '../sql/feed-bookings.ts'
import type { CalendarEntry } from './calendar-text.ts'
import { FEED_WORDS } from './words.ts'

type EntryOptions = {
  readonly language: Language
  readonly now: Date
  /** Where browsers reach the platform. */
  readonly publicAddress: string
}

/** What the booker reads: the instrument is the title. */
export function bookerEntry(row: FeedRow, { language, now, publicAddress }: EntryOptions): CalendarEntry | undefined {
  const words = FEED_WORDS[language]
  const title = language === 'en' ? (row.resource_name_en ?? row.resource_name) : row.resource_name
  const lines: Facts = [
    [words.facts.number, row.number],
    [words.facts.provider, row.provider_name],
    [words.facts.localTime, localTime(row)],
    [words.facts.operation, words.operation[row.operation]],
    [words.facts.project, row.project],
  ]
  const side = row.kind === 'customer' ? 'e' : 'p'
  return entryOf(row, { language, now }, { title, lines, url: `${publicAddress}/${side}/bookings/${row.id}`, uid: row.id })
}

/** What the provider's staff reads: who comes is the title, where several resources share a calendar after the resource. */
export function staffEntry(row: FeedRow, options: EntryOptions & { readonly isShared: boolean }): CalendarEntry | undefined {
  const { language, now, publicAddress } = options
  const words = FEED_WORDS[language]
  const resource = language === 'en' ? (row.resource_name_en ?? row.resource_name) : row.resource_name
  const who = row.kind === 'customer' ? row.organisation_name : words[row.kind]
  const lines: Facts = [
    [words.facts.number, row.number],
    [words.facts.customer, row.kind === 'customer' ? row.organisation_name : null],
    [words.facts.booker, row.kind === 'outage' ? null : row.booker_name],
    [words.facts.localTime, localTime(row)],
    [words.facts.operation, row.kind === 'customer' ? words.operation[row.operation] : null],
    [words.facts.project, row.project],
  ]
  const title = options.isShared ? `${resource} · ${who}` : who
  return entryOf(row, { language, now }, { title, lines, url: `${publicAddress}/p/calendar?reservation=${row.id}`, uid: row.id })
}

/** What everybody may read: that the time is taken. What was given back is simply gone. */
export function busyEntry(row: FeedRow, options: EntryOptions & { readonly isShared: boolean }): CalendarEntry | undefined {
  const { language, now } = options
  const words = FEED_WORDS[language]
  const resource = language === 'en' ? (row.resource_name_en ?? row.resource_name) : row.resource_name
  const taken = row.kind === 'outage' ? words.outage : words.booked
  const title = options.isShared ? `${resource} · ${taken}` : taken
  const entry = entryOf(row, { language, now }, { title, lines: [], url: null, uid: `${row.id}-busy` })
  return entry?.status === 'CANCELLED'
    ? undefined
    : entry && { ...entry, status: 'CONFIRMED', summary: title, location: null, description: null }
}

type Facts = readonly (readonly [name: string, value: string | null])[]

function entryOf(
  row: FeedRow,
  { language, now }: { language: Language; now: Date },
  content: { title: string; lines: Facts; url: string | null; uid: string },
): CalendarEntry | undefined {
  const shown = {
    state: row.state,
    heldUntil: row.held_until,
    decideUntil: row.decide_until,
    isDisplaced: row.is_displaced,
    wasRequest: row.was_request,
    version: row.version,
  }
  const status = entryStatus(shown, now)
  if (!status) return undefined
  const words = FEED_WORDS[language]
  const { title } = content
  const isPending = status === 'TENTATIVE' && !row.is_displaced
  const description = [
    ...(status === 'TENTATIVE' && row.is_displaced ? [words.displaced] : []),
    ...(status === 'CANCELLED' && row.end_reason ? [row.end_reason] : []),
    ...content.lines.flatMap(([name, value]) => (value ? [`${name}${words.colon}${value}`] : [])),
  ]
  return {
    uid: content.uid,
    sequence: entrySequence(shown, now),
    changedAt: row.updated_at,
    start: row.start,
    end: row.end,
    status,
    summary: status === 'CANCELLED' ? words.cancelled(title) : isPending ? words.pending(title) : title,
    location: [row.site_name, row.site_address].filter(Boolean).join(language === 'en' ? ', ' : '，') || null,
    description: description.join('\n') || null,
    url: content.url,
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-24 14:00 (Asia/Shanghai)`: the clock on the lab's wall, whatever zone the reader's calendar shows. */
function localTime({ start, zone }: FeedRow): string {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    clocks.set(zone, clock)
  }
  return `${clock.format(start)} (${zone})`
}
