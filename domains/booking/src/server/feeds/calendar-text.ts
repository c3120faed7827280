import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { EntryStatus } from '../../core/feeds/calendar-entry.ts'
import { foldLines } from './fold-lines.ts'

type CalendarPerson = { readonly name: string; readonly address: string }

/** One appointment. Instants are written in UTC, which needs no VTIMEZONE and is right on both days on which a clock changes. */
export type CalendarEntry = {
  readonly uid: string
  readonly sequence: number
  readonly changedAt: Date
  readonly start: Date
  readonly end: Date
  readonly status: EntryStatus
  readonly summary: string
  readonly location: string | null
  readonly description: string | null
  readonly url: string | null
}

const PRODUCT = { company: 'Jiju', product: 'Booking' }
/** How long calendar programs may keep what they read, in seconds. */
const FEED_TTL_SECONDS = 900

/** A calendar that others subscribe to (METHOD:PUBLISH, RFC 5546 §3.2.1). The same entries are the same text, so that its hash can be an ETag. */
export function feedText(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ prodId: PRODUCT, name: plain(name), method: ICalCalendarMethod.PUBLISH, ttl: FEED_TTL_SECONDS })
  for (const entry of entries) calendar.createEvent(eventOf(entry))
  return written(calendar)
}

/**
 * One appointment for one person's mail program (iTIP over mail: RFC 5546, RFC 6047).
 *
 * What mail programs expect, and why it stands here:
 * - `method` of the MIME part equals METHOD, one calendar object a letter, text beside it, and the same object as an attachment
 *   (CalConnect, devguide.calconnect.org/imip/best-practices; nodemailer.com/message/calendar-events): `mail/transport.ts` sends it so.
 * - METHOD inside the object, without which Gmail and Outlook show a file only (github.com/ical4j/ical4j/issues/529).
 * - ORGANIZER is who sends the letter, ATTENDEE who receives it (CalConnect, as above); Outlook takes itself for the organiser otherwise.
 * - UID stays, SEQUENCE grows, also for CANCEL (RFC 5546 §3.2.5; Microsoft MS-OXOCAL "Meeting Cancellation object" says the same of its sequence number).
 * - The booker has said yes by booking and nobody reads replies: PARTSTAT=ACCEPTED, RSVP=FALSE, no counter-proposals.
 */
export function invitationText(
  method: 'REQUEST' | 'CANCEL',
  entry: CalendarEntry,
  people: { readonly organiser: CalendarPerson; readonly attendee: CalendarPerson },
): string {
  const { organiser, attendee } = people
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method], scale: 'gregorian' })
  calendar.createEvent({
    ...eventOf({ ...entry, status: method === 'CANCEL' ? 'CANCELLED' : entry.status }),
    organizer: { name: parameter(organiser.name) || organiser.address, email: organiser.address },
    attendees: [
      {
        name: parameter(attendee.name) || attendee.address,
        email: attendee.address,
        type: ICalAttendeeType.INDIVIDUAL,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
    x: [['X-MICROSOFT-DISALLOW-COUNTER', 'TRUE']],
  })
  return written(calendar)
}

function eventOf(entry: CalendarEntry) {
  const isTaken = entry.status !== 'CANCELLED'
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    start: entry.start,
    end: entry.end,
    summary: plain(entry.summary),
    location: entry.location && plain(entry.location),
    description: entry.description && plain(entry.description),
    url: entry.url,
    status: ICalEventStatus[entry.status],
    transparency: isTaken ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: !isTaken
      ? ICalEventBusyStatus.FREE
      : entry.status === 'TENTATIVE'
        ? ICalEventBusyStatus.TENTATIVE
        : ICalEventBusyStatus.BUSY,
  }
}

/** Without control characters, which a TEXT value may not hold (RFC 5545 §3.3.11); line breaks become LF. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, ' ')
}

/** A parameter value holds neither quotation marks nor line breaks (RFC 5545 §3.2), and programs do not agree on how to escape them. */
function parameter(text: string): string {
  return plain(text)
    .replace(/["\s\\]+/g, ' ')
    .trim()
}

/** Written and folded here: the library folds by encoding each character by itself, two seconds for a feed of 3,000 appointments. */
function written(calendar: ICalCalendar): string {
  const [head = ''] = ical({ ...calendar.toJSON(), events: [] })
    .toString()
    .split('END:VCALENDAR')
  const events = calendar.events().map((event) => event.toString())
  return foldLines(`${head}${events.join('')}END:VCALENDAR\r\n`)
}
