import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { EditTariff } from '../../contract/tariffs.ts'
import { findTariffProblems } from '../../core/prices/tariff.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { findResourceFacts } from '../sql/resource-facts.ts'
import {
  deleteDraft,
  insertTariff,
  lockTariff,
  publishDraft,
  type TariffRow,
  touchCalendar,
  updateDraft,
  withdrawTariff,
} from '../sql/tariffs.ts'
import { toTariff, toValues } from './stored-tariff.ts'

const TARIFF_MISSING: Problem = { code: 'booking.tariff_missing', kind: 'missing' }

type Editor = { readonly organisationId: string; readonly userId: string }
type Target = { readonly id: string; readonly version: number }

/** A draft prices nothing until it is published. */
export async function draftTariff(
  tx: Db<BookingTables>,
  command: Command,
  draft: Editor & { resourceId: string; edit: EditTariff },
): Promise<TariffRow> {
  await ownZone(tx, draft.resourceId, draft.organisationId)
  const values = checked(draft.edit)
  const row = { id: newId(command.now.getTime()), resourceId: draft.resourceId, providerId: draft.organisationId, values }
  const inserted = await insertTariff(tx, row, { userId: draft.userId, now: command.now })
  await record(command, 'booking.tariff.draft', inserted)
  return inserted
}

export async function editTariff(
  tx: Db<BookingTables>,
  command: Command,
  change: Editor & Target & { edit: EditTariff },
): Promise<TariffRow> {
  await ownTariff(tx, change, 'draft')
  const updated = await updateDraft(tx, change, checked(change.edit), { userId: change.userId, now: command.now })
  if (!updated) throw new Refusal(VERSION_STALE)
  await record(command, 'booking.tariff.edit', updated)
  return updated
}

/** From its first day on the tariff prices new bookings; those that were made keep their price. It cannot begin in the past. */
export async function publishTariff(tx: Db<BookingTables>, command: Command, change: Editor & Target): Promise<TariffRow> {
  const draft = await ownTariff(tx, change, 'draft')
  const today = localDayOf(command.now, await ownZone(tx, draft.resource_id, change.organisationId))
  if (draft.valid_from < today)
    throw new Refusal({ code: 'booking.tariff_in_the_past', kind: 'refused', params: { today }, field: '/validFrom' })
  const published = await publishDraft(tx, change, { userId: change.userId, now: command.now })
  if (!published) throw new Refusal(VERSION_STALE)
  if (published === 'day_taken')
    throw new Refusal({ code: 'booking.tariff_day_taken', kind: 'conflict', params: { day: draft.valid_from }, field: '/validFrom' })
  await leave(tx, command, 'booking.tariff.publish', published, change.userId)
  return published
}

/** Only before its first day: what has priced bookings stays, and a later tariff follows it. */
export async function takeBackTariff(tx: Db<BookingTables>, command: Command, change: Editor & Target): Promise<TariffRow> {
  const tariff = await ownTariff(tx, change, 'published')
  const today = localDayOf(command.now, await ownZone(tx, tariff.resource_id, change.organisationId))
  if (tariff.valid_from <= today) throw new Refusal({ code: 'booking.tariff_begun', kind: 'refused', params: { day: tariff.valid_from } })
  const withdrawn = await withdrawTariff(tx, change, { userId: change.userId, now: command.now })
  if (!withdrawn) throw new Refusal(VERSION_STALE)
  await leave(tx, command, 'booking.tariff.withdraw', withdrawn, change.userId)
  return withdrawn
}

export async function discardDraft(tx: Db<BookingTables>, command: Command, change: Editor & Target): Promise<void> {
  const draft = await ownTariff(tx, change, 'draft')
  if (!(await deleteDraft(tx, change))) throw new Refusal(VERSION_STALE)
  await record(command, 'booking.tariff.discard', draft)
}

function checked(edit: EditTariff) {
  const values = toValues(edit)
  const problems = findTariffProblems(toTariff({ id: '', ...values }))
  if (problems.length > 0) throw new Refusal(...problems)
  return values
}

/** The tariff, locked; refuses another provider's like one that does not exist, and one that is not in the state that the act needs. */
async function ownTariff(tx: Db<BookingTables>, change: Editor & Target, state: TariffRow['state']): Promise<TariffRow> {
  const tariff = await lockTariff(tx, change.id, change.organisationId)
  if (!tariff) throw new Refusal(TARIFF_MISSING)
  if (tariff.version !== change.version) throw new Refusal(VERSION_STALE)
  if (tariff.state !== state)
    throw new Refusal({ code: tariff.state === 'draft' ? 'booking.tariff_not_published' : 'booking.tariff_not_a_draft', kind: 'refused' })
  return tariff
}

async function ownZone(tx: Db<BookingTables>, resourceId: string, organisationId: string): Promise<string> {
  const facts = await findResourceFacts(tx, resourceId)
  if (!facts || facts.providerId !== organisationId) throw new Refusal(RESOURCE_MISSING)
  return facts.site.zone
}

async function leave(tx: Db<BookingTables>, command: Command, action: string, row: TariffRow, userId: string): Promise<void> {
  await touchCalendar(tx, row.resource_id, { userId, now: command.now })
  await record(command, action, row)
  await command.publish('booking.tariff_changed', { tariffId: row.id, resourceId: row.resource_id, validFrom: row.valid_from })
}

function record(command: Command, action: string, row: TariffRow): Promise<void> {
  const { id, resource_id: resourceId, state, valid_from: validFrom, bands, packages, extras, charge_by: chargeBy } = row
  const minimumFen = row.minimum_fen?.toString() ?? null
  const noShow = { percent: row.no_show_percent, amountFen: row.no_show_fen?.toString() ?? null }
  const detail = { resourceId, state, validFrom, bands, packages, extras, minimumFen, chargesInside: row.charges_inside, chargeBy, noShow }
  return command.audit({ action, subjectType: 'tariff', subjectId: id, detail })
}
