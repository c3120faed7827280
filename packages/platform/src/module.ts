import type { FastifyInstance } from 'fastify'
import type { ProblemTexts } from './http/problem-texts.ts'
import type { JobHandlers, JobSchedule } from './jobs/jobs.ts'
import type { NoticeKinds } from './notices/notice-kinds.ts'
import type { EventHandlers } from './outbox/outbox.ts'
import type { PublicEvents } from './webhooks/public-events.ts'

/** What a domain hands to the composition root. */
export type DomainModule = {
  /** Also the path segment: routes live under `/api/v1/<name>`. */
  readonly name: string
  readonly routes: (scope: FastifyInstance) => Promise<void>
  readonly problems: ProblemTexts
  readonly events?: EventHandlers
  readonly jobs?: JobHandlers
  /** Jobs that wait for other people's servers. They have workers of their own, so that a slow server holds up nothing else. */
  readonly outboundJobs?: JobHandlers
  readonly schedules?: readonly JobSchedule[]
  /** What it tells people; sent by `notify`. */
  readonly notices?: NoticeKinds
  /** Which of its events organisations may have sent to their own programs. */
  readonly publicEvents?: PublicEvents
}
