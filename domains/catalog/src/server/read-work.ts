import type { LocalDate } from '@jiju/kernel/local-date'
import type { ResourceWork } from '../contract/resources.ts'
import { findGaps } from '../core/content-gaps.ts'
import type { CatalogDb } from './catalog-db.ts'
import { presentWork } from './present/resources.ts'
import { type Language, problemText } from './problem-text.ts'
import { hasPriceFrom } from './sql/prices.ts'
import { findReturnReasons, type ResourceRow, readCitesReplaced } from './sql/resources.ts'
import { findSite } from './sql/sites.ts'

/** The working copy with what is still missing, in the reader's language. */
export async function readWork(db: CatalogDb, row: ResourceRow, today: LocalDate, language: Language): Promise<ResourceWork> {
  const content = row.working ?? row.content
  const site = content.siteId ? await findSite(db, content.siteId) : undefined
  const gaps = findGaps(content, await hasPriceFrom(db, row.id, today))
  return presentWork(
    { ...row, site_name: site?.name ?? null, cites_replaced: await readCitesReplaced(db, row.id) },
    gaps.map((gap) => ({ ...gap, message: problemText(gap.code, language) })),
    row.work_state === 'returned' || row.work_state === 'draft' ? await findReturnReasons(db, row.id) : null,
  )
}
