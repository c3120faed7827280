import type { Problem } from '@jiju/kernel/problem'

/** A question of a test of knowledge. `correct` are positions in `options`; more than one makes it a question of several choices. */
export type Question = {
  readonly text: string
  readonly options: readonly string[]
  readonly correct: readonly number[]
  readonly isMultiple: boolean
}

/** Chosen positions of each question, by the author's order, whatever order was shown. */
export type Answers = readonly (readonly number[])[]

export type Marks = { readonly correctCount: number; readonly questionCount: number; readonly isPassed: boolean }

/** A question counts when exactly the right options are chosen; passed from `passPercent` of the questions on. */
export function markAnswers(questions: readonly Question[], answers: Answers, passPercent: number): Marks {
  const isRight = (question: Question, index: number) => {
    const chosen = new Set(answers[index] ?? [])
    return chosen.size === question.correct.length && question.correct.every((position) => chosen.has(position))
  }
  const correctCount = questions.filter(isRight).length
  return { correctCount, questionCount: questions.length, isPassed: correctCount * 100 >= passPercent * questions.length }
}

/** Every question names options that exist, at least one, and exactly one unless several may be chosen. */
export function findQuestionProblems(questions: readonly Question[]): Problem[] {
  return questions.flatMap(({ options, correct, isMultiple }, index) => {
    const positions = new Set(correct)
    const isSound =
      positions.size === correct.length &&
      correct.length > 0 &&
      (isMultiple || correct.length === 1) &&
      correct.every((position) => position < options.length)
    if (isSound) return []
    return [
      { code: 'booking.question_without_answer', kind: 'refused', params: { number: index + 1 }, field: `/questions/${index}` } as const,
    ]
  })
}

type Attempts = { readonly used: number; readonly lastSubmittedAt: Date | null; readonly isPassed: boolean }

/** Why no new attempt may begin. */
export function findAttemptProblems(
  rules: { readonly attemptLimit: number | null; readonly pauseHours: number },
  attempts: Attempts,
  now: Date,
): Problem[] {
  if (attempts.isPassed) return [{ code: 'booking.test_passed_already', kind: 'refused' }]
  if (rules.attemptLimit !== null && attempts.used >= rules.attemptLimit)
    return [{ code: 'booking.test_attempts_used', kind: 'refused', params: { limit: rules.attemptLimit } }]
  const again = attempts.lastSubmittedAt && new Date(attempts.lastSubmittedAt.getTime() + rules.pauseHours * 3_600_000)
  if (again && again > now) return [{ code: 'booking.test_pause', kind: 'refused', params: { again: again.toISOString() } }]
  return []
}

/** The order in which `count` things are shown: the same for the same seed, every order as likely as another. */
export function shuffledOrder(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  let state = seed >>> 0
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1))
    ;[order[last], order[other]] = [order[other] as number, order[last] as number]
  }
  return order
}
