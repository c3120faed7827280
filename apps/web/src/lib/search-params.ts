/** Conditions in the address are plain text: `?q=液相色谱&kind=instrument&kind=laboratory`. A repeated name is a list. */
type SearchParams = Record<string, string | string[] | undefined>

export function parseSearch(text: string): SearchParams {
  const values: SearchParams = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const known = values[name]
    values[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return values
}

/** Leaves out what is empty, so that an address names only the conditions that are set. */
export function stringifySearch(values: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined && item !== null && item !== '' && item !== false) params.append(name, String(item))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** One value of a search parameter, or undefined. */
export function one(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return first === undefined || first === null || first === '' ? undefined : String(first)
}

/** All values of a search parameter. */
export function many(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null && item !== '').map(String)
}

/** The value when it is one of `allowed`. */
export function oneOf<Value extends string>(value: unknown, allowed: readonly Value[]): Value | undefined {
  const text = one(value)
  return allowed.find((item) => item === text)
}
