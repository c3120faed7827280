import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Clause, TermsState, TermsTopic } from '../../../core/agreement/terms.ts'
import type { OrdersTables } from '../../needs.ts'

export type TermsText = {
  readonly id: string
  readonly template_id: string
  readonly provider_id: string | null
  readonly topic: TermsTopic
  readonly number: number
  readonly name: string
  readonly clauses: readonly Clause[]
  readonly state: TermsState
  readonly is_default: boolean
  readonly version: number
  readonly published_at: Date | null
  readonly published_by_name: string | null
}

/** With the number of agreements that hold them, which takes longer with every order: for those who keep terms, not for each reader of an agreement. */
export type TermsRow = TermsText & { readonly order_count: number }

const columns = sql`t.id, t.template_id, t.provider_id, t.topic, t.number, t.name, t.clauses, t.state, t.is_default, t.version, t.published_at,
  p.name as published_by_name`
const termsWithNames = sql`orders.terms_version t left join people_pub.person p on p.id = t.published_by`
const countedTerms = sql`
  select ${columns}, (select count(*)::int from orders.agreement_terms a where a.terms_id = t.id) as order_count from ${termsWithNames}`

export async function findTerms(db: Db<OrdersTables>, id: string): Promise<TermsRow | undefined> {
  const { rows } = await sql<TermsRow>`${countedTerms} where t.id = ${id}`.execute(db)
  return rows[0]
}

/** Terms of an owner in every state, and the platform's that are published; `ownerId` null is the platform itself. */
export async function listTerms(
  db: Db<OrdersTables>,
  { ownerId, topic }: { ownerId: string | null; topic: TermsTopic | undefined },
): Promise<TermsRow[]> {
  const { rows } = await sql<TermsRow>`
    ${countedTerms}
    where (t.provider_id is not distinct from ${ownerId}::uuid or (t.provider_id is null and t.state = 'published'))
      and (${topic ?? null}::text is null or t.topic = ${topic ?? null}::text)
    order by t.topic, t.provider_id nulls last, t.name, t.number desc, t.id limit 500`.execute(db)
  return rows
}

export async function listTermsByIds(db: Db<OrdersTables>, ids: readonly string[]): Promise<TermsText[]> {
  const { rows } = await sql<TermsText>`select ${columns} from ${termsWithNames} where t.id = any(${ids}::uuid[]) order by t.id`.execute(db)
  return rows
}

type NewTerms = {
  readonly id: string
  readonly templateId: string
  readonly providerId: string | null
  readonly topic: TermsTopic
  readonly name: string
  readonly clauses: readonly Clause[]
  readonly userId: string
  readonly now: Date
}

/** A draft with the next number of its template; false when the template has one already. */
export async function insertTerms(tx: Db<OrdersTables>, terms: NewTerms): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.terms_version (id, template_id, provider_id, topic, number, name, clauses, created_at, created_by)
    select ${terms.id}::uuid, ${terms.templateId}::uuid, ${terms.providerId}::uuid, ${terms.topic}::text, coalesce(max(number), 0) + 1, ${terms.name}::text,
      ${JSON.stringify(terms.clauses)}::jsonb, ${terms.now}::timestamptz, ${terms.userId}::uuid
    from orders.terms_version where template_id = ${terms.templateId}
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

type Seen = { readonly id: string; readonly version: number }

/** True when it was a draft of the version that was seen; what is published is never edited. */
export async function editDraft(tx: Db<OrdersTables>, seen: Seen, draft: { name: string; clauses: readonly Clause[] }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.terms_version set name = ${draft.name}, clauses = ${JSON.stringify(draft.clauses)}, version = version + 1
    where id = ${seen.id} and version = ${seen.version} and state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

/** True when it was a draft of the version that was seen. */
export async function publishDraft(tx: Db<OrdersTables>, seen: Seen, by: { userId: string; now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.terms_version set state = 'published', published_at = ${by.now}, published_by = ${by.userId}, version = version + 1
    where id = ${seen.id} and version = ${seen.version} and state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

/** True when it was published: nobody can choose it any more; agreements that hold it stay. */
export async function retirePublished(tx: Db<OrdersTables>, seen: Seen): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.terms_version set state = 'retired', is_default = false, version = version + 1
    where id = ${seen.id} and version = ${seen.version} and state = 'published'`.execute(tx)
  return numAffectedRows === 1n
}

/** Makes published terms the ones that new orders of their owner get; the ones before no longer are. */
export async function makeDefault(
  tx: Db<OrdersTables>,
  terms: { id: string; providerId: string | null; topic: TermsTopic },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`orders.terms ${terms.providerId} ${terms.topic}`}, 0))`.execute(tx)
  await sql`
    update orders.terms_version set is_default = false
    where is_default and provider_id is not distinct from ${terms.providerId}::uuid and topic = ${terms.topic} and id <> ${terms.id}`.execute(
    tx,
  )
  const { numAffectedRows } = await sql`
    update orders.terms_version set is_default = true where id = ${terms.id} and state = 'published'`.execute(tx)
  return numAffectedRows === 1n
}

/** True when an earlier version of the template is what new orders get. */
export async function isTemplateDefault(db: Db<OrdersTables>, templateId: string): Promise<boolean> {
  const { rows } = await sql`select from orders.terms_version where template_id = ${templateId} and is_default`.execute(db)
  return rows.length > 0
}

/** The versions that an order of a provider gets when nobody chooses: the provider's own, else the platform's. */
export async function listDefaults(db: Db<OrdersTables>, providerId: string): Promise<{ topic: TermsTopic; terms_id: string }[]> {
  const { rows } = await sql<{ topic: TermsTopic; terms_id: string }>`
    select distinct on (topic) topic, id as terms_id from orders.terms_version
    where is_default and (provider_id = ${providerId} or provider_id is null) order by topic, provider_id nulls last`.execute(db)
  return rows
}
