import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { DECLINE_REASONS, OPERATIONS } from '../core/vocabulary.ts'
import { Reservation } from './reservations.ts'

const words = z.string().trim().min(1).max(500)

export const DeclineRequest = z
  .object({
    reason: z.enum(DECLINE_REASONS).describe('Counted as unmet demand'),
    words: words.exactOptional().describe('For the customer; needed when the reason is other'),
  })
  .meta({ id: 'DeclineRequest' })
export type DeclineRequest = z.infer<typeof DeclineRequest>

export const ProposeTime = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    operation: z.enum(OPERATIONS).exactOptional(),
    words: words.exactOptional().describe('For the customer'),
  })
  .meta({ id: 'ProposeTime' })
export type ProposeTime = z.infer<typeof ProposeTime>

export const GiveUpRequest = z.object({ words: words.exactOptional().describe('For the provider') }).meta({ id: 'GiveUpRequest' })
export type GiveUpRequest = z.infer<typeof GiveUpRequest>

export const ListRequests = z.object({
  awaits: z.enum(['provider', 'customer']).default('provider').describe('Whose answer they wait for'),
  ...pageQuery,
})
export type ListRequests = z.infer<typeof ListRequests>

/** Requests on the own resources and bookings that are asked to be moved, the one whose limit ends first in front. */
export const RequestList = z.object({ items: z.array(Reservation), nextCursor: z.string().nullable() }).meta({ id: 'RequestList' })

/** What waits for somebody of the provider; for the figures in the menu. */
export const InboxCounts = z
  .object({
    requests: z.int().describe('Requests that wait for the provider, those to move a booking too'),
    nextDecideUntil: z.iso.datetime().nullable().describe('The limit that ends first'),
    samples: z.int().describe('Submissions that are not done'),
    lateSamples: z.int().describe('Of them, past their promised day'),
    appeals: z.int().describe('Appeals against a no-show that nobody has decided'),
    now: z.iso.datetime().describe('Server time, for countdowns'),
  })
  .meta({ id: 'InboxCounts' })
export type InboxCounts = z.infer<typeof InboxCounts>
