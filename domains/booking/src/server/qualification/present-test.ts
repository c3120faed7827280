import type { KnowledgeTest, TestAttempt } from '../../contract/tests.ts'
import { shuffledOrder } from '../../core/qualification/tests.ts'
import type { TestRow } from '../sql/qualification/tests.ts'
import type { Attempt } from './take-test.ts'

export function presentTest(row: TestRow): KnowledgeTest {
  return {
    id: row.id,
    number: row.number,
    isDraft: row.published_at === null,
    publishedNumber: row.published_number,
    isRetired: row.is_retired,
    title: row.title,
    intro: row.intro,
    questions: row.questions.map(({ text, options, correct, isMultiple }) => ({
      text,
      options: [...options],
      correct: [...correct],
      isMultiple,
    })),
    passPercent: row.pass_percent,
    attemptLimit: row.attempt_limit,
    pauseHours: row.pause_hours,
    isShuffled: row.is_shuffled,
    grantsLevel: row.grants_level,
    resourceIds: [...row.resource_ids],
    validityMonths: row.validity_months,
    attempts: row.attempts,
    passed: row.passed,
    version: row.version,
  }
}

/** Questions and options in the order of the attempt; which are right is never sent. */
export function presentAttempt({ row, test }: Attempt): TestAttempt {
  const orderOf = (count: number, seed: number) =>
    test.is_shuffled ? shuffledOrder(count, seed) : Array.from({ length: count }, (_, index) => index)
  const { submitted_at: submittedAt, correct_count: correctCount, is_passed: isPassed } = row
  return {
    id: row.id,
    testId: row.test_id,
    title: test.title,
    attempt: row.attempt,
    startedAt: row.started_at.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    questions: orderOf(test.questions.length, row.seed).flatMap((position) => {
      const question = test.questions[position]
      if (!question) return []
      const options = orderOf(question.options.length, row.seed + position + 1).map((at) => ({
        position: at,
        text: question.options[at] ?? '',
      }))
      return [{ position, text: question.text, isMultiple: question.isMultiple, options }]
    }),
    result:
      submittedAt && correctCount !== null && isPassed !== null
        ? {
            correctCount,
            questionCount: row.question_count,
            passPercent: test.pass_percent,
            isPassed,
            grantedLevel: isPassed ? test.grants_level : null,
          }
        : null,
  }
}
