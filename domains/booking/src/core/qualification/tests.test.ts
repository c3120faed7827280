import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAttemptProblems, findQuestionProblems, markAnswers, type Question, shuffledOrder } from './tests.ts'

const question = (correct: number[], isMultiple = false): Question => ({ text: '?', options: ['a', 'b', 'c', 'd'], correct, isMultiple })

describe('marks', () => {
  const questions = [question([1]), question([0, 2], true), question([3])]
  test.each([
    ['all right', [[1], [2, 0], [3]], 3],
    ['a right one among wrong ones does not count', [[1, 2], [0, 2, 3], [3]], 1],
    ['part of the right ones does not count', [[1], [0], []], 1],
    ['nothing', [], 0],
  ])('%s', (_, answers, correctCount) => {
    expect(markAnswers(questions, answers, 60)).toEqual({ correctCount, questionCount: 3, isPassed: correctCount * 100 >= 180 })
  })

  test('exactly the share passes', () => {
    const ten = Array.from({ length: 10 }, () => question([0]))
    const answers = (right: number) => ten.map((_, index) => [index < right ? 0 : 1])
    expect(markAnswers(ten, answers(8), 80).isPassed).toBe(true)
    expect(markAnswers(ten, answers(7), 80).isPassed).toBe(false)
  })
})

test('questions name sound answers', () => {
  expect(findQuestionProblems([question([1]), question([0, 3], true)])).toEqual([])
  const wrong = [question([]), question([0, 1]), question([4]), question([1, 1], true)]
  expect(findQuestionProblems(wrong).map(({ params }) => params?.number)).toEqual([1, 2, 3, 4])
})

test('attempts: limit, pause, passed', () => {
  const now = new Date('2026-11-23T01:40:00Z')
  const codes = (attempts: object) =>
    findAttemptProblems({ attemptLimit: 2, pauseHours: 24 }, { used: 0, lastSubmittedAt: null, isPassed: false, ...attempts }, now).map(
      ({ code }) => code,
    )
  expect(codes({})).toEqual([])
  expect(codes({ used: 2 })).toEqual(['booking.test_attempts_used'])
  expect(codes({ used: 1, lastSubmittedAt: new Date('2026-11-22T01:40:01Z') })).toEqual(['booking.test_pause'])
  expect(codes({ used: 1, lastSubmittedAt: new Date('2026-11-22T01:40:00Z') })).toEqual([])
  expect(codes({ used: 1, isPassed: true })).toEqual(['booking.test_passed_already'])
})

test('a shuffle is a permutation, the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0 }), (count, seed) => {
      const order = shuffledOrder(count, seed)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index))
      expect(shuffledOrder(count, seed)).toEqual(order)
    }),
  )
})
