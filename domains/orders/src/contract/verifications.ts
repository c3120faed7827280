import { SIGNATURE_OUTCOMES } from '@jiju/wire/signature'
import { z } from 'zod'

const instant = z.iso.datetime()

/** As typed or scanned: any case, with or without hyphens. */
export const VerifyParams = z.object({ code: z.string().min(1).max(60) })

const state = z.enum(['issued', 'replaced', 'withdrawn'])

/** What a stranger may know of a report: that it is genuine and how it stands; never the client, the sample or a result. */
export const Verification = z
  .object({
    code: z.string(),
    number: z.string(),
    providerName: z.string(),
    issuedAt: instant,
    state,
    endedAt: instant.nullable(),
    edition: z.int(),
    pages: z.int(),
    sizeBytes: z.int(),
    sha256: z.string(),
    signature: z.enum(SIGNATURE_OUTCOMES).describe('Checked now, on the stored file'),
    signer: z.string().nullable(),
    successorNumber: z.string().nullable(),
    editions: z
      .array(z.object({ edition: z.int(), state, sha256: z.string() }))
      .describe('Fingerprints of every edition, to recognise a file of another one'),
  })
  .meta({ id: 'Verification' })
export type Verification = z.infer<typeof Verification>

/** The token goes in the body: addresses end up in logs. */
export const OpenCopy = z.object({ token: z.string().min(1).max(100) }).meta({ id: 'OpenCopy' })

/** A copy that the client has released. */
export const ReportCopy = z
  .object({
    number: z.string(),
    providerName: z.string(),
    issuedAt: instant,
    state,
    edition: z.int(),
    pages: z.int(),
    sizeBytes: z.int(),
    sha256: z.string(),
    code: z.string(),
    recipient: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'ReportCopy' })
export type ReportCopy = z.infer<typeof ReportCopy>

/** What `jiju report verify` needs without a network, for reports and for every other paper that the platform's root vouches for. */
export const ReportBundle = z
  .object({
    madeAt: instant,
    publicAddress: z.string(),
    certificates: z.string().describe('Root certificates that vouch for the signatures, in PEM'),
    ended: z
      .array(z.object({ sha256: z.string(), state: z.enum(['replaced', 'withdrawn']), on: instant }))
      .describe('Files that no longer hold'),
    signature: z.string().nullable().describe('ECDSA P-256 with SHA-256 by the newest root, of all the rest; null while no root signs'),
  })
  .meta({ id: 'ReportBundle' })
