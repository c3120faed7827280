import type { Enquiry } from '../contract/enquiries.ts'
import type { Order } from '../contract/orders.ts'
import type { OrdersTest, Person } from './test-orders.ts'

/** Enquiries as tests need them: placed, answered, quoted. */
export async function createEnquiryTest(orders: OrdersTest) {
  const secondId = await orders.addOrganisation('provider', '临江检测技术有限公司')
  const second = await orders.addPerson(secondId, 'provider', 'lab_manager')
  const secondService = await orders.addService(secondId)
  const send = async <Answer = Enquiry>(person: Person, method: 'GET' | 'POST', url: string, body?: unknown): Promise<Answer> => {
    const reply = await orders.call(person, method, url, body)
    if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`)
    return reply.json()
  }
  const line = (enquiry: Enquiry, unitPrice: string) => ({
    kind: 'test',
    enquiryItemId: enquiry.items[0]?.id,
    name: enquiry.items[0]?.name,
    quantity: 1,
    unit: 'item',
    unitPrice,
  })
  return {
    secondId,
    second,
    secondService,
    send,
    /** A need sent to both providers, unless `body` says otherwise. */
    placed: (body: Record<string, unknown> = {}, person: Person = orders.engineer): Promise<Enquiry> =>
      send(person, 'POST', '/enquiries', {
        kind: 'need',
        title: '封堵器涂层细胞毒性',
        words: '镍钛合金支架，浸提液法，需盖章报告',
        purpose: 'registration',
        items: [{ name: '细胞毒性', method: 'GB/T 16886.5-2017', quantity: 1, sampleCount: 2 }],
        providerIds: [orders.provider, secondId],
        ...body,
      }),
    /** What a provider sends as its quote of that enquiry. */
    offer: (enquiry: Enquiry, unitPrice: string, body: Record<string, unknown> = {}) => ({
      validDay: '2026-12-31',
      turnaroundDays: 8,
      needsSamples: true,
      expectedRevision: 0,
      lines: [line(enquiry, unitPrice)],
      ...body,
    }),
    line,
    /** Quotes and answers the id of the quote. */
    async quoted(person: Person, enquiry: Enquiry, unitPrice: string, body: Record<string, unknown> = {}): Promise<string> {
      const seen = await send(person, 'POST', `/enquiries/${enquiry.id}/quotes`, this.offer(enquiry, unitPrice, body))
      const [quote] = seen.quotes
      if (!quote) throw new Error('no quote')
      return quote.id
    },
    read: (person: Person, id: string): Promise<Enquiry> => send(person, 'GET', `/enquiries/${id}`),
    accept: (person: Person, quoteId: string): Promise<Order> => send(person, 'POST', `/quotes/${quoteId}/accept`, {}),
  }
}
