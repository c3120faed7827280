import type { Db } from '@jiju/platform/database/pool'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import type { ScoringPaperConsent } from '../tables.ts'

/** Sources whose facts are used with the enterprise's consent only. */
const CONSENT_SOURCES: readonly Source[] = ['tax', 'social_insurance']
export const needsConsent = (source: Source): boolean => CONSENT_SOURCES.includes(source)

/** Ids of enterprises whose consent to the use of tax and social insurance data holds at an instant: given here, or on paper. */
export const consentingAt = (at: Date): RawBuilder<unknown> => sql`
  select e.id from people_pub.consent c
  join people_pub.organisation o on o.id = c.owner_organisation_id and o.status = 'verified'
  join people_pub.organisation r on r.id = c.reader_organisation_id and r.kind = 'operator'
  join scoring.enterprise e on e.credit_code = o.uscc
  where 'tax_data' = any(c.facts) and c.granted_at <= ${at} and c.valid_until > ${at} and (c.revoked_at is null or c.revoked_at > ${at})
  union
  select p.enterprise_id from scoring.paper_consent p
  where p.recorded_at <= ${at} and (p.revoked_at is null or p.revoked_at > ${at})
    and (${at}::timestamptz at time zone 'Asia/Shanghai')::date between p.valid_from and p.valid_until`

/** A condition on `scoring.fact f` and its definition `d`: no consent is needed, or it is there (`consenting` names the ids). */
export const usableUnderConsent = sql`(not (d.needs_consent and f.source = any(${sql.lit(`{${CONSENT_SOURCES.join(',')}}`)}::text[]))
  or exists (select 1 from consenting where consenting.id = f.enterprise_id))`

/** `scoring.fact` without what lacks consent at an instant: for whatever shows, compares or uses values. */
export const usableFacts = (at: Date): RawBuilder<unknown> => sql`(
  select f.* from scoring.fact f
  where not (f.source = any(${sql.lit(`{${CONSENT_SOURCES.join(',')}}`)}::text[])
      and f.fact_code in (select code from scoring.fact_definition where needs_consent))
    or f.enterprise_id in (${consentingAt(at)}))`

export type PaperConsentRow = Selectable<ScoringPaperConsent>

export async function listPaperConsents(db: Db<ScoringTables>, enterpriseId: string): Promise<PaperConsentRow[]> {
  return db
    .selectFrom('scoring.paper_consent')
    .selectAll()
    .where('enterprise_id', '=', enterpriseId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** False when the same document is recorded already. */
export async function insertPaperConsent(
  tx: Db<ScoringTables>,
  consent: {
    id: string
    enterpriseId: string
    document: string
    validFrom: string
    validUntil: string
    recordedBy: string
    now: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.paper_consent')
    .values({
      id: consent.id,
      enterprise_id: consent.enterpriseId,
      document: consent.document,
      valid_from: consent.validFrom,
      valid_until: consent.validUntil,
      recorded_by: consent.recordedBy,
      recorded_at: consent.now,
    })
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'document']).where('revoked_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers whose consent it was; undefined when it is unknown or revoked already. */
export async function revokePaperConsent(
  tx: Db<ScoringTables>,
  id: string,
  by: { personId: string; reason: string; now: Date },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('scoring.paper_consent')
    .set({ revoked_at: by.now, revoked_by: by.personId, revoke_reason: by.reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('enterprise_id')
    .executeTakeFirst()
  return row?.enterprise_id
}

/** Whether tax and social insurance data of an enterprise may be used at an instant. */
export async function isConsenting(db: Db<ScoringTables>, enterpriseId: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from (${consentingAt(at)}) c where c.id = ${enterpriseId}) as found`.execute(db)
  return rows[0]?.found ?? false
}
