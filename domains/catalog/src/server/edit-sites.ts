import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { isTimeZone } from '@jiju/kernel/zoned-time'
import { violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { SiteInput } from '../contract/sites.ts'
import { findOpeningProblems } from '../core/weekly-opening.ts'
import type { CatalogDb } from './catalog-db.ts'
import { closeSite, findSite, insertSite, lockSite, type SiteRow, updateSite } from './sql/sites.ts'
import type { Editor } from './who.ts'

const SITE_MISSING = { code: 'catalog.site_missing', kind: 'missing' } as const
const NAME_TAKEN = { code: 'catalog.site_name_taken', kind: 'conflict', field: '/name' } as const

export function findSiteProblems(input: SiteInput): Problem[] {
  const problems = findOpeningProblems(input.opening, input.dayExceptions)
  if (!isTimeZone(input.zone))
    problems.push({ code: 'catalog.zone_unknown', kind: 'invalid', field: '/zone', params: { zone: input.zone } })
  if ((input.longitude === null) !== (input.latitude === null))
    problems.push({ code: 'catalog.position_half', kind: 'invalid', field: '/latitude' })
  return problems
}

function check(input: SiteInput): void {
  const problems = findSiteProblems(input)
  if (problems.length > 0) throw new Refusal(...problems)
}

export async function addSite(db: CatalogDb, editor: Editor, input: SiteInput, at: Date): Promise<SiteRow> {
  check(input)
  const row = await insertSite(db, { id: newId(at.getTime()), providerId: editor.organisationId, input, at })
  if (!row) throw new Refusal(NAME_TAKEN)
  return row
}

export async function getOwnSite(db: CatalogDb, id: string, organisationId: string): Promise<SiteRow> {
  const row = await findSite(db, id)
  if (row?.provider_id !== organisationId) throw new Refusal(SITE_MISSING)
  return row
}

export async function changeSite(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; input: SiteInput },
  at: Date,
): Promise<SiteRow> {
  await getOwnSite(db, change.id, editor.organisationId)
  check(change.input)
  const row = await updateSite(db, { ...change, at }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'site_name_once') throw new Refusal(NAME_TAKEN)
    throw error
  })
  if (!row) throw new Refusal(VERSION_STALE)
  return row
}

/** Closes a site on which nothing stands any more. */
export async function shutSite(db: CatalogDb, editor: Editor, change: { id: string; expectedVersion: number }, at: Date): Promise<SiteRow> {
  const locked = await lockSite(db, change.id)
  if (locked?.provider_id !== editor.organisationId) throw new Refusal(SITE_MISSING)
  const outcome = await closeSite(db, { ...change, at })
  if (outcome === 'in_use') throw new Refusal({ code: 'catalog.site_in_use', kind: 'conflict' })
  if (outcome === 'stale') throw new Refusal(VERSION_STALE)
  return getOwnSite(db, change.id, editor.organisationId)
}
