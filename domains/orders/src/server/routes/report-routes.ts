import { Refusal } from '@jiju/kernel/problem'
import { sendDownload } from '@jiju/platform/files/send-download'
import { sendFile } from '@jiju/platform/files/send-file'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OrderParams } from '../../contract/orders.ts'
import {
  DraftReport,
  EditReport,
  GiveReason,
  ListReports,
  NoBody,
  OrderReports,
  Report,
  ReportCounts,
  ReportList,
  ReportParams,
} from '../../contract/reports.ts'
import type { ReportAct } from '../../core/reports/report-machine.ts'
import { REPORT_STATES, type ReportState } from '../../core/reports/vocabulary.ts'
import type { Side } from '../../core/vocabulary.ts'
import type { OrdersDeps } from '../needs.ts'
import { ORDER_MISSING } from '../problems.ts'
import { composeReport } from '../reports/compose-report.ts'
import { draftReport } from '../reports/draft-report.ts'
import { editReport } from '../reports/edit-report.ts'
import { issueReport } from '../reports/issue-report.ts'
import { marksOfReport } from '../reports/marks-of-report.ts'
import { isHeldBack, presentReport, presentReportSummary } from '../reports/present-report.ts'
import { REPORT_MISSING } from '../reports/report-problems.ts'
import { signReport } from '../reports/sign-report.ts'
import { withdrawReport } from '../reports/withdraw-report.ts'
import { countReports, findReport, listReports, listReportsOfOrder, type ReportRow } from '../sql/reports/reports.ts'
import { findOrder } from '../sql/service-orders.ts'
import { sideOf } from './order-routes.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const OPEN: readonly ReportState[] = ['draft', 'prepared', 'checked', 'approved']
const ISSUED: readonly ReportState[] = ['issued', 'replaced', 'withdrawn']
/** A provider sees everything that it writes; whoever else is a party, what was issued. */
const visibleTo = (side: Side): readonly ReportState[] => (side === 'provider' ? REPORT_STATES : ISSUED)

type SigningAct = Extract<ReportAct, 'prepare' | 'check' | 'approve' | 'discard'>
const SIGNING: readonly { act: SigningAct; access: string; summary: string }[] = [
  { act: 'prepare', access: 'orders.report.prepare', summary: 'Sign as whoever prepared it; from here on it is not edited' },
  { act: 'check', access: 'orders.report.prepare', summary: 'Sign as whoever checked it, another person than the one who prepared it' },
  { act: 'approve', access: 'orders.report.approve', summary: 'Sign as whoever approved it, a third person' },
  { act: 'discard', access: 'orders.report.prepare', summary: 'Give a report in preparation up' },
]

/** Reports in preparation and issued, for the provider that writes them and the client that receives them. */
export async function reportRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const by = (request: FastifyRequest) => ({ providerId: organisationOf(request), personId: actorOf(request).userId })
  const present = (on: Parameters<typeof presentReport>[0], row: ReportRow, side: Side, request: FastifyRequest) =>
    presentReport(on, row, { side, actor: actorOf(request), needs, now: request.server.now() })

  /** The report and the reader's side of its order. Refuses with `orders.report_missing`. */
  async function open(request: FastifyRequest, id: string): Promise<{ row: ReportRow; side: Side }> {
    const row = await findReport(db, id)
    const side = row && sideOf(actorOf(request), { ...row, state: row.order_state })
    if (!row || !side || !visibleTo(side).includes(row.state)) throw new Refusal(REPORT_MISSING)
    return { row, side }
  }

  app.get(
    '/reports',
    {
      schema: {
        operationId: 'listReports',
        tags,
        summary: 'Reports of the own provider, newest first',
        querystring: ListReports,
        response: { 200: ReportList, ...problemResponses },
      },
      config: { access: 'orders.report.list' },
    },
    async (request) => {
      const { state, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listReports(db, {
        providerId: organisationOf(request),
        states: state === 'open' ? OPEN : [state],
        after: after && { createdAt: new Date(after[0]), id: after[1] },
        limit,
      })
      return toPage(rows, limit, presentReportSummary, (row) => [row.created_at.toISOString(), row.id])
    },
  )

  app.get(
    '/report-counts',
    {
      schema: {
        operationId: 'countReports',
        tags,
        summary: 'How many reports of the own provider wait at each step',
        response: { 200: ReportCounts, ...problemResponses },
      },
      config: { access: 'orders.report.list' },
    },
    async (request) => {
      const counts = await countReports(db, organisationOf(request))
      return {
        draft: counts.draft ?? 0,
        prepared: counts.prepared ?? 0,
        checked: counts.checked ?? 0,
        approved: counts.approved ?? 0,
        issued: counts.issued ?? 0,
      }
    },
  )

  app.get(
    '/orders/:id/reports',
    {
      schema: {
        operationId: 'listReportsOfOrder',
        tags,
        summary: 'Reports of an order, oldest first; the client sees those that were issued',
        params: OrderParams,
        response: { 200: OrderReports, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request) => {
      const order = await findOrder(db, request.params.id)
      const side = order && sideOf(actorOf(request), order)
      if (!order || !side) throw new Refusal(ORDER_MISSING)
      const rows = await listReportsOfOrder(db, order.id, visibleTo(side))
      return { items: await Promise.all(rows.map((row) => present(db, row, side, request))) }
    },
  )

  app.post(
    '/orders/:id/reports',
    {
      schema: {
        operationId: 'draftReport',
        tags,
        summary: 'Draft a report from what the order, its samples and its results say (Idempotency-Key)',
        params: OrderParams,
        body: DraftReport,
        response: { 201: Report, ...problemResponses },
      },
      config: { access: 'orders.report.prepare' },
    },
    async (request, reply) => {
      const wanted = by(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await draftReport(tx, command, request.params.id, request.body, wanted)
        return { status: 201, body: await present(tx, row, 'provider', request), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/reports/:id',
    {
      schema: {
        operationId: 'getReport',
        tags,
        summary: 'One report',
        params: ReportParams,
        response: { 200: Report, ...problemResponses },
      },
      config: { access: 'orders.order.read' },
    },
    async (request, reply) => {
      const { row, side } = await open(request, request.params.id)
      setVersion(reply, row.version)
      return present(db, row, side, request)
    },
  )

  app.put(
    '/reports/:id',
    {
      schema: {
        operationId: 'editReport',
        tags,
        summary: 'Keep what is written in a draft (If-Match)',
        params: ReportParams,
        body: EditReport,
        response: { 200: Report, ...problemResponses },
      },
      config: { access: 'orders.report.prepare' },
    },
    async (request, reply) => {
      const { providerId } = by(request)
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await editReport(tx, command, { reportId: request.params.id, version, providerId, content: request.body.content })
        return { status: 200, body: await present(tx, row, 'provider', request), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  for (const { act, access, summary } of SIGNING)
    app.post(
      `/reports/:id/${act}`,
      {
        schema: {
          operationId: `${act}Report`,
          tags,
          summary: `${summary} (If-Match)`,
          params: ReportParams,
          body: NoBody,
          response: { 200: Report, ...problemResponses },
        },
        config: { access },
      },
      async (request, reply) => {
        const wanted = { ...by(request), reportId: request.params.id, act, version: expectedVersion(request) }
        return runCommand(db, request, reply, async (tx, command) => {
          const row = await signReport(tx, command, needs, wanted)
          return { status: 200, body: await present(tx, row, 'provider', request), headers: { etag: versionTag(row.version) } }
        })
      },
    )

  app.post(
    '/reports/:id/return',
    {
      schema: {
        operationId: 'returnReport',
        tags,
        summary: 'Give a report back to be mended, with the reason; its signatures are void (If-Match)',
        params: ReportParams,
        body: GiveReason,
        response: { 200: Report, ...problemResponses },
      },
      config: { access: 'orders.report.return' },
    },
    async (request, reply) => {
      const { reason } = request.body
      const wanted = { ...by(request), reportId: request.params.id, act: 'return' as const, version: expectedVersion(request), reason }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await signReport(tx, command, needs, wanted)
        return { status: 200, body: await present(tx, row, 'provider', request), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/reports/:id/issue',
    {
      schema: {
        operationId: 'issueReport',
        tags,
        summary: 'Issue an approved report: number, signature and code are given and it never changes again (If-Match)',
        params: ReportParams,
        body: NoBody,
        response: { 200: Report, ...problemResponses },
      },
      config: { access: 'orders.report.approve' },
    },
    async (request, reply) => {
      const wanted = { ...by(request), reportId: request.params.id, version: expectedVersion(request) }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await issueReport(tx, command, needs, wanted)
        return { status: 200, body: await present(tx, row, 'provider', request), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.post(
    '/reports/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawReport',
        tags,
        summary: 'Take an issued report back without a successor, with the reason (If-Match)',
        params: ReportParams,
        body: GiveReason,
        response: { 200: Report, ...problemResponses },
      },
      config: { access: 'orders.report.approve' },
    },
    async (request, reply) => {
      const { reason } = request.body
      const wanted = { ...by(request), reportId: request.params.id, version: expectedVersion(request), reason }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await withdrawReport(tx, command, needs, wanted)
        return { status: 200, body: await present(tx, row, 'provider', request), headers: { etag: versionTag(row.version) } }
      })
    },
  )

  app.get(
    '/reports/:id/preview',
    {
      schema: { operationId: 'previewReport', tags, summary: 'A report in preparation as PDF, marked as a draft', params: ReportParams },
      config: { access: 'orders.report.list' },
    },
    async (request, reply) => {
      const { row, side } = await open(request, request.params.id)
      if (side !== 'provider') throw new Refusal(REPORT_MISSING)
      const now = request.server.now()
      const body = await writePdf(composeReport(row, { marks: await marksOfReport(db, row, now), issue: null, now }))
      return sendDownload(reply, { name: `${row.order_number}-draft.pdf`, type: 'application/pdf', body })
    },
  )

  app.get(
    '/reports/:id/file',
    {
      schema: { operationId: 'downloadReport', tags, summary: 'The signed PDF of an issued report', params: ReportParams },
      config: { access: 'orders.order.read' },
    },
    async (request, reply) => {
      const { row, side } = await open(request, request.params.id)
      if (!row.sha256) throw new Refusal(REPORT_MISSING)
      if (side === 'client' && (await isHeldBack(db, row))) throw new Refusal({ code: 'orders.results_held', kind: 'refused' })
      return sendFile(reply, needs.files, pdfOf(row))
    },
  )
}

/** An issued report as a stored file. */
export const pdfOf = (row: ReportRow) => ({ sha256: row.sha256 ?? '', name: `${row.number}.pdf`, mediaType: 'application/pdf' })
