import type { TestApp } from '@jiju/api/test-app'
import type { SignedUp } from '@jiju/api/test-people'
import { newId } from '@jiju/kernel/ids'
import type { Maker, PrivateThing } from './test-private-things.ts'

const WEBHOOKS = '/api/v1/webhooks'
const ENTRY = { name: 'LIMS', address: 'https://hooks.example.cn/jiju', topics: ['booking.reservation_placed'] }

/** A notice of a person, and webhooks of the person's organisation with their log. */
export async function noticeThings(testApp: TestApp, make: Maker, as: SignedUp): Promise<PrivateThing[]> {
  const noticeId = newId()
  const said = { title: '预约已确认', body: '' }
  await testApp.db
    .insertInto('platform.notice')
    .values({
      id: noticeId,
      person_id: as.userId,
      key: noticeId,
      kind: 'booking.placed_customer',
      topic_group: 'bookings',
      texts: JSON.stringify({ zh: said, en: said }),
      created_at: testApp.app.now(),
    })
    .execute()
  const added = async (): Promise<string> => (await make.send(as, 'POST', WEBHOOKS, { body: ENTRY })).webhook.id
  const things: PrivateThing[] = [{ route: 'POST /api/v1/notices/:id/read', as, ids: { id: noticeId } }]
  const on = async (route: string, more: Partial<PrivateThing> = {}) => {
    const id = await added()
    const [method, rest = ''] = route.split(' ')
    const row = { table: 'platform.webhook', where: { id } }
    things.push({ route: `${method} ${WEBHOOKS}/:id${rest}`, as, ids: { id }, row, ...more })
  }
  await on('GET ')
  await on('PUT ', { body: { ...ENTRY, name: 'ERP' } })
  await on('POST /pause')
  await on('POST /resume')
  await on('POST /secret', { body: { overlapHours: 24 } })
  await on('POST /ping')
  await on('GET /deliveries')
  await on('DELETE ')
  const { deliveryId } = await make.send(as, 'POST', `${WEBHOOKS}/${await added()}/ping`)
  things.push({ route: `GET ${WEBHOOKS}/deliveries/:id`, as, ids: { id: deliveryId } })
  things.push({ route: `POST ${WEBHOOKS}/deliveries/:id/resend`, as, ids: { id: deliveryId } })
  return things
}
