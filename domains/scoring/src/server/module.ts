import type { DomainModule } from '@jiju/platform/module'
import { mergeHandlers } from '@jiju/platform/outbox/outbox'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import { folderJobs } from './facts/folder/folder-jobs.ts'
import { FACT_NOTICES, factEvents } from './facts/tell-of-facts.ts'
import { importJobs } from './imports/import-jobs.ts'
import { LABEL_SCHEDULES, labelEvents, labelJobs } from './labels/label-enterprises.ts'
import { LIST_SCHEDULES, listJobs } from './lists/list-jobs.ts'
import { LIST_NOTICES, LIST_PUBLIC_EVENTS, listEvents } from './lists/tell-of-lists.ts'
import type { ScoringDeps } from './needs.ts'
import { robustnessEvents, robustnessJobs } from './robustness/robustness-jobs.ts'
import { certificateRoutes } from './routes/certificate-routes.ts'
import { creditRoutes } from './routes/credit-routes.ts'
import { cultivationRoutes } from './routes/cultivation-routes.ts'
import { evaluationRoutes } from './routes/evaluation-routes.ts'
import { factEventRoutes } from './routes/fact-event-routes.ts'
import { factImportRoutes } from './routes/fact-import-routes.ts'
import { factRoutes } from './routes/fact-routes.ts'
import { factRuleRoutes } from './routes/fact-rule-routes.ts'
import { listRoutes } from './routes/list-routes.ts'
import { modelRoutes } from './routes/model-routes.ts'
import { objectionRoutes } from './routes/objection-routes.ts'
import { ownPointsRoutes } from './routes/own-points-routes.ts'
import { publicListRoutes } from './routes/public-list-routes.ts'
import { robustnessRoutes } from './routes/robustness-routes.ts'
import { runDeskRoutes } from './routes/run-desk-routes.ts'
import { runRoutes } from './routes/run-routes.ts'
import { supplierRoutes } from './routes/supplier-routes.ts'
import { talentDeskRoutes } from './routes/talent-desk-routes.ts'
import { talentRoutes } from './routes/talent-routes.ts'
import { RUN_SCHEDULES, runJobs } from './runs/run-jobs.ts'
import { TALENT_NOTICES, talentPublicEvents } from './talent/exchange.ts'

/** Innovation points: facts, models, runs, and what is done with a score. */
export function scoringModule(deps: ScoringDeps): DomainModule {
  const folders = folderJobs(deps)
  return {
    name: 'scoring',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await runRoutes(scope, deps)
      await factRoutes(scope, deps)
      await factRuleRoutes(scope, deps)
      await factEventRoutes(scope, deps)
      await factImportRoutes(scope, deps)
      await supplierRoutes(scope, deps)
      await runDeskRoutes(scope, deps)
      await robustnessRoutes(scope, deps)
      await ownPointsRoutes(scope, deps)
      await listRoutes(scope, deps)
      await publicListRoutes(scope, deps)
      await objectionRoutes(scope, deps)
      await modelRoutes(scope, deps)
      await certificateRoutes(scope, deps)
      await creditRoutes(scope, deps)
      await cultivationRoutes(scope, deps)
      await evaluationRoutes(scope, deps)
      await talentRoutes(scope, deps)
      await talentDeskRoutes(scope, deps)
    },
    jobs: { ...runJobs(deps), ...importJobs(deps), ...folders.jobs, ...robustnessJobs(deps), ...listJobs(deps), ...labelJobs(deps) },
    events: mergeHandlers(factEvents(deps), listEvents(deps), robustnessEvents(deps), labelEvents(deps)),
    schedules: [...RUN_SCHEDULES, ...LIST_SCHEDULES, ...LABEL_SCHEDULES, ...folders.schedules],
    notices: { ...FACT_NOTICES, ...LIST_NOTICES, ...TALENT_NOTICES },
    publicEvents: { ...LIST_PUBLIC_EVENTS, ...talentPublicEvents(deps) },
  }
}
