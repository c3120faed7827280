import { fold } from './normalise.ts'

/** A run of Chinese characters, or a word of letters and digits. `joinsNext`: only a hyphen, slash, dot or plus stands before the next word. */
export type Segment = {
  readonly kind: 'han' | 'word'
  readonly chars: readonly string[]
  readonly start: number
  readonly end: number
  readonly joinsNext: boolean
}

/** Cuts text into runs and words; offsets are UTF-16 units of the original. With `joinHan`, gaps between Chinese characters do not end a run. */
export function segment(text: string, joinHan = false): Segment[] {
  const segments: { kind: 'han' | 'word'; chars: string[]; start: number; end: number; joinsNext: boolean }[] = []
  let gap = ''
  for (const { char, start, end, kind } of fold(text)) {
    if (kind === 'gap') {
      gap += char
      continue
    }
    const last = segments.at(-1)
    const continues = last?.kind === kind && (gap === '' || (joinHan && kind === 'han'))
    if (last && continues) {
      last.chars.push(char)
      last.end = end
    } else {
      if (last?.kind === 'word' && kind === 'word') last.joinsNext = /^[-/.+_‐‑–]$/.test(gap)
      segments.push({ kind, chars: [char], start, end, joinsNext: false })
    }
    gap = ''
  }
  return segments
}
