import type { Certificate, CertificateVerification } from '../../contract/certificates.ts'
import type { CertificateRow } from '../sql/certificates.ts'

/** What the paper says, and how it stands now; the same for its owner and for a stranger with the code. */
export function presentVerification(row: CertificateRow): CertificateVerification {
  return {
    code: row.code,
    content: row.content,
    sha256: row.sha256,
    pages: row.pages,
    sizeBytes: Number(row.size_bytes),
    issuedAt: row.issued_at.toISOString(),
    state: row.publication ? 'valid' : row.successor_run ? 'replaced' : 'withdrawn',
    publication: row.publication,
    successorRun: row.successor_run,
    withdrawReason: row.publication ? null : row.withdraw_reason,
    laterPeriod: row.later_period,
  }
}

export function presentCertificate(row: CertificateRow): Certificate {
  return { id: row.id, enterpriseId: row.enterprise_id, runId: row.run_id, ...presentVerification(row) }
}
