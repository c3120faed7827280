import type { FileStore } from '@jiju/platform/files/file-store'
import type { Notify } from '@jiju/platform/notices/notice'
import type { SearchNeeds } from './search/needs.ts'

/** What the catalogue asks of the rest of the platform; `apps/api/src/wiring.ts` supplies it. */
export type CatalogNeeds = SearchNeeds & {
  readonly now: () => Date
  readonly files: FileStore
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
}
