import { newId } from '@jiju/kernel/ids'
import { parseFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { ProposeCorrection } from '../../contract/use.ts'
import { findCorrectionProblems, findDecideProblems, findWithdrawProblems } from '../../core/use/corrections.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { findReservationForLetters } from '../sql/reservations.ts'
import { decideCorrection, findCorrection, insertCorrection, type NamedCorrection } from '../sql/use/corrections.ts'
import { findCurrentRecord, insertUseRecord, type NamedUseRecord, type UseRecordRow } from '../sql/use/records.ts'
import { rechargeUse } from './charge-use.ts'
import { tellProposed } from './tell-of-use.ts'

const USE_MISSING = { code: 'booking.use_missing', kind: 'missing' } as const
const CORRECTION_MISSING = { code: 'booking.correction_missing', kind: 'missing' } as const
const CORRECTION_DECIDED = { code: 'booking.correction_decided', kind: 'conflict' } as const

type By = { readonly organisationId: string; readonly actor: Actor }

/** The provider proposes what a use really was, or what it shall cost; nothing changes before a second person says yes. */
export async function proposeCorrection(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  proposal: By & { readonly useId: string; readonly body: ProposeCorrection },
): Promise<NamedCorrection> {
  const { body, organisationId } = proposal
  const record = await getRecord(tx, proposal.useId, organisationId)
  if (record.provider_id !== organisationId) throw new Refusal(USE_MISSING)
  const times = { start: new Date(body.start), end: new Date(body.end) }
  const problems = findCorrectionProblems(times, command.now)
  if (problems.length > 0) throw new Refusal(...problems)
  const correction = {
    id: newId(command.now.getTime()),
    use_id: record.use_id,
    record_id: record.id,
    resource_id: record.resource_id,
    provider_id: record.provider_id,
    reservation_id: record.reservation_id,
    started_at: times.start,
    ended_at: times.end,
    adjust_fen: readAdjustment(body.adjustment),
    reason: body.reason,
    proposed_by: proposal.actor.userId,
    proposed_at: command.now,
  }
  if (!(await insertCorrection(tx, correction))) throw new Refusal({ code: 'booking.correction_waits', kind: 'conflict' })
  await command.audit({
    action: 'booking.use.propose_correction',
    subjectType: 'use',
    subjectId: record.use_id,
    detail: {
      correctionId: correction.id,
      start: body.start,
      end: body.end,
      adjustFen: correction.adjust_fen.toString(),
      reason: body.reason,
    },
  })
  await tellProposed(tx, needs, record, correction)
  return getCorrection(tx, correction.id, organisationId)
}

/** The second person says yes: a new record, and a new version of the charge where there is one. Of two who say so one does. */
export async function confirmCorrection(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  decision: By & { readonly id: string; readonly words: string | null },
): Promise<NamedCorrection> {
  const correction = await decide(tx, command, decision, 'confirmed')
  const record = await getRecord(tx, correction.use_id, decision.organisationId)
  const next: UseRecordRow = {
    ...baseOf(record),
    id: newId(command.now.getTime()),
    replaces: correction.record_id,
    started_at: correction.started_at,
    ended_at: correction.ended_at,
    is_proved: true,
    recorded_by: correction.proposed_by,
    recorded_at: command.now,
    reason: correction.reason,
    confirmed_by: decision.actor.userId,
  }
  if (!(await insertUseRecord(tx, next))) throw new Refusal({ code: 'booking.correction_overtaken', kind: 'conflict' })
  const row = correction.reservation_id === null ? undefined : await findReservationForLetters(tx, correction.reservation_id)
  if (row) await rechargeUse(tx, command, needs, row, { record: next, adjustFen: correction.adjust_fen, reason: correction.reason })
  return getCorrection(tx, correction.id, decision.organisationId)
}

export async function declineCorrection(
  tx: Db<BookingTables>,
  command: Command,
  decision: By & { readonly id: string; readonly words: string | null },
): Promise<NamedCorrection> {
  const { id } = await decide(tx, command, decision, 'declined')
  return getCorrection(tx, id, decision.organisationId)
}

export async function withdrawCorrection(
  tx: Db<BookingTables>,
  command: Command,
  decision: By & { readonly id: string },
): Promise<NamedCorrection> {
  const { id } = await decide(tx, command, { ...decision, words: null }, 'withdrawn')
  return getCorrection(tx, id, decision.organisationId)
}

/** Times that the platform inferred are right: whoever says so is the second pair of eyes. The charge does not change by it. */
export async function confirmInferred(
  tx: Db<BookingTables>,
  command: Command,
  target: By & { readonly useId: string },
): Promise<NamedUseRecord> {
  const record = await getRecord(tx, target.useId, target.organisationId)
  if (record.is_proved) throw new Refusal({ code: 'booking.use_already_proved', kind: 'conflict' })
  if (record.recorded_by === target.actor.userId) throw new Refusal({ code: 'booking.correction_own', kind: 'refused' })
  const next: UseRecordRow = {
    ...baseOf(record),
    id: newId(command.now.getTime()),
    replaces: record.id,
    is_proved: true,
    recorded_by: record.recorded_by,
    recorded_at: command.now,
    reason: null,
    confirmed_by: target.actor.userId,
  }
  if (!(await insertUseRecord(tx, next))) throw new Refusal({ code: 'booking.use_already_proved', kind: 'conflict' })
  await command.audit({ action: 'booking.use.confirm', subjectType: 'use', subjectId: record.use_id, detail: { recordId: next.id } })
  return getRecord(tx, target.useId, target.organisationId)
}

async function decide(
  tx: Db<BookingTables>,
  command: Command,
  decision: By & { readonly id: string; readonly words: string | null },
  state: 'confirmed' | 'declined' | 'withdrawn',
): Promise<NamedCorrection> {
  const correction = await getCorrection(tx, decision.id, decision.organisationId)
  const person = decision.actor.userId
  const waiting = { state: correction.state, proposedBy: correction.proposed_by }
  const problems = state === 'withdrawn' ? findWithdrawProblems(waiting, person) : findDecideProblems(waiting, person)
  if (problems.length > 0) throw new Refusal(...problems)
  if (!(await decideCorrection(tx, correction.id, { state, by: person, words: decision.words, now: command.now })))
    throw new Refusal(CORRECTION_DECIDED)
  await command.audit({
    action: `booking.use.${state === 'confirmed' ? 'confirm' : state === 'declined' ? 'decline' : 'withdraw'}_correction`,
    subjectType: 'use',
    subjectId: correction.use_id,
    detail: { correctionId: correction.id, ...(decision.words !== null && { words: decision.words }) },
  })
  return correction
}

async function getRecord(tx: Db<BookingTables>, useId: string, organisationId: string): Promise<NamedUseRecord> {
  const record = await findCurrentRecord(tx, useId, organisationId)
  if (!record) throw new Refusal(USE_MISSING)
  return record
}

async function getCorrection(tx: Db<BookingTables>, id: string, providerId: string): Promise<NamedCorrection> {
  const correction = await findCorrection(tx, id, providerId)
  if (!correction) throw new Refusal(CORRECTION_MISSING)
  return correction
}

/** What a later record of the same use keeps. */
function baseOf(record: UseRecordRow) {
  return {
    use_id: record.use_id,
    resource_id: record.resource_id,
    unit: record.unit,
    provider_id: record.provider_id,
    reservation_id: record.reservation_id,
    organisation_id: record.organisation_id,
    person_id: record.person_id,
    is_outside: record.is_outside,
    started_at: record.started_at,
    ended_at: record.ended_at,
    start_source: record.start_source,
    end_source: record.end_source,
    device: record.device,
    purpose: record.purpose,
  }
}

/** The contract has checked that it can be read. */
function readAdjustment(yuan: string | undefined): bigint {
  if (yuan === undefined) return 0n
  const amount = parseFen(yuan.replace(/^-/, ''))
  if (amount === undefined) throw new Error(`not an amount: ${yuan}`)
  return yuan.startsWith('-') ? -amount : amount
}
