/** A place where two models differ: a path by codes and names of fields, and what stands there; undefined where nothing does. */
type ModelDifference = { readonly path: string; readonly before?: unknown; readonly after?: unknown }

/** Differences between two documents, field by field. Lists whose items have codes are compared by code, so that order is no difference. */
export function compareModels(before: unknown, after: unknown, path = ''): ModelDifference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const keyed = [keyItems(before), keyItems(after)] as const
    if (keyed[0] && keyed[1]) return compareFields(Object.fromEntries(keyed[0]), Object.fromEntries(keyed[1]), path)
  }
  if (isRecord(before) && isRecord(after)) return compareFields(before, after, path)
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
}

function compareFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): ModelDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const place = path === '' ? name : `${path} / ${name}`
    if (!(name in before)) return [{ path: place, after: after[name] }]
    if (!(name in after)) return [{ path: place, before: before[name] }]
    return compareModels(before[name], after[name], place)
  })
}

/** Items by what names them; undefined when one has no name or two have the same. */
function keyItems(items: readonly unknown[]): Map<string, unknown> | undefined {
  const keyed = new Map<string, unknown>()
  for (const item of items) {
    const name = nameOf(item)
    if (name === undefined || keyed.has(name)) return undefined
    keyed.set(name, item)
  }
  return keyed
}

function nameOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  const name = item.code ?? item.indicator ?? (isRecord(item.branch) ? item.branch.code : undefined) ?? item.title
  return typeof name === 'string' ? name : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
