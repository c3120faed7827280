import { Refusal } from '@jiju/kernel/problem'
import { readVerificationCode } from '@jiju/kernel/verification-code'
import type { Db } from '@jiju/platform/database/pool'
import { checkStored } from '@jiju/platform/pdf/check-stored'
import type { Verification } from '../../contract/verifications.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { findReportByCode, listEditions } from '../sql/reports/reports.ts'
import { listRoots } from '../sql/reports/signing-keys.ts'

const UNKNOWN = { code: 'orders.code_unknown', kind: 'missing' } as const

/** What a stranger learns from a code. A code that nobody has and one that cannot be one are answered alike. Refuses with `orders.code_unknown`. */
export async function verifyReport(db: Db<OrdersTables>, { files }: Pick<OrdersNeeds, 'files'>, typed: string): Promise<Verification> {
  const code = readVerificationCode(typed)
  const report = code === undefined ? undefined : await findReportByCode(db, code)
  if (!report?.sha256 || !report.number || !report.issued_at) throw new Refusal(UNKNOWN)
  const signature = await checkStored(files, report.sha256, await listRoots(db))
  return {
    code: report.code ?? '',
    number: report.number,
    providerName: report.provider_name,
    issuedAt: report.issued_at.toISOString(),
    state: report.state as Verification['state'],
    endedAt: report.ended_at?.toISOString() ?? null,
    edition: report.edition,
    pages: report.pages ?? 0,
    sizeBytes: Number(report.size_bytes),
    sha256: report.sha256,
    signature: signature.outcome,
    signer: signature.signer,
    successorNumber: report.successor_number,
    editions: await listEditions(db, report.id),
  }
}
