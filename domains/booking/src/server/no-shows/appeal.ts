import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { Transaction } from 'kysely'
import type { DecideAppeal } from '../../contract/no-shows.ts'
import { findAppealProblems, findDecisionProblems } from '../../core/no-shows.ts'
import type { BookingDeps, BookingTables } from '../needs.ts'
import words from '../notices/words.json' with { type: 'json' }
import { NO_SHOW_MISSING } from '../problems.ts'
import { appealNoShow, decideAppeal, findNoShow, type NoShowRow } from '../sql/no-shows.ts'
import { waiveNoShow } from '../use/charge-fee.ts'

export type NoShowReader = { readonly personId: string; readonly organisationId: string | null; readonly isOperator: boolean }

// Stands on the corrected charge where whoever decided said nothing.
const UPHELD = '申诉成立 · appeal upheld'
const DECIDERS = ['provider:owner', 'provider:lab_manager']

/** The person says why the points are wrong; the provider's deciders are told, except who recorded them. */
export async function appeal(
  tx: Transaction<BookingTables>,
  command: Command,
  deps: BookingDeps,
  wish: { id: string; version: number; words: string; reader: NoShowReader },
): Promise<NoShowRow> {
  const row = await findNoShow(tx, wish.id, wish.reader)
  if (!row || row.person_id !== wish.reader.personId) throw new Refusal(NO_SHOW_MISSING)
  const problems = findAppealProblems(termsOf(row), command.now)
  if (problems.length > 0) throw new Refusal(...problems)
  if (!(await appealNoShow(tx, wish, { words: wish.words, now: command.now }))) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'booking.no_show.appeal',
    subjectType: 'no_show',
    subjectId: row.id,
    detail: { reservationId: row.reservation_id },
  })
  await deps.needs.notify(tx, {
    kind: 'booking.no_show_appealed',
    to: { organisationId: row.provider_id, roles: DECIDERS, ...(row.recorded_by && { except: [row.recorded_by] }) },
    params: {
      ...paramsOf(row),
      person: row.person_name,
      organisation: row.organisation_name,
      words: wish.words,
    },
    link: '/p/inbox?tab=appeals',
    key: `no_show_appeal ${row.id}`,
  })
  return getNoShow(tx, wish)
}

/** A second person of the provider, or the operator, decides; upheld takes the points away. */
export async function decide(
  tx: Transaction<BookingTables>,
  command: Command,
  deps: BookingDeps,
  wish: DecideAppeal & { id: string; version: number; reader: NoShowReader },
): Promise<NoShowRow> {
  const { reader } = wish
  const row = await findNoShow(tx, wish.id, reader)
  if (!row || !(reader.isOperator || row.provider_id === reader.organisationId)) throw new Refusal(NO_SHOW_MISSING)
  const problems = findDecisionProblems(termsOf(row), reader.personId)
  if (problems.length > 0) throw new Refusal(...problems)
  const decision = { isUpheld: wish.isUpheld, words: wish.words ?? null, by: reader.personId, now: command.now }
  if (!(await decideAppeal(tx, wish, decision))) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: wish.isUpheld ? 'booking.no_show.uphold' : 'booking.no_show.reject',
    subjectType: 'no_show',
    subjectId: row.id,
    detail: { reservationId: row.reservation_id, personId: row.person_id, points: row.points, ...(wish.words && { reason: wish.words }) },
  })
  if (wish.isUpheld)
    await waiveNoShow(tx, command, deps.needs, {
      reservationId: row.reservation_id,
      personId: row.person_id,
      reason: wish.words || UPHELD,
    })
  await deps.needs.notify(tx, {
    kind: 'booking.no_show_decided',
    to: [row.person_id],
    params: { ...paramsOf(row), result: wish.isUpheld ? words.appeal.upheld : words.appeal.rejected, words: wish.words ?? '—' },
    link: '/e/standing',
    key: `no_show_decision ${row.id}`,
  })
  return getNoShow(tx, wish)
}

async function getNoShow(tx: Transaction<BookingTables>, { id, reader }: { id: string; reader: NoShowReader }): Promise<NoShowRow> {
  const row = await findNoShow(tx, id, reader)
  if (!row) throw new Error(`no-show ${id} vanished while it was changed`)
  return row
}

const paramsOf = (row: NoShowRow) => ({
  number: row.number,
  resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
})

export const termsOf = (row: NoShowRow) => ({
  expiresAt: row.expires_at,
  recordedBy: row.recorded_by,
  appealedAt: row.appealed_at,
  decidedAt: row.decided_at,
})
