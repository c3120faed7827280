import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import { keepBytes } from '@jiju/platform/files/keep-bytes'
import type { OrdersTables } from '../needs.ts'
import type { ClaimRow, FrozenEvidence } from '../sql/vouchers/claims.ts'
import { type Evidence, gatherEvidence, readStored } from './gather-evidence.ts'

/** What proves a claim: as it was when it was decided, or as it is now. */
export async function evidenceOf(db: Db<OrdersTables>, files: FileStore, claim: ClaimRow): Promise<Evidence> {
  const { evidence } = claim
  if (!evidence) return gatherEvidence(db, files, claim.voucher_id)
  return {
    papers: evidence.papers.map((paper) => ({ ...paper, read: () => readStored(files, paper.sha256) })),
    missing: evidence.missing,
    invoices: evidence.invoices.map(({ number, day, amountFen }) => ({
      invoice_number: number,
      invoice_day: day,
      amount_fen: BigInt(amountFen),
    })),
  }
}

/** Keeps what a claim is decided on: papers that were written from the records are stored, so that a later record does not change them. */
export async function freezeEvidence(files: FileStore, { papers, missing, invoices }: Evidence): Promise<FrozenEvidence> {
  for (const paper of papers) if (paper.origin === 'generated') await keepBytes(files, await paper.read(), paper.mediaType)
  return {
    papers: papers.map(({ read: _, ...paper }) => paper),
    missing,
    invoices: invoices.map((row) => ({ number: row.invoice_number, day: row.invoice_day, amountFen: row.amount_fen.toString() })),
  }
}
