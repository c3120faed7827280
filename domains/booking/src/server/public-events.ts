import { formatFen } from '@jiju/kernel/money'
import type { PublicEvent, PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'

const instant = z.iso.datetime()

const ReservationEvent = z.object({
  reservationId: z.uuid(),
  resourceId: z.uuid(),
  providerId: z.uuid().describe('The organisation whose resource it is'),
  organisationId: z.uuid().describe('The organisation that booked'),
  start: instant,
  end: instant.describe('Not included'),
  price: z.string().describe('Yuan, such as "240.00"'),
  fromStart: instant.nullable().describe('Of a move: when it was before; of a move that is asked for: when it is'),
  fromEnd: instant.nullable(),
  fee: z.string().nullable().describe('Of a cancellation: what is due, in yuan'),
})

/** What the events of a reservation carry: ids, time and money. */
const Payload = z.object({
  reservationId: z.uuid(),
  resourceId: z.uuid(),
  providerId: z.uuid(),
  organisationId: z.uuid(),
  start: instant,
  end: instant,
  priceFen: z.string(),
  fromStart: instant.exactOptional(),
  fromEnd: instant.exactOptional(),
  feeFen: z.string().exactOptional(),
})

/** An event of a reservation goes to the organisation that booked and to the provider. */
function ofReservation(zh: string, en: string): PublicEvent {
  return {
    title: { zh, en },
    data: ReservationEvent,
    present: async ({ payload }) => {
      const { priceFen, feeFen, ...event } = Payload.parse(payload)
      const data: z.output<typeof ReservationEvent> = {
        ...event,
        price: formatFen(BigInt(priceFen)),
        fromStart: event.fromStart ?? null,
        fromEnd: event.fromEnd ?? null,
        fee: feeFen === undefined ? null : formatFen(BigInt(feeFen)),
      }
      return { organisationIds: [event.organisationId, event.providerId], data }
    },
  }
}

/** What other programs may be told of bookings. */
export const BOOKING_PUBLIC_EVENTS: PublicEvents = {
  'booking.reservation_placed': ofReservation('预约已确认', 'A booking is confirmed'),
  'booking.reservation_requested': ofReservation('预约已提交，待机构确认', 'A booking was asked for and waits for the provider'),
  'booking.reservation_approved': ofReservation('机构已确认预约', 'A booking that was asked for is confirmed'),
  'booking.reservation_declined': ofReservation('机构已婉拒预约', 'A booking that was asked for is declined'),
  'booking.reservation_proposed': ofReservation('机构建议了其他时间', 'The provider proposes another time'),
  'booking.reservation_expired': ofReservation('预约申请逾期未答复，已失效', 'A booking that was asked for was not answered in time'),
  'booking.reservation_moved': ofReservation('预约已改时', 'A booking was moved'),
  'booking.move_requested': ofReservation('预约改时已申请，待机构确认', 'A move of a booking was asked for and waits for the provider'),
  'booking.move_declined': ofReservation('机构已婉拒改时', 'A move that was asked for is declined; the booking stays'),
  'booking.move_withdrawn': ofReservation('客户已撤回改时申请', 'A move that was asked for was taken back; the booking stays'),
  'booking.move_expired': ofReservation('改时申请逾期未答复', 'A move that was asked for was not answered in time; the booking stays'),
  'booking.reservation_cancelled': ofReservation('预约已取消', 'A booking was cancelled'),
  'booking.reservation_started': ofReservation('使用已开始', 'A use has begun'),
  'booking.reservation_finished': ofReservation('使用已结束', 'A use has ended'),
  'booking.no_show': ofReservation('预约无人使用', 'Nobody came to a booking'),
}
