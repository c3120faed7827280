import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { OrdersTables } from '../needs.ts'
import { THREAD_MISSING } from '../problems.ts'
import { findThread, type ThreadRow } from '../sql/messages.ts'

export type ThreadSide = 'client' | 'provider' | 'operator'

/** A thread and the reader's side of it. The operator reads what was escalated or objected to; everybody else's answers like an unknown one. */
export async function openThread(db: Db<OrdersTables>, id: string, actor: Actor): Promise<{ thread: ThreadRow; side: ThreadSide }> {
  const thread = await findThread(db, id)
  const side = thread && sideOf(thread, actor)
  if (!thread || !side) throw new Refusal(THREAD_MISSING)
  return { thread, side }
}

function sideOf(thread: ThreadRow, { organisationId, organisationKind }: Actor): ThreadSide | undefined {
  if (organisationId === thread.organisation_id) return 'client'
  if (organisationId === thread.provider_id) return 'provider'
  return organisationKind === 'operator' && thread.is_operators ? 'operator' : undefined
}

/** A sealed client is hidden from the provider until it has an order. */
export const hidesClient = ({ confidentiality, order_id }: ThreadRow, side: ThreadSide): boolean =>
  side === 'provider' && confidentiality === 'sealed' && order_id === null

/** A thread can be written to while its matter is open, and as long as there is an order. */
export const isWritable = ({ enquiry_state, order_id }: ThreadRow): boolean =>
  order_id !== null || enquiry_state === 'open' || enquiry_state === 'deciding'
