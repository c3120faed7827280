import { Refusal } from '@jiju/kernel/problem'
import type { PeopleActor } from './access-control.ts'
import { recordDutyRead, recordFactRead } from './record-fact-read.ts'
import type { PeopleDb } from './sql/database.ts'
import { findOrganisation } from './sql/organisations.ts'

const EXAMINERS = ['operator:administrator', 'operator:operator']

/** The profile facts of an organisation: its own members freely, the operator by duty, others under consent; the last two are logged. */
export async function readProfileFacts(tx: PeopleDb, actor: PeopleActor & { organisationId: string }, id: string, now: Date) {
  const organisation = await findOrganisation(tx, id)
  const isOwn = id === actor.organisationId
  const isExaminer = actor.organisationStatus === 'verified' && actor.roles.some((role) => EXAMINERS.includes(role))
  if (!organisation || (!isOwn && !isExaminer && organisation.status !== 'verified'))
    throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  const read = {
    ownerOrganisationId: id,
    readerOrganisationId: actor.organisationId,
    readerPersonId: actor.userId,
    facts: 'profile',
    now,
  } as const
  if (isExaminer) await recordDutyRead(tx, { ...read, purpose: 'verification' })
  else await recordFactRead(tx, read)
  return organisation
}
