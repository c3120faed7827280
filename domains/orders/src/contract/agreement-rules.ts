import { z } from 'zod'
import { ORDERABLE_KINDS } from '../core/forms/orderable-kinds.ts'

const kinds = z.object(
  Object.fromEntries(ORDERABLE_KINDS.map((kind) => [kind, z.boolean().exactOptional()])) as Record<
    (typeof ORDERABLE_KINDS)[number],
    z.ZodExactOptional<z.ZodBoolean>
  >,
)

/** Whether work of the own institution waits until both sides have accepted the agreement; holds for orders to come. */
export const AgreementRuleView = z
  .object({
    version: z.int().describe('0 while nothing is set'),
    kinds: z.array(
      z.object({ kind: z.enum(ORDERABLE_KINDS), isNeeded: z.boolean(), isDefault: z.boolean().describe('Nothing is set for it') }),
    ),
    services: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(ORDERABLE_KINDS),
        isNeeded: z.boolean(),
        isOwn: z.boolean().describe('Set for this service; otherwise it follows its kind'),
      }),
    ),
  })
  .meta({ id: 'AgreementRule' })
export type AgreementRuleView = z.infer<typeof AgreementRuleView>

/** What is left out has the default of its kind. */
export const SetAgreementRule = z
  .object({ byKind: kinds, byService: z.record(z.uuid(), z.boolean()).refine((services) => Object.keys(services).length <= 1000) })
  .meta({ id: 'SetAgreementRule' })
export type SetAgreementRule = z.infer<typeof SetAgreementRule>
