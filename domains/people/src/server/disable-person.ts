import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import type { PeopleDb } from './sql/database.ts'
import { lockPersons, setDisabled } from './sql/persons.ts'
import { endSessions } from './sql/sessions.ts'

/** Keeps a person out, or lets them in again. Both persons are locked, so that two administrators cannot shut each other out at once. */
export async function setPersonDisabled(
  tx: PeopleDb,
  command: Command,
  change: { id: string; by: string; isDisabled: boolean },
): Promise<void> {
  if (change.id === change.by) throw new Refusal({ code: 'people.own_account', kind: 'refused' })
  const persons = await lockPersons(tx, [change.id, change.by])
  const by = persons.find((person) => person.id === change.by)
  if (!by || by.disabled_at) throw new Refusal({ code: 'people.account_disabled', kind: 'forbidden' })
  if (!persons.some((person) => person.id === change.id)) throw new Refusal({ code: 'people.person_missing', kind: 'missing' })
  await setDisabled(tx, change.id, change.isDisabled ? command.now : null)
  if (change.isDisabled) await endSessions(tx, change.id, command.now)
  const action = change.isDisabled ? 'people.person.disable' : 'people.person.enable'
  await command.audit({ action, subjectType: 'people.person', subjectId: change.id })
}
