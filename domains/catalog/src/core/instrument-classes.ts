import table from './instrument-classes.json' with { type: 'json' }

type InstrumentClassEntry = {
  readonly code: string
  readonly parent: string | null
  readonly zh: string
  readonly en: string
  readonly certainty: 'seen' | 'second_hand' | 'to_confirm'
}

/** The shipped reference table: first and second level, with the origin of the list. */
export const INSTRUMENT_CLASSES = table.classes as readonly InstrumentClassEntry[]
export const INSTRUMENT_CLASS_SOURCE: string = table.source

const byCode = new Map(INSTRUMENT_CLASSES.map((entry) => [entry.code, entry]))

const parents = new Set(INSTRUMENT_CLASSES.map((entry) => entry.parent))

/** The most exact known class of a code of 2, 4 or 6 digits: a six-digit code answers with its second level, or with a first level that has none. */
export function findInstrumentClass(code: string): InstrumentClassEntry | undefined {
  if (!/^([0-9]{2}|[0-9]{4}|[0-9]{6}|x[1-9])$/.test(code)) return undefined
  const known = byCode.get(code.slice(0, 4))
  if (known) return known
  const major = byCode.get(code.slice(0, 2))
  // `0000` at the end of a national code means "no finer kind".
  return major && (!parents.has(major.code) || /^0+$/.test(code.slice(2))) ? major : undefined
}
