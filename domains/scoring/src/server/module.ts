import type { DomainModule } from '@jiju/platform/module'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import type { ScoringDeps } from './needs.ts'
import { runRoutes } from './routes/run-routes.ts'
import { runJobs } from './runs/run-jobs.ts'

/** Innovation points: facts, models, runs, and what is done with a score. */
export function scoringModule(deps: ScoringDeps): DomainModule {
  return {
    name: 'scoring',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await runRoutes(scope, deps)
    },
    jobs: runJobs(deps),
  }
}
