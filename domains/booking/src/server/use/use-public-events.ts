import { formatFen } from '@jiju/kernel/money'
import type { PublicEvent, PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'

const ChargeEvent = z.object({
  chargeId: z.uuid(),
  reservationId: z.uuid(),
  resourceId: z.uuid(),
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
  'booking.charge_created': ofCharge('使用费用已生成', 'A use was charged'),
  'booking.charge_corrected': ofCharge('使用费用已更正', 'A charge was corrected'),
  'booking.charge_accepted': ofCharge('使用费用已接受', 'A charge was accepted'),
  'booking.charge_objected': ofCharge('使用费用有异议', 'A customer objects to a charge'),
}
