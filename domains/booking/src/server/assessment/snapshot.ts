import { addDays } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { z } from 'zod'
import type { BookingDeps } from '../needs.ts'
import { isNationalScope } from '../sql/assessment/instruments.ts'
import { deleteFigures, insertFigures, type KeptFigures, lockYear, writeSnapshot } from '../sql/assessment/snapshots.ts'
import { assess } from './assess.ts'

const REGION_ZONE = 'Asia/Shanghai'
const BATCH = 500
export const SNAPSHOT_JOB = 'booking.snapshot_assessment'
type SnapshotDeps = Pick<BookingDeps, 'db'> & { readonly needs: Pick<BookingDeps['needs'], 'now'> }

const Payload = z.object({ year: z.int().min(2000).max(2200).exactOptional() })

/**
 * Keeps the figures of a year, up to yesterday or its last day, instrument by instrument. All rows are exchanged in one transaction: readers see the
 * figures of one run, and a run that is repeated or comes twice leaves the same. The log is read outside of it, batch after batch.
 */
export async function snapshotYear({ db, needs }: SnapshotDeps, year: number): Promise<void> {
  const now = needs.now()
  const yesterday = addDays(localDayOf(now, REGION_ZONE), -1)
  const period = { from: `${year}-01-01`, to: yesterday < `${year}-12-31` ? yesterday : `${year}-12-31` }
  if (period.to < period.from) return
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, year)
    await deleteFigures(tx, year)
    let batch: KeptFigures[] = []
    let instruments = 0
    for await (const { instrument, figures } of assess(db, {}, period, now)) {
      batch.push({
        resourceId: instrument.id,
        providerId: instrument.provider_id,
        isNational: isNationalScope(instrument),
        isPublished: instrument.is_published,
        isOpen: instrument.is_open,
        figures,
      })
      instruments += 1
      if (batch.length < BATCH) continue
      await insertFigures(tx, { year, dataUntil: now }, batch)
      batch = []
    }
    if (batch.length > 0) await insertFigures(tx, { year, dataUntil: now }, batch)
    const seconds = Math.round((needs.now().getTime() - now.getTime()) / 1000)
    await writeSnapshot(tx, { year, last_day: period.to, data_until: now, instruments, seconds })
  })
}

/** This year and the last: charges of the last year are answered and corrected into this one. */
export function currentYears(now: Date): readonly number[] {
  const current = Number(localDayOf(now, REGION_ZONE).slice(0, 4))
  return [current, current - 1]
}

export function snapshotJobs(deps: BookingDeps): JobHandlers {
  return {
    [SNAPSHOT_JOB]: async (payload, { signal }) => {
      const { year } = Payload.parse(payload)
      for (const one of year === undefined ? currentYears(deps.needs.now()) : [year]) if (!signal.aborted) await snapshotYear(deps, one)
    },
  }
}

/** In the region's small hours. */
export const SNAPSHOT_SCHEDULES: readonly JobSchedule[] = [{ cron: '30 18 * * *', job: SNAPSHOT_JOB }]
