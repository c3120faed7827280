import type { LineKind } from '../vocabulary.ts'
import type { TaskKind } from './vocabulary.ts'

/** What an item asks of the provider: a task to work on, access to grant, or nothing but its price. */
export function workOf(item: { readonly kind: LineKind; readonly serviceKind: string | null }): TaskKind | 'access' | null {
  if (item.kind !== 'test') return null
  if (item.serviceKind === 'computing' || item.serviceKind === 'data_set') return 'access'
  return item.serviceKind === 'pilot_line' ? 'batch' : 'test'
}
