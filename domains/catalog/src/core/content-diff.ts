/** One field that differs; `field` is a JSON pointer, `before`/`after` are null where the field is absent. */
type Change = { readonly field: string; readonly before: unknown; readonly after: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A stable text of a JSON value: keys sorted, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
    return `{${entries.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** The changed fields between two contents. Records are compared field by field; lists as wholes, for order has meaning in them. */
export function diffContent(before: unknown, after: unknown, at = ''): Change[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => diffContent(before[key], after[key], `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`))
  }
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ field: at, before: before ?? null, after: after ?? null }]
}
