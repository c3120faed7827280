import type { LocalDate } from '@jiju/kernel/local-date'
import type { SearchStandard } from '../../contract/search.ts'
import { answers } from '../../core/search/highlight.ts'
import { findStandards, type NamedStandard } from '../../core/search/standards-in-text.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { groupBy } from '../load-resources.ts'
import { presentStandardRef } from '../present/standards.ts'
import { listNamedStandards } from '../sql/search-synonyms.ts'

import { listSuccessors } from '../sql/standards.ts'

const MAX_SHOWN = 10

/** The standards that a query names, the newest edition first, each with what takes its place. */
export async function namedStandards(db: CatalogDb, named: readonly NamedStandard[], today: LocalDate): Promise<SearchStandard[]> {
  if (named.length === 0) return []
  const rows = await listNamedStandards(
    db,
    named.map(({ number }) => number),
  )
  const meant = rows
    .filter((row) => findStandards(row.number).some((standard) => named.some((one) => answers(standard, one))))
    .slice(0, MAX_SHOWN)
  const successors = groupBy(
    await listSuccessors(
      db,
      meant.map(({ id }) => id),
    ),
    (succession) => succession.predecessor_id,
  )
  return meant.map((row) => {
    const standard = presentStandardRef(row, successors.get(row.id) ?? [], today)
    return { ...standard, successors: standard.successors.map((successor) => successor.number) }
  })
}
