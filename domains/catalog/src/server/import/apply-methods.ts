import { newId } from '@jiju/kernel/ids'
import { MethodInput } from '../../contract/vocabularies.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { insertMethod, listMethodsByName, updateMethod } from '../sql/vocabularies.ts'
import { type ApplyContext, type ApplyRow, batches, done, issue, issuesOf, type Outcome, refused } from './apply-context.ts'

/** The institution's own methods by name: a known one is changed, an unknown one added. Methods that all share stay with those who keep them. */
export async function applyMethods(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  rows: readonly ApplyRow<'method'>[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const chunk of batches(context, rows)) {
    const known = await listMethodsByName(
      db,
      organisationId,
      chunk.map((row) => row.record.name),
    )
    for (const row of chunk) {
      const { name, fields } = row.record
      const found = known.filter((method) => method.name_zh === name)
      if (found.some((method) => method.provider_id === null)) {
        outcomes.push(refused(row, issue(row, 'methodName', 'catalog.method_shared', { name })))
        continue
      }
      const [before] = found
      const read = MethodInput.safeParse({
        nameZh: name,
        nameEn: before?.name_en ?? null,
        description: before?.description ?? null,
        ...fields,
      })
      if (!read.success) {
        outcomes.push(refused(row, ...issuesOf(row, read.error, COLUMNS)))
        continue
      }
      const { nameEn, description } = read.data
      if (before && before.name_en === nameEn && before.description === description) outcomes.push(done(row, 'unchanged'))
      else if (before) {
        await updateMethod(db, before.id, { name_en: nameEn, description })
        outcomes.push(done(row, 'updated'))
      } else {
        const values = { id: newId(context.at.getTime()), provider_id: organisationId, name_zh: name, name_en: nameEn, description }
        const written = await insertMethod(db, { ...values, created_at: context.at })
        outcomes.push(written ? done(row, 'created') : refused(row, issue(row, null, 'catalog.row_changed_meanwhile')))
      }
    }
  }
  return outcomes
}

const COLUMNS = { nameZh: 'methodName', nameEn: 'methodNameEn', description: 'methodDescription' } as const
