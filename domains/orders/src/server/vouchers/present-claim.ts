import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import type { z } from 'zod'
import type { VoucherClaim, VoucherClaimSummary, VoucherClaimSums, VoucherEvidence } from '../../contract/voucher-claims.ts'
import { claimActsOf } from '../../core/vouchers/claims.ts'
import type { OrdersTables } from '../needs.ts'
import { type ClaimRow, type ClaimSum, listClaimSteps } from '../sql/vouchers/claims.ts'
import { evidenceOf } from './frozen-evidence.ts'
import type { Evidence } from './gather-evidence.ts'
import words from './paper-words.json' with { type: 'json' }

export type ClaimSide = 'office' | 'provider'

export function presentClaim(row: ClaimRow, side: ClaimSide): VoucherClaimSummary {
  return {
    voucherId: row.voucher_id,
    number: row.number,
    programmeId: row.programme_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    providerId: row.provider_id,
    providerName: row.provider_name,
    organisationName: row.organisation_name,
    orderId: row.order_id,
    orderNumber: row.order_number,
    orderTitle: row.order_title,
    total: formatFen(row.total_fen),
    eligible: formatFen(row.eligible_fen),
    amount: formatFen(row.amount_fen),
    month: row.month,
    state: row.state,
    version: row.version,
    answerUntil: row.answer_until?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by_name,
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    acts: claimActsOf(row.state, side, row.has_fault),
  }
}

function presentEvidence({ papers, missing, invoices }: Evidence, isFrozen: boolean): VoucherEvidence {
  return {
    isFrozen,
    papers: papers.map(({ kind, name, origin, sha256, sizeBytes, addedBy }) => ({ kind, name, origin, sha256, sizeBytes, addedBy })),
    missing: [...missing],
    invoices: invoices.map((row) => ({ number: row.invoice_number, day: row.invoice_day, amount: formatFen(row.amount_fen) })),
  }
}

/** A claim with its history and what proves it. */
export async function readClaim(db: Db<OrdersTables>, files: FileStore, row: ClaimRow, side: ClaimSide): Promise<VoucherClaim> {
  const steps = await listClaimSteps(db, row.voucher_id)
  return {
    ...presentClaim(row, side),
    steps: steps.map((step) => ({ act: step.act, personName: step.person_name, words: step.words, at: step.at.toISOString() })),
    evidence: presentEvidence(await evidenceOf(db, files, row), row.evidence !== null),
    hasFault: row.has_fault,
  }
}

/** Claims as a sheet that the office files; written in Chinese, like the papers. */
export function claimsTable(rows: readonly ClaimRow[]): WorkbookTable {
  const { claims } = words
  return {
    title: claims.title,
    headers: claims.headers,
    rows: rows.map((row) => [
      row.month,
      row.number,
      row.name_zh,
      row.provider_name,
      row.organisation_name,
      row.order_number,
      row.order_title,
      Number(formatFen(row.total_fen)),
      Number(formatFen(row.eligible_fen)),
      Number(formatFen(row.amount_fen)),
      claims.states[row.state],
      row.decided_at?.toISOString().slice(0, 10) ?? '',
      row.reason ?? '',
    ]),
  }
}

export const presentSum = (row: ClaimSum): z.infer<typeof VoucherClaimSums>['items'][number] => ({
  month: row.month,
  programmeId: row.programme_id,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  providerId: row.provider_id,
  providerName: row.provider_name,
  count: row.count,
  amount: formatFen(row.amount_fen),
  open: row.open,
  accepted: formatFen(row.accepted_fen),
  rejected: formatFen(row.rejected_fen),
})
