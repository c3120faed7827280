/** Where something stands in a text. */
type Stretch = { readonly start: number; readonly end: number }

const WORD = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y

/** Where each value of a JSON text stands, by its JSON pointer (RFC 6901); the text has to be valid. */
export function jsonPlaces(text: string): ReadonlyMap<string, Stretch> {
  const places = new Map<string, Stretch>()
  let at = 0
  const skip = (): string => {
    while (/[\s,:]/.test(text[at] ?? '')) at += 1
    return text[at] ?? ''
  }
  const word = (): string => {
    WORD.lastIndex = at
    const [found = ''] = WORD.exec(text) ?? []
    at += found.length
    return found
  }
  const value = (pointer: string): void => {
    const opening = skip()
    const start = at
    if (opening === '{' || opening === '[') {
      at += 1
      for (let place = 0; skip() !== '}' && text[at] !== ']' && at < text.length; place += 1) {
        const name = opening === '[' ? String(place) : (JSON.parse(word()) as string)
        value(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      }
      at += 1
    } else word()
    places.set(pointer, { start, end: at })
  }
  value('')
  return places
}

/** The line, counted from 1, on which a place of a text lies. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** The line on which a text stops being JSON, as the engine's own error says it; null where it says nothing. */
export function brokenLine(text: string, error: unknown): number | null {
  const said = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(said)?.[1]
  if (line) return Number(line)
  const position = /position (\d+)/.exec(said)?.[1]
  if (position) return lineOf(text, Number(position))
  return /end of (?:JSON|data)/i.test(said) ? lineOf(text, text.length) : null
}
