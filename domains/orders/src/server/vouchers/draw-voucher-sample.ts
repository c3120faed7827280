import { newId } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { DrawVoucherSample, VoucherSample, VoucherSampleSummary } from '../../contract/voucher-claims.ts'
import { drawSample } from '../../core/vouchers/draw-sample.ts'
import type { Finding } from '../../core/vouchers/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { insertSample, listAccepted, listSampleItems, listSamples, type SampleRow, setFinding } from '../sql/vouchers/samples.ts'
import { getProgramme } from './keep-programme.ts'

const ENTRY_MISSING = { code: 'orders.voucher_entry_missing', kind: 'missing' } as const

/** Draws accepted claims for a check on the spot, by a seed with which anybody can draw them again. */
export async function drawVoucherSample(tx: Db<OrdersTables>, command: Command, body: DrawVoucherSample, by: string): Promise<string> {
  await getProgramme(tx, body.programmeId)
  if (body.monthTo < body.monthFrom) throw new Refusal({ code: 'orders.voucher_rules_days', kind: 'refused', field: '/monthTo' })
  const population = await listAccepted(tx, body)
  if (population.length === 0) throw new Refusal({ code: 'orders.voucher_sample_empty', kind: 'refused' })
  const voucherIds = drawSample(population, body.sharePercent, body.seed)
  const id = newId(command.now.getTime())
  await insertSample(tx, { ...body, id, population: population.length, by, at: command.now, voucherIds })
  await command.audit({
    action: 'orders.voucher_sample.draw',
    subjectType: 'voucher_sample',
    subjectId: id,
    detail: { ...body, population: population.length, size: voucherIds.length },
  })
  return id
}

/** Notes what a check on the spot found about one claim of a sample. */
export async function noteFinding(
  tx: Db<OrdersTables>,
  command: Command,
  item: { sampleId: string; position: number; finding: Exclude<Finding, 'open'>; words: string | null; by: string },
): Promise<void> {
  if (!(await setFinding(tx, { ...item, at: command.now }))) throw new Refusal(ENTRY_MISSING)
  await command.audit({
    action: 'orders.voucher_sample.note',
    subjectType: 'voucher_sample',
    subjectId: item.sampleId,
    detail: { position: item.position, finding: item.finding, ...(item.words !== null && { words: item.words }) },
  })
}

/** A sample with what was found; refuses when there is none of this id. */
export async function readSample(db: Db<OrdersTables>, id: string): Promise<VoucherSample> {
  const [row] = await listSamples(db, { id, limit: 1 })
  if (!row) throw new Refusal(ENTRY_MISSING)
  const items = await listSampleItems(db, id)
  return {
    ...presentSample(row),
    items: items.map((item) => ({
      position: item.position,
      voucherId: item.voucher_id,
      number: item.number,
      orderNumber: item.order_number,
      providerName: item.provider_name,
      organisationName: item.organisation_name,
      amount: formatFen(item.amount_fen),
      claimState: item.claim_state,
      finding: item.finding,
      words: item.words,
      foundBy: item.found_by_name,
      foundAt: item.found_at?.toISOString() ?? null,
    })),
  }
}

export const presentSample = (row: SampleRow): VoucherSampleSummary => ({
  id: row.id,
  programmeId: row.programme_id,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  monthFrom: row.month_from,
  monthTo: row.month_to,
  sharePercent: row.share_percent,
  seed: row.seed,
  population: row.population,
  drawnBy: row.drawn_by_name,
  drawnAt: row.drawn_at.toISOString(),
  size: row.size,
  open: row.open,
  faults: row.faults,
})
