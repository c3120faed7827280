import { createHash } from 'node:crypto'
import type { Db } from '@jiju/platform/database/pool'
import type { Language } from '@jiju/platform/http/problem-texts'
import { CANCELLED_DAYS, FEED_AHEAD_DAYS, FEED_PAST_DAYS, MAX_FEED_ENTRIES } from '../../core/feeds/calendar-entry.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { type FeedResources, type FeedRow, listPersonBookings, listResourceBookings } from '../sql/feed-bookings.ts'
import { type AddressRow, findAddressByToken, touchAddress } from '../sql/secret-addresses.ts'
import { type CalendarEntry, feedText } from './calendar-text.ts'
import { bookerEntry, busyEntry, staffEntry } from './feed-entries.ts'
import { hashAddressToken } from './tokens.ts'
import { FEED_WORDS } from './words.ts'

const DAY_MS = 86_400_000

/** `tag` changes when `text` would; writing the text is most of the work, and mostly nobody needs it again. */
type Feed = { readonly tag: string; readonly changedAt: Date; readonly text: () => string }

/** The calendar that a token opens; undefined when it opens none, for whatever reason. */
export async function readFeed(
  db: Db<BookingTables>,
  needs: Pick<BookingNeeds, 'publicAddress' | 'timelineReaders'>,
  request: { readonly token: string; readonly language: Language; readonly now: Date },
): Promise<Feed | undefined> {
  const { language, now } = request
  const address = await findAddressByToken(db, hashAddressToken(request.token), 'feed', needs.timelineReaders)
  if (!address) return undefined
  const rows = await listRows(db, address, now)
  const options = { language, now, publicAddress: needs.publicAddress, isShared: address.subject !== 'resource' }
  const entries = rows.flatMap((row) => entryFor(address, row, options) ?? [])
  await touchAddress(db, address.id, now)
  const title = titleOf(address, language)
  return {
    tag: createHash('sha256')
      .update(JSON.stringify([title, entries]))
      .digest('base64url')
      .slice(0, 22),
    changedAt: new Date(Math.max(address.created_at.getTime(), ...entries.map((entry) => entry.changedAt.getTime()))),
    text: () => feedText(title, entries),
  }
}

function listRows(db: Db<BookingTables>, address: AddressRow, now: Date): Promise<FeedRow[]> {
  const daysFromNow = (days: number) => new Date(now.getTime() + days * DAY_MS)
  const window = {
    from: daysFromNow(-FEED_PAST_DAYS),
    until: daysFromNow(FEED_AHEAD_DAYS),
    cancelledSince: daysFromNow(-CANCELLED_DAYS),
    limit: MAX_FEED_ENTRIES,
  }
  const resources = resourcesOf(address)
  return resources ? listResourceBookings(db, resources, window) : listPersonBookings(db, address.subject_id, window)
}

/** The resources that an address is about; undefined for a person's own bookings. */
export function resourcesOf(address: Pick<AddressRow, 'subject' | 'subject_id' | 'provider_id'>): FeedResources | undefined {
  const { provider_id: providerId, subject_id: id } = address
  if (!providerId) return undefined
  if (address.subject === 'resource') return { providerId, resourceId: id }
  return address.subject === 'site' ? { providerId, siteId: id } : { providerId, all: true }
}

type Options = Parameters<typeof staffEntry>[1]

function entryFor(address: AddressRow, row: FeedRow, options: Options): CalendarEntry | undefined {
  if (address.detail === 'busy') return busyEntry(row, options)
  return address.subject === 'person' ? bookerEntry(row, options) : staffEntry(row, options)
}

function titleOf(address: AddressRow, language: Language): string {
  const words = FEED_WORDS[language]
  if (address.subject === 'person') return words.own
  const name = (language === 'en' ? address.name_en : null) ?? address.name
  return address.detail === 'busy' ? words.busyOf(name) : name
}
