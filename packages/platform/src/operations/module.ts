import type { AnyDb } from '../database/pool.ts'
import { platformWork } from '../jobs/platform-work.ts'
import type { MailTransport } from '../mail/transport.ts'
import type { DomainModule } from '../module.ts'
import problems from './problems.json' with { type: 'json' }
import { auditRoutes, jobRoutes, mailRoutes, type OperationsDeps } from './routes.ts'
import { statusRoutes } from './status.ts'

type OperationsOptions = {
  readonly db: AnyDb
  readonly now: () => Date
  /** Null: no mail server is set, letters are kept. */
  readonly mail: MailTransport | null
}

/** Running the platform: its jobs, letters and audit log, for the operator; and the work that it does by itself. */
export function operationsModule(options: OperationsOptions): DomainModule {
  const deps: OperationsDeps = { db: options.db as OperationsDeps['db'], now: options.now }
  return {
    name: 'operations',
    problems,
    routes: async (scope) => {
      await statusRoutes(scope, deps)
      await jobRoutes(scope, deps)
      await mailRoutes(scope, deps)
      await auditRoutes(scope, deps)
    },
    ...platformWork(options),
  }
}
