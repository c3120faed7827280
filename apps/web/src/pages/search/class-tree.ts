import type { FacetValue } from '@jiju/catalog/contract/search'

/** A first-level class with those below it that the search knows. */
export type ClassNode = FacetValue & { readonly children: readonly FacetValue[] }

/**
 * Classes of the national list in their two levels, in the order of their codes. What holds nothing is left out unless it is chosen; a class
 * without its first level stands for itself.
 */
export function classTree(values: readonly FacetValue[]): ClassNode[] {
  const held = values.filter(({ count, isChosen }) => count > 0 || isChosen).sort((a, b) => (a.value < b.value ? -1 : 1))
  const tops = new Set(values.filter(({ value }) => value.length === 2).map(({ value }) => value))
  const isBelow = ({ value }: FacetValue) => value.length > 2 && tops.has(value.slice(0, 2))
  const below = held.filter(isBelow)
  return values
    .filter((value) => !isBelow(value))
    .map((root) => ({ ...root, children: below.filter(({ value }) => value.startsWith(root.value)) }))
    .filter(({ count, isChosen, children }) => count > 0 || isChosen || children.length > 0)
    .sort((a, b) => (a.value < b.value ? -1 : 1))
}
