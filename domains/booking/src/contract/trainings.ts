import { pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { ENROLMENT_STATES, TRAINING_RESULTS, TRAINING_STATES } from '../core/qualification/trainings.ts'
import { levelOf } from './qualifications.ts'

const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/)

/** What a provider says about a session. */
const words = {
  title: z.string().trim().min(1).max(100),
  description: z.string().trim().max(2000).nullable(),
  location: z.string().trim().min(1).max(200),
  places: z.int().min(1).max(200),
}

export const PlanTraining = z
  .object({
    ...words,
    level: levelOf,
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    fee: money.describe('Yuan for each person; 0 is free'),
    trainerId: z.uuid().exactOptional().describe('One of the provider’s people; who plans it when absent'),
    testId: z.uuid().nullable().describe('A test that must be passed before'),
    resourceIds: z.array(z.uuid()).min(1).max(20),
    takesInstruments: z.boolean().describe('True keeps the instruments free of bookings during the session'),
  })
  .refine(({ start, end }) => start < end, { path: ['end'], params: { problem: 'booking.end_not_after_start' } })
  .meta({ id: 'PlanTraining' })
export type PlanTraining = z.infer<typeof PlanTraining>

export const EditTraining = z.object(words).meta({ id: 'EditTraining' })
export type EditTraining = z.infer<typeof EditTraining>

export const CancelTraining = z.object({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'CancelTraining' })

export const TrainingParams = z.object({ id: z.uuid() })

const ownEnrolment = z
  .object({ state: z.enum(ENROLMENT_STATES), waitingRank: z.int().nullable().describe('1 is the next to get a place') })
  .nullable()

/** A training session; the reader's own enrolment stands in it. */
export const Training = z
  .object({
    id: z.uuid(),
    number: z.string(),
    providerId: z.uuid(),
    providerName: z.string(),
    state: z.enum(TRAINING_STATES),
    ...words,
    level: levelOf,
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    zone: z.string(),
    fee: z.string().describe('Yuan'),
    trainerName: z.string(),
    test: z.object({ id: z.uuid(), title: z.string(), isPassed: z.boolean().describe('By the reader') }).nullable(),
    resources: z.array(z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() })),
    takesInstruments: z.boolean(),
    taken: z.int(),
    waiting: z.int(),
    endReason: z.string().nullable(),
    mine: ownEnrolment,
    canEnrol: z.boolean().describe('For the reader, now; without a free place the reader waits'),
    canLeave: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Training' })
export type Training = z.infer<typeof Training>

export const ListTrainings = z.object({
  scope: z
    .enum(['open', 'mine', 'provider'])
    .default('open')
    .describe('All that are to come, those with an own enrolment, or those of the own provider'),
  resourceId: z.uuid().exactOptional(),
  when: z.enum(['coming', 'past']).default('coming'),
  ...pageQuery,
})
export type ListTrainings = z.infer<typeof ListTrainings>

export const TrainingList = z.object({ items: z.array(Training), nextCursor: z.string().nullable() }).meta({ id: 'TrainingList' })

export const Enrolment = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    organisationName: z.string(),
    state: z.enum(ENROLMENT_STATES),
    place: z.int().nullable(),
    fee: z.string().describe('Yuan'),
    enrolledAt: z.iso.datetime(),
  })
  .meta({ id: 'TrainingEnrolment' })
export type Enrolment = z.infer<typeof Enrolment>

/** In order of places, then of waiting. */
export const EnrolmentList = z.object({ items: z.array(Enrolment) }).meta({ id: 'TrainingEnrolmentList' })

/** Attendance and results; who passed gets the level on the instruments of the session. */
export const RecordResults = z
  .object({
    results: z
      .array(z.object({ enrolmentId: z.uuid(), result: z.enum(TRAINING_RESULTS) }))
      .min(1)
      .max(200),
    validUntil: z.iso.date().nullable().exactOptional().describe('Last day of what is granted; by each instrument’s rule when absent'),
  })
  .meta({ id: 'RecordTrainingResults' })
export type RecordResults = z.infer<typeof RecordResults>
