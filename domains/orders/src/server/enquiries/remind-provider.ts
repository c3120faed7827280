import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellProvider } from '../notices/tell-of-enquiry.ts'
import { findEnquiry } from '../sql/enquiries.ts'
import { markOperatorReminded } from '../sql/enquiry-providers.ts'
import { insertNote } from '../sql/messages.ts'

/** The operator asks a provider whose answer is overdue; the thread keeps it. */
export async function remindProvider(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  target: { enquiryId: string; providerId: string },
): Promise<void> {
  const { now } = command
  const enquiry = await findEnquiry(tx, target.enquiryId)
  if (!enquiry || !(await markOperatorReminded(tx, target, now)))
    throw new Refusal({ code: 'orders.answer_not_overdue', kind: enquiry ? 'conflict' : 'missing' })
  const cause = newId(now.getTime())
  await insertNote(tx, { id: newId(now.getTime()), ...target, note: 'operator_reminds', params: {}, cause, now })
  await tellProvider(tx, needs, { kind: 'orders.operator_reminds', providerId: target.providerId, enquiry, key: cause })
  await command.audit({ action: 'orders.overdue_enquiry.remind', subjectType: 'enquiry', subjectId: enquiry.id, detail: target })
}
