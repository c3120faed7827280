import { createHash } from 'node:crypto'
import { formatFen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import type { Agreement } from '../../contract/agreements.ts'
import { type AgreementContent, type AgreementItem, type Particulars, textOf } from '../../core/agreement/content.ts'
import { differenceOf } from '../../core/agreement/difference.ts'
import { clauseWords } from '../../core/agreement/figures.ts'
import { applyChanges, TERMS_TOPICS } from '../../core/agreement/terms.ts'
import { ENDED_STATES, type OrderState, type Side } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import {
  type AcceptanceRow,
  type AgreementRow,
  type ChangeRow,
  findAgreement,
  listAcceptances,
  listAgreementTerms,
  listChanges,
} from '../sql/agreement/agreements.ts'
import { listSignedNumbers } from '../sql/agreement/amendments.ts'
import { listDefaults, listTermsByIds, type TermsText } from '../sql/agreement/terms.ts'
import { findEnquiry } from '../sql/enquiries.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { findOrganisation } from '../sql/organisations.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { labelledAnswers } from './labelled-answers.ts'

/** An agreement as it stands: frozen once both sides have accepted it, otherwise put together from the order, the terms and the accepted changes. */
export type Standing = {
  /** Undefined while nobody has written in it: then the defaults hold. */
  readonly row: AgreementRow | undefined
  readonly terms: readonly TermsText[]
  readonly changes: readonly ChangeRow[]
  readonly acceptances: readonly AcceptanceRow[]
  readonly content: AgreementContent
  readonly text: string
  readonly sha256: string
}

export async function readStanding(db: Db<OrdersTables>, order: OrderRow): Promise<Standing> {
  const row = await findAgreement(db, order.id)
  const chosen = row ? await listAgreementTerms(db, row.id) : await listDefaults(db, order.provider_id)
  const terms = await listTermsByIds(
    db,
    chosen.map(({ terms_id }) => terms_id),
  )
  const changes = row ? await listChanges(db, row.id) : []
  const acceptances = row ? await listAcceptances(db, row.id) : []
  const text = row?.content ?? textOf(await contentOf(db, order, { particulars: row?.particulars ?? {}, terms, changes }))
  // Read back from the kept text, so that what is shown is what was hashed.
  const content = JSON.parse(text) as AgreementContent
  return { row, terms, changes, acceptances, content, text, sha256: createHash('sha256').update(text).digest('hex') }
}

type Parts = { readonly particulars: Particulars; readonly terms: readonly TermsText[]; readonly changes: readonly ChangeRow[] }

async function contentOf(db: Db<OrdersTables>, order: OrderRow, { particulars, terms, changes }: Parts): Promise<AgreementContent> {
  const items = await listOrderItems(db, order.id)
  const client = await findOrganisation(db, order.organisation_id)
  const provider = await findOrganisation(db, order.provider_id)
  const need = order.enquiry_id && (await findEnquiry(db, order.enquiry_id))?.words
  const accepted = changes.filter(({ state }) => state === 'accepted')
  const lines: AgreementItem[] = []
  for (const item of items)
    lines.push({
      name: item.name,
      method: item.method,
      quantity: item.quantity,
      unit: item.unit,
      sampleCount: item.sample_count,
      unitPrice: formatFen(item.unit_price_fen),
      amount: formatFen(item.amount_fen),
      subcontractor: item.subcontractor,
      form: await labelledAnswers(db, item),
    })
  return {
    form: 1,
    number: order.number,
    title: order.title,
    client: { name: order.organisation_name, uscc: client?.uscc ?? null },
    provider: { name: order.provider_name, uscc: provider?.uscc ?? null },
    purpose: order.purpose,
    confidentiality: order.confidentiality,
    items: lines,
    ...(need && { need }),
    total: formatFen(order.total_fen),
    turnaroundDays: order.turnaround_days,
    needsSamples: order.needs_samples,
    holdsResults: order.holds_results,
    cancelRates: order.cancel_rates,
    particulars,
    amendments: await listSignedNumbers(db, order.id),
    terms: TERMS_TOPICS.flatMap((topic) => {
      const version = terms.find((one) => one.topic === topic)
      if (!version) return []
      const own = accepted.filter((change) => change.topic === topic)
      return [
        {
          topic,
          name: version.name,
          number: version.number,
          isChanged: own.length > 0,
          clauses: applyChanges(topic, version.clauses, own),
        },
      ]
    }),
  }
}

/** Negotiation begins when the order has left the client's own approvers, and ends with the order. */
export function isNegotiable({ state }: { readonly state: OrderState }): boolean {
  return state !== 'awaiting_approval' && !(ENDED_STATES as readonly OrderState[]).includes(state)
}

export function presentAgreement(order: OrderRow, standing: Standing, side: Side): Agreement {
  const { row, terms, changes, acceptances, content, sha256 } = standing
  const isOpen = row?.state !== 'agreed'
  const canWrite = isOpen && isNegotiable(order) && (side === 'client' || side === 'provider')
  const isProposed = changes.some(({ state }) => state === 'proposed')
  const hasAccepted = acceptances.some((one) => one.side === side && one.content_sha256 === sha256)
  return {
    orderId: order.id,
    state: isOpen ? 'open' : 'agreed',
    version: row?.version ?? 0,
    contentSha256: sha256,
    terms: content.terms.flatMap((one) => {
      const version = terms.find(({ topic }) => topic === one.topic)
      return version ? [{ ...one, clauses: [...one.clauses], termsId: version.id }] : []
    }),
    particulars: content.particulars as Agreement['particulars'],
    changes: changes.map(presentChange),
    acceptances: acceptances.map((one) => ({
      side: one.side,
      personName: one.person_name,
      at: one.at.toISOString(),
      contentSha256: one.content_sha256,
      isCurrent: one.content_sha256 === sha256,
    })),
    canWrite,
    canAccept: canWrite && !isProposed && !hasAccepted,
    agreedAt: row?.agreed_at?.toISOString() ?? null,
    hasFile: row?.file_sha256 != null,
  }
}

function presentChange(row: ChangeRow): Agreement['changes'][number] {
  return {
    number: row.number,
    topic: row.topic,
    kind: row.kind,
    clauseKey: row.key,
    heading: row.kind === 'strike' ? row.before_heading : row.heading,
    difference: differenceOf(
      row.before_text,
      row.kind === 'strike' ? '' : clauseWords({ text: row.text, ...(row.figure && { figure: row.figure }) }),
    ).map(({ kind, text }) => ({ kind, text })),
    text: row.text,
    figure: row.figure ?? null,
    words: row.words,
    side: row.side,
    proposedByName: row.proposed_by_name,
    proposedAt: row.proposed_at.toISOString(),
    state: row.state,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }
}
