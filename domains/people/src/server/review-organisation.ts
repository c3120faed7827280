import { Refusal } from '@jiju/kernel/problem'
import type { OrganisationKind } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { LEADING_ROLE } from '../core/access.ts'
import type { OrganisationStatus } from '../core/access-rules.ts'
import { MAIL_LINKS } from '../core/links.ts'
import type { PeopleDeps } from './deps.ts'
import type { PeopleDb } from './sql/database.ts'
import { changeStatus, findOrganisation } from './sql/organisations.ts'

/** From which states the operator may reach which. Verifying also reinstates. */
const FROM = {
  verified: ['pending', 'rejected', 'suspended'],
  rejected: ['pending'],
  suspended: ['verified'],
} as const satisfies Record<string, readonly OrganisationStatus[]>

const ACTION = {
  verified: 'people.organisation.verify',
  rejected: 'people.organisation.reject',
  suspended: 'people.organisation.suspend',
} as const

/** Decides over an organisation as the operator saw it (`version`); those who run it are told. */
export async function reviewOrganisation(
  { needs }: PeopleDeps,
  tx: PeopleDb,
  command: Command,
  decision: { id: string; to: keyof typeof FROM; reason: string | null; version: number },
) {
  const { id, to, reason } = decision
  if (id === command.actor?.organisationId) throw new Refusal({ code: 'people.organisation_own', kind: 'refused' })
  const row = await changeStatus(tx, id, { from: FROM[to], to, reason, version: decision.version, now: command.now })
  if (row === 'uscc_taken') throw new Refusal({ code: 'people.uscc_taken', kind: 'conflict' })
  if (!row) throw new Refusal(await whyNot(tx, id, FROM[to]))
  await command.audit({ action: ACTION[to], subjectType: 'people.organisation', subjectId: id, detail: { reason } })
  await command.publish(`people.organisation_${to}`, { organisationId: id, kind: row.kind })
  await needs.notify(tx, {
    kind: `people.organisation_${to}`,
    to: { organisationId: id, roles: [LEADING_ROLE[row.kind as OrganisationKind]] },
    params: { organisation: row.name, reason: reason ?? '' },
    link: MAIL_LINKS.organisation,
    key: `${to} ${id} ${row.version}`,
  })
  return row
}

async function whyNot(tx: PeopleDb, id: string, from: readonly string[]) {
  const current = await findOrganisation(tx, id)
  if (!current) return { code: 'people.organisation_missing', kind: 'missing' } as const
  if (!from.includes(current.status))
    return { code: 'people.organisation_status_changed', kind: 'conflict', params: { status: current.status } } as const
  return VERSION_STALE
}
