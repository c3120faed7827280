import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { CompanionList } from '../../contract/bundles.ts'
import type { Companion } from '../../core/bundles/companions.ts'
import { COMPANION_KINDS } from '../../core/vocabulary.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { openCalendar } from '../sql/calendars.ts'
import { findCompanions, listChoices, replaceCompanions } from '../sql/companions.ts'
import { findResourceFacts, listResourceFacts } from '../sql/resource-facts.ts'

const CHOICE_MISSING: Problem = { code: 'booking.companion_unknown', kind: 'refused', field: '/companions' }
const COMPANION_ITSELF: Problem = { code: 'booking.companion_itself', kind: 'refused', field: '/companions' }

/** What belongs to a resource, with the names of what can be chosen; what was taken off the catalogue is left out. */
export async function readCompanions(db: Db<BookingTables>, resourceId: string): Promise<CompanionList> {
  const row = await findCompanions(db, resourceId)
  const companions = row?.companions ?? []
  const known = new Map(
    (
      await listChoices(
        db,
        companions.flatMap(({ resourceIds }) => resourceIds),
      )
    ).map((choice) => [choice.id, choice]),
  )
  return {
    resourceId,
    companions: companions.map(({ nameZh, nameEn, isNeeded, resourceIds }) => ({
      nameZh,
      nameEn,
      isNeeded,
      choices: resourceIds.flatMap((id) => {
        const choice = known.get(id)
        return choice ? { resourceId: id, name: choice.name, nameEn: choice.name_en, isAccepting: choice.is_accepting } : []
      }),
    })),
    version: row?.version ?? 0,
  }
}

/**
 * Replaces what belongs to a resource. What is named must be the provider's own and published; a service, such as operators, gets a calendar by
 * being named: how many work at the same time is the calendar's capacity.
 */
export async function editCompanions(
  tx: Db<BookingTables>,
  command: Command,
  edit: { resourceId: string; organisationId: string; userId: string; version: number; companions: readonly Companion[] },
): Promise<void> {
  const { resourceId, organisationId, userId, companions } = edit
  const facts = await findResourceFacts(tx, resourceId)
  if (!facts || facts.providerId !== organisationId) throw new Refusal(RESOURCE_MISSING)
  const named = [...new Set(companions.flatMap(({ resourceIds }) => resourceIds))]
  if (named.includes(resourceId)) throw new Refusal(COMPANION_ITSELF)
  const known = await listChoices(tx, named)
  if (known.length < named.length || known.some((choice) => choice.provider_id !== organisationId)) throw new Refusal(CHOICE_MISSING)
  for (const id of named) await openCalendar(tx, id, COMPANION_KINDS)
  if ((await listResourceFacts(tx, named)).length < named.length) throw new Refusal(CHOICE_MISSING)
  const target = { resourceId, providerId: organisationId, version: edit.version }
  if (!(await replaceCompanions(tx, target, companions, { userId, now: command.now }))) throw new Refusal(VERSION_STALE)
  await command.audit({ action: 'booking.companions.edit', subjectType: 'calendar', subjectId: resourceId, detail: { companions } })
  await command.publish('booking.calendar_changed', { resourceId })
}
