import { formatFen } from '@jiju/kernel/money'
import type { ImportedOrder, OrderImport } from '../../contract/imports.ts'
import type { ImportedRow, ImportRow } from '../sql/imports.ts'

const PREVIEWED = 50
const MAX_FAULTS = 500

export function presentImportSummary(row: ImportRow): Omit<OrderImport, 'preview' | 'faults'> {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    version: row.version,
    lineCount: row.line_count,
    faultCount: row.fault_count,
    outcome: row.outcome,
    uploadedByName: row.uploaded_by_name,
    uploadedAt: row.uploaded_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
  }
}

export function presentImport(row: ImportRow): OrderImport {
  return {
    ...presentImportSummary(row),
    preview: row.lines.orders.slice(0, PREVIEWED).map(({ totalFen, ...order }) => ({ ...order, total: formatFen(BigInt(totalFen)) })),
    faults: [...row.lines.faults].slice(0, MAX_FAULTS),
  }
}

export function presentImported(row: ImportedRow): ImportedOrder {
  return {
    id: row.id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    ownNumber: row.own_number,
    clientName: row.client_name,
    clientUscc: row.client_uscc,
    title: row.title,
    items: row.items,
    state: row.state,
    total: formatFen(row.total_fen),
    orderedOn: row.ordered_on,
    finishedOn: row.finished_on,
    reportNumber: row.report_number,
    importedAt: row.imported_at.toISOString(),
  }
}
