import type { FileStore } from '@jiju/platform/files/file-store'
import type { SearchNeeds } from './search/needs.ts'

/** What the catalogue asks of the rest of the platform; `apps/api/src/wiring.ts` supplies it. */
export type CatalogNeeds = SearchNeeds & {
  readonly now: () => Date
  readonly files: FileStore
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
}
