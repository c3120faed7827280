import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { EditTerms, QuotedTerms, Terms, WriteTerms } from '../../contract/terms.ts'
import type { Clause } from '../../core/agreement/terms.ts'
import type { OrdersTables } from '../needs.ts'
import {
  editDraft,
  findTerms,
  insertTerms,
  isTemplateDefault,
  makeDefault,
  publishDraft,
  retirePublished,
  type TermsRow,
  type TermsText,
} from '../sql/agreement/terms.ts'

export const TERMS_MISSING: Problem = { code: 'orders.terms_missing', kind: 'missing' }

/** Whose terms an actor keeps: its own institution's, or the platform's (null) for an operator. */
export const ownerOf = (actor: Pick<Actor, 'organisationKind' | 'organisationId'>): string | null =>
  actor.organisationKind === 'operator' ? null : actor.organisationId

const clausesOf = (clauses: EditTerms['clauses']): Clause[] => clauses.map((clause, index) => ({ key: String(index + 1), ...clause }))

type Writer = { readonly ownerId: string | null; readonly userId: string }

async function getOwn(tx: Db<OrdersTables>, id: string, ownerId: string | null): Promise<TermsRow> {
  const row = await findTerms(tx, id)
  if (!row || row.provider_id !== ownerId) throw new Refusal(TERMS_MISSING)
  return row
}

async function getWritten(tx: Db<OrdersTables>, command: Command, id: string, action: string): Promise<TermsRow> {
  const row = await findTerms(tx, id)
  if (!row) throw new Refusal(TERMS_MISSING)
  await command.audit({
    action: `orders.terms.${action}`,
    subjectType: 'terms_version',
    subjectId: id,
    detail: { templateId: row.template_id, number: row.number, topic: row.topic },
  })
  return row
}

export async function draftTerms(tx: Db<OrdersTables>, command: Command, body: WriteTerms, by: Writer): Promise<TermsRow> {
  const id = newId(command.now.getTime())
  await insertTerms(tx, {
    ...body,
    id,
    templateId: newId(command.now.getTime()),
    clauses: clausesOf(body.clauses),
    providerId: by.ownerId,
    userId: by.userId,
    now: command.now,
  })
  return getWritten(tx, command, id, 'draft')
}

/** The next number of a template as a draft, with the wording of `id`. Refuses with `orders.terms_drafted` when one is being written. */
export async function reviseTerms(tx: Db<OrdersTables>, command: Command, id: string, by: Writer): Promise<TermsRow> {
  const before = await getOwn(tx, id, by.ownerId)
  const next = newId(command.now.getTime())
  const { template_id: templateId, topic, name, clauses } = before
  if (!(await insertTerms(tx, { id: next, templateId, providerId: by.ownerId, topic, name, clauses, userId: by.userId, now: command.now })))
    throw new Refusal({ code: 'orders.terms_drafted', kind: 'conflict' })
  return getWritten(tx, command, next, 'revise')
}

type Seen = { readonly id: string; readonly version: number; readonly by: Writer }

export async function editTerms(tx: Db<OrdersTables>, command: Command, { id, version, by }: Seen, body: EditTerms): Promise<TermsRow> {
  refuseUnlessDraft(await getOwn(tx, id, by.ownerId))
  if (!(await editDraft(tx, { id, version }, { name: body.name, clauses: clausesOf(body.clauses) }))) throw new Refusal(VERSION_STALE)
  return getWritten(tx, command, id, 'edit')
}

/** From now on it can be chosen and is never edited. It takes the place of its template's earlier version for new orders. */
export async function publishTerms(tx: Db<OrdersTables>, command: Command, { id, version, by }: Seen): Promise<TermsRow> {
  const row = await getOwn(tx, id, by.ownerId)
  refuseUnlessDraft(row)
  if (!(await publishDraft(tx, { id, version }, { userId: by.userId, now: command.now }))) throw new Refusal(VERSION_STALE)
  if (await isTemplateDefault(tx, row.template_id)) await makeDefault(tx, { id, providerId: by.ownerId, topic: row.topic })
  return getWritten(tx, command, id, 'publish')
}

/** Refuses with `orders.terms_not_published`, and with `orders.terms_needed` for the platform's own default, which every order falls back on. */
export async function retireTerms(tx: Db<OrdersTables>, command: Command, { id, version, by }: Seen): Promise<TermsRow> {
  const row = await getOwn(tx, id, by.ownerId)
  if (row.state !== 'published') throw new Refusal({ code: 'orders.terms_not_published', kind: 'conflict' })
  if (row.provider_id === null && row.is_default) throw new Refusal({ code: 'orders.terms_needed', kind: 'refused' })
  if (!(await retirePublished(tx, { id, version }))) throw new Refusal(VERSION_STALE)
  return getWritten(tx, command, id, 'retire')
}

export async function chooseDefault(tx: Db<OrdersTables>, command: Command, id: string, by: Writer): Promise<TermsRow> {
  const row = await getOwn(tx, id, by.ownerId)
  if (!(await makeDefault(tx, { id, providerId: by.ownerId, topic: row.topic })))
    throw new Refusal({ code: 'orders.terms_not_published', kind: 'conflict' })
  return getWritten(tx, command, id, 'make_default')
}

function refuseUnlessDraft({ state }: TermsRow): void {
  if (state !== 'draft') throw new Refusal({ code: 'orders.terms_published', kind: 'conflict' })
}

export function presentTermsText(row: TermsText): QuotedTerms {
  return {
    id: row.id,
    templateId: row.template_id,
    isPlatform: row.provider_id === null,
    topic: row.topic,
    number: row.number,
    name: row.name,
    clauses: row.clauses.map(({ key, heading, text, figure }) => ({ key, heading, text, ...(figure && { figure }) })),
    state: row.state,
    isDefault: row.is_default,
    version: row.version,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedByName: row.published_by_name,
  }
}

export const presentTerms = (row: TermsRow): Terms => ({ ...presentTermsText(row), orderCount: row.order_count })
