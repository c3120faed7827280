import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { z } from 'zod'
import type { EnterpriseFacts, FactCoverage, OwnFacts } from '../../contract/facts.ts'
import { factPeriod, SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { ENTERPRISE_MISSING } from '../problems.ts'
import { isConsenting, listPaperConsents } from '../sql/consents.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { countEnterprises, type EnterpriseRow, findEnterprise } from '../sql/enterprises.ts'
import { findDeductionRules, listEventsOf } from '../sql/events.ts'
import { listLimits } from '../sql/fact-rules.ts'
import { listConflicts, listFactsOf, readCoverage, readSourceCoverage, type WantedPeriod } from '../sql/fact-views.ts'
import { countWaiting, listReports } from '../sql/reports.ts'
import {
  presentConflict,
  presentConsent,
  presentEnterprise,
  presentEvent,
  presentFact,
  presentOwnEvent,
  presentReport,
} from './present-facts.ts'

export async function getEnterprise(db: Db<ScoringTables>, id: string): Promise<EnterpriseRow> {
  const row = await findEnterprise(db, id)
  if (!row) throw new Refusal(ENTERPRISE_MISSING)
  return row
}

/** Everything that is known of an enterprise, with what is not believed any more. */
export async function readEnterpriseFacts(db: Db<ScoringTables>, id: string, now: Date): Promise<z.infer<typeof EnterpriseFacts>> {
  const row = await getEnterprise(db, id)
  const conflicts = await listConflicts(db, {
    isOpen: false,
    factCode: undefined,
    enterpriseId: id,
    leastPercent: 0,
    at: now,
    after: undefined,
    limit: 200,
  })
  return {
    enterprise: presentEnterprise(row),
    isConsenting: await isConsenting(db, id, now),
    facts: (await listFactsOf(db, { enterpriseId: id, at: now, isOwn: false })).map(presentFact),
    conflicts: conflicts.map(presentConflict),
    events: (await listEventsOf(db, id, localDayOf(now, SCORING_ZONE))).map(presentEvent),
    consents: (await listPaperConsents(db, id)).map(presentConsent),
  }
}

/** What an enterprise sees of itself: the same facts, the reports that it made, and what counts against it at which cost. */
export async function readOwnFacts(db: Db<ScoringTables>, row: EnterpriseRow, now: Date): Promise<z.infer<typeof OwnFacts>> {
  const reports = await listReports(db, { state: undefined, enterpriseId: row.id, after: undefined, limit: 50, at: now })
  const today = localDayOf(now, SCORING_ZONE)
  const rules = await findDeductionRules(db)
  return {
    enterprise: presentEnterprise(row),
    isConsenting: await isConsenting(db, row.id, now),
    facts: (await listFactsOf(db, { enterpriseId: row.id, at: now, isOwn: true })).map(presentFact),
    reports: reports.slice(0, 50).map((report) => presentReport(report)),
    events: (await listEventsOf(db, row.id, today)).map((event) => presentOwnEvent(event, rules, today)),
    deductions: rules ? { name: rules.name, version: rules.version, cap: rules.deductions.cap } : null,
  }
}

/** The period of each fact that a run of `period` would take. */
export async function wantedPeriods(db: Db<ScoringTables>, period: string): Promise<WantedPeriod[]> {
  const definitions = await listDefinitions(db)
  return definitions.map(({ code, periodKind }) => ({ code, period: factPeriod(periodKind, period, 0), isPoint: periodKind === 'point' }))
}

/** How much of what a run of a period needs is there, and how old it is. */
export async function readFactCoverage(db: Db<ScoringTables>, period: string, now: Date): Promise<z.infer<typeof FactCoverage>> {
  const wanted = await wantedPeriods(db, period)
  const counts = await countEnterprises(db)
  const bySource = await readSourceCoverage(db, wanted)
  const rows = await readCoverage(db, wanted, now)
  const limits = await listLimits(db, localDayOf(now, SCORING_ZONE))
  return {
    period,
    enterprises: counts.total - counts.optedOut,
    waitingReports: await countWaiting(db),
    items: rows.map((row) => {
      const own = wanted.find(({ code }) => code === row.fact_code)
      const isPoint = own?.isPoint ?? false
      const asked = own?.period ?? period
      return {
        factCode: row.fact_code,
        period: asked,
        known: row.known,
        leastKnownRatio: limits.get(row.fact_code)?.least_known_ratio ?? 0,
        proved: row.proved,
        lackingConsent: row.lacking_consent,
        newestPeriod: row.newest_period,
        lastReceivedAt: row.last_received?.toISOString() ?? null,
        // A point in time is kept up within the year; anything else has to be of its period.
        isStale: row.newest_period === null || row.newest_period < (isPoint ? asked.slice(0, 4) : asked),
        sources: bySource
          .filter(({ fact_code }) => fact_code === row.fact_code)
          .map(({ source, known, newest_period, last_received }) => ({
            source,
            known,
            newestPeriod: newest_period,
            lastReceivedAt: last_received.toISOString(),
          })),
      }
    }),
  }
}
