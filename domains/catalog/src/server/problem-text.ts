import type { ProblemParams } from '@jiju/kernel/problem'
import { fillText, type Language, type ProblemTexts } from '@jiju/platform/http/problem-texts'
import texts from '../contract/problems.json' with { type: 'json' }

export type { Language }

/** Texts of every problem of the catalogue. */
export const CATALOG_PROBLEM_TEXTS: ProblemTexts = texts

/** The text of a problem that is shown inside an answer, not as a refusal. */
export function problemText(code: string, language: Language, params: ProblemParams = {}): string {
  const text = CATALOG_PROBLEM_TEXTS[code]?.[language]
  return text ? fillText(text, params, language) : code
}
