import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { BookingTables } from '../needs.ts'

export async function wantsInvitations(db: Db<BookingTables>, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from booking.invitation_refusal where person_id = ${personId}`.execute(db)
  return rows.length === 0
}

export async function chooseInvitations(db: Db<BookingTables>, personId: string, isWanted: boolean, now: Date): Promise<void> {
  if (isWanted) await sql`delete from booking.invitation_refusal where person_id = ${personId}`.execute(db)
  else
    await sql`insert into booking.invitation_refusal (person_id, refused_at) values (${personId}, ${now}) on conflict do nothing`.execute(
      db,
    )
}

type Attendee = { readonly id: string; readonly name: string; readonly address: string; readonly language: 'zh' | 'en' }

/** Those of the persons who are sent an invitation or its update now: who has one already, and who wants them. It is remembered as sent. */
export async function recordInvitations(
  db: Db<BookingTables>,
  invitation: { readonly reservationId: string; readonly personIds: readonly string[]; readonly sequence: number; readonly now: Date },
): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`
    with sent as (
      insert into booking.invitation (reservation_id, person_id, sequence, sent_at)
      select ${invitation.reservationId}, u.id, ${invitation.sequence}::int, ${invitation.now} from people_pub.person u
      where u.id = any(${invitation.personIds}::uuid[]) and u.is_active and (
        not exists (select from booking.invitation_refusal n where n.person_id = u.id)
        or exists (select from booking.invitation i where i.reservation_id = ${invitation.reservationId} and i.person_id = u.id))
      on conflict (reservation_id, person_id) do update set sequence = greatest(invitation.sequence, excluded.sequence), sent_at = excluded.sent_at
      returning person_id)
    select u.id, u.name, u.email as address, u.language from sent join people_pub.person u on u.id = sent.person_id order by u.id`.execute(
    db,
  )
  return rows
}

/** Who has an invitation to a booking. */
export async function listInvited(db: Db<BookingTables>, reservationId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from booking.invitation where reservation_id = ${reservationId} order by person_id`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** Those of the persons who have an invitation and are told that it is off; they have none from then on. */
export async function withdrawInvitations(db: Db<BookingTables>, reservationId: string, personIds: readonly string[]): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`
    with gone as (
      delete from booking.invitation where reservation_id = ${reservationId} and person_id = any(${personIds}::uuid[]) returning person_id)
    select u.id, u.name, u.email as address, u.language from gone join people_pub.person u on u.id = gone.person_id order by u.id`.execute(
    db,
  )
  return rows
}
