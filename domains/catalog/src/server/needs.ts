import type { Problem, ProblemParams } from '@jiju/kernel/problem'

/** What the catalogue asks of the rest of the platform; `apps/api/src/wiring.ts` supplies it. */
export type CatalogNeeds = {
  readonly now: () => Date
  /** Puts a job into the queue in the caller's transaction. */
  readonly enqueue: (db: unknown, job: string, payload: Readonly<Record<string, unknown>>) => Promise<void>
}
export type { Problem, ProblemParams }
