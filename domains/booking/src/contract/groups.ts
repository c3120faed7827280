import { z } from 'zod'
import { GROUP_KINDS } from '../core/vocabulary.ts'
import { BrokenRule, Reservation } from './reservations.ts'

export const GroupParams = z.object({ id: z.uuid() })

/** Reservations under one number: a series repeats one resource by a rule, a bundle takes several resources for one time. */
export const ReservationGroup = z
  .object({
    id: z.uuid(),
    number: z.string().describe('For people, such as SER-20261121-7F3K9QX'),
    kind: z.enum(GROUP_KINDS),
    providerId: z.uuid(),
    providerName: z.string(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    rule: z.string().nullable().describe('Of a series: RFC 5545, by the wall clock of the site'),
    firstDay: z.iso.date().nullable(),
    excludedDays: z.array(z.iso.date()),
    addedDays: z.array(z.iso.date()),
    total: z.string().describe('Yuan of the reservations that still hold or were used'),
    reservations: z.array(Reservation).describe('In order of time, then of resource'),
    version: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ReservationGroup' })
export type ReservationGroup = z.infer<typeof ReservationGroup>

/** `one` occurrence, it and all that `following`, or `all`. A bundle is always changed as a whole. */
export const GROUP_SCOPES = ['one', 'following', 'all'] as const

const scoped = {
  scope: z.enum(GROUP_SCOPES),
  reservationId: z.uuid().exactOptional().describe('The occurrence meant by `one`, or the first of `following`'),
}
const reason = z.string().trim().min(1).max(500).exactOptional().describe('Needed when the provider changes a customer’s bookings')

export const AskGroupCancellation = z.object({ ...scoped, scope: scoped.scope.default('all') })
export type AskGroupCancellation = z.infer<typeof AskGroupCancellation>

export const GroupCancellation = z
  .object({
    items: z.array(
      z.object({
        reservationId: z.uuid(),
        number: z.string(),
        resourceName: z.string(),
        start: z.iso.datetime(),
        end: z.iso.datetime(),
        fee: z.string().describe('Yuan'),
      }),
    ),
    fee: z.string().describe('Yuan for all of them, now'),
    version: z.int().describe('Of the group'),
  })
  .meta({ id: 'GroupCancellation' })
export type GroupCancellation = z.infer<typeof GroupCancellation>

export const CancelGroup = z
  .object({
    ...scoped,
    reason,
    quotedFee: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,2})?$/)
      .exactOptional()
      .describe('Yuan that the caller was shown; another fee is refused'),
  })
  .meta({ id: 'CancelGroup' })
export type CancelGroup = z.infer<typeof CancelGroup>

export const MoveGroup = z
  .object({
    ...scoped,
    start: z.iso
      .datetime()
      .describe('New start of `reservationId`, or of the first; the others move by the same days to the same time of day'),
    end: z.iso.datetime(),
    reason,
  })
  .meta({ id: 'MoveGroup' })
export type MoveGroup = z.infer<typeof MoveGroup>

/** Where each reservation would lie after a move, and what speaks against it. */
export const GroupMovePreview = z
  .object({
    items: z.array(
      z.object({
        reservationId: z.uuid(),
        resourceName: z.string(),
        fromStart: z.iso.datetime(),
        fromEnd: z.iso.datetime(),
        start: z.iso.datetime(),
        end: z.iso.datetime(),
        price: z.string().nullable().describe('Yuan at the new time'),
        problems: z.array(BrokenRule),
      }),
    ),
    total: z.string().describe('Yuan at the new times'),
    version: z.int().describe('Of the group'),
  })
  .meta({ id: 'GroupMovePreview' })
export type GroupMovePreview = z.infer<typeof GroupMovePreview>
