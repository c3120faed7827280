type Range = { start: number; end: number }

/** Text with the found parts marked; ranges count UTF-16 units, as the server gives them. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly Range[] | undefined }) {
  return splitAt(text, ranges ?? []).map((part) =>
    part.isFound ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
  )
}

/** The text in pieces, found or not; ranges that do not fit the text are ignored. */
export function splitAt(text: string, ranges: readonly Range[]): { at: number; text: string; isFound: boolean }[] {
  const parts: { at: number; text: string; isFound: boolean }[] = []
  let at = 0
  for (const { start, end } of ranges) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) parts.push({ at, text: text.slice(at, start), isFound: false })
    parts.push({ at: start, text: text.slice(start, end), isFound: true })
    at = end
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), isFound: false })
  return parts
}
