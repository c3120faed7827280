import { pageOf, pageQuery } from '@jiju/wire/page'
import { SIGNATURE_OUTCOMES } from '@jiju/wire/signature'
import { z } from 'zod'

export const CertificateParams = z.object({ id: z.uuid() })
export const CertificateCodeParams = z.object({ code: z.string().min(1).max(60) })

const words = z.object({ zh: z.string(), en: z.string() })

export const IssueCertificate = z
  .object({
    runId: z.uuid().describe('A run on notice or final'),
    enterpriseId: z.uuid().exactOptional().describe('For the office; an enterprise gets its own'),
  })
  .meta({ id: 'IssueScoringCertificate' })
export type IssueCertificate = z.infer<typeof IssueCertificate>

/** What the paper says, word for word. */
export const CertificateContent = z
  .object({
    number: z.string(),
    enterpriseName: z.string(),
    creditCode: z.string(),
    runNumber: z.string(),
    period: z.string(),
    asOf: z.iso.date(),
    dataDate: z.iso.datetime(),
    model: z.object({ code: z.string(), version: z.string(), name: words, certainty: z.string(), scale: z.number() }),
    publication: z.enum(['notice', 'final']),
    score: z.string(),
    rankAll: z.int(),
    scoredCount: z.int(),
    stage: z.object({ name: words, rank: z.int(), count: z.int() }).nullable(),
    coverageRatio: z.number(),
    branches: z.array(z.object({ name: words, points: z.string().nullable() })),
    resultSha256: z.string(),
  })
  .meta({ id: 'ScoringCertificateContent' })
export type CertificateContent = z.infer<typeof CertificateContent>

const CERTIFICATE_STATES = ['valid', 'replaced', 'withdrawn'] as const

const standing = {
  state: z
    .enum(CERTIFICATE_STATES)
    .describe('`replaced`: a newer run corrects the one that it rests on; `withdrawn`: no list stands on it any more'),
  publication: z.enum(['notice', 'final']).nullable().describe('How the run stands before the public now'),
  successorRun: z.string().nullable().describe('The published run that corrects it; with `valid`: one that is on notice and not final yet'),
  endedAt: z.iso.datetime().nullable(),
  withdrawReason: z.string().nullable(),
  laterPeriod: z.string().nullable().describe('A later period that the same model has been published for'),
}

export const Certificate = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    runId: z.uuid(),
    code: z.string(),
    content: CertificateContent,
    sha256: z.string(),
    pages: z.int(),
    sizeBytes: z.int(),
    issuedAt: z.iso.datetime(),
    ...standing,
  })
  .meta({ id: 'ScoringCertificate' })
export type Certificate = z.infer<typeof Certificate>
export const CertificatePage = pageOf(Certificate).meta({ id: 'ScoringCertificatePage' })
export const ListCertificates = z.object({ ...pageQuery, enterpriseId: z.uuid().exactOptional() })

/** What a stranger learns from the code on a certificate: whether it holds, and what the paper says. */
export const CertificateVerification = z
  .object({
    code: z.string(),
    content: CertificateContent,
    sha256: z.string(),
    pages: z.int(),
    sizeBytes: z.int(),
    issuedAt: z.iso.datetime(),
    ...standing,
    signature: z.enum(SIGNATURE_OUTCOMES).describe('Checked now, on the stored file'),
    signer: z.string().nullable(),
  })
  .meta({ id: 'ScoringCertificateVerification' })
export type CertificateVerification = z.infer<typeof CertificateVerification>
