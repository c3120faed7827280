import { z } from 'zod'
import { levelOf } from './qualifications.ts'

const question = z.object({
  text: z.string().trim().min(1).max(500),
  options: z.array(z.string().trim().min(1).max(300)).min(2).max(10),
  correct: z.array(z.int().min(0).max(9)).min(1).max(10).describe('Positions in `options`'),
  isMultiple: z.boolean().describe('Several may be chosen, and all right ones must be'),
})

/** A test as its author writes it. */
export const KnowledgeTestEntry = z
  .object({
    title: z.string().trim().min(1).max(100),
    intro: z.string().trim().max(2000).nullable(),
    questions: z.array(question).min(1).max(100),
    passPercent: z.int().min(1).max(100),
    attemptLimit: z.int().min(1).max(20).nullable().describe('null is no limit'),
    pauseHours: z.int().min(0).max(720).describe('Between two attempts'),
    isShuffled: z.boolean(),
    grantsLevel: levelOf.nullable().describe('null only opens trainings that ask for the test'),
    resourceIds: z.array(z.uuid()).max(50).describe('Instruments on which the level is granted'),
    validityMonths: z.int().min(1).max(120).nullable(),
  })
  .meta({ id: 'EditKnowledgeTest' })
export type KnowledgeTestEntry = z.infer<typeof KnowledgeTestEntry>

/** For its author: the newest version, draft or published. */
export const KnowledgeTest = z
  .object({
    id: z.uuid(),
    number: z.int().describe('Of the version'),
    isDraft: z.boolean(),
    publishedNumber: z.int().nullable(),
    isRetired: z.boolean(),
    ...KnowledgeTestEntry.shape,
    attempts: z.int(),
    passed: z.int(),
    version: z.int(),
  })
  .meta({ id: 'KnowledgeTest' })
export type KnowledgeTest = z.infer<typeof KnowledgeTest>

export const KnowledgeTestList = z.object({ items: z.array(KnowledgeTest) }).meta({ id: 'KnowledgeTestList' })
export const KnowledgeTestParams = z.object({ id: z.uuid() })

/** A published test as people meet it, before the first question. */
export const KnowledgeTestCover = z
  .object({
    id: z.uuid(),
    providerName: z.string(),
    title: z.string(),
    intro: z.string().nullable(),
    questionCount: z.int(),
    passPercent: z.int(),
    attemptLimit: z.int().nullable(),
    pauseHours: z.int(),
    grantsLevel: z.int().nullable(),
    resources: z.array(z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() })),
    mine: z.object({
      used: z.int(),
      isPassed: z.boolean(),
      openAttemptId: z.uuid().nullable(),
      canBegin: z.boolean(),
      againAt: z.iso.datetime().nullable().describe('When the pause ends'),
    }),
  })
  .meta({ id: 'KnowledgeTestCover' })
export type KnowledgeTestCover = z.infer<typeof KnowledgeTestCover>

/** An attempt: questions and options in the order shown, right answers never. `position`s are those that answers name. */
export const TestAttempt = z
  .object({
    id: z.uuid(),
    testId: z.uuid(),
    title: z.string(),
    attempt: z.int(),
    startedAt: z.iso.datetime(),
    submittedAt: z.iso.datetime().nullable(),
    questions: z.array(
      z.object({
        position: z.int(),
        text: z.string(),
        isMultiple: z.boolean(),
        options: z.array(z.object({ position: z.int(), text: z.string() })),
      }),
    ),
    result: z
      .object({
        correctCount: z.int(),
        questionCount: z.int(),
        passPercent: z.int(),
        isPassed: z.boolean(),
        grantedLevel: z.int().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'TestAttempt' })
export type TestAttempt = z.infer<typeof TestAttempt>

export const SubmitAnswers = z
  .object({
    answers: z
      .array(z.object({ position: z.int().min(0).max(99), chosen: z.array(z.int().min(0).max(9)).max(10) }))
      .max(100)
      .describe('A question that is left out counts as wrong'),
  })
  .meta({ id: 'SubmitTestAnswers' })
export type SubmitAnswers = z.infer<typeof SubmitAnswers>
