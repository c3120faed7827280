import type { ChargeItem } from '@jiju/booking/contract/charge-lists'
import type { Charge } from '@jiju/booking/contract/charges'
import type { Evaluation, EvaluationReply } from '@jiju/booking/contract/evaluations'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { oneOf } from '../../lib/search-params.ts'

type Attempt = ReturnType<typeof newAttempt>

/** Whose charges: of the own organisation as a customer, or of the own resources. */
export type ChargeSide = 'own' | 'received'
export const CHARGE_STATES = ['open', 'accepted', 'objected'] as const
export const CHARGE_KINDS = ['use', 'no_show', 'training'] as const
export type ChargeConditions = {
  state?: (typeof CHARGE_STATES)[number]
  kind?: (typeof CHARGE_KINDS)[number]
  from?: string
  to?: string
}

/** What of an address can be asked for. */
export function conditionsOf(search: Readonly<Record<string, unknown>>): ChargeConditions {
  const state = oneOf(search.state, CHARGE_STATES)
  const kind = oneOf(search.kind, CHARGE_KINDS)
  const dayOf = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined)
  const [from, to] = [dayOf(search.from), dayOf(search.to)]
  return { ...(state && { state }), ...(kind && { kind }), ...(from && { from }), ...(to && { to }) }
}

type ChargePage = { items: ChargeItem[]; nextCursor: string | null; count: number; total: string }

export async function listCharges(
  side: ChargeSide,
  conditions: ChargeConditions,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ChargePage> {
  const params = { query: { ...conditions, ...(cursor ? { cursor } : {}) } }
  if (side === 'own') return await answer(api.GET('/api/v1/booking/charges', { params, signal }))
  return await answer(api.GET('/api/v1/booking/received-charges', { params, signal }))
}

export function chargesFile(side: ChargeSide, conditions: ChargeConditions): string {
  const query = new URLSearchParams(conditions).toString()
  return `/api/v1/booking/${side === 'own' ? 'charges' : 'received-charges'}.xlsx${query && `?${query}`}`
}

export async function waiveCharge({ id, reason }: { id: string; reason: string }, headers: Attempt): Promise<Charge> {
  return await answer(api.POST('/api/v1/booking/charges/{id}/waive', { params: { path: { id } }, body: { reason }, headers }))
}

export const EVALUATION_CHOICES = ['all', 'unanswered', 'low'] as const
export type EvaluationChoice = (typeof EVALUATION_CHOICES)[number]

export async function listEvaluations(
  only: EvaluationChoice,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: Evaluation[]; nextCursor: string | null }> {
  const params = { query: { only, ...(cursor ? { cursor } : {}) } }
  return await answer(api.GET('/api/v1/booking/evaluations', { params, signal }))
}

export async function replyToEvaluation({ id, words }: { id: string; words: string }, headers: Attempt): Promise<EvaluationReply> {
  return await answer(api.POST('/api/v1/booking/evaluations/{id}/reply', { params: { path: { id } }, body: { words }, headers }))
}
