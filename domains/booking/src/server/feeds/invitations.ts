import type { Db } from '@jiju/platform/database/pool'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { MailCalendar } from '@jiju/platform/mail/mail'
import type { Notice } from '@jiju/platform/notices/notice'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { findFeedRow } from '../sql/feed-bookings.ts'
import { recordInvitations, withdrawInvitations } from '../sql/invitations.ts'
import { invitationText } from './calendar-text.ts'
import { bookerEntry } from './feed-entries.ts'

/** What changes in a calendar when a booking changes: it stands there, or it does not any more. */
const METHODS: Readonly<Record<string, 'REQUEST' | 'CANCEL'>> = {
  placed: 'REQUEST',
  approved: 'REQUEST',
  moved: 'REQUEST',
  cancelled: 'CANCEL',
  declined: 'CANCEL',
  expired: 'CANCEL',
}

const NONE: ReadonlyMap<string, MailCalendar> = new Map()

/**
 * The calendar parts of the letters about one change, by person. They say what holds now, which may be later than the change: a letter about a
 * booking that was cancelled meanwhile carries none, the cancellation's own letter follows. Only who was sent an invitation is sent its cancellation.
 */
async function invitationsFor(
  tx: Db<BookingTables>,
  needs: Pick<BookingNeeds, 'now' | 'organiser' | 'publicAddress'>,
  about: { readonly reservationId: string; readonly change: string; readonly personIds: readonly string[] },
): Promise<ReadonlyMap<string, MailCalendar>> {
  const { reservationId, personIds } = about
  const method = METHODS[about.change]
  if (!method) return NONE
  const row = await findFeedRow(tx, reservationId)
  if (!row) return NONE
  const now = needs.now()
  const entryIn = (language: Language) => bookerEntry(row, { language, now, publicAddress: needs.publicAddress })
  const entry = entryIn('zh')
  const isOver = entry?.status === 'CANCELLED'
  if (!entry || isOver !== (method === 'CANCEL')) return NONE
  const attendees = isOver
    ? await withdrawInvitations(tx, reservationId, personIds)
    : await recordInvitations(tx, { reservationId, personIds, sequence: entry.sequence, now })
  return new Map(
    attendees.map((attendee) => {
      const text = invitationText(method, entryIn(attendee.language) ?? entry, { organiser: needs.organiser, attendee })
      return [attendee.id, { method, text }]
    }),
  )
}

/** Sends each of the persons the calendar part of a change, and nothing else: who has none is not written to. */
export async function sendInvitations(
  tx: Db<BookingTables>,
  needs: BookingNeeds,
  about: { readonly reservationId: string; readonly change: string },
  notice: Omit<Notice, 'kind'> & { readonly to: readonly string[] },
): Promise<void> {
  const calendars = await invitationsFor(tx, needs, { ...about, personIds: notice.to })
  for (const [personId, calendar] of calendars) {
    const kind = calendar.method === 'CANCEL' ? 'booking.group_invitation_withdrawn' : 'booking.group_invitation'
    await needs.notify(tx, { ...notice, kind, to: [personId], calendar })
  }
}

/** Tells customers of a change of their booking, each with the calendar part that is the person's own. */
export async function notifyWithInvitation(
  tx: Db<BookingTables>,
  needs: BookingNeeds,
  about: { readonly reservationId: string; readonly change: string },
  notice: Notice & { readonly to: readonly string[] },
): Promise<void> {
  const calendars = await invitationsFor(tx, needs, { ...about, personIds: notice.to })
  for (const personId of notice.to) {
    const calendar = calendars.get(personId)
    await needs.notify(tx, { ...notice, to: [personId], ...(calendar && { calendar }) })
  }
}
