import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { cleanName } from '@jiju/platform/files/upload'
import { workbookStream } from '@jiju/platform/files/write-workbook'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ClauseEvaluation,
  EvaluateClause,
  EvaluationChoices,
  FiscalEvaluation,
  ListSupport,
  SupportImport,
  SupportParams,
  type SupportPayment,
  SupportPaymentList,
  WithdrawSupport,
} from '../../contract/evaluation.ts'
import { SUPPORT_COLUMNS } from '../../core/evaluation/support-file.ts'
import { evaluateClause, evaluateMoney, evaluationChoices } from '../evaluation/evaluate-clause.ts'
import { importSupport, readSupportFile } from '../evaluation/import-support.ts'
import type { ScoringDeps } from '../needs.ts'
import { listPayments, type PaymentRow, withdrawPayment } from '../sql/support.ts'

const tags = ['scoring']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MAX_BYTES = 10 * 1024 * 1024
const ByDay = z.tuple([z.iso.date(), z.uuid()])
const READ = { access: 'scoring.evaluation.read' } as const

const presentPayment = (row: PaymentRow): SupportPayment => ({
  id: row.id,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  clauseCode: row.clause_code,
  clauseName: row.clause_name,
  amount: formatFen(BigInt(row.amount_fen)),
  paidOn: row.paid_on,
  reference: row.reference,
})

/** The register of support payments, and what became of enterprises with and without them. */
export async function evaluationRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/support/imports',
    {
      schema: {
        operationId: 'importSupport',
        tags,
        summary:
          'Import support payments (multipart, CSV or xlsx of at most 10 MB); with one mistake nothing is taken over and all are named',
        consumes: ['multipart/form-data'],
        response: { 201: SupportImport, ...problemResponses },
      },
      config: { access: 'scoring.support.import' },
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: MAX_BYTES } })
      if (!part) throw new Refusal({ code: 'scoring.no_support_file', kind: 'invalid' })
      const content = await part.toBuffer()
      const rows = await readSupportFile(content)
      const by = actorOf(request).userId
      return runCommand(db, request, reply, async (tx, command) => ({
        status: 201,
        body: await importSupport(tx, command, { content, name: cleanName(part.filename), rows, by }),
      }))
    },
  )

  app.get(
    '/support/template',
    {
      schema: {
        operationId: 'downloadSupportTemplate',
        tags,
        summary: 'The register of support as an xlsx file to fill in',
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.support.import' },
    },
    async (_request, reply) =>
      sendDownload(reply, {
        name: 'jiju-support.xlsx',
        type: XLSX,
        body: workbookStream([{ title: '扶持资金拨付', headers: SUPPORT_COLUMNS.map(({ zh }) => zh), rows: [] }]),
      }),
  )

  app.get(
    '/support',
    {
      schema: {
        operationId: 'listSupport',
        tags,
        summary: 'Support payments that stand, newest first',
        querystring: ListSupport,
        response: { 200: SupportPaymentList, ...problemResponses },
      },
      config: { access: 'scoring.support.read' },
    },
    async (request) => {
      const { clause, cursor, limit } = request.query
      const after = decodeCursor(cursor, ByDay)
      const rows = await listPayments(db, { clause, after: after && { paidOn: after[0], id: after[1] }, limit })
      return toPage(rows, limit, presentPayment, (row) => [row.paid_on, row.id])
    },
  )

  app.post(
    '/support/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawSupport',
        tags,
        summary: 'Take back a payment that was recorded wrongly; it stays with its reason',
        params: SupportParams,
        body: WithdrawSupport,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'scoring.support.import' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id } = request.params
        const { reason } = request.body
        if (!(await withdrawPayment(tx, id, actorOf(request).userId, reason, command.now)))
          throw new Refusal({ code: 'scoring.payment_missing', kind: 'missing' })
        await command.audit({
          action: 'scoring.support.withdraw',
          subjectType: 'scoring.support_payment',
          subjectId: id,
          detail: { reason },
        })
        return { status: 204, body: null }
      }),
  )

  app.get(
    '/evaluation/choices',
    {
      schema: {
        operationId: 'getEvaluationChoices',
        tags,
        summary: 'Clauses that paid, and outcomes that can be looked at',
        response: { 200: EvaluationChoices, ...problemResponses },
      },
      config: READ,
    },
    async () => evaluationChoices(db),
  )

  app.get(
    '/evaluation',
    {
      schema: {
        operationId: 'evaluateClause',
        tags,
        summary: 'Difference in differences of an outcome for a clause and a year, with placebos and cautions',
        querystring: EvaluateClause,
        response: { 200: ClauseEvaluation, ...problemResponses },
      },
      config: READ,
    },
    async (request) => evaluateClause(db, request.query, needs.now()),
  )

  app.get(
    '/evaluation/money',
    {
      schema: {
        operationId: 'evaluateMoney',
        tags,
        summary: 'Money of each clause beside what changed among those who got it',
        response: { 200: FiscalEvaluation, ...problemResponses },
      },
      config: READ,
    },
    async () => evaluateMoney(db, needs.now()),
  )
}
