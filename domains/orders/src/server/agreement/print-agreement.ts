import { Readable } from 'node:stream'
import { localDayOf, minuteOfDayAt } from '@jiju/kernel/zoned-time'
import { storeUpload } from '@jiju/platform/files/upload'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { writePdf } from '@jiju/platform/pdf/write-pdf'
import { z } from 'zod'
import { ORDER_ZONE } from '../../core/order/clock.ts'
import type { OrdersDeps } from '../needs.ts'
import { setAgreementFile } from '../sql/agreement/agreements.ts'
import { findOrder } from '../sql/service-orders.ts'
import { agreementPdf } from './agreement-pdf.ts'
import { readStanding } from './read-agreement.ts'

const MAX_BYTES = 20 * 1_048_576
const Payload = z.object({ orderId: z.uuid() })

/** Prints an agreement once both sides have accepted it. The same agreement gives the same bytes, so that doing it twice does no harm. */
export function agreementEvents({ db, needs }: OrdersDeps): EventHandlers {
  return {
    'orders.agreement_agreed': {
      'orders.print_agreement': async (event) => {
        const { orderId } = Payload.parse(event.payload)
        const order = await findOrder(db, orderId)
        if (!order) return
        const { row, content, sha256, acceptances } = await readStanding(db, order)
        if (!row?.agreed_at || row.file_sha256 !== null) return
        const pdf = await writePdf(
          agreementPdf({
            content,
            sha256,
            agreedAt: row.agreed_at,
            acceptances: acceptances
              .filter(({ content_sha256 }) => content_sha256 === sha256)
              .map(({ side, person_name, at }) => ({ side, personName: person_name, at: localTime(at) })),
          }),
        )
        await db.transaction().execute(async (tx) => {
          const file = await storeUpload(tx, needs.files, {
            stream: Readable.from(pdf),
            name: fileName(order.number),
            maxBytes: MAX_BYTES,
            allowedTypes: ['application/pdf'],
            ownerOrganisationId: order.provider_id,
            uploadedBy: null,
          })
          await setAgreementFile(tx, row.id, file)
        })
      },
    },
  }
}

export const fileName = (orderNumber: string) => `委托检测协议-${orderNumber}.pdf`

function localTime(at: Date): string {
  const minutes = minuteOfDayAt(at, ORDER_ZONE)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${localDayOf(at, ORDER_ZONE)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
