import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { EditProfileFacts } from '../contract/consents.ts'
import type { EditOrganisation } from '../contract/organisations.ts'
import type { PeopleDb } from './sql/database.ts'
import { findByUscc, findOrganisation, type OrganisationChange, updateOrganisation } from './sql/organisations.ts'

/** Edits the public page. What was verified (name, code) stays; a rejected organisation is put before the operator again. */
export async function editOrganisation(tx: PeopleDb, command: Command, edit: { id: string; version: number; input: EditOrganisation }) {
  const { id, version, input } = edit
  const current = await findOrganisation(tx, id)
  if (!current) throw new Refusal({ code: 'people.organisation_missing', kind: 'missing' })
  const isFixed = current.status === 'verified' || current.status === 'suspended'
  const renames = input.name !== undefined && input.name !== current.name
  const recodes = input.uscc !== undefined && input.uscc !== current.uscc
  if (isFixed && (renames || recodes))
    throw new Refusal({ code: 'people.verified_fields_fixed', kind: 'refused', field: renames ? '/name' : '/uscc' })
  const registered = recodes && input.uscc ? await findByUscc(tx, input.uscc) : undefined
  if (registered) throw new Refusal({ code: 'people.uscc_registered', kind: 'conflict', field: '/uscc', params: { name: registered.name } })
  const { shortName, nameEn, ...same } = input
  const values: OrganisationChange = {
    ...same,
    ...(shortName !== undefined && { short_name: shortName }),
    ...(nameEn !== undefined && { name_en: nameEn }),
  }
  return save(tx, command, { id, version, values, resubmit: true, action: 'people.organisation.edit' })
}

/** Edits the facts of the set `profile`. */
export async function editProfileFacts(tx: PeopleDb, command: Command, edit: { id: string; version: number; input: EditProfileFacts }) {
  const { id, version, input } = edit
  if (input.foundedOn && input.foundedOn > localDayOf(command.now, 'Asia/Shanghai'))
    throw new Refusal({ code: 'people.founded_in_future', kind: 'refused', field: '/foundedOn' })
  const { registeredCapital: capital } = input
  const values: OrganisationChange = {
    ...(input.legalRepresentative !== undefined && { legal_representative: input.legalRepresentative }),
    ...(input.contactName !== undefined && { contact_name: input.contactName }),
    ...(input.contactPhone !== undefined && { contact_phone: input.contactPhone }),
    ...(input.contactEmail !== undefined && { contact_email: input.contactEmail }),
    ...(input.foundedOn !== undefined && { founded_on: input.foundedOn }),
    ...(capital !== undefined && { registered_capital_fen: capital === null ? null : (parseFen(capital) ?? null) }),
    ...(input.employeeCount !== undefined && { employee_count: input.employeeCount }),
  }
  return save(tx, command, { id, version, values, resubmit: false, action: 'people.fact.edit' })
}

async function save(
  tx: PeopleDb,
  command: Command,
  change: { id: string; version: number; values: OrganisationChange; resubmit: boolean; action: string },
) {
  const row = await updateOrganisation(tx, change.id, { ...change, now: command.now })
  if (!row) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: change.action,
    subjectType: 'people.organisation',
    subjectId: change.id,
    detail: { fields: Object.keys(change.values) },
  })
  // Names and district stand beside what the organisation offers; the profile facts are read where they are needed.
  if (change.resubmit) await command.publish('people.organisation_changed', { organisationId: change.id })
  return row
}
