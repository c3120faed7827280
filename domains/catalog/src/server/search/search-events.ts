import { addDays } from '@jiju/kernel/local-date'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import type { DeliveredEvent, EventHandler, EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { type CatalogDeps, dayOf } from '../deps.ts'
import { deleteMissesBefore } from '../sql/search-misses.ts'

import { indexAndMatch, reindexAll, reindexDue, reindexProvider, reindexStandards } from './index-resources.ts'
import { tellOfMatches } from './tell-of-matches.ts'

const OfResource = z.object({ resourceId: z.uuid() })
const OfProvider = z.object({ providerId: z.uuid() })
const OfOrganisation = z.object({ organisationId: z.uuid() })
const OfStandards = z.object({ standardIds: z.array(z.uuid()) })

/** Searches without a result are kept this long. */
const MISSES_KEPT_DAYS = 400

/** Keeps the index true to the catalogue. Every handler reads the tables as they are, so it may run twice and in any order. */
export function searchEvents({ db, needs }: CatalogDeps): EventHandlers {
  const resource: EventHandler = async (event) => {
    const { resourceId } = OfResource.parse(event.payload)
    const matches = await db.transaction().execute((tx) => indexAndMatch(tx, [resourceId], needs.now()))
    if (matches > 0) await tellOfMatches(db, needs, 'at_once')
  }
  const provider = async (providerId: string) => {
    await reindexProvider(db, providerId, needs.now)
  }
  const ofProvider: EventHandler = (event) => provider(OfProvider.parse(event.payload).providerId)
  const ofOrganisation: EventHandler = (event) => provider(OfOrganisation.parse(event.payload).organisationId)
  const standards = async (event: DeliveredEvent) => {
    await reindexStandards(db, OfStandards.parse(event.payload).standardIds, needs.now)
  }
  return {
    'catalog.resource_published': { index: resource },
    'catalog.resource_retired': { index: resource },
    'catalog.operation_changed': { index: resource },
    'catalog.prices_changed': { index: resource },
    'catalog.provider_changed': { index: ofProvider },
    'catalog.site_changed': { index: ofProvider },
    'catalog.accreditation_changed': { index: ofProvider },
    'catalog.standards_changed': { index: standards },
    'booking.calendar_changed': { index_search: resource },
    'people.organisation_changed': { index_search: ofOrganisation },
  }
}

/** `catalog.search.reindex` builds everything anew; the others run by the clock. */
export function searchJobs({ db, needs }: CatalogDeps): JobHandlers {
  return {
    'catalog.search.reindex': async () => {
      await reindexAll(db, { now: needs.now })
    },
    'catalog.search.refresh': async () => {
      await reindexDue(db, needs.now)
      await deleteMissesBefore(db, addDays(dayOf(needs.now()), -MISSES_KEPT_DAYS))
    },
    'catalog.search.mail_waiting': async () => {
      await tellOfMatches(db, needs, 'at_once')
    },
    'catalog.search.mail_digest': async () => {
      await tellOfMatches(db, needs, 'daily')
    },
  }
}

/** In UTC: ten past midnight in Shanghai for what the day changes, eight in the morning for the digest. */
export const SEARCH_SCHEDULES: readonly JobSchedule[] = [
  { cron: '10 16 * * *', job: 'catalog.search.refresh' },
  { cron: '*/10 * * * *', job: 'catalog.search.mail_waiting' },
  { cron: '0 0 * * *', job: 'catalog.search.mail_digest' },
]
