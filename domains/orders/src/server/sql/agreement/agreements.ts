import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { Particulars } from '../../../core/agreement/content.ts'
import type { ChangeState, ClauseChange, TermsTopic } from '../../../core/agreement/terms.ts'
import type { OrdersTables } from '../../needs.ts'

export type AgreementRow = {
  readonly id: string
  readonly order_id: string
  readonly state: 'open' | 'agreed'
  readonly particulars: Particulars
  readonly version: number
  readonly agreed_at: Date | null
  readonly content: string | null
  readonly content_sha256: string | null
  readonly file_sha256: string | null
}

export async function findAgreement(db: Db<OrdersTables>, orderId: string): Promise<AgreementRow | undefined> {
  const { rows } = await sql<AgreementRow>`
    select id, order_id, state, particulars, version, agreed_at, content, content_sha256, file_sha256 from orders.agreement where order_id = ${orderId}`.execute(
    db,
  )
  return rows[0]
}

/** Whether somebody has written in the agreement or accepted it, and both have not. */
export async function isUnderNegotiation(db: Db<OrdersTables>, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    select from orders.agreement a
    where a.order_id = ${orderId} and a.state = 'open' and (a.particulars <> '{}'
      or exists (select from orders.agreement_change c where c.agreement_id = a.id)
      or exists (select from orders.agreement_acceptance p where p.agreement_id = a.id))`.execute(db)
  return rows.length > 0
}

type Matter = {
  readonly id: string
  readonly orderId: string
  readonly quoteId: string | null
  readonly organisationId: string
  readonly providerId: string
  readonly now: Date
}

/** The agreement of an order with the terms of its quote, or those that its provider offers now; the order is locked by the caller. */
export async function insertAgreement(tx: Db<OrdersTables>, matter: Matter): Promise<void> {
  await sql`
    insert into orders.agreement (id, order_id, organisation_id, provider_id, created_at)
    values (${matter.id}, ${matter.orderId}, ${matter.organisationId}, ${matter.providerId}, ${matter.now})`.execute(tx)
  await sql`
    insert into orders.agreement_terms (agreement_id, topic, terms_id)
    select distinct on (topic) ${matter.id}::uuid, topic, terms_id from (
      select 0 as rank, topic, terms_id from orders.quote_terms where quote_id = ${matter.quoteId}
      union all
      select case when provider_id is null then 2 else 1 end, topic, id from orders.terms_version
      where is_default and (provider_id = ${matter.providerId} or provider_id is null)) offered
    order by topic, rank`.execute(tx)
}

export async function listAgreementTerms(db: Db<OrdersTables>, agreementId: string): Promise<{ topic: TermsTopic; terms_id: string }[]> {
  const { rows } = await sql<{ topic: TermsTopic; terms_id: string }>`
    select topic, terms_id from orders.agreement_terms where agreement_id = ${agreementId} order by topic`.execute(db)
  return rows
}

export async function setAgreementTerms(
  tx: Db<OrdersTables>,
  agreementId: string,
  terms: { topic: TermsTopic; termsId: string },
): Promise<void> {
  await sql`
    insert into orders.agreement_terms (agreement_id, topic, terms_id) values (${agreementId}, ${terms.topic}, ${terms.termsId})
    on conflict (agreement_id, topic) do update set terms_id = excluded.terms_id`.execute(tx)
}

export async function setParticulars(tx: Db<OrdersTables>, agreementId: string, particulars: Particulars): Promise<void> {
  await sql`update orders.agreement set particulars = ${JSON.stringify(particulars)} where id = ${agreementId}`.execute(tx)
}

/** True when the agreement still had the version that was seen. */
export async function bumpAgreement(tx: Db<OrdersTables>, agreementId: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.agreement set version = version + 1 where id = ${agreementId} and version = ${version} and state = 'open'`.execute(tx)
  return numAffectedRows === 1n
}

export type ChangeRow = ClauseChange & {
  readonly number: number
  readonly before_heading: string
  readonly before_text: string
  readonly words: string
  readonly side: 'client' | 'provider'
  readonly proposed_by_name: string
  readonly proposed_at: Date
  readonly state: ChangeState
  readonly decided_by_name: string | null
  readonly decided_at: Date | null
}

/** Changes in the order in which they were proposed. */
export async function listChanges(db: Db<OrdersTables>, agreementId: string): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.number, c.topic, c.clause_key as key, c.kind, c.before_heading, c.before_text, c.heading, c.text, c.figure, c.words, c.side, p.name as proposed_by_name,
      c.proposed_at, c.state, d.name as decided_by_name, c.decided_at
    from orders.agreement_change c join people_pub.person p on p.id = c.proposed_by left join people_pub.person d on d.id = c.decided_by
    where c.agreement_id = ${agreementId} order by c.number`.execute(db)
  return rows
}

type NewChange = ClauseChange & {
  readonly number: number
  readonly before: { readonly heading: string; readonly text: string }
  readonly words: string
  readonly side: 'client' | 'provider'
  readonly personId: string
  readonly now: Date
}

/** False when a change of the clause is proposed already. */
export async function insertChange(tx: Db<OrdersTables>, agreementId: string, change: NewChange): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.agreement_change (agreement_id, number, topic, clause_key, kind, before_heading, before_text, heading, text, figure, words, side, proposed_by, proposed_at)
    values (${agreementId}, ${change.number}, ${change.topic}, ${change.key}, ${change.kind}, ${change.before.heading}, ${change.before.text}, ${change.heading},
      ${change.text}, ${change.figure ? JSON.stringify(change.figure) : null}, ${change.words}, ${change.side}, ${change.personId}, ${change.now})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** True when the change was still proposed, by the side that is named. */
export async function decideChange(
  tx: Db<OrdersTables>,
  decision: {
    agreementId: string
    number: number
    proposedBy: 'client' | 'provider'
    state: ChangeState
    personId: string
    now: Date
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.agreement_change set state = ${decision.state}, decided_by = ${decision.personId}, decided_at = ${decision.now}
    where agreement_id = ${decision.agreementId} and number = ${decision.number} and side = ${decision.proposedBy} and state = 'proposed'`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

export type AcceptanceRow = {
  readonly side: 'client' | 'provider'
  readonly content_sha256: string
  readonly person_name: string
  readonly at: Date
}

export async function listAcceptances(db: Db<OrdersTables>, agreementId: string): Promise<AcceptanceRow[]> {
  const { rows } = await sql<AcceptanceRow>`
    select a.side, a.content_sha256, p.name as person_name, a.at from orders.agreement_acceptance a join people_pub.person p on p.id = a.person_id
    where a.agreement_id = ${agreementId} order by a.at, a.side, a.content_sha256`.execute(db)
  return rows
}

/** False when the side has accepted this text before. */
export async function insertAcceptance(
  tx: Db<OrdersTables>,
  acceptance: { agreementId: string; side: 'client' | 'provider'; sha256: string; personId: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.agreement_acceptance (agreement_id, side, content_sha256, person_id, at)
    values (${acceptance.agreementId}, ${acceptance.side}, ${acceptance.sha256}, ${acceptance.personId}, ${acceptance.now})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Freezes the text that both sides have accepted. */
export async function freezeAgreement(
  tx: Db<OrdersTables>,
  frozen: { agreementId: string; content: string; sha256: string; now: Date },
): Promise<void> {
  await sql`
    update orders.agreement set state = 'agreed', agreed_at = ${frozen.now}, content = ${frozen.content}, content_sha256 = ${frozen.sha256}, version = version + 1
    where id = ${frozen.agreementId} and state = 'open'`.execute(tx)
}

/** True when the document had not been printed before. */
export async function setAgreementFile(
  tx: Db<OrdersTables>,
  agreementId: string,
  file: { sha256: string; sizeBytes: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.agreement set file_sha256 = ${file.sha256}, file_bytes = ${file.sizeBytes}
    where id = ${agreementId} and state = 'agreed' and file_sha256 is null`.execute(tx)
  return numAffectedRows === 1n
}
