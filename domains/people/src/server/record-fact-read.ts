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

/** Logs a read of each set that the owner has opened to the reader, and says which these are; an organisation has all of its own. */
export async function recordOpenFactReads<Set extends FactSet>(
  db: PeopleDb,
  read: Omit<FactRead, 'facts'>,
  sets: readonly Set[],
): Promise<Set[]> {
  if (read.ownerOrganisationId === read.readerOrganisationId) return [...sets]
  const open: Set[] = []
  for (const facts of sets) {
    const consent = await findLiveConsent(db, { ...read, facts })
    if (!consent) continue
    await insertFactRead(db, {
      ...read,
      facts,
      id: newId(read.now.getTime()),
      basis: 'consent',
      consentId: consent.id,
      purpose: consent.purpose,
    })
    open.push(facts)
  }
  return open
}

/** Logs a read by an office's duty (examining a registration), which needs no consent but is shown to the owner all the same. */
export async function recordDutyRead(db: PeopleDb, read: FactRead & { readonly purpose: string }): Promise<void> {
  if (read.ownerOrganisationId === read.readerOrganisationId) return
  await insertFactRead(db, { ...read, id: newId(read.now.getTime()), basis: 'duty', consentId: null })
}
