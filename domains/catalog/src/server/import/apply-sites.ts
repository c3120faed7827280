import { newId } from '@jiju/kernel/ids'
import { SiteInput } from '../../contract/sites.ts'
import { canonicalJson } from '../../core/content-diff.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { findSiteProblems } from '../edit-sites.ts'
import { presentSite } from '../present/sites.ts'
import { insertSite, listSites, updateSite } from '../sql/sites.ts'
import { type ApplyContext, type ApplyRow, done, type Effects, issue, issuesOf, type Outcome, refused } from './apply-context.ts'

const NEW_SITE = {
  nameEn: null,
  district: null,
  postcode: null,
  longitude: null,
  latitude: null,
  zone: 'Asia/Shanghai',
  opening: [],
  holidayRule: 'closed',
  dayExceptions: [],
  accessNote: null,
}

/** Sites by name: a known name is changed, an unknown one added. */
export async function applySites(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  rows: readonly ApplyRow<'site'>[],
  effects: Effects,
): Promise<Outcome[]> {
  const known = new Map((await listSites(db, organisationId, { includeClosed: true })).map((site) => [site.name, site]))
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const before = known.get(row.record.name)
    const base = before ? SiteInput.parse(presentSite(before)) : NEW_SITE
    const read = SiteInput.safeParse({ ...base, ...row.record.fields })
    if (!read.success) {
      outcomes.push(refused(row, ...issuesOf(row, read.error)))
      continue
    }
    const problems = findSiteProblems(read.data)
    if (problems.length > 0) {
      const [path] = problems.map((problem) => problem.field?.split('/')[1] ?? null)
      outcomes.push(
        refused(row, ...problems.map((problem) => issue(row, problem.field?.split('/')[1] ?? path ?? null, problem.code, problem.params))),
      )
      continue
    }
    if (before && canonicalJson(base) === canonicalJson(read.data)) {
      outcomes.push(done(row, 'unchanged'))
      continue
    }
    const written = before
      ? await updateSite(db, { id: before.id, expectedVersion: before.version, input: read.data, at: context.at })
      : await insertSite(db, { id: newId(context.at.getTime()), providerId: organisationId, input: read.data, at: context.at })
    if (!written) {
      outcomes.push(refused(row, issue(row, null, 'catalog.row_changed_meanwhile')))
      continue
    }
    known.set(written.name, written)
    effects.siteIds.add(written.id)
    outcomes.push(done(row, before ? 'updated' : 'created'))
  }
  return outcomes
}
