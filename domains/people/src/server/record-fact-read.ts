import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { FactSet } from '../core/facts.ts'
import { findLiveConsent, insertFactRead } from './sql/consents.ts'
import type { PeopleDb } from './sql/database.ts'

type FactRead = {
  readonly ownerOrganisationId: string
  readonly readerOrganisationId: string
  readonly readerPersonId: string
  readonly facts: FactSet
  readonly now: Date
}

/**
 * Asks for the owner's consent and logs the read, in the transaction that reads the facts: no read without its entry.
 * Refuses with `people.facts_not_open`. An organisation reads its own facts without either.
 */
export async function recordFactRead(db: PeopleDb, read: FactRead): Promise<void> {
  if (read.ownerOrganisationId === read.readerOrganisationId) return
  const consent = await findLiveConsent(db, read)
  if (!consent) throw new Refusal({ code: 'people.facts_not_open', kind: 'forbidden' })
  await insertFactRead(db, { ...read, id: newId(read.now.getTime()), basis: 'consent', consentId: consent.id, purpose: consent.purpose })
}

/** Logs a read by an office's duty (examining a registration), which needs no consent but is shown to the owner all the same. */
export async function recordDutyRead(db: PeopleDb, read: FactRead & { readonly purpose: string }): Promise<void> {
  if (read.ownerOrganisationId === read.readerOrganisationId) return
  await insertFactRead(db, { ...read, id: newId(read.now.getTime()), basis: 'duty', consentId: null })
}
