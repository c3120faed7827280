import { z } from 'zod'
import { OPERATIONS } from '../core/vocabulary.ts'

/** The time to which the customer asks a booking to be moved; the booking keeps its own time until the provider has answered. */
export const MoveRequest = z
  .object({
    id: z.uuid(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    operation: z.enum(OPERATIONS),
    price: z.string().describe('Yuan for the wished time, frozen when it was asked for'),
    words: z.string().nullable().describe('From the customer'),
    decideUntil: z.iso.datetime().describe('When silence gives the wished time back and the booking stays as it is'),
    canAnswer: z.boolean().describe('It waits for the reader’s side'),
  })
  .meta({ id: 'MoveRequest' })

export const AskToMove = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    operation: z.enum(OPERATIONS).exactOptional(),
    words: z.string().trim().min(1).max(500).exactOptional().describe('For the provider'),
  })
  .meta({ id: 'AskToMove' })

export const MoveRequestParams = z.object({ id: z.uuid() })
