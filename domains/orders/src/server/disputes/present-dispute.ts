import type { Db } from '@jiju/platform/database/pool'
import type { Dispute } from '../../contract/disputes.ts'
import type { OrdersTables } from '../needs.ts'
import { type DisputeRow, type EvidenceRow, listEvidence } from '../sql/disputes.ts'

export async function presentDisputes(db: Db<OrdersTables>, rows: readonly DisputeRow[]): Promise<Dispute[]> {
  const evidence = await listEvidence(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) =>
    presentDispute(
      row,
      evidence.filter(({ dispute_id }) => dispute_id === row.id),
    ),
  )
}

function presentDispute(row: DisputeRow, evidence: readonly EvidenceRow[]): Dispute {
  return {
    id: row.id,
    number: row.number,
    orderId: row.order_id,
    orderNumber: row.order_number,
    orderTitle: row.order_title,
    orderVersion: row.order_version,
    organisationName: row.organisation_name,
    providerName: row.provider_name,
    openedSide: row.opened_side,
    openedByName: row.opened_by_name,
    claim: row.claim,
    wanted: row.wanted,
    state: row.state,
    ruling: row.ruling,
    rulingWords: row.ruling_words,
    ruledByName: row.ruled_by_name,
    evidence: evidence.map((one) => ({
      id: one.id,
      side: one.side,
      personName: one.person_name,
      words: one.words,
      file:
        one.file_name === null || one.media_type === null || one.size_bytes === null
          ? null
          : { name: one.file_name, mediaType: one.media_type, sizeBytes: Number(one.size_bytes) },
      at: one.at.toISOString(),
    })),
    openedAt: row.opened_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}
