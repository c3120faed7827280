import { newId } from '@jiju/kernel/ids'
import type { Db } from '@jiju/platform/database/pool'
import { answerLimitOf } from '../../core/enquiries/answer-clock.ts'
import type { Confidentiality } from '../../core/vocabulary.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { tellProvider } from '../notices/tell-of-enquiry.ts'
import type { Work } from '../order/order-act.ts'
import { insertAsked } from '../sql/enquiry-providers.ts'
import { findOrganisation } from '../sql/organisations.ts'
import { findPolicy } from '../sql/policies.ts'

type Asking = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly organisationId: string
  readonly openUntil: Date
  readonly confidentiality: Confidentiality
}

/** Asks one provider: its clock and its thread begin, its people are told. False when it was asked before. */
export async function askProvider(
  tx: Db<OrdersTables>,
  { command, needs }: { command: Work; needs: Pick<OrdersNeeds, 'notify'> },
  enquiry: Asking,
  providerId: string,
): Promise<boolean> {
  const { now } = command
  const { answerDays } = await findPolicy(tx, providerId)
  const answerUntil = answerLimitOf(now, answerDays, enquiry.openUntil)
  const { organisationId } = enquiry
  const isNew = await insertAsked(tx, {
    enquiryId: enquiry.id,
    organisationId,
    providerId,
    threadId: newId(now.getTime()),
    answerUntil,
    now,
  })
  if (!isNew) return false
  const client = enquiry.confidentiality === 'sealed' ? undefined : await findOrganisation(tx, organisationId)
  await tellProvider(tx, needs, {
    kind: 'orders.enquiry_received',
    providerId,
    enquiry,
    key: `enquiry:${enquiry.id}`,
    params: { client: client ? client.name : { zh: '匿名企业', en: 'A client that stays hidden' }, until: answerUntil.toISOString() },
  })
  return true
}
