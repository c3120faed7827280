import { addDays } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { BookingDeps } from '../needs.ts'
import { changeWish, listMissedOffers, listOverdueWishes, listWantedResources } from '../sql/waiting.ts'
import { OFFER_JOB, offerSlots } from './offer-slots.ts'
import { settleOfferOf } from './settle-offer.ts'

const BATCH = 200
const REGION_ZONE = 'Asia/Shanghai'
const AtResource = z.object({ resourceId: z.uuid() })

/** A slot that is given back, or a new wish, is looked at at once; the sweep finds what frees without an event, such as days that open. */
export function waitingEvents(deps: BookingDeps): EventHandlers {
  const offerAt = {
    'booking.offer_waiting': async (event: { payload: unknown }) => {
      await offerAfterMissed(deps, AtResource.parse(event.payload).resourceId)
    },
  }
  return { 'booking.slot_freed': offerAt, 'booking.wish_placed': offerAt, 'booking.calendar_changed': offerAt }
}

export function waitingJobs(deps: BookingDeps): JobHandlers {
  return {
    [OFFER_JOB]: async (payload) => offerAfterMissed(deps, AtResource.parse(payload).resourceId),
    'booking.sweep_waiting': async (_payload, { signal }) => {
      await endOverdue(deps)
      await settleMissed(deps)
      for (const resourceId of await listWantedResources(deps.db)) {
        if (signal.aborted) return
        await offerSlots(deps, resourceId)
      }
    },
  }
}

export const WAITING_SCHEDULES: readonly JobSchedule[] = [{ cron: '* * * * *', job: 'booking.sweep_waiting' }]

async function offerAfterMissed(deps: BookingDeps, resourceId: string): Promise<void> {
  await settleMissed(deps)
  await offerSlots(deps, resourceId)
}

/** Offers that nobody answered: the wish waits again, or leaves the list after the second. The hold itself runs out as every hold does. */
async function settleMissed({ db, needs }: BookingDeps): Promise<void> {
  const now = needs.now()
  for (const { reservation_id } of await listMissedOffers(db, now, BATCH))
    await db.transaction().execute((tx) => settleOfferOf(tx, reservation_id, 'missed', now))
}

async function endOverdue({ db, needs }: BookingDeps): Promise<void> {
  const now = needs.now()
  // A zone west of the region may still have the day before.
  const today = addDays(localDayOf(now, REGION_ZONE), -1)
  for (const wish of await listOverdueWishes(db, today, BATCH))
    await db.transaction().execute(async (tx) => {
      if (!(await changeWish(tx, wish.id, { from: ['waiting'], to: 'expired', now }))) return
      await needs.notify(tx, {
        kind: 'booking.waiting_expired',
        to: [wish.booker_id],
        params: { number: wish.number, untilDay: wish.until_day },
        link: '/e/bookings?when=waiting',
        key: `${wish.id} expired`,
      })
    })
}
