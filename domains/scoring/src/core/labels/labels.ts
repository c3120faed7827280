import type { LocalDate } from '@jiju/kernel/local-date'
import { type CreditRule, gradeOf, whiteListsOf } from '../credit/grades.ts'

/** What other domains choose enterprises by: `stage:growth`, `grade:a`, `white_list:guarantee`, `step:gazelle`. */
export function labelsOf(known: {
  readonly stage: string | null
  readonly points: number | null
  readonly held: readonly string[]
  readonly rules: readonly CreditRule[]
  readonly day: LocalDate
}): string[] {
  const { stage, points, held, rules, day } = known
  const grade = points === null ? null : gradeOf(rules, day, points)
  return [
    ...(stage ? [`stage:${stage}`] : []),
    ...(grade ? [`grade:${grade.code}`] : []),
    ...(points === null ? [] : whiteListsOf(rules, day, points).map(({ code }) => `white_list:${code}`)),
    ...held.map((step) => `step:${step}`),
  ].sort()
}
