import { formatFen } from '@jiju/kernel/money'
import type { PublicEvent, PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { CHARGE_KINDS } from '../../core/use/vocabulary.ts'

const ChargeEvent = z.object({
  chargeId: z.uuid(),
  kind: z.enum(CHARGE_KINDS),
  reservationId: z.uuid().nullable().describe('Null for a place in a training'),
  enrolmentId: z.uuid().nullable(),
  resourceId: z.uuid().nullable(),
  providerId: z.uuid().describe('The organisation whose resource it is'),
  organisationId: z.uuid().describe('The organisation that pays'),
  version: z.int(),
  replaces: z.uuid().nullable().describe('The version that it corrects'),
  bookedMinutes: z.int(),
  meteredMinutes: z.int(),
  total: z.string().describe('Yuan, such as "240.00"'),
})

const Payload = ChargeEvent.omit({ total: true }).extend({ totalFen: z.string() })

/** An event of a charge goes to the organisation that pays and to the provider. */
function ofCharge(zh: string, en: string): PublicEvent {
  return {
    title: { zh, en },
    data: ChargeEvent,
    present: async ({ payload }) => {
      const { totalFen, ...event } = Payload.parse(payload)
      return { organisationIds: [event.organisationId, event.providerId], data: { ...event, total: formatFen(BigInt(totalFen)) } }
    },
  }
}

/** What other programs may be told of charges. */
export const CHARGE_PUBLIC_EVENTS: PublicEvents = {
  'booking.charge_created': ofCharge('费用已生成', 'A use, a booking that nobody used or a training was charged'),
  'booking.charge_corrected': ofCharge('费用已更正或免收', 'A charge was corrected or waived'),
  'booking.charge_accepted': ofCharge('费用已接受', 'A charge was accepted'),
  'booking.charge_objected': ofCharge('费用有异议', 'A customer objects to a charge'),
}
