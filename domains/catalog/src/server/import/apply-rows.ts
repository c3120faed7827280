import type { RecordKind } from '../../core/import/parsed-row.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { applyAccreditations } from './apply-accreditations.ts'
import { type ApplyContext, type ApplyRow, type Effects, issue, newEffects, type Outcome, refused } from './apply-context.ts'
import { applyMethods } from './apply-methods.ts'
import { applyPrices } from './apply-prices.ts'
import { applyResources } from './apply-resources.ts'
import { applySites } from './apply-sites.ts'
import { applyStandards, applyTwins } from './apply-standards.ts'
import { applyDeviceClasses, applySurveyClasses } from './apply-vocabularies.ts'

const LIBRARY: readonly RecordKind[] = ['standard', 'twin', 'device_class', 'survey_class']

/**
 * Writes rows in the order in which they need each other: sites, standards, vocabularies, methods, resources, scopes, prices. A row that cannot be written
 * is refused with its reasons; the others are written. The caller's transaction decides whether all of it counts.
 */
export async function applyRows(
  db: CatalogDb,
  context: ApplyContext,
  rows: readonly ApplyRow[],
): Promise<{ outcomes: Outcome[]; effects: Effects }> {
  const effects = newEffects()
  const outcomes: Outcome[] = []
  const of = <Kind extends RecordKind>(kind: Kind) => rows.filter((row) => row.kind === kind) as unknown as ApplyRow<Kind>[]
  const { organisationId } = context

  const allowed = (row: ApplyRow) => (LIBRARY.includes(row.kind) ? context.keepsLibrary : organisationId !== null)
  for (const row of rows)
    if (!allowed(row))
      outcomes.push(
        refused(row, issue(row, null, LIBRARY.includes(row.kind) ? 'catalog.import_not_allowed' : 'catalog.import_no_organisation')),
      )

  const steps: (() => Promise<Outcome[]>)[] = []
  if (organisationId !== null) steps.push(() => applySites(db, context, organisationId, of('site'), effects))
  if (context.keepsLibrary)
    steps.push(
      () => applyStandards(db, context, of('standard'), effects),
      () => applyTwins(db, context, of('twin'), effects),
      () => applyDeviceClasses(db, context, of('device_class')),
      () => applySurveyClasses(db, context, of('survey_class')),
    )
  if (organisationId !== null)
    steps.push(
      () => applyMethods(db, context, organisationId, of('method')),
      () => applyResources(db, context, organisationId, of('resource'), effects),
      () => applyAccreditations(db, context, organisationId, of('accreditation'), effects),
      () => applyPrices(db, context, organisationId, of('price'), effects),
    )
  for (const step of steps) for (const outcome of await step()) outcomes.push(outcome)
  return { outcomes, effects }
}
