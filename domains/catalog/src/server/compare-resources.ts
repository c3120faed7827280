import type { LocalDate } from '@jiju/kernel/local-date'
import { Refusal } from '@jiju/kernel/problem'
import { z } from 'zod'
import type { ResourceDetail } from '../contract/resources.ts'
import { canonicalJson } from '../core/content-diff.ts'
import type { CatalogDb } from './catalog-db.ts'
import { loadDetailedSurroundings } from './load-resources.ts'
import { presentResource } from './present/resources.ts'
import { listResourcesByIds } from './sql/resources.ts'
import { RESOURCE_MISSING } from './who.ts'

/** Fields that differ by nature and would only make noise. */
const IDENTITY = new Set(['id', 'photos', 'attachments', 'publishedAt', 'status'])

/** Reads the resources in the order asked for and names the fields in which they differ; `detail` is compared field by field. */
export async function compareResources(
  db: CatalogDb,
  list: string,
  day: LocalDate,
): Promise<{ items: ResourceDetail[]; differing: string[] }> {
  const ids = [...new Set(list.split(',').map((id) => id.trim()))].filter((id) => id !== '')
  if (ids.length < 2 || ids.length > 4) throw new Refusal({ code: 'catalog.compare_count', kind: 'invalid', field: '/querystring/ids' })
  if (!ids.every((id) => z.uuid().safeParse(id).success)) throw new Refusal(RESOURCE_MISSING)
  const rows = (await listResourcesByIds(db, ids)).filter((row) => row.status === 'published')
  if (rows.length !== ids.length) throw new Refusal(RESOURCE_MISSING)
  const around = await loadDetailedSurroundings(db, rows, day)
  const items = ids.flatMap((id) => rows.filter((row) => row.id === id)).map((row) => presentResource(row, around))
  return { items, differing: findDiffering(items) }
}

function findDiffering(items: readonly ResourceDetail[]): string[] {
  const flat = items.map(({ detail, ...rest }) => ({
    ...rest,
    ...Object.fromEntries(Object.entries(detail).map(([key, value]) => [`detail.${key}`, value])),
  }))
  const fields = [...new Set(flat.flatMap((item) => Object.keys(item)))].filter((field) => !IDENTITY.has(field))
  return fields.filter((field) => new Set(flat.map((item) => canonicalJson((item as Record<string, unknown>)[field]))).size > 1)
}
