import { Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { SendProposals } from '../../contract/outages.ts'
import { answerUntil } from '../../core/outages/effects.ts'
import { DEFAULT_ANSWER_HOURS } from '../../core/outages/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { type DisplacementRow, listDisplacements, replaceOffers } from '../sql/outages/displacements.ts'
import { findOutage, type OutageRow } from '../sql/outages/outages.ts'
import { OUTAGE_MISSING } from './change-outage.ts'
import { type FoundEquivalent, findEquivalents } from './find-equivalents.ts'

const OFFERS_EACH = 3

type Suggestion = { readonly displacement: DisplacementRow; readonly equivalents: readonly FoundEquivalent[] }

/** For each open booking of an outage the nearest equivalents; a slot is suggested to one booking only, the earlier booking first. */
export async function suggestEquivalents(
  db: Db<BookingTables>,
  outageId: string,
  options: { now: Date; only?: readonly string[] | undefined; maxPriceOf?: ((row: DisplacementRow) => bigint) | undefined },
): Promise<Suggestion[]> {
  const open = (await listDisplacements(db, outageId)).filter((row) => row.state === 'open' && (options.only?.includes(row.id) ?? true))
  const suggested = new Map<string, TimeRange[]>()
  const suggestions: Suggestion[] = []
  for (const displacement of open) {
    const found = await findEquivalents(db, displacement, { now: options.now, limit: OFFERS_EACH * 2, suggested })
    const limitFen = options.maxPriceOf?.(displacement)
    const equivalents = found.filter((one) => limitFen === undefined || one.priceFen <= limitFen).slice(0, OFFERS_EACH)
    for (const { resourceId, start, end } of equivalents) suggested.set(resourceId, [...(suggested.get(resourceId) ?? []), { start, end }])
    suggestions.push({ displacement, equivalents })
  }
  return suggestions
}

/** Proposes other slots to all who have not answered, in one act; each is told what could be had and until when to answer. */
export async function sendProposals(
  tx: Db<BookingTables>,
  command: Command,
  target: { id: string; providerId: string },
  wish: SendProposals,
): Promise<{ sent: number; withoutEquivalent: number }> {
  const { now } = command
  const outage = await getOutage(tx, target)
  const suggestions = await suggestEquivalents(tx, outage.id, {
    now,
    only: wish.displacementIds,
    maxPriceOf: wish.onlySameOrLowerPrice ? (row) => row.price_fen : undefined,
  })
  if (suggestions.length === 0) throw new Refusal({ code: 'booking.nothing_to_propose', kind: 'conflict' })
  let withoutEquivalent = 0
  for (const { displacement, equivalents } of suggestions) {
    const until = answerUntil(displacement.start, now, wish.answerHours ?? DEFAULT_ANSWER_HOURS)
    if (!(await replaceOffers(tx, displacement.id, equivalents, { answerUntil: until, now }))) continue
    if (equivalents.length === 0) withoutEquivalent += 1
    const detail = {
      displacementId: displacement.id,
      outageId: outage.id,
      reservationId: displacement.reservation_id,
      answerUntil: until.toISOString(),
    }
    await command.publish('booking.outage_proposed', detail)
  }
  await command.audit({
    action: 'booking.outage.propose',
    subjectType: 'outage',
    subjectId: outage.id,
    detail: { sent: suggestions.length, withoutEquivalent },
  })
  return { sent: suggestions.length, withoutEquivalent }
}

async function getOutage(tx: Db<BookingTables>, target: { id: string; providerId: string }): Promise<OutageRow> {
  const row = await findOutage(tx, target.id, target.providerId)
  if (!row) throw new Refusal(OUTAGE_MISSING)
  return row
}
