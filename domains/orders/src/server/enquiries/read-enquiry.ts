import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Enquiry } from '../../contract/enquiries.ts'
import { latenessMs } from '../../core/enquiries/answer-clock.ts'
import type { AskedState } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { ENQUIRY_MISSING } from '../problems.ts'
import { presentQuote } from '../quotes/present-quote.ts'
import { type EnquiryRow, findEnquiry, listEnquiryItems } from '../sql/enquiries.ts'
import { type AskedRow, listAsked } from '../sql/enquiry-providers.ts'
import { listQuoteLines, listQuotes, type QuoteRow } from '../sql/quotes.ts'

type EnquirySide = Enquiry['side']

/** One enquiry as the reader's side sees it: the client everything, a provider its own part, the operator all but the quotes. */
export async function readEnquiry(
  db: Db<OrdersTables>,
  id: string,
  actor: Actor,
  now: Date,
): Promise<{ enquiry: Enquiry; version: number }> {
  const row = await findEnquiry(db, id)
  const side = row && sideOf(row, actor)
  const ownId = side === 'provider' ? (actor.organisationId ?? '') : undefined
  const asked = row && side ? await listAsked(db, { enquiryId: id, side, ...(ownId !== undefined && { providerId: ownId }) }) : []
  if (!row || !side || (side === 'provider' && asked.length === 0)) throw new Refusal(ENQUIRY_MISSING)
  const quotes = side === 'operator' ? [] : await listQuotes(db, id, ownId)
  const lines = await listQuoteLines(
    db,
    quotes.map((quote) => quote.id),
  )
  const isDeciding = row.state === 'deciding'
  const own = side === 'provider' ? asked[0]?.state : undefined
  const isHidden = side === 'provider' && row.confidentiality === 'sealed' && own !== 'won'
  const enquiry: Enquiry = {
    ...presentHead(row, isHidden),
    // A choice that waits for the client's own approvers is its own business.
    state: isDeciding && side !== 'client' ? 'open' : row.state,
    version: row.version,
    side,
    personName: isHidden ? null : row.person_name,
    words: row.words,
    purpose: row.purpose,
    endedAt: row.ended_at?.toISOString() ?? null,
    items: (await listEnquiryItems(db, id)).map((item) => ({
      id: item.id,
      position: item.position,
      serviceId: item.service_id,
      name: item.name,
      method: item.method,
      quantity: item.quantity,
      sampleCount: item.sample_count,
      form: item.form as Enquiry['items'][number]['form'],
      formVersion: item.form_version,
    })),
    asked: asked.map((one) => presentAsked(one, now)),
    quotes: quotes.map((quote) =>
      presentQuote(
        quote,
        lines.filter(({ quote_id }) => quote_id === quote.id),
        { now, side, isDeciding },
      ),
    ),
    orderId: side === 'client' || own === 'won' ? row.order_id : null,
    acts: actsOf({ row, side, own, quotes, now }),
    now: now.toISOString(),
  }
  return { enquiry, version: row.version }
}

function sideOf(row: EnquiryRow, { organisationId, organisationKind }: Actor): EnquirySide | undefined {
  if (organisationId === row.organisation_id) return 'client'
  if (organisationKind === 'operator') return 'operator'
  return organisationKind === 'provider' ? 'provider' : undefined
}

export function presentHead(row: EnquiryRow, isHidden: boolean) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    award: row.award,
    offered: row.offered_fen === null ? null : formatFen(row.offered_fen),
    title: row.title,
    confidentiality: row.confidentiality,
    state: row.state,
    organisationName: isHidden ? null : row.organisation_name,
    deadlineDay: row.deadline_day,
    openUntil: row.open_until.toISOString(),
    createdAt: row.created_at.toISOString(),
  }
}

function presentAsked(row: AskedRow, now: Date): Enquiry['asked'][number] {
  const isWaiting = row.state === 'asked' || row.answered_at !== null
  return {
    providerId: row.provider_id,
    providerName: row.provider_name,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    answerUntil: row.answer_until.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    isLate: isWaiting && latenessMs({ answerUntil: row.answer_until, answeredAt: row.answered_at }, now) > 0,
    isEscalated: row.escalated_at !== null,
    declineReason: row.decline_reason,
    declineWords: row.decline_words,
    threadId: row.thread_id,
    unread: row.unread,
  }
}

type Standing = {
  readonly row: EnquiryRow
  readonly side: EnquirySide
  readonly own: AskedState | undefined
  readonly quotes: readonly QuoteRow[]
  readonly now: Date
}

/** What the reader's side may do now. */
function actsOf({ row, side, own, quotes, now }: Standing): Enquiry['acts'] {
  if (row.state !== 'open') return []
  const takesAnswers = row.open_until > now
  const isOffered = quotes.some(({ state, valid_until }) => state === 'offered' && valid_until > now)
  if (side === 'client') return ['withdraw', ...(takesAnswers ? (['ask_more'] as const) : []), ...(isOffered ? (['accept'] as const) : [])]
  if (side !== 'provider') return []
  const first = row.award === 'first'
  return [
    ...(takesAnswers ? ([first ? 'take' : 'quote'] as const) : []),
    ...(own === 'asked' ? (['decline'] as const) : []),
    ...(quotes.some(({ state }) => state === 'offered') ? (['withdraw_quote'] as const) : []),
  ]
}
