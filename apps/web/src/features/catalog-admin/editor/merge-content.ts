/** One field of the content as three people knew it; `path` is `nameZh` or `detail.manufacturer`. */
type FieldConflict = { readonly path: string; readonly mine: unknown; readonly theirs: unknown }
type Content = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function flatten(content: Content): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [name, value] of Object.entries(content)) {
    if (name === 'detail' && isRecord(value)) for (const [inner, deep] of Object.entries(value)) fields.set(`detail.${inner}`, deep)
    else fields.set(name, value)
  }
  return fields
}

/**
 * Joins two changes of the same content field by field: what only one side changed is taken, what both changed differently is a conflict.
 * The merged content has `theirs` in every conflict until a choice is made.
 */
export function mergeContent<Shape extends Content>(
  base: Shape,
  mine: Shape,
  theirs: Shape,
): { merged: Shape; conflicts: FieldConflict[] } {
  const [before, own, other] = [flatten(base), flatten(mine), flatten(theirs)]
  const merged: Record<string, unknown> = { ...theirs, ...(isRecord(theirs.detail) ? { detail: { ...theirs.detail } } : {}) }
  const conflicts: FieldConflict[] = []
  for (const [path, value] of own) {
    if (same(value, before.get(path))) continue
    if (same(value, other.get(path))) continue
    if (same(other.get(path), before.get(path))) setField(merged, path, value)
    else conflicts.push({ path, mine: value, theirs: other.get(path) })
  }
  return { merged: merged as Shape, conflicts }
}

/** Writes the fields that the reader chose to keep. */
export function resolveConflicts<Shape extends Content>(
  merged: Shape,
  conflicts: readonly FieldConflict[],
  keepsMine: ReadonlySet<string>,
): Shape {
  const resolved: Record<string, unknown> = { ...merged, ...(isRecord(merged.detail) ? { detail: { ...merged.detail } } : {}) }
  for (const conflict of conflicts) if (keepsMine.has(conflict.path)) setField(resolved, conflict.path, conflict.mine)
  return resolved as Shape
}

function setField(content: Record<string, unknown>, path: string, value: unknown): void {
  if (!path.startsWith('detail.')) content[path] = value
  else (content.detail as Record<string, unknown>)[path.slice('detail.'.length)] = value
}
