import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { CUSTOMER_CLASSES, OPERATIONS } from '../core/vocabulary.ts'
import { MAX_WISH_CHOICES, WISH_STATES } from '../core/waiting/wish.ts'
import { bookingWords } from './reservations.ts'

export const WishParams = z.object({ id: z.uuid() })

const window = {
  fromDay: z.iso.date().describe('First local day at the site'),
  untilDay: z.iso.date().describe('Last local day; the wish runs out after it'),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO weekdays, 1 Monday'),
  fromMinute: z.int().min(0).max(1439).describe('Minute of the local day from which the use may lie'),
  untilMinute: z.int().min(1).max(1440).describe('Minute of the local day by which it must end'),
  minutes: z.int().min(5).max(1440).describe('Length of the use'),
}

export const PlaceWish = z
  .object({
    resourceIds: z.array(z.uuid()).min(1).max(MAX_WISH_CHOICES).describe('Any one of these will do'),
    ...window,
    operation: z.enum(OPERATIONS).exactOptional(),
    project: bookingWords.project,
  })
  .meta({ id: 'PlaceWish' })
export type PlaceWish = z.infer<typeof PlaceWish>

const WishChoice = z
  .object({
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    providerName: z.string(),
    ahead: z.int().nullable().describe('How many others on this list are asked before; null when the wish is no longer open'),
  })
  .meta({ id: 'WishChoice' })

/** A wish on the waiting list. */
export const WaitingWish = z
  .object({
    id: z.uuid(),
    number: z.string(),
    state: z.enum(WISH_STATES),
    ...window,
    operation: z.enum(OPERATIONS).nullable(),
    project: z.string().nullable(),
    choices: z.array(WishChoice),
    offer: z
      .object({
        id: z.uuid(),
        reservationId: z.uuid(),
        reservationVersion: z.int(),
        resourceId: z.uuid(),
        resourceName: z.string(),
        resourceNameEn: z.string().nullable(),
        zone: z.string(),
        start: z.iso.datetime(),
        end: z.iso.datetime(),
        until: z.iso.datetime().describe('The slot is kept for the person until then'),
        price: z.string().describe('Yuan'),
      })
      .nullable()
      .describe('A slot that is kept for the person now'),
    reservationId: z.uuid().nullable().describe('What came of it, when it was met'),
    missedOffers: z.int(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WaitingWish' })
export type WaitingWish = z.infer<typeof WaitingWish>

export const ListWishes = z.object({ state: z.enum(['open', 'ended']).default('open'), ...pageQuery })
export const WishList = pageOf(WaitingWish).meta({ id: 'WishList' })

export const AcceptOffer = z.object(bookingWords).meta({ id: 'AcceptOffer' })
export const DeclineOffer = z
  .object({ leaves: z.boolean().default(false).describe('True: the wish leaves the list; otherwise it keeps its place for other slots') })
  .meta({ id: 'DeclineOffer' })

export const EditWaitingPolicy = z
  .object({
    answerMinutes: z.int().min(15).max(1440).describe('How long an offered slot is kept for the person'),
    classOrder: z
      .array(z.enum(CUSTOMER_CLASSES))
      .max(CUSTOMER_CLASSES.length)
      .describe('These classes are asked first, in this order; within a class and for all others first come, first served'),
  })
  .meta({ id: 'EditWaitingPolicy' })

export const WaitingPolicy = z
  .object({ ...EditWaitingPolicy.shape, version: z.int().describe('0 when none was ever set') })
  .meta({ id: 'WaitingPolicy' })

/** Who waits for a resource, without names: a wish is no booking. */
export const WaitingDemand = z
  .object({
    items: z.array(
      z.object({
        resourceId: z.uuid(),
        resourceName: z.string(),
        resourceNameEn: z.string().nullable(),
        wishes: z.int(),
        hours: z.number().describe('Wanted by them together'),
        wanted: z
          .array(
            z.object({
              ...window,
              customerClass: z.enum(CUSTOMER_CLASSES),
              isOffered: z.boolean(),
              choices: z.int().describe('How many resources would do'),
              since: z.iso.datetime(),
            }),
          )
          .describe('In the order in which they are asked; at most 50'),
      }),
    ),
  })
  .meta({ id: 'WaitingDemand' })
export type WaitingDemand = z.infer<typeof WaitingDemand>
