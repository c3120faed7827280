import { newId } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { CreateVoucherProgramme, ListProvider, WriteVoucherRules } from '../../contract/voucher-programmes.ts'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { VoucherRules } from '../../core/vouchers/rules.ts'
import { problemsOfRules } from '../../core/vouchers/write-rules.ts'
import type { OrdersTables } from '../needs.ts'
import { findOrganisation } from '../sql/organisations.ts'
import { endListing, insertListing } from '../sql/vouchers/lists-of-office.ts'
import {
  findProgramme,
  insertProgramme,
  insertRule,
  listRules,
  type ProgrammeRow,
  setBudget,
  setClosed,
} from '../sql/vouchers/programmes.ts'
import { PROGRAMME_MISSING } from './matter.ts'

type Seen = { readonly id: string; readonly version: number }

const fen = (text: string): bigint => parseFen(text) ?? 0n

const rulesOf = (body: WriteVoucherRules): VoucherRules => ({
  validFrom: body.validFrom,
  validTo: body.validTo,
  rate: body.rate,
  quotaFen: { enterprise: fen(body.enterpriseQuota), team: fen(body.teamQuota) },
  minimumFen: fen(body.minimum),
  orderCapFen: body.orderCap === null ? null : fen(body.orderCap),
  allowedPurposes: body.allowedPurposes,
  excludedPurposes: body.excludedPurposes,
  lineKinds: body.lineKinds,
  excludedServiceIds: body.excludedServiceIds,
  districts: body.districts,
  needsListedProvider: body.needsListedProvider,
  excludesRelatedParties: body.excludesRelatedParties,
})

/** A new programme with its first rules, which may have begun already. */
export async function createProgramme(tx: Db<OrdersTables>, command: Command, body: CreateVoucherProgramme, by: string): Promise<string> {
  const { now } = command
  const rules = rulesOf(body.rules)
  const problems = problemsOfRules(rules, body.rules.sources, { today: localDayOf(now, ORDER_ZONE), isFirst: true })
  if (problems.length > 0) throw new Refusal(...problems.map((problem) => ({ ...problem, field: `/rules${problem.field ?? ''}` })))
  const id = newId(now.getTime())
  await insertProgramme(tx, {
    id,
    name_zh: body.nameZh,
    name_en: body.nameEn,
    issuer: body.issuer,
    budget_fen: fen(body.budget),
    by,
    at: now,
  })
  await insertRule(tx, { id: newId(now.getTime()), programmeId: id, number: 1, rules, sources: body.rules.sources, by, at: now })
  await command.audit({
    action: 'orders.voucher_programme.create',
    subjectType: 'voucher_programme',
    subjectId: id,
    detail: { name: body.nameZh, budget: body.budget, rules: body.rules },
  })
  return id
}

/** A new version of the rules, from today on or later; orders that are placed keep theirs. */
export async function writeRules(
  tx: Db<OrdersTables>,
  command: Command,
  { programmeId, by }: { programmeId: string; by: string },
  body: WriteVoucherRules,
): Promise<void> {
  const { now } = command
  await getProgramme(tx, programmeId)
  const rules = rulesOf(body)
  const problems = problemsOfRules(rules, body.sources, { today: localDayOf(now, ORDER_ZONE), isFirst: false })
  if (problems.length > 0) throw new Refusal(...problems)
  const number = (await listRules(tx, programmeId)).length + 1
  if (!(await insertRule(tx, { id: newId(now.getTime()), programmeId, number, rules, sources: body.sources, by, at: now })))
    throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'orders.voucher_programme.write_rules',
    subjectType: 'voucher_programme',
    subjectId: programmeId,
    detail: { number, rules: body },
  })
}

/** Never below what is reserved and redeemed. */
export async function changeBudget(tx: Db<OrdersTables>, command: Command, seen: Seen, budget: string): Promise<void> {
  const before = await getProgramme(tx, seen.id)
  const refusal = () =>
    new Refusal({
      code: 'orders.voucher_budget_too_low',
      kind: 'refused',
      params: { taken: formatFen(before.reserved_fen + before.redeemed_fen) },
      field: '/budget',
    })
  const isSet = await setBudget(tx, seen, fen(budget)).catch((error: unknown) => {
    throw violatedConstraint(error) === 'voucher_programme_not_overdrawn' ? refusal() : error
  })
  if (!isSet) throw new Refusal(VERSION_STALE)
  await auditProgramme(command, 'set_budget', seen.id, { from: formatFen(before.budget_fen), to: budget })
}

/** A closed programme takes no new orders; what is reserved stays. */
export async function changeOpen(tx: Db<OrdersTables>, command: Command, seen: Seen, isOpen: boolean): Promise<void> {
  await getProgramme(tx, seen.id)
  if (!(await setClosed(tx, seen, isOpen ? null : command.now))) throw new Refusal(VERSION_STALE)
  await auditProgramme(command, isOpen ? 'reopen' : 'close', seen.id, {})
}

/** Puts a provider on the list of a programme. */
export async function listProvider(
  tx: Db<OrdersTables>,
  command: Command,
  { programmeId, by }: { programmeId: string; by: string },
  body: ListProvider,
): Promise<void> {
  await getProgramme(tx, programmeId)
  const provider = await findOrganisation(tx, body.providerId)
  if (provider?.kind !== 'provider')
    throw new Refusal({ code: 'orders.voucher_organisation_missing', kind: 'refused', field: '/providerId' })
  const id = newId(command.now.getTime())
  await insertListing(tx, { ...body, id, programmeId, by, at: command.now }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'voucher_provider_days')
      throw new Refusal({ code: 'orders.voucher_rules_days', kind: 'refused', field: '/to' })
    if (violatedConstraint(error) === 'voucher_provider_once')
      throw new Refusal({ code: 'orders.voucher_listing_overlaps', kind: 'conflict', field: '/providerId' })
    throw error
  })
  await auditProgramme(command, 'list_provider', programmeId, { ...body })
}

/** Takes a provider off the list after a last day. */
export async function endProviderListing(
  tx: Db<OrdersTables>,
  command: Command,
  entry: { id: string; programmeId: string; to: string },
): Promise<void> {
  if (!(await endListing(tx, entry))) throw new Refusal({ code: 'orders.voucher_entry_missing', kind: 'missing' })
  await auditProgramme(command, 'end_listing', entry.programmeId, { listingId: entry.id, to: entry.to })
}

export async function getProgramme(db: Db<OrdersTables>, id: string): Promise<ProgrammeRow> {
  const programme = await findProgramme(db, id)
  if (!programme) throw new Refusal(PROGRAMME_MISSING)
  return programme
}

const auditProgramme = (command: Command, act: string, subjectId: string, detail: Record<string, unknown>) =>
  command.audit({ action: `orders.voucher_programme.${act}`, subjectType: 'voucher_programme', subjectId, detail })
