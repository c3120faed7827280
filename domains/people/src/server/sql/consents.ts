import { sql } from 'kysely'
import type { FactSet } from '../../core/facts.ts'
import type { PeopleDb } from './database.ts'

export async function insertConsent(
  db: PeopleDb,
  consent: {
    id: string
    ownerOrganisationId: string
    readerOrganisationId: string
    facts: readonly FactSet[]
    purpose: string
    validUntil: Date
    grantedBy: string
    now: Date
  },
): Promise<void> {
  await db
    .insertInto('people.consent')
    .values({
      id: consent.id,
      owner_organisation_id: consent.ownerOrganisationId,
      reader_organisation_id: consent.readerOrganisationId,
      facts: [...consent.facts],
      purpose: consent.purpose,
      valid_until: consent.validUntil,
      granted_by: consent.grantedBy,
      granted_at: consent.now,
    })
    .execute()
}

function consents(db: PeopleDb) {
  return db
    .selectFrom('people.consent as c')
    .innerJoin('people.organisation as w', 'w.id', 'c.owner_organisation_id')
    .innerJoin('people.organisation as r', 'r.id', 'c.reader_organisation_id')
    .select(['c.id', 'c.facts', 'c.purpose', 'c.granted_at', 'c.valid_until', 'c.revoked_at'])
    .select(['w.id as w_id', 'w.kind as w_kind', 'w.name as w_name', 'w.short_name as w_short_name', 'w.name_en as w_name_en'])
    .select(['w.uscc as w_uscc', 'w.district as w_district', 'w.status as w_status'])
    .select(['r.id as r_id', 'r.kind as r_kind', 'r.name as r_name', 'r.short_name as r_short_name', 'r.name_en as r_name_en'])
    .select(['r.uscc as r_uscc', 'r.district as r_district', 'r.status as r_status'])
}

export async function findConsentById(db: PeopleDb, id: string, ownerOrganisationId: string) {
  return consents(db).where('c.id', '=', id).where('c.owner_organisation_id', '=', ownerOrganisationId).executeTakeFirst()
}

/** Newest first. */
export async function listConsents(
  db: PeopleDb,
  page: { organisationId: string; direction: 'given' | 'received'; after?: { grantedAt: Date; id: string } | undefined; limit: number },
) {
  let query = consents(db)
    .where(page.direction === 'given' ? 'c.owner_organisation_id' : 'c.reader_organisation_id', '=', page.organisationId)
    .orderBy('c.granted_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(page.limit + 1)
  const { after } = page
  if (after) query = query.where(sql<boolean>`(c.granted_at, c.id) < (${after.grantedAt}::timestamptz, ${after.id}::uuid)`)
  return query.execute()
}

export type ConsentRow = Awaited<ReturnType<typeof listConsents>>[number]

/** False when there is none to revoke: unknown, another's, or revoked before. */
export async function revokeConsent(
  db: PeopleDb,
  consent: { id: string; ownerOrganisationId: string; by: string; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('people.consent')
    .set({ revoked_at: consent.now, revoked_by: consent.by })
    .where('id', '=', consent.id)
    .where('owner_organisation_id', '=', consent.ownerOrganisationId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * A consent that lets a verified reader read `facts` of the owner now; the one that lasts longest.
 * Locked against revocation until the read is logged.
 */
export async function findLiveConsent(
  db: PeopleDb,
  wanted: { ownerOrganisationId: string; readerOrganisationId: string; facts: FactSet; now: Date },
) {
  return db
    .selectFrom('people.consent as c')
    .innerJoin('people.organisation as r', 'r.id', 'c.reader_organisation_id')
    .select(['c.id', 'c.purpose'])
    .where('c.owner_organisation_id', '=', wanted.ownerOrganisationId)
    .where('c.reader_organisation_id', '=', wanted.readerOrganisationId)
    .where('r.status', '=', 'verified')
    .where(sql<boolean>`${wanted.facts} = any(c.facts)`)
    .where('c.revoked_at', 'is', null)
    .where('c.valid_until', '>', wanted.now)
    .orderBy('c.valid_until', 'desc')
    .orderBy('c.id')
    .limit(1)
    .forShare('c')
    .executeTakeFirst()
}

export async function insertFactRead(
  db: PeopleDb,
  read: {
    id: string
    now: Date
    ownerOrganisationId: string
    readerOrganisationId: string
    readerPersonId: string
    facts: FactSet
    basis: 'consent' | 'duty'
    consentId: string | null
    purpose: string
  },
): Promise<void> {
  await db
    .insertInto('people.fact_read')
    .values({
      id: read.id,
      at: read.now,
      owner_organisation_id: read.ownerOrganisationId,
      reader_organisation_id: read.readerOrganisationId,
      reader_person_id: read.readerPersonId,
      facts: read.facts,
      basis: read.basis,
      consent_id: read.consentId,
      purpose: read.purpose,
    })
    .execute()
}

/** Newest first. */
export async function listFactReads(
  db: PeopleDb,
  page: {
    ownerOrganisationId: string
    readerOrganisationId?: string | undefined
    after?: { at: Date; id: string } | undefined
    limit: number
  },
) {
  let query = db
    .selectFrom('people.fact_read as f')
    .innerJoin('people.organisation as o', 'o.id', 'f.reader_organisation_id')
    .innerJoin('people.person as p', 'p.id', 'f.reader_person_id')
    .select(['f.id as read_id', 'f.at', 'f.facts', 'f.basis', 'f.consent_id', 'f.purpose', 'p.name as reader_name'])
    .select(['o.id', 'o.kind', 'o.name', 'o.short_name', 'o.name_en', 'o.uscc', 'o.district', 'o.status'])
    .where('f.owner_organisation_id', '=', page.ownerOrganisationId)
    .orderBy('f.at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(page.limit + 1)
  const { readerOrganisationId, after } = page
  if (readerOrganisationId) query = query.where('f.reader_organisation_id', '=', readerOrganisationId)
  if (after) query = query.where(sql<boolean>`(f.at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  return query.execute()
}

export type FactReadRow = Awaited<ReturnType<typeof listFactReads>>[number]
