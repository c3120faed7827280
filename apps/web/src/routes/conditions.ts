import { one } from '../lib/search-params.ts'

/** Keeps the named conditions of an address as text and drops the rest. */
export function conditions<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [Key in Name]?: string | undefined } => {
    const kept: { [Key in Name]?: string | undefined } = {}
    for (const name of names) {
      const value = one(search[name])
      if (value !== undefined) kept[name] = value
    }
    return kept
  }
}
