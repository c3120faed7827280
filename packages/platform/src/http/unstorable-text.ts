type Place = { readonly value: unknown; readonly name: string; readonly within: Place | null }

/** A null, or one half of a surrogate pair: JSON can spell both, PostgreSQL stores neither. */
const isUnstorable = (text: string) => text.includes('\0') || /\p{Surrogate}/u.test(text)

const pointerTo = (place: Place): string => {
  let pointer = ''
  for (let at: Place = place; at.within; at = at.within) pointer = `/${at.name}${pointer}`
  return pointer || '/'
}

/**
 * JSON pointer of a text in a body that cannot be stored, or of what has a field with such a name; null when all can be stored.
 * A body may be nested as deep as its size allows, so nothing here calls itself.
 */
export function findUnstorableText(body: unknown): string | null {
  const open: Place[] = [{ value: body, name: '', within: null }]
  for (let place = open.pop(); place; place = open.pop()) {
    const { value } = place
    if (typeof value === 'string' && isUnstorable(value)) return pointerTo(place)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (isUnstorable(name)) return pointerTo(place)
      open.push({ value: inner, name, within: place })
    }
  }
  return null
}
