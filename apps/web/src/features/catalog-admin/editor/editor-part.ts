import type { ResourceContent } from '@jiju/catalog/contract/resource-content'

type ContentChange = Partial<Omit<ResourceContent, 'kind' | 'detail'>>
/** What each form of the editor gets: the working copy, what is wrong with it by field, and how to change it. */
export type EditorPart = {
  readonly content: ResourceContent
  readonly errors: Readonly<Record<string, string>>
  readonly isLocked: boolean
  readonly onChange: (change: ContentChange) => void
}
