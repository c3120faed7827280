import type { Problem } from '@jiju/kernel/problem'
import { fillText, type languageOf } from '@jiju/platform/http/problem-texts'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import type { BrokenRule } from '../contract/reservations.ts'

/** A problem as part of an answer that is no refusal, in the reader's language. */
export function presentProblem(problem: Problem, language: ReturnType<typeof languageOf>): BrokenRule {
  return {
    code: problem.code,
    message: fillText(PROBLEM_TEXTS[problem.code]?.[language] ?? problem.code, problem.params ?? {}, language),
    params: { ...problem.params },
    ...(problem.field !== undefined && { field: problem.field }),
  }
}
