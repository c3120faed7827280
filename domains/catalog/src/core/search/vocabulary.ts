import type { Vocabulary } from './query-plan.ts'
import twins from './standard-twins.json' with { type: 'json' }
import { findStandards, queryKey } from './standards-in-text.ts'
import shipped from './synonyms.json' with { type: 'json' }
import type { SynonymGroup } from './synonyms.ts'

type TwinPair = { readonly international: string; readonly national: string }
/** Numbers of a standard and of the one that takes its place. */
type Succession = { readonly predecessor: string; readonly successor: string }

/** The shipped groups and twins, those that the operator and the standards table add, and from each replaced standard its successor. */
export function vocabularyOf(
  added: {
    readonly groups?: readonly SynonymGroup[]
    readonly twins?: readonly TwinPair[]
    readonly successions?: readonly Succession[]
  } = {},
): Vocabulary {
  const groups = [...shipped.groups.map((terms) => ({ terms })), ...(added.groups ?? [])]
  const byKey = new Map<string, Map<string, string>>()
  const remember = (key: string, twinKey: string, number: string) => {
    const known = byKey.get(key) ?? new Map<string, string>()
    if (!known.has(twinKey)) known.set(twinKey, number)
    byKey.set(key, known)
  }
  for (const { international, national } of [...twins.pairs, ...(added.twins ?? [])]) {
    const [a, b] = [yearless(international), yearless(national)]
    if (!a || !b) continue
    remember(a.key, b.key, b.number)
    remember(b.key, a.key, a.number)
  }
  for (const { predecessor, successor } of added.successions ?? []) {
    const [a, b] = [yearless(predecessor), yearless(successor)]
    if (a && b && a.key !== b.key) remember(a.key, b.key, b.number)
  }
  return { groups, twinsOf: (key) => [...(byKey.get(key) ?? [])].map(([twinKey, number]) => ({ key: twinKey, number })) }
}

/** A twin holds for the standard, not for one edition. */
function yearless(number: string): { key: string; number: string } | undefined {
  const [standard] = findStandards(number)
  if (!standard || standard.family === null) return undefined
  const name = number.slice(0, standard.end).replace(/\s*[-:—–]\s*(?:19|20)\d\d$/u, '')
  return { key: queryKey({ ...standard, year: null }), number: name }
}
