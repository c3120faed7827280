import { Refusal } from '@jiju/kernel/problem'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { listAudit } from '../audit/list-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { runCommand } from '../http/command.ts'
import { decodeCursor, toPage } from '../http/paging.ts'
import { problemResponses } from '../http/problems.ts'
import { countJobs, discardJob, listJobs, retryJob } from '../jobs/list-jobs.ts'
import { findMail, listMail } from '../mail/list-mail.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { findActorNames } from './actor-names.ts'
import {
  AuditListQuery,
  AuditPage,
  AuditVerification,
  AuditVerificationQuery,
  JobCounts,
  JobListQuery,
  JobPage,
  JobParams,
  Mail,
  MailListQuery,
  MailPage,
  MailParams,
} from './contract.ts'
import { presentAudit, presentJob, presentMail, presentVerification } from './present.ts'

export type OperationsDeps = { readonly db: Kysely<PlatformTables>; readonly now: () => Date }

const tags = ['operations']
const JOB_GONE = { code: 'operations.job_gone', kind: 'missing' } as const
const MAIL_GONE = { code: 'operations.mail_gone', kind: 'missing' } as const

/** Jobs that failed or wait: see, retry, discard. */
export async function jobRoutes(scope: FastifyInstance, { db }: OperationsDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/jobs',
    {
      config: { access: 'operations.job.list' },
      schema: {
        operationId: 'listJobs',
        tags,
        summary: 'Jobs that are not done, newest first',
        querystring: JobListQuery,
        response: { 200: JobPage, ...problemResponses },
      },
    },
    async (request) => {
      const { cursor, limit, state, name } = request.query
      const after = decodeCursor(cursor, z.tuple([z.string().regex(/^\d{1,18}$/)]))
      return toPage(await listJobs(db, { state, name, after, limit: limit + 1 }), limit, presentJob, (job) => [job.id])
    },
  )
  app.get(
    '/job-counts',
    {
      config: { access: 'operations.job.list' },
      schema: {
        operationId: 'countJobs',
        tags,
        summary: 'Number of jobs in each state',
        response: { 200: JobCounts, ...problemResponses },
      },
    },
    () => countJobs(db),
  )
  for (const [verb, act, summary] of [
    ['retry', retryJob, 'Make a job due now, with all its attempts before it'],
    ['discard', discardJob, 'Remove a job that nobody needs'],
  ] as const) {
    app.post(
      `/jobs/:id/${verb}`,
      {
        config: { access: `operations.job.${verb}` },
        schema: { operationId: `${verb}Job`, tags, summary, params: JobParams, response: { 204: z.null(), ...problemResponses } },
      },
      async (request, reply) =>
        runCommand(db, request, reply, async (tx, command) => {
          const { id } = request.params
          if (!(await act(tx, id))) throw new Refusal(JOB_GONE)
          await command.audit({ action: `operations.job.${verb}`, subjectType: 'job', subjectId: id })
          return { status: 204, body: null }
        }),
    )
  }
}

/** Letters of the platform; the text of those that no mail server takes. */
export async function mailRoutes(scope: FastifyInstance, { db }: OperationsDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/mails',
    {
      config: { access: 'operations.mail.list' },
      schema: {
        operationId: 'listMails',
        tags,
        summary: 'Letters, newest first',
        querystring: MailListQuery,
        response: { 200: MailPage, ...problemResponses },
      },
    },
    async (request) => {
      const { cursor, limit, state, q } = request.query
      const after = decodeCursor(cursor, z.tuple([z.uuid()]))
      return toPage(await listMail(db, { state, q, after, limit: limit + 1 }), limit, presentMail, (mail) => [mail.id])
    },
  )
  app.get(
    '/mails/:id',
    {
      config: { access: 'operations.mail.read' },
      schema: { operationId: 'getMail', tags, summary: 'One letter', params: MailParams, response: { 200: Mail, ...problemResponses } },
    },
    async (request) => {
      const mail = await findMail(db, request.params.id)
      if (!mail) throw new Refusal(MAIL_GONE)
      return {
        ...presentMail(mail),
        text: mail.text,
        html: mail.html,
        calendar: mail.calendar,
        attachments: [...mail.attachments],
      }
    },
  )
}

/** The audit log, and whether it is whole. */
export async function auditRoutes(scope: FastifyInstance, { db, now }: OperationsDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/audit-entries',
    {
      config: { access: 'operations.audit.list' },
      schema: {
        operationId: 'listAuditEntries',
        tags,
        summary: 'Who did what, newest first',
        querystring: AuditListQuery,
        response: { 200: AuditPage, ...problemResponses },
      },
    },
    async (request) => {
      const { cursor, limit, from, until, ...same } = request.query
      const filter = { ...same, ...(from && { from: new Date(from) }), ...(until && { until: new Date(until) }) }
      const after = decodeCursor(cursor, z.tuple([z.iso.datetime(), z.uuid()]))
      const rows = await listAudit(db, { filter, after, limit: limit + 1 })
      const names = await findActorNames(db, rows)
      return toPage(
        rows,
        limit,
        (row) => presentAudit(row, names),
        (row) => [row.at.toISOString(), row.id],
      )
    },
  )
  app.get(
    '/audit-verification',
    {
      config: { access: 'operations.audit.verify' },
      schema: {
        operationId: 'verifyAudit',
        tags,
        summary: 'Read the whole hash chain again',
        querystring: AuditVerificationQuery,
        response: { 200: AuditVerification, ...problemResponses },
      },
    },
    async (request) => presentVerification(await verifyAudit(db, request.query), now()),
  )
}
