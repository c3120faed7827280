import type { Db } from '@jiju/platform/database/pool'
import type { Assessment, DistrictAssessment } from '../../contract/assessment.ts'
import { addFigures, type Figures, NO_FIGURES } from '../../core/assessment/figures.ts'
import { type Period, referenceHoursOf, yearOf } from '../../core/assessment/period.ts'
import type { BookingTables } from '../needs.ts'
import { findLastRecord } from '../sql/assessment/instruments.ts'
import { findSnapshot, listSummedFigures, type SnapshotRow } from '../sql/assessment/snapshots.ts'
import { listStatements } from '../sql/assessment/statements.ts'
import { assess } from './assess.ts'
import { FigureSums, presentClasses, presentFigures, presentIndicators, presentInstrument } from './present-assessment.ts'

type Asked = { readonly period: Period; readonly isNational: boolean; readonly now: Date }

/** An institution with its laboratories and instruments, and the nine indicators with what it states itself. */
export async function readAssessment(
  db: Db<BookingTables>,
  { providerId, period, isNational, now }: Asked & { providerId: string },
): Promise<Assessment> {
  const referenceHours = referenceHoursOf(period)
  const sites = new FigureSums<string | null>()
  const siteNames = new Map<string | null, string | null>()
  const instruments: Assessment['instruments'] = []
  let whole = NO_FIGURES
  for await (const assessed of assess(db, { providerId, isNational }, period, now)) {
    const { site_id, site_name } = assessed.instrument
    whole = addFigures(whole, assessed.figures)
    sites.add(site_id, assessed.figures)
    siteNames.set(site_id, site_name)
    instruments.push(presentInstrument(assessed, referenceHours))
  }
  const lastUseAt = await findLastRecord(db, providerId)
  return {
    ...period,
    referenceHours,
    readAt: now.toISOString(),
    lastUseAt: lastUseAt?.toISOString() ?? null,
    isNational,
    institution: presentFigures(whole, referenceHours),
    sites: sites.entries().map(([siteId, figures]) => ({
      siteId,
      name: siteNames.get(siteId) ?? null,
      figures: presentFigures(figures, referenceHours),
    })),
    instruments: instruments.sort(
      (a, b) => b.figures.effectiveSeconds - a.figures.effectiveSeconds || a.resourceId.localeCompare(b.resourceId),
    ),
    indicators: presentIndicators(await listStatements(db, { providerId, year: yearOf(period) })),
  }
}

/** The figures that are kept for exactly this period: a calendar year up to its last day or up to yesterday. */
async function findKept(db: Db<BookingTables>, { from, to }: Period): Promise<SnapshotRow | undefined> {
  if (!from.endsWith('-01-01')) return undefined
  const kept = await findSnapshot(db, Number(from.slice(0, 4)))
  return kept?.last_day === to ? kept : undefined
}

/** The district: institutions by shared hours, classes by idle hours. */
export async function readDistrict(db: Db<BookingTables>, { period, isNational, now }: Asked): Promise<DistrictAssessment> {
  const referenceHours = referenceHoursOf(period)
  const kept = await findKept(db, period)
  const institutions = new FigureSums<string>()
  const classes = new FigureSums<string | null>()
  const names = new Map<string, string>()
  let whole = NO_FIGURES
  const add = (row: { provider_id: string; provider_name: string; class_code: string | null }, figures: Figures) => {
    whole = addFigures(whole, figures)
    institutions.add(row.provider_id, figures)
    names.set(row.provider_id, row.provider_name)
    classes.add(row.class_code?.slice(0, 4) ?? null, figures)
  }
  if (kept) for (const row of await listSummedFigures(db, { year: kept.year, isNational })) add(row, row)
  else for await (const { instrument, figures } of assess(db, { isNational }, period, now)) add(instrument, figures)
  const lastUseAt = await findLastRecord(db, undefined)
  return {
    ...period,
    referenceHours,
    readAt: (kept?.data_until ?? now).toISOString(),
    keptYear: kept?.year ?? null,
    lastUseAt: lastUseAt?.toISOString() ?? null,
    isNational,
    district: presentFigures(whole, referenceHours),
    institutions: institutions
      .entries()
      .map(([organisationId, figures]) => ({
        organisationId,
        name: names.get(organisationId) ?? '',
        figures: presentFigures(figures, referenceHours),
      }))
      .sort((a, b) => b.figures.externalSeconds - a.figures.externalSeconds || a.organisationId.localeCompare(b.organisationId)),
    classes: presentClasses(classes, referenceHours),
  }
}
