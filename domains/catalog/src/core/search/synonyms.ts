import { compactKey, normalise } from './normalise.ts'

/** Terms that mean the same thing, as people write them. */
export type SynonymGroup = { readonly terms: readonly string[] }

/** Words that say nothing beside a term: 高效液相色谱仪 is found as HPLC without 仪. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set([
  '仪',
  '仪器',
  '机',
  '器',
  '设备',
  '系统',
  '装置',
  '平台',
  '分析',
  '分析仪',
  '检测',
  '检验',
  '测试',
  '试验',
  '测定',
  '服务',
])

/** The query with one or more terms replaced, and which terms were put in. */
type Expansion = { readonly text: string; readonly terms: readonly string[] }

const MAX_EXPANSIONS = 24

type Found = { readonly group: SynonymGroup; readonly start: number; readonly end: number }

/** Every way to say the query with other words for the same thing; the longest known term wins where two overlap. */
export function expandTerms(text: string, groups: readonly SynonymGroup[]): Expansion[] {
  const query = normalise(text)
  const found = findTerms(query, groups)
  let expansions: Expansion[] = [{ text: query, terms: [] }]
  // From the end, so that earlier offsets stay true.
  for (const { group, start, end } of [...found].sort((a, b) => b.start - a.start)) {
    const same = compactKey(query.slice(start, end))
    const others = group.terms.filter((term) => compactKey(term) !== same)
    expansions = expansions.flatMap((expansion) => [
      expansion,
      ...others.map((term) => ({
        text: `${expansion.text.slice(0, start)} ${term} ${expansion.text.slice(end)}`,
        terms: [...expansion.terms, term],
      })),
    ])
  }
  return expansions.filter(({ terms }) => terms.length > 0).slice(0, MAX_EXPANSIONS)
}

const forms = new WeakMap<SynonymGroup, readonly string[]>()

/** How the terms of a group may stand in a normalised query: with and without their gaps. */
function formsOf(group: SynonymGroup): readonly string[] {
  const known = forms.get(group)
  if (known) return known
  const found = [...new Set(group.terms.flatMap((term) => [normalise(term), compactKey(term)]))]
  forms.set(group, found)
  return found
}

function findTerms(query: string, groups: readonly SynonymGroup[]): Found[] {
  const found: Found[] = []
  for (const group of groups) {
    for (const form of formsOf(group)) {
      const start = indexOfTerm(query, form)
      if (start >= 0) found.push({ group, start, end: start + form.length })
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: Found[] = []
  for (const candidate of found) {
    const isFree = kept.every(({ group, start, end }) =>
      group === candidate.group ? false : candidate.end <= start || end <= candidate.start,
    )
    if (isFree) kept.push(candidate)
  }
  return kept.slice(0, 3)
}

const WORD = /[\p{L}\p{N}]/u
const HAN = /[\p{Script=Han}]/u

/** A Chinese term anywhere; a Latin one only as whole words. */
function indexOfTerm(query: string, term: string): number {
  if (term === '') return -1
  for (let at = query.indexOf(term); at >= 0; at = query.indexOf(term, at + 1)) {
    const before = query.charAt(at - 1)
    const after = query.charAt(at + term.length)
    const cutsBefore = !HAN.test(term.charAt(0)) && WORD.test(before) && !HAN.test(before)
    const cutsAfter = !HAN.test(term.charAt(term.length - 1)) && WORD.test(after) && !HAN.test(after)
    if (!cutsBefore && !cutsAfter) return at
  }
  return -1
}
