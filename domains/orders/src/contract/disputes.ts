import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { DISPUTE_STATES, DISPUTE_WISHES, RULINGS } from '../core/disputes/vocabulary.ts'
import { SIDES } from '../core/vocabulary.ts'

export const DisputeParams = z.object({ id: z.uuid() })
export const EvidenceFileParams = z.object({ id: z.uuid(), evidenceId: z.uuid() })

const words = z.string().trim().min(1).max(4000)

export const ObjectToOrder = z
  .object({
    reason: z.string().trim().min(1).max(1000).describe('What is wrong; the provider and the operator read it'),
    wanted: z.enum(DISPUTE_WISHES),
  })
  .meta({ id: 'ObjectToOrder' })
export type ObjectToOrder = z.infer<typeof ObjectToOrder>

export const AddEvidence = z.object({ words }).meta({ id: 'AddEvidence' })

export const RuleDispute = z
  .object({ ruling: z.enum(RULINGS), words: words.describe('The grounds; both sides read them') })
  .meta({ id: 'RuleDispute' })
export type RuleDispute = z.infer<typeof RuleDispute>

const Evidence = z
  .object({
    id: z.uuid(),
    side: z.enum(SIDES),
    personName: z.string(),
    words: z.string(),
    file: z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'DisputeEvidence' })

/** A dispute with the evidence of both sides, oldest first. */
export const Dispute = z
  .object({
    id: z.uuid(),
    number: z.string(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    orderTitle: z.string(),
    orderVersion: z.int(),
    organisationName: z.string(),
    providerName: z.string(),
    openedSide: z.enum(SIDES),
    openedByName: z.string().nullable(),
    claim: z.string(),
    wanted: z.enum(DISPUTE_WISHES),
    state: z.enum(DISPUTE_STATES),
    ruling: z.enum(RULINGS).nullable(),
    rulingWords: z.string().nullable(),
    ruledByName: z.string().nullable(),
    evidence: z.array(Evidence),
    openedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Dispute' })
export type Dispute = z.infer<typeof Dispute>

export const OrderDisputes = z.object({ items: z.array(Dispute) }).meta({ id: 'OrderDisputes' })
export const ListDisputes = z.object({ state: z.enum(DISPUTE_STATES).default('open'), ...pageQuery })
export const DisputeList = pageOf(Dispute).meta({ id: 'DisputeList' })
