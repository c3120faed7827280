import type { SignatureCheck } from '@jiju/platform/pdf/verify-pdf'
import type { Certificate, CertificateVerification } from '../../contract/certificates.ts'
import type { CertificateRow } from '../sql/certificates.ts'

/** What the paper says, and how it stands now. */
function presentStanding(row: CertificateRow) {
  return {
    code: row.code,
    content: row.content,
    sha256: row.sha256,
    pages: row.pages,
    sizeBytes: Number(row.size_bytes),
    issuedAt: row.issued_at.toISOString(),
    state: row.state,
    endedAt: row.ended_at?.toISOString() ?? null,
    publication: row.publication,
    successorRun: row.successor_run,
    withdrawReason: row.state === 'withdrawn' ? row.withdraw_reason : null,
    laterPeriod: row.later_period,
  }
}

/** For a stranger with the code, who is told as well what the signature of the stored file says. */
export function presentVerification(row: CertificateRow, { outcome, signer }: SignatureCheck): CertificateVerification {
  return { ...presentStanding(row), signature: outcome, signer }
}

export function presentCertificate(row: CertificateRow): Certificate {
  return { id: row.id, enterpriseId: row.enterprise_id, runId: row.run_id, ...presentStanding(row) }
}
