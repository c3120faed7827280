import { type Branch, branchesOf, type Model } from '../model.ts'
import type { Scores } from '../score-table.ts'

/** The model without least coverages. */
export function withoutCoverage(model: Model): Model {
  const open = (branch: Branch): Branch => ({
    ...branch,
    minimumCoverage: 0,
    children: branch.children.map((child) => ('branch' in child ? { ...child, branch: open(child.branch) } : child)),
  })
  return { ...model, root: open(model.root) }
}

/**
 * Parts by indicator with those left out that stand under a branch which the run found too little known. Whether enough is known is judged
 * once, by the run: other weights would let enterprises near the limit drop out, which says nothing about their place.
 */
export function knownParts(model: Model, { branches }: Pick<Scores, 'branches'>, parts: readonly Float64Array[]): readonly Float64Array[] {
  const list = branchesOf(model)
  const above = new Map<string, Float64Array[][]>()
  const visit = (branch: Branch, path: readonly Float64Array[]): void => {
    const own = [...path, branches[list.indexOf(branch)]?.part as Float64Array]
    for (const child of branch.children) {
      if ('branch' in child) visit(child.branch, own)
      else above.set(child.indicator, [...(above.get(child.indicator) ?? []), own])
    }
  }
  visit(model.root, [])
  return parts.map((column, place) => {
    const paths = above.get(model.indicators[place]?.code ?? '') ?? []
    if (paths.length === 0) return column
    const isLost = (row: number) => paths.every((path) => path.some((part) => Number.isNaN(part[row])))
    let kept: Float64Array | null = null
    for (let row = 0; row < column.length; row += 1) {
      if (Number.isNaN(column[row]) || !isLost(row)) continue
      kept ??= column.slice()
      kept[row] = Number.NaN
    }
    return kept ?? column
  })
}
