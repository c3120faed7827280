import type { ManagementClass } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { deviceClassKey, upsertDeviceClasses, upsertSurveyClasses } from '../sql/vocabularies.ts'
import { type ApplyContext, type ApplyRow, batches, done, type Outcome } from './apply-context.ts'

export async function applyDeviceClasses(
  db: CatalogDb,
  context: ApplyContext,
  rows: readonly ApplyRow<'device_class'>[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const chunk of batches(context, rows)) {
    const values = chunk.map(({ record }) => ({
      code: record.code,
      subdivision: record.subdivision,
      ordinal: record.ordinal,
      directory_code: record.directoryCode,
      directory_name: record.directoryName,
      group_code: record.groupCode,
      group_name: record.groupName,
      name: record.name,
      description: record.description,
      intended_use: record.intendedUse,
      examples: record.examples,
      management_class: record.managementClass as ManagementClass,
      is_drug_device_combination: record.isDrugDeviceCombination,
      source: context.source,
    }))
    const written = await upsertDeviceClasses(db, values)
    for (const [index, row] of chunk.entries()) {
      const value = values[index]
      outcomes.push(done(row, (value && written.get(deviceClassKey(value))) ?? 'unchanged'))
    }
  }
  return outcomes
}

export async function applySurveyClasses(
  db: CatalogDb,
  context: ApplyContext,
  rows: readonly ApplyRow<'survey_class'>[],
): Promise<Outcome[]> {
  const written = await upsertSurveyClasses(
    db,
    rows.map(({ record }) => ({
      major_no: record.majorNo,
      minor_no: record.minorNo,
      major_name: record.majorName,
      minor_name: record.minorName,
      code: record.code,
      source: context.source,
    })),
  )
  return rows.map((row) => done(row, written.get(row.key) ?? 'unchanged'))
}
