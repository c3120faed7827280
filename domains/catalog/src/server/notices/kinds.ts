import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import texts from './texts.json' with { type: 'json' }

/** What the catalogue tells people: institutions of decisions at once and of standards in the day's letter, and whoever saved a search of what is new. */
export const CATALOG_NOTICES: NoticeKinds = {
  'catalog.resource_published': { group: 'organisation', mail: 'at_once', texts: texts['catalog.resource_published'] },
  'catalog.resource_returned': { group: 'organisation', mail: 'at_once', texts: texts['catalog.resource_returned'] },
  'catalog.resource_retired': { group: 'organisation', mail: 'at_once', texts: texts['catalog.resource_retired'] },
  'catalog.search_matched': { group: 'searches', mail: 'at_once', texts: texts['catalog.search_matched'] },
  'catalog.standard_replaced': { group: 'organisation', mail: 'daily', texts: texts['catalog.standard_replaced'] },
  'catalog.standard_withdrawn': { group: 'organisation', mail: 'daily', texts: texts['catalog.standard_withdrawn'] },
}

/** Whoever keeps the pages and resources of an institution. */
export const EDITOR_ROLES = ['provider:owner', 'provider:lab_manager'] as const

/** A name in both languages, each falling back on the other. */
export const bothNames = (zh: string | null, en: string | null) => ({ zh: zh ?? en ?? '', en: en ?? zh ?? '' })
