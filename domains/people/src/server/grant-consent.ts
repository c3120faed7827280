import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import type { GrantConsent } from '../contract/consents.ts'
import { MAX_CONSENT_DAYS } from '../core/facts.ts'
import { findConsentById, insertConsent, revokeConsent } from './sql/consents.ts'
import type { PeopleDb } from './sql/database.ts'
import { findOrganisation } from './sql/organisations.ts'

/** Lets a verified organisation read the named facts until a day at most three years ahead. */
export async function grantConsent(
  tx: PeopleDb,
  command: Command,
  grant: GrantConsent & { ownerOrganisationId: string; grantedBy: string },
): Promise<string> {
  const validUntil = new Date(grant.validUntil)
  const reader = await findOrganisation(tx, grant.readerOrganisationId)
  const problems: Problem[] = []
  if (grant.readerOrganisationId === grant.ownerOrganisationId)
    problems.push({ code: 'people.consent_self', kind: 'refused', field: '/readerOrganisationId' })
  else if (reader?.status !== 'verified')
    problems.push({ code: 'people.organisation_missing', kind: 'missing', field: '/readerOrganisationId' })
  if (validUntil <= command.now) problems.push({ code: 'people.consent_until_past', kind: 'refused', field: '/validUntil' })
  if (validUntil.getTime() - command.now.getTime() > MAX_CONSENT_DAYS * 86_400_000)
    problems.push({ code: 'people.consent_until_too_far', kind: 'refused', field: '/validUntil', params: { days: MAX_CONSENT_DAYS } })
  if (problems.length > 0) throw new Refusal(...problems)

  const id = newId(command.now.getTime())
  const facts = [...new Set(grant.facts)]
  await insertConsent(tx, {
    id,
    ownerOrganisationId: grant.ownerOrganisationId,
    readerOrganisationId: grant.readerOrganisationId,
    facts,
    purpose: grant.purpose,
    validUntil,
    grantedBy: grant.grantedBy,
    now: command.now,
  })
  await command.audit({
    action: 'people.consent.grant',
    subjectType: 'people.consent',
    subjectId: id,
    detail: { readerOrganisationId: grant.readerOrganisationId, facts, validUntil: grant.validUntil },
  })
  await command.publish('people.consent_granted', {
    consentId: id,
    ownerOrganisationId: grant.ownerOrganisationId,
    readerOrganisationId: grant.readerOrganisationId,
    facts,
  })
  return id
}

/** Ends a consent at once; reads that happened stay in the log. */
export async function endConsent(
  tx: PeopleDb,
  command: Command,
  consent: { id: string; ownerOrganisationId: string; by: string },
): Promise<void> {
  if (!(await revokeConsent(tx, { ...consent, now: command.now }))) {
    const known = await findConsentById(tx, consent.id, consent.ownerOrganisationId)
    throw new Refusal(known ? { code: 'people.consent_revoked', kind: 'conflict' } : { code: 'people.consent_missing', kind: 'missing' })
  }
  await command.audit({ action: 'people.consent.revoke', subjectType: 'people.consent', subjectId: consent.id })
  await command.publish('people.consent_revoked', { consentId: consent.id, ownerOrganisationId: consent.ownerOrganisationId })
}
