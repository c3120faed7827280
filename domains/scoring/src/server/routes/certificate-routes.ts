import { Refusal } from '@jiju/kernel/problem'
import { readVerificationCode } from '@jiju/kernel/verification-code'
import { sendFile } from '@jiju/platform/files/send-file'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import { checkStored } from '@jiju/platform/pdf/check-stored'
import { fileResponse } from '@jiju/wire/file'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  Certificate,
  CertificateCodeParams,
  CertificatePage,
  CertificateParams,
  CertificateVerification,
  IssueCertificate,
  ListCertificates,
} from '../../contract/certificates.ts'
import { issueCertificate } from '../certificates/issue-certificate.ts'
import { presentCertificate, presentVerification } from '../certificates/present-certificate.ts'
import type { ScoringDeps } from '../needs.ts'
import { ENTERPRISE_MISSING } from '../problems.ts'
import { type CertificateRow, findCertificate, findCertificateByCode, listCertificates } from '../sql/certificates.ts'
import { findEnterpriseName, findEnterpriseOf } from '../sql/enterprise-names.ts'

const tags = ['scoring']
const ByTime = z.tuple([z.iso.datetime(), z.uuid()])
const CERTIFICATE_MISSING = { code: 'scoring.certificate_missing', kind: 'missing' } as const

/** Certificates of points, and what strangers may ask of one. */
export async function certificateRoutes(scope: FastifyInstance, { db, needs }: ScoringDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  const isOffice = (request: FastifyRequest) => actorOf(request).organisationKind === 'operator'

  /** The enterprise that the reader is, or the one that the office names. */
  async function enterpriseOf(request: FastifyRequest, named: string | undefined): Promise<string> {
    const found = isOffice(request) ? named && (await findEnterpriseName(db, named)) : await findEnterpriseOf(db, organisationOf(request))
    if (!found) throw new Refusal(ENTERPRISE_MISSING)
    if (named !== undefined && named !== found.id) throw new Refusal(ENTERPRISE_MISSING)
    return found.id
  }

  async function getSeen(request: FastifyRequest, id: string): Promise<CertificateRow> {
    const row = await findCertificate(db, id)
    const own = row && !isOffice(request) ? await findEnterpriseOf(db, organisationOf(request)) : undefined
    if (!row || (!isOffice(request) && own?.id !== row.enterprise_id)) throw new Refusal(CERTIFICATE_MISSING)
    return row
  }

  app.post(
    '/certificates',
    {
      schema: {
        operationId: 'issueScoringCertificate',
        tags,
        summary: 'Issue a certificate of a published run as PDF with a code that anybody can check',
        body: IssueCertificate,
        response: { 201: Certificate, ...problemResponses },
      },
      config: { access: 'scoring.certificate.issue', ...sharedLimit(20) },
    },
    async (request, reply) => {
      const enterpriseId = await enterpriseOf(request, request.body.enterpriseId)
      const wanted = { runId: request.body.runId, enterpriseId, personId: actorOf(request).userId }
      return runCommand(db, request, reply, async (tx, command) => {
        const row = await findCertificate(tx, await issueCertificate(tx, command, needs, wanted))
        if (!row) throw new Error('a certificate that was issued is gone')
        return { status: 201, body: presentCertificate(row) }
      })
    },
  )

  app.get(
    '/certificates',
    {
      schema: {
        operationId: 'listScoringCertificates',
        tags,
        summary: 'Certificates of the own enterprise, for the office of any; newest first',
        querystring: ListCertificates,
        response: { 200: CertificatePage, ...problemResponses },
      },
      config: { access: 'scoring.certificate.read' },
    },
    async (request) => {
      const { enterpriseId, cursor, limit } = request.query
      const named = isOffice(request) ? enterpriseId : await enterpriseOf(request, enterpriseId)
      const after = decodeCursor(cursor, ByTime)
      const rows = await listCertificates(db, { enterpriseId: named, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(rows, limit, presentCertificate, (row) => [row.issued_at.toISOString(), row.id])
    },
  )

  app.get(
    '/certificates/:id/file',
    {
      schema: {
        operationId: 'readScoringCertificate',
        tags,
        summary: 'The PDF of a certificate',
        params: CertificateParams,
        response: { ...fileResponse, ...problemResponses },
      },
      config: { access: 'scoring.certificate.read' },
    },
    async (request, reply) => {
      const row = await getSeen(request, request.params.id)
      return sendFile(reply, needs.files, { name: `${row.number}.pdf`, sha256: row.sha256, mediaType: 'application/pdf' })
    },
  )

  app.get(
    '/verifications/:code',
    {
      schema: {
        operationId: 'verifyScoringCertificate',
        tags,
        summary: 'Whether a certificate is valid, replaced or withdrawn, by the code printed on it, and what the paper says',
        params: CertificateCodeParams,
        response: { 200: CertificateVerification, ...problemResponses },
      },
      // By address, signed in or not: eighty bits are not guessed at this pace.
      config: { access: 'scoring.certificate.verify', ...sharedLimit(60, (request) => request.ip) },
    },
    async (request) => {
      const code = readVerificationCode(request.params.code)
      const row = code === undefined ? undefined : await findCertificateByCode(db, code)
      // A code that nobody has and one that cannot be one are answered alike.
      if (!row) throw new Refusal({ code: 'scoring.certificate_unknown', kind: 'missing' })
      return presentVerification(row, await checkStored(needs.files, row.sha256, await needs.signingRoots(db)))
    },
  )
}
