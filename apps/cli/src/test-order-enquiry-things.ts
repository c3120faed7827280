import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { ORDERS } from './test-order-maker.ts'
import type { Maker, PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

/** Every private call about enquiries, quotes and the threads with each provider. */
export async function orderEnquiryThings(testApp: TestApp, make: Maker, provider: SignedUp, client: SignedUp): Promise<PrivateThing[]> {
  const other = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
  const placed = (body: object = {}) =>
    make.send(client, 'POST', `${ORDERS}/enquiries`, {
      body: {
        kind: 'need',
        title: '细胞毒性',
        purpose: 'development',
        items: [{ name: '细胞毒性', quantity: 1, sampleCount: 1 }],
        providerIds: [provider.organisationId],
        ...body,
      },
    })
  const offer = {
    validDay: '2026-12-24',
    turnaroundDays: 5,
    needsSamples: true,
    expectedRevision: 0,
    lines: [{ kind: 'test', name: '细胞毒性', quantity: 1, unit: 'item', unitPrice: '900.00' }],
  }
  const quoted = async (): Promise<{ id: string; quoteId: string }> => {
    const { id } = await placed()
    const { quotes } = await make.send(provider, 'POST', `${ORDERS}/enquiries/${id}/quotes`, { body: offer })
    return { id, quoteId: quotes[0].id }
  }
  const at = (path: string) => `${ORDERS}/enquiries/:id${path}`
  const things: PrivateThing[] = []
  for (const as of [client, provider]) {
    const enquiry = await placed()
    const { id } = enquiry
    const ids = { id: enquiry.asked[0].threadId }
    things.push({ route: `GET ${at('')}`, as, ids: { id }, isReadByDuty: true })
    things.push({ route: `GET ${ORDERS}/threads/:id/messages`, as, ids })
    things.push({ route: `POST ${ORDERS}/threads/:id/messages`, as, ids, body: { body: '请确认浸提介质' } })
    things.push({ route: `POST ${ORDERS}/threads/:id/read`, as, ids })
    things.push({ route: `POST ${ORDERS}/threads/:id/files`, as, ids, file: { name: 'a.csv', content: 'a,b\n1,2\n' } })
    const sent = await make.send(as, 'POST', `${ORDERS}/threads/${ids.id}/files`, { file: 'a,b\n1,2\n' })
    await make.send(as, 'POST', `${ORDERS}/threads/${ids.id}/messages`, { body: { body: '见附件', fileIds: [sent.fileId] } })
    things.push({ route: `GET ${ORDERS}/threads/:id/files/:fileId`, as, ids: { ...ids, fileId: sent.fileId } })
  }
  things.push({ route: `GET ${at('/comparison')}`, as: client, ids: { id: (await quoted()).id } })
  things.push({ route: `POST ${at('/withdraw')}`, as: client, ids: { id: (await placed()).id } })
  const more = { providerIds: [other.organisationId] }
  things.push({ route: `POST ${at('/providers')}`, as: client, ids: { id: (await placed()).id }, body: more })
  things.push({ route: `POST ${at('/decline')}`, as: provider, ids: { id: (await placed()).id }, body: { reason: 'no_capacity' } })
  things.push({ route: `POST ${at('/quotes')}`, as: provider, ids: { id: (await placed()).id }, body: offer })
  const offered = await placed({ award: 'first', offered: '900.00' })
  const take = { turnaroundDays: 5, expectedOffered: '900.00' }
  things.push({ route: `POST ${at('/take')}`, as: provider, ids: { id: offered.id }, body: take })
  things.push({
    route: `POST ${ORDERS}/quotes/:id/withdraw`,
    as: provider,
    ids: { id: (await quoted()).quoteId },
    body: { reason: 'no_capacity' },
  })
  things.push({ route: `POST ${ORDERS}/quotes/:id/accept`, as: client, ids: { id: (await quoted()).quoteId }, body: {} })
  return things
}
