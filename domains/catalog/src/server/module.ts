import type { DomainModule } from '@jiju/platform/module'
import { mergeHandlers } from '@jiju/platform/outbox/outbox'
import { advanceStandards } from './advance-standards.ts'
import { type CatalogDeps, dayOf } from './deps.ts'
import { IMPORT_SCHEDULES, importJobs } from './import/import-jobs.ts'
import { CATALOG_NOTICES } from './notices/kinds.ts'
import { noticeEvents } from './notices/notice-events.ts'
import { CATALOG_PROBLEM_TEXTS } from './problem-text.ts'
import { CATALOG_PUBLIC_EVENTS } from './public-events.ts'
import { accreditationRoutes } from './routes/accreditations.ts'
import { fileRoutes } from './routes/files.ts'
import { importRoutes } from './routes/imports.ts'
import { nationalRoutes } from './routes/national.ts'
import { ownResourceRoutes } from './routes/own-resources.ts'
import { priceRoutes } from './routes/prices.ts'
import { providerRoutes } from './routes/providers.ts'
import { resourceRoutes } from './routes/resources.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { siteRoutes } from './routes/sites.ts'
import { standardRoutes } from './routes/standards.ts'
import { versionRoutes } from './routes/versions.ts'
import { vocabularyRoutes } from './routes/vocabularies.ts'
import { searchRoutes } from './search/routes.ts'
import { SEARCH_SCHEDULES, searchEvents, searchJobs } from './search/search-events.ts'

const ROUTES = [
  resourceRoutes,
  providerRoutes,
  standardRoutes,
  vocabularyRoutes,
  ownResourceRoutes,
  versionRoutes,
  siteRoutes,
  priceRoutes,
  accreditationRoutes,
  fileRoutes,
  reviewRoutes,
  importRoutes,
  nationalRoutes,
  searchRoutes,
]

/** What a region offers: providers, sites, resources, standards, prices; and how it gets in and out. */
export function catalogModule(deps: CatalogDeps): DomainModule {
  return {
    name: 'catalog',
    problems: CATALOG_PROBLEM_TEXTS,
    routes: async (scope) => {
      for (const routes of ROUTES) await routes(scope, deps)
    },
    events: mergeHandlers(searchEvents(deps), noticeEvents(deps)),
    jobs: {
      ...searchJobs(deps),
      ...importJobs(deps),
      'catalog.advance_standards': async () => {
        const now = deps.needs.now()
        await advanceStandards(deps.db, dayOf(now), now)
      },
    },
    notices: CATALOG_NOTICES,
    publicEvents: CATALOG_PUBLIC_EVENTS,
    // Five past midnight in Shanghai: standards that come into force today.
    schedules: [{ cron: '5 16 * * *', job: 'catalog.advance_standards' }, ...SEARCH_SCHEDULES, ...IMPORT_SCHEDULES],
  }
}
