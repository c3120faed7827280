import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { EVIDENCE_KINDS, SIGNAL_RULES, SIGNAL_STATES } from '../core/signals/vocabulary.ts'

const yuan = z.string().describe('Yuan, such as "2712.00"')

export const SignalParams = z.object({ id: z.uuid() })

/** Something about orders that a rule has noticed, with the rows that it saw. It says nothing about anybody's intent. */
export const Signal = z
  .object({
    id: z.uuid(),
    rule: z.enum(SIGNAL_RULES),
    organisationId: z.uuid().nullable(),
    organisationName: z.string().nullable(),
    providerId: z.uuid().nullable(),
    providerName: z.string().nullable(),
    amount: yuan.nullable(),
    evidence: z.array(
      z.object({
        kind: z.enum(EVIDENCE_KINDS),
        id: z.uuid().nullable(),
        label: z.string(),
        amount: yuan.nullable(),
        on: z.iso.date().nullable(),
      }),
    ),
    state: z.enum(SIGNAL_STATES),
    version: z.int(),
    foundAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    reason: z.string().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OrderSignal' })
export type Signal = z.infer<typeof Signal>
export const SignalList = pageOf(Signal).meta({ id: 'OrderSignalList' })

export const ListSignals = z.object({
  state: z.enum(SIGNAL_STATES).default('open'),
  rule: z.enum(SIGNAL_RULES).exactOptional(),
  ...pageQuery,
})

export const DecideSignal = z
  .object({ decision: z.enum(['followed_up', 'dismissed']), reason: z.string().trim().min(1).max(1000) })
  .meta({ id: 'DecideOrderSignal' })
export type DecideSignal = z.infer<typeof DecideSignal>

export const SignalRun = z
  .object({ changed: z.int().describe('Findings that are new or stand on other rows') })
  .meta({ id: 'OrderSignalRun' })
