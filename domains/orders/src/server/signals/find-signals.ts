import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { findCircles } from '../../core/signals/circles.ts'
import { findRelatedParties, findRoundTrips, findSameInvoices, findSplitOrders, findWithoutTrace } from '../../core/signals/rules.ts'
import type { OrdersDeps, OrdersTables } from '../needs.ts'
import {
  keepFinding,
  listConcluded,
  listInvoiceUses,
  listLimited,
  listReturned,
  listSettled,
  listTies,
  listWithoutTrace,
} from '../sql/signals.ts'

const JOB = 'orders.find_signals'
const DAY_MS = 86_400_000
/** Orders of this time are looked at. */
const LOOKBACK_DAYS = 400

/** Asks every rule; answers how many findings are new or stand on other rows than before. Doing it twice changes nothing. */
export async function findSignals(tx: Db<OrdersTables>, now: Date): Promise<number> {
  const since = new Date(now.getTime() - LOOKBACK_DAYS * DAY_MS)
  const settled = await listSettled(tx, since)
  const findings = [
    ...findRelatedParties(await listConcluded(tx, since), await listTies(tx, since)),
    ...findRoundTrips(settled, await listReturned(tx, since)),
    ...findCircles(settled),
    ...findSameInvoices(await listInvoiceUses(tx)),
    ...findSplitOrders(await listLimited(tx, since)),
    ...findWithoutTrace(await listWithoutTrace(tx, since)),
  ]
  let kept = 0
  for (const finding of findings) if (await keepFinding(tx, { ...finding, id: newId(now.getTime()), at: now })) kept += 1
  return kept
}

export function signalJobs({ db, needs }: OrdersDeps): JobHandlers {
  return { [JOB]: async () => void (await db.transaction().execute((tx) => findSignals(tx, needs.now()))) }
}

/** At night, before the operator's day. */
export const SIGNAL_SCHEDULES: readonly JobSchedule[] = [{ cron: '20 20 * * *', job: JOB }]
