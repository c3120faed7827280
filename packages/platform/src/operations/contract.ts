import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { JOB_STATES } from '../jobs/list-jobs.ts'
import { MAIL_STATES } from '../mail/list-mail.ts'

const instant = z.iso.datetime()
export const JobListQuery = z.object({
  ...pageQuery,
  state: z.enum(JOB_STATES).exactOptional(),
  name: z.string().max(128).exactOptional().describe('The name or its beginning'),
})

export const Job = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(JOB_STATES),
    payload: z.unknown(),
    attempts: z.number().int(),
    maxAttempts: z.number().int(),
    nextAttemptAt: instant.nullable().describe('Null when it was given up'),
    lastError: z.string().nullable(),
    createdAt: instant,
    startedAt: instant.nullable(),
  })
  .meta({ id: 'Job' })
export const JobPage = pageOf(Job).meta({ id: 'JobPage' })
export const JobCounts = z
  .object(Object.fromEntries(JOB_STATES.map((state) => [state, z.number().int()])) as Record<(typeof JOB_STATES)[number], z.ZodNumber>)
  .meta({ id: 'JobCounts' })
export const JobParams = z.object({ id: z.string().regex(/^\d{1,18}$/) })

export const MailListQuery = z.object({
  ...pageQuery,
  state: z.enum(MAIL_STATES).exactOptional(),
  q: z.string().max(200).exactOptional().describe('Part of the receiver or of the subject'),
})

export const MailSummary = z
  .object({
    id: z.uuid(),
    to: z.string(),
    subject: z.string(),
    language: z.enum(['zh', 'en']),
    state: z.enum(MAIL_STATES).describe('kept: no mail server is set, the letter can be read here only'),
    attempts: z.number().int(),
    lastError: z.string().nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'MailSummary' })
export const MailPage = pageOf(MailSummary).meta({ id: 'MailPage' })
export const Mail = MailSummary.extend({
  text: z.string().nullable().describe('Only of letters that are kept here: one on its way may hold the key to an account'),
  html: z.string().nullable(),
  calendar: z
    .object({ method: z.enum(['PUBLISH', 'REQUEST', 'CANCEL']), text: z.string() })
    .nullable()
    .describe('The iCalendar part that mail programs act on'),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), base64: z.string() })),
}).meta({ id: 'Mail' })
export const MailParams = z.object({ id: z.uuid() })

export const AuditListQuery = z.object({
  ...pageQuery,
  actorUserId: z.uuid().exactOptional(),
  actorOrganisationId: z.uuid().exactOptional(),
  action: z.string().max(100).exactOptional().describe('The whole action, or its beginning up to a dot: booking.reservation'),
  subjectType: z.string().max(100).exactOptional(),
  subjectId: z.string().max(200).exactOptional(),
  from: instant.exactOptional(),
  until: instant.exactOptional().describe('Not included'),
})

export const AuditRecord = z
  .object({
    id: z.uuid(),
    at: instant,
    actorUserId: z.uuid().nullable(),
    actorName: z.string().nullable(),
    actorOrganisationId: z.uuid().nullable(),
    actorOrganisationName: z.string().nullable(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    detail: z.unknown(),
    requestId: z.string().nullable(),
    isSealed: z.boolean(),
  })
  .meta({ id: 'AuditRecord' })
export const AuditPage = pageOf(AuditRecord).meta({ id: 'AuditPage' })

export const AuditVerificationQuery = z.object({
  anchor: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .exactOptional()
    .describe('The anchor that an earlier verification gave'),
})

export const AuditVerification = z
  .object({
    sealed: z.number().int(),
    unsealed: z.number().int(),
    anchor: z.string().nullable().describe('Keep it elsewhere: with it a later verification sees that the end was cut off'),
    findings: z
      .array(
        z.object({
          position: z.string(),
          entryId: z.uuid().nullable(),
          kind: z.enum(['changed', 'missing', 'chain_broken', 'gap', 'anchor_missing']),
        }),
      )
      .describe('The first 1,000'),
    findingCount: z.number().int(),
    verifiedAt: instant,
  })
  .meta({ id: 'AuditVerification' })
