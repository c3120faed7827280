import type { Kysely } from 'kysely'
import type { AnyDb } from '../database/pool.ts'
import type { DomainModule } from '../module.ts'
import type { NoticeKinds } from '../notices/notice-kinds.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { deliverer } from './deliver.ts'
import type { WebhooksDeps } from './deps.ts'
import { DELIVER, webhookEvents } from './fan-out.ts'
import notices from './notices.json' with { type: 'json' }
import problems from './problems.json' with { type: 'json' }
import { deliveryRoutes, webhookRoutes } from './routes.ts'
import { deleteOldDeliveries } from './sql/deliveries.ts'

const KINDS: NoticeKinds = {
  'webhooks.paused': { group: 'integrations', mail: 'at_once', texts: notices['webhooks.paused'] },
  'webhooks.delivery_failed': { group: 'integrations', mail: 'daily', texts: notices['webhooks.delivery_failed'] },
}

export type WebhookPost = WebhooksDeps['post']

type Options = Omit<WebhooksDeps, 'db'> & { readonly db: AnyDb }

/** What the programs of organisations are told of their own matters. */
export function webhooksModule(options: Options): DomainModule {
  const deps: WebhooksDeps = { ...options, db: options.db as Kysely<PlatformTables> }
  return {
    name: 'webhooks',
    problems,
    notices: KINDS,
    routes: async (scope) => {
      await webhookRoutes(scope, deps)
      await deliveryRoutes(scope, deps)
    },
    events: webhookEvents(deps, options.publicEvents),
    outboundJobs: { [DELIVER]: deliverer(deps) },
    jobs: { 'webhooks.delete_old': () => deleteOldDeliveries(deps.db) },
    schedules: [{ cron: '53 19 * * *', job: 'webhooks.delete_old' }],
  }
}
