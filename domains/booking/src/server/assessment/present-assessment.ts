import { formatFen } from '@jiju/kernel/money'
import type {
  AssessedUse,
  Assessment,
  AssessmentFigures,
  AssessmentStatement,
  DistrictAssessment,
  UnmetDemand,
} from '../../contract/assessment.ts'
import { addFigures, type Figures, NO_FIGURES, ratesOf } from '../../core/assessment/figures.ts'
import { INDICATORS } from '../../core/assessment/indicators.ts'
import type { UnofferedRow } from '../sql/assessment/demand.ts'
import type { StatementRow } from '../sql/assessment/statements.ts'
import type { AssessedUseRow } from '../sql/assessment/uses.ts'
import type { Assessed } from './assess.ts'

export function presentFigures(figures: Figures, referenceHours: number): AssessmentFigures {
  const { idleSeconds, ...rates } = ratesOf(figures, referenceHours)
  const { insideFen, outsideFen, pendingFen, markSum: _, ...counts } = figures
  return {
    ...counts,
    effectiveSeconds: Math.round(figures.effectiveSeconds),
    externalSeconds: Math.round(figures.externalSeconds),
    inferredSeconds: Math.round(figures.inferredSeconds),
    bookedOnlySeconds: Math.round(figures.bookedOnlySeconds),
    unitSeconds: Math.round(figures.unitSeconds),
    idleSeconds: Math.round(idleSeconds),
    insideIncome: formatFen(insideFen),
    outsideIncome: formatFen(outsideFen),
    pendingIncome: formatFen(pendingFen),
    ...rates,
  }
}

const nameOf = (row: { name_zh: string | null; name_en: string | null }) => row.name_zh ?? row.name_en ?? ''

export function presentInstrument({ instrument, figures }: Assessed, referenceHours: number): Assessment['instruments'][number] {
  return {
    resourceId: instrument.id,
    name: nameOf(instrument),
    nameEn: instrument.name_en,
    siteName: instrument.site_name,
    innerNumber: instrument.inner_number,
    classCode: instrument.class_code,
    originalValue: instrument.original_value_fen === null ? null : formatFen(instrument.original_value_fen),
    isPublished: instrument.is_published,
    isOpen: instrument.is_open,
    capacity: instrument.capacity,
    figures: presentFigures(figures, referenceHours),
  }
}

export function presentStatement(row: StatementRow): AssessmentStatement {
  return {
    resourceId: row.resource_id,
    field: row.field,
    value: row.value,
    evidence: row.evidence,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  }
}

export function presentIndicators(statements: readonly StatementRow[]): Assessment['indicators'] {
  const stated = new Map(statements.map((row) => [row.field, row]))
  return INDICATORS.map(({ key, group, basis }) => {
    const row = stated.get(key)
    return { key, group, basis, statement: row ? presentStatement(row) : null }
  })
}

/** Sums by a key, in the order in which the keys came. */
export class FigureSums<Key> {
  readonly #sums = new Map<Key, Figures>()
  add(key: Key, figures: Figures): void {
    this.#sums.set(key, addFigures(this.#sums.get(key) ?? NO_FIGURES, figures))
  }
  entries(): [Key, Figures][] {
    return [...this.#sums]
  }
}

export function presentClasses(sums: FigureSums<string | null>, referenceHours: number): DistrictAssessment['classes'] {
  return sums
    .entries()
    .map(([classCode, figures]) => ({ classCode, figures: presentFigures(figures, referenceHours) }))
    .sort((a, b) => b.figures.idleSeconds - a.figures.idleSeconds || (a.classCode ?? '').localeCompare(b.classCode ?? ''))
}

export function presentAssessedUse(row: AssessedUseRow): AssessedUse {
  return {
    id: row.id,
    reservationId: row.reservation_id,
    number: row.number,
    organisationName: row.organisation_name,
    side: row.is_outside ? 'outside' : 'inside',
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    startSource: row.start_source,
    endSource: row.end_source,
    isCorrected: row.is_corrected,
    countedSeconds: Math.round(row.counted_seconds),
    total: row.total_fen === null ? null : formatFen(row.total_fen),
  }
}

export function presentDemandRow(row: UnofferedRow): UnmetDemand['unoffered'][number] {
  return {
    resourceId: row.resource_id,
    name: nameOf(row),
    nameEn: row.name_en,
    classCode: row.class_code,
    providerName: row.provider_name,
    count: row.count,
    hours: Math.round(row.hours * 10) / 10,
  }
}
