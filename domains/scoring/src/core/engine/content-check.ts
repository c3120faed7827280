/** Four hexadecimal digits of a text (FNV-1a, folded): they tell which of many values changed, hashes of whole lines that one did. */
export function checkText(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(4, '0')
}

/** A check of each value of a document by its place, as `indicators[3].normalise.high`. */
export function checksOf(document: unknown, place = ''): [string, string][] {
  if (typeof document !== 'object' || document === null) return [[place, checkText(JSON.stringify(document))]]
  const entries = Object.entries(document).filter(([, entry]) => entry !== undefined)
  if (entries.length === 0) return [[place, checkText(Array.isArray(document) ? '[]' : '{}')]]
  return entries.flatMap(([key, entry]) =>
    checksOf(entry, Array.isArray(document) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`),
  )
}
