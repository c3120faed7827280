import type { DeliverDeps } from './deliver.ts'
import type { PublicEvents } from './public-events.ts'

export type WebhooksDeps = DeliverDeps & {
  /** What all other modules tell. */
  readonly publicEvents: PublicEvents
}
