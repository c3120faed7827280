import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import { missingPapers } from '../../core/vouchers/claims.ts'
import type { PaperKind } from '../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { findOrder, listSteps } from '../sql/service-orders.ts'
import {
  type InvoiceRow,
  listAddedPapers,
  listAgreementFiles,
  listInvoices,
  listMeterRows,
  listReportFiles,
  type StoredPaper,
} from '../sql/vouchers/evidence.ts'
import { findListed } from '../sql/vouchers/lists.ts'
import { findRule } from '../sql/vouchers/programmes.ts'
import words from './paper-words.json' with { type: 'json' }
import { meterPaper, orderPaper } from './write-papers.ts'

/** A paper with the way to its bytes. */
export type Paper = {
  readonly kind: PaperKind
  readonly name: string
  readonly mediaType: string
  readonly origin: 'generated' | 'order' | 'added'
  readonly sha256: string
  readonly sizeBytes: number
  readonly addedBy: string | null
  readonly read: () => Promise<Buffer>
}

export type Evidence = {
  readonly papers: readonly Paper[]
  readonly missing: readonly PaperKind[]
  readonly invoices: readonly InvoiceRow[]
}

const PDF = 'application/pdf'

/** Everything that proves a voucher: papers written from the records now, documents that the order has made, and what was added by hand. */
export async function gatherEvidence(db: Db<OrdersTables>, files: FileStore, voucherId: string): Promise<Evidence> {
  const voucher = await findListed(db, voucherId)
  const order = voucher && (await findOrder(db, voucher.order_id))
  const rule = voucher && (await findRule(db, voucher.rule_id))
  if (!voucher || !order || !rule) throw new Error(`voucher ${voucherId} has no order or no rules`)
  const invoices = await listInvoices(db, order.id)
  const items = await listOrderItems(db, order.id)
  const steps = await listSteps(db, order.id)
  const meter = await listMeterRows(db, order.id)
  const stored = (kind: PaperKind) => (row: StoredPaper) => storedPaper(files, kind, row)
  const papers = [
    ...(await listAgreementFiles(db, order.id)).map(stored('agreement')),
    generated('order', await writePdf(orderPaper({ voucher, order, rule, items, steps, invoices }))),
    ...(meter.some(({ started_at }) => started_at) ? [generated('meter_log', await writePdf(meterPaper(voucher, meter)))] : []),
    ...(await listReportFiles(db, order.id)).map(stored('report')),
    ...(await listAddedPapers(db, voucherId)).map(
      (row): Paper => ({
        kind: row.kind,
        name: row.name,
        mediaType: row.media_type,
        origin: 'added',
        sha256: row.sha256,
        sizeBytes: Number(row.size_bytes),
        addedBy: row.added_by_name,
        read: () => readStored(files, row.sha256),
      }),
    ),
  ]
  const missing = missingPapers(
    papers.map(({ kind }) => kind),
    { usesInstruments: meter.length > 0 },
  )
  return { papers, missing, invoices }
}

function generated(kind: PaperKind, bytes: Buffer): Paper {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = `${words.papers[kind]}.pdf`
  return { kind, name, mediaType: PDF, origin: 'generated', sha256, sizeBytes: bytes.length, addedBy: null, read: async () => bytes }
}

function storedPaper(files: FileStore, kind: PaperKind, { title, sha256, size_bytes }: StoredPaper): Paper {
  const name = `${words.papers[kind]} ${title}.pdf`
  return {
    kind,
    name,
    mediaType: PDF,
    origin: 'order',
    sha256,
    sizeBytes: Number(size_bytes),
    addedBy: null,
    read: () => readStored(files, sha256),
  }
}

export async function readStored(files: FileStore, sha256: string): Promise<Buffer> {
  const found = await files.find(sha256)
  if (!found) throw new Error(`the file store has no ${sha256}`)
  return buffer(found.stream)
}
