import type { LocalDate } from '@jiju/kernel/local-date'
import type { StandardDetail } from '../contract/standards.ts'
import type { CatalogDb } from './catalog-db.ts'
import { presentStandard } from './present/standards.ts'
import { getStandard } from './save-standard.ts'
import { countCitations, listPredecessors, listSuccessors, listTwins } from './sql/standards.ts'

/** A standard with its place in the succession and its twins. */
export async function readStandard(db: CatalogDb, id: string, day: LocalDate): Promise<StandardDetail> {
  const row = await getStandard(db, id)
  return presentStandard({
    row,
    successors: await listSuccessors(db, [id]),
    predecessors: await listPredecessors(db, id),
    twins: await listTwins(db, id),
    resourceCount: (await countCitations(db, [id])).get(id) ?? 0,
    day,
  })
}
