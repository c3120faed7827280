import type { Figure } from './figures.ts'

/** What terms are about; an agreement has one version of each. In the order in which they are printed. */
export const TERMS_TOPICS = ['general', 'confidentiality', 'intellectual_property', 'liability', 'retention'] as const
export type TermsTopic = (typeof TERMS_TOPICS)[number]

export const TERMS_STATES = ['draft', 'published', 'retired'] as const
export type TermsState = (typeof TERMS_STATES)[number]

export const CHANGE_KINDS = ['replace', 'add', 'strike'] as const
export const CHANGE_STATES = ['proposed', 'accepted', 'refused', 'withdrawn'] as const
export type ChangeState = (typeof CHANGE_STATES)[number]

/** One clause; `key` names it within its terms and never changes. Where it states a length of time, its words hold a mark and `figure` the number. */
export type Clause = { readonly key: string; readonly heading: string; readonly text: string; readonly figure?: Figure }

/** A change of one clause of one topic. Of an added clause `key` is the new one's. */
export type ClauseChange = {
  readonly topic: TermsTopic
  readonly kind: (typeof CHANGE_KINDS)[number]
  readonly key: string
  readonly heading: string
  readonly text: string
  readonly figure?: Figure | null
}

/** Clauses of `topic` after the accepted `changes`, in their order: replaced in their place, struck out, or added at the end. */
export function applyChanges(topic: TermsTopic, clauses: readonly Clause[], changes: readonly ClauseChange[]): readonly Clause[] {
  return changes
    .filter((change) => change.topic === topic)
    .reduce<readonly Clause[]>((current, { kind, key, heading, text, figure }) => {
      const changed = { key, heading, text, ...(figure && { figure }) }
      if (kind === 'add') return current.some((clause) => clause.key === key) ? current : current.concat(changed)
      if (kind === 'strike') return current.filter((clause) => clause.key !== key)
      return current.map((clause) => (clause.key === key ? changed : clause))
    }, clauses)
}
