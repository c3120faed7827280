import { newId } from '@jiju/kernel/ids'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { EventHandler } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { BookingDeps } from '../needs.ts'
import { rangeText } from '../notices/time-texts.ts'
import { insertNoShow } from '../sql/no-shows.ts'
import { findReservationForLetters } from '../sql/reservations.ts'

const Payload = z.object({ reservationId: z.uuid(), actorUserId: z.uuid().nullable() })

/** A missed booking gives its booker points at the provider, once, and tells so. */
export function noShowRecorder({ db, needs }: BookingDeps): EventHandler {
  return async (event) => {
    const { reservationId, actorUserId } = Payload.parse(event.payload)
    const row = await findReservationForLetters(db, reservationId)
    if (!row) return
    await db.transaction().execute(async (tx) => {
      const record = await insertNoShow(tx, { id: newId(), reservationId, at: needs.now(), by: actorUserId })
      if (!record) return
      await needs.notify(tx, {
        kind: 'booking.no_show_customer',
        to: [row.booker_id],
        params: {
          number: row.number,
          provider: row.provider_name,
          resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
          time: rangeText(row.start, row.end, row.zone),
          points: record.points,
          threshold: record.threshold,
          expires: localDayOf(record.expires_at, row.zone),
        },
        link: '/e/standing',
        key: event.id,
      })
    })
  }
}
