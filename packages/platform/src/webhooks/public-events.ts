import { z } from 'zod'
import type { Language } from '../http/problem-texts.ts'
import type { DeliveredEvent } from '../outbox/outbox.ts'

/** What organisations are told of an event: its data in public form, and whose matter it is. */
type Presented = { readonly organisationIds: readonly string[]; readonly data: Readonly<Record<string, unknown>> }

export type PublicEvent = {
  /** When it happens; for the documentation and for whoever chooses topics. */
  readonly title: Readonly<Record<Language, string>>
  /** The `data` that receivers get. Fields may be added; none changes its meaning or goes. */
  readonly data: z.ZodObject
  /** Null when the event concerns nobody outside. */
  readonly present: (event: DeliveredEvent) => Promise<Presented | null>
}

/** JSON Schema of the `data` that receivers get. */
export function schemaOf({ data }: Pick<PublicEvent, 'data'>): Record<string, unknown> {
  return z.toJSONSchema(data)
}

/** topic → what is told of it. */
export type PublicEvents = Readonly<Record<string, PublicEvent>>
