import { Refusal } from '@jiju/kernel/problem'
import { sendFile } from '@jiju/platform/files/send-file'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NewReportRelease, ReleaseParams, ReleaseReport, ReportParams, ReportReleases } from '../../contract/reports.ts'
import { OpenCopy, ReportBundle, ReportCopy, Verification, VerifyParams } from '../../contract/verifications.ts'
import type { OrdersDeps } from '../needs.ts'
import { isHeldBack } from '../reports/present-report.ts'
import { openCopy, releaseReport, revokeCopy } from '../reports/release-report.ts'
import { reportBundle } from '../reports/report-bundle.ts'
import { REPORT_MISSING } from '../reports/report-problems.ts'
import { verifyReport } from '../reports/verify-report.ts'
import { listReads, listReleases } from '../sql/reports/releases.ts'
import { findReport, type ReportRow } from '../sql/reports/reports.ts'
import { pdfOf } from './report-routes.ts'

const tags = ['orders']
const READS_SHOWN = 50
const HELD = { code: 'orders.results_held', kind: 'refused' } as const

/** What strangers may ask about a report, and the copies that its client lets them read. */
export async function verificationRoutes(scope: FastifyInstance, { db, needs }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/verifications/:code',
    {
      schema: {
        operationId: 'verifyReport',
        tags,
        summary: 'Whether a report is valid, replaced or withdrawn, by the code printed on it; never whose it is or what it says',
        params: VerifyParams,
        response: { 200: Verification, ...problemResponses },
      },
      // By address, signed in or not: eighty bits are not guessed at this pace.
      config: { access: 'orders.report.verify', ...sharedLimit(60, (request) => request.ip) },
    },
    async (request) => verifyReport(db, needs, request.params.code),
  )

  app.get(
    '/report-bundle',
    {
      schema: {
        operationId: 'getReportBundle',
        tags,
        summary: 'Certificates and fingerprints to check reports and certificates of points without a network, for `jiju report verify`',
        response: { 200: ReportBundle, ...problemResponses },
      },
      config: { access: 'orders.report.verify', ...sharedLimit(30, (request) => request.ip) },
    },
    async (request) =>
      reportBundle(db, {
        publicAddress: needs.publicAddress,
        authSecret: needs.authSecret,
        now: request.server.now(),
        endedElsewhere: await needs.endedElsewhere(db),
      }),
  )

  app.post(
    '/report-copies/open',
    {
      schema: {
        operationId: 'openReportCopy',
        tags,
        summary: 'A copy that its client has released, by the link',
        body: OpenCopy,
        response: { 200: ReportCopy, ...problemResponses },
      },
      config: { access: 'orders.report_copy.verify', ...sharedLimit(60, (request) => request.ip) },
    },
    async (request) => {
      const visit = { act: 'opened', address: request.ip, now: request.server.now() } as const
      const { release, report } = await openCopy(db, request.body.token, visit)
      return {
        number: report.number ?? '',
        providerName: report.provider_name,
        issuedAt: report.issued_at?.toISOString() ?? '',
        state: report.state as ReportCopy['state'],
        edition: report.edition,
        pages: report.pages ?? 0,
        sizeBytes: Number(report.size_bytes),
        sha256: report.sha256 ?? '',
        code: report.code ?? '',
        recipient: release.recipient,
        expiresAt: release.expires_at.toISOString(),
      }
    },
  )

  app.post(
    '/report-copies/download',
    {
      schema: { operationId: 'downloadReportCopy', tags, summary: 'The signed PDF of a released copy', body: OpenCopy },
      config: { access: 'orders.report_copy.verify', ...sharedLimit(30, (request) => request.ip) },
    },
    async (request, reply) => {
      const visit = { act: 'downloaded', address: request.ip, now: request.server.now() } as const
      const { report } = await openCopy(db, request.body.token, visit)
      return sendFile(reply, needs.files, pdfOf(report))
    },
  )

  /** An issued report of the own organisation's order. Refuses with `orders.report_missing`. */
  async function own(request: FastifyRequest, id: string): Promise<ReportRow> {
    const row = await findReport(db, id)
    if (!row?.sha256 || row.organisation_id !== organisationOf(request)) throw new Refusal(REPORT_MISSING)
    return row
  }

  app.get(
    '/reports/:id/releases',
    {
      schema: {
        operationId: 'listReportReleases',
        tags,
        summary: 'Who was given a copy of an own report, until when, and when it was read',
        params: ReportParams,
        response: { 200: ReportReleases, ...problemResponses },
      },
      config: { access: 'orders.report.release' },
    },
    async (request) => {
      const report = await own(request, request.params.id)
      const reads = await listReads(db, report.id, READS_SHOWN)
      return {
        items: (await listReleases(db, report.id)).map((row) => ({
          id: row.id,
          recipient: row.recipient,
          note: row.note,
          createdAt: row.created_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          revokedAt: row.revoked_at?.toISOString() ?? null,
          reads: reads
            .filter(({ release_id }) => release_id === row.id)
            .map(({ act, address, at }) => ({ act, address, at: at.toISOString() })),
        })),
      }
    },
  )

  app.post(
    '/reports/:id/releases',
    {
      schema: {
        operationId: 'releaseReport',
        tags,
        summary: 'Let somebody else read a copy for some days; the link is shown once (Idempotency-Key)',
        params: ReportParams,
        body: ReleaseReport,
        response: { 201: NewReportRelease, ...problemResponses },
      },
      config: { access: 'orders.report.release' },
    },
    async (request, reply) => {
      const report = await own(request, request.params.id)
      if (await isHeldBack(db, report)) throw new Refusal(HELD)
      const by = { organisationId: organisationOf(request), personId: actorOf(request).userId }
      return runCommand(
        db,
        request,
        reply,
        async (tx, command) => ({ status: 201, body: await releaseReport(tx, command, needs, report, request.body, by) }),
        { holdsSecret: true },
      )
    },
  )

  app.delete(
    '/reports/:id/releases/:releaseId',
    {
      schema: {
        operationId: 'revokeReportRelease',
        tags,
        summary: 'Take a link back',
        params: ReleaseParams,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: 'orders.report.release' },
    },
    async (request, reply) => {
      const report = await own(request, request.params.id)
      const { userId } = actorOf(request)
      return runCommand(db, request, reply, async (tx, command) => {
        await revokeCopy(tx, command, report.id, request.params.releaseId, userId)
        return { status: 204, body: null }
      })
    },
  )
}
