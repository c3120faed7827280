import type { FileStore } from '@jiju/platform/files/file-store'

/** What the catalogue asks of the rest of the platform; `apps/api/src/wiring.ts` supplies it. */
export type CatalogNeeds = {
  readonly now: () => Date
  readonly files: FileStore
}
