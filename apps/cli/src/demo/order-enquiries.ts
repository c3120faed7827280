import { readableNumber } from '@jiju/kernel/ids'
import { formatFen } from '@jiju/kernel/money'
import { answerLimitOf } from '@jiju/orders/core/enquiries/answer-clock'
import { limitAfter } from '@jiju/orders/core/order/clock'
import type { AskedState, EnquiryState, QuoteState } from '@jiju/orders/core/vocabulary'
import type { Context, Row } from './context.ts'
import { ENQUIRY_WORDS } from './order-enquiries-words.ts'
import type { DemoOrder, DemoOrders } from './orders.ts'
import type { Random } from './random.ts'
import { timedId } from './stable-id.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[] }

type Given = {
  readonly orders: DemoOrders
  readonly resources: readonly Row[]
  readonly members: readonly Member[]
  readonly cast: { readonly providerId: string; readonly enterpriseId: string; readonly engineerId: string }
}

type DemoEnquiries = {
  readonly enquiries: readonly Row[]
  readonly items: readonly Row[]
  readonly asked: readonly Row[]
  readonly quotes: readonly Row[]
  readonly lines: readonly Row[]
  /** The orders as they came of enquiries, with their steps, and the threads and messages of both. */
  readonly orders: Pick<DemoOrders, 'orders' | 'steps' | 'threads' | 'messages'>
}

type Made = { [Part in 'enquiries' | 'items' | 'asked' | 'quotes' | 'lines' | 'threads' | 'messages']: Row[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Every so many of the orders that were accepted came of an enquiry. */
const EVERY = 3

/** Enquiries that led to orders, and those of the cast that are open: quotes to compare, answers that wait or are overdue, a need at a price. */
export function generateEnquiries(context: Context, given: Given): DemoEnquiries {
  const random = context.random('enquiries')
  const made: Made = { enquiries: [], items: [], asked: [], quotes: [], lines: [], threads: [], messages: [] }
  const services = given.resources.filter((row) => row.kind === 'testing_service' && row.status === 'published')
  const rivals = [...new Set(services.map((row) => String(row.provider_id)))]
  const origins = new Map<string, { enquiryId: string; quoteId: string }>()
  const concluded = given.orders.list.filter(({ at }) => at.has('accept')).filter((_, index) => index % EVERY === 0)
  for (const order of concluded) origins.set(order.id, addDecided(context, random, made, given, { order, rivals }))
  for (const [index, matter] of ENQUIRY_WORDS.entries())
    if (rivals.length > 1) addOpen(context, random, made, given, { index, matter, services, rivals })
  const orders = withOrigins(given.orders, origins)
  const { enquiries, items, asked, quotes, lines } = made
  return {
    enquiries,
    items,
    asked,
    quotes,
    lines,
    orders: {
      ...orders,
      threads: [...orders.threads, ...made.threads],
      messages: [...given.orders.messages.map(written), ...made.messages],
    },
  }
}

/** Messages of people beside notes of the platform name the same columns. */
const written = (message: Row): Row => ({ ...message, note: null, note_params: {}, cause: null })

/** Orders that came of a quote begin when it was accepted, and their thread is that of the enquiry. */
function withOrigins(
  { orders, steps, threads }: DemoOrders,
  origins: ReadonlyMap<string, { enquiryId: string; quoteId: string }>,
): Pick<DemoOrders, 'orders' | 'steps' | 'threads'> {
  const accepted = new Map(steps.filter(({ act }) => act === 'accept').map((step) => [step.order_id, step]))
  return {
    orders: orders.map((row) => {
      const origin = origins.get(String(row.id))
      if (!origin) return row
      return {
        ...row,
        enquiry_id: origin.enquiryId,
        quote_id: origin.quoteId,
        version: Number(row.version) - 1,
        placed_at: accepted.get(row.id)?.at,
      }
    }),
    steps: steps.flatMap((step) => {
      if (!origins.has(String(step.order_id))) return [step]
      if (step.act === 'place') return []
      const version = Number(step.version) - 1
      if (step.act !== 'accept') return [{ ...step, version }]
      const order = orders.find(({ id }) => id === step.order_id)
      return [{ ...step, version, act: 'conclude', from_state: null, side: 'client', person_id: order?.person_id }]
    }),
    threads: threads.map((thread) => ({ ...thread, enquiry_id: origins.get(String(thread.order_id))?.enquiryId ?? null })),
  }
}

type Head = {
  readonly key: string
  readonly organisationId: string
  readonly personId: string
  readonly kind: 'service' | 'need'
  readonly title: string
  readonly words: string
  readonly state: EnquiryState
  readonly at: number
  readonly endedAt: number | null
  readonly offeredFen?: bigint
  readonly confidentiality: string
  readonly purpose: string
  readonly deadlineDay: string | null
  readonly items: readonly { serviceId: string | null; name: string; method: string; quantity: number; sampleCount: number }[]
}

/** The enquiry with its items; answers its id and those of its items. */
function addHead(context: Context, random: Random, made: Made, head: Head): { id: string; itemIds: string[]; openUntil: Date } {
  const id = context.id(`enquiry|${head.key}`)
  const openUntil = limitAfter(new Date(head.at), 10)
  made.enquiries.push({
    id,
    number: readableNumber('ENQ', context.dayOf(head.at), timedId(head.at, random)),
    organisation_id: head.organisationId,
    person_id: head.personId,
    kind: head.kind,
    award: head.offeredFen === undefined ? 'choice' : 'first',
    offered_fen: head.offeredFen?.toString() ?? null,
    title: head.title,
    words: head.words,
    purpose: head.purpose,
    confidentiality: head.confidentiality,
    deadline_day: head.deadlineDay,
    open_until: openUntil,
    state: head.state,
    version: head.state === 'open' ? 1 : 2,
    created_at: new Date(head.at),
    ended_at: head.endedAt === null ? null : new Date(head.endedAt),
  })
  const itemIds = head.items.map((item, index) => {
    const itemId = context.id(`enquiry-item|${head.key}|${index}`)
    made.items.push({
      id: itemId,
      enquiry_id: id,
      position: index + 1,
      service_id: item.serviceId,
      name: item.name,
      method: item.method,
      quantity: item.quantity,
      sample_count: item.sampleCount,
      form: {},
      form_version: null,
    })
    return itemId
  })
  return { id, itemIds, openUntil }
}

type Ask = {
  readonly enquiryId: string
  readonly organisationId: string
  readonly providerId: string
  readonly state: AskedState
  readonly at: number
  readonly openUntil: Date
  readonly answeredAt: number | null
  readonly reason?: string
  /** The order's own thread goes on as that of the enquiry. */
  readonly hasThread?: boolean
}

/** A provider that was asked; answers the id of the thread with it. */
function addAsked(context: Context, made: Made, ask: Ask): string {
  const answerUntil = answerLimitOf(new Date(ask.at), 2, ask.openUntil)
  const threadId = context.id(`enquiry-thread|${ask.enquiryId}|${ask.providerId}`)
  const isOverdue = (ask.answeredAt ?? context.now.getTime()) > answerUntil.getTime()
  made.asked.push({
    enquiry_id: ask.enquiryId,
    provider_id: ask.providerId,
    state: ask.state,
    answer_until: answerUntil,
    answered_at: ask.answeredAt === null ? null : new Date(ask.answeredAt),
    reminded_at: isOverdue ? new Date(answerUntil.getTime() - 9 * HOUR) : null,
    escalated_at: isOverdue ? new Date(answerUntil.getTime() + MINUTE) : null,
    decline_reason: ask.reason ?? null,
    decline_words: null,
    asked_at: new Date(ask.at),
  })
  if (!ask.hasThread)
    made.threads.push({
      id: threadId,
      organisation_id: ask.organisationId,
      provider_id: ask.providerId,
      enquiry_id: ask.enquiryId,
      order_id: null,
      created_at: new Date(ask.at),
    })
  return threadId
}

type Offer = {
  readonly enquiryId: string
  readonly providerId: string
  readonly by: string | null
  readonly state: QuoteState
  readonly at: number
  readonly validUntil: Date
  readonly turnaroundDays: number
  readonly words?: string
  readonly endedAt: number | null
  readonly lines: readonly { itemId: string; serviceId: string | null; name: string; method: string; quantity: number; unitFen: bigint }[]
}

/** A quote with its lines; answers its id and total. */
function addQuote(context: Context, random: Random, made: Made, offer: Offer): { id: string; totalFen: bigint; number: string } {
  const id = context.id(`quote|${offer.enquiryId}|${offer.providerId}`)
  const totalFen = offer.lines.reduce((sum, { quantity, unitFen }) => sum + unitFen * BigInt(quantity), 0n)
  const number = readableNumber('QUO', context.dayOf(offer.at), timedId(offer.at, random))
  made.quotes.push({
    id,
    number,
    enquiry_id: offer.enquiryId,
    provider_id: offer.providerId,
    revision: 1,
    state: offer.state,
    valid_until: offer.validUntil,
    turnaround_days: offer.turnaroundDays,
    needs_samples: true,
    total_fen: totalFen.toString(),
    words: offer.words ?? '',
    offered_by: offer.by,
    offered_at: new Date(offer.at),
    ended_at: offer.endedAt === null ? null : new Date(offer.endedAt),
  })
  for (const [index, line] of offer.lines.entries())
    made.lines.push({
      quote_id: id,
      position: index + 1,
      kind: 'test',
      enquiry_item_id: line.itemId,
      service_id: line.serviceId,
      name: line.name,
      method: line.method,
      quantity: line.quantity,
      unit: 'item',
      unit_price_fen: line.unitFen.toString(),
      amount_fen: (line.unitFen * BigInt(line.quantity)).toString(),
    })
  return { id, totalFen, number }
}

/** The enquiry that an order came of: the winner's quote is the order, two others quoted, declined or said nothing. */
function addDecided(
  context: Context,
  random: Random,
  made: Made,
  given: Given,
  { order, rivals }: { order: DemoOrder; rivals: readonly string[] },
): { enquiryId: string; quoteId: string } {
  const row = given.orders.orders.find(({ id }) => id === order.id) as Row
  const item = given.orders.items.find(({ order_id }) => order_id === order.id) as Row
  const endedAt = (order.at.get('accept') as Date).getTime()
  const at = endedAt - random.int(3, 6) * DAY
  const { organisationId, personId, providerId } = order
  const { id, itemIds, openUntil } = addHead(context, random, made, {
    key: order.id,
    organisationId,
    personId,
    kind: 'service',
    title: String(row.title),
    words: '',
    state: 'awarded',
    at,
    endedAt,
    confidentiality: String(row.confidentiality),
    purpose: String(row.purpose),
    deadlineDay: null,
    items: [
      {
        serviceId: String(item.service_id),
        name: String(item.name),
        method: '',
        quantity: Number(item.quantity),
        sampleCount: Number(item.sample_count),
      },
    ],
  })
  const line = { itemId: itemIds[0] ?? '', name: String(item.name), method: '', quantity: Number(item.quantity) }
  const base = { enquiryId: id, organisationId, at, openUntil }
  const won = at + random.int(2, 30) * HOUR
  addAsked(context, made, { ...base, providerId, state: 'won', answeredAt: won, hasThread: true })
  const quote = addQuote(context, random, made, {
    enquiryId: id,
    providerId,
    by: memberOf(given.members, providerId),
    state: 'accepted',
    at: won,
    validUntil: new Date(endedAt + 20 * DAY),
    turnaroundDays: Number(row.turnaround_days),
    endedAt,
    lines: [{ ...line, serviceId: String(item.service_id), unitFen: BigInt(String(item.unit_price_fen)) }],
  })
  const others = rivals.filter((rival) => rival !== providerId)
  const first = random.int(0, Math.max(0, others.length - 1))
  for (const rival of [others[first], others[first + 1]].filter((one) => one !== undefined)) {
    const kind = random.weighted([
      ['lost', 6],
      ['declined', 3],
      ['closed', 1],
    ] as const)
    const answeredAt = kind === 'closed' ? null : at + (random.chance(0.85) ? random.int(1, 26) : random.int(80, 90)) * HOUR
    const reason = kind === 'declined' ? { reason: random.pick(['no_capacity', 'outside_scope', 'deadline_too_short']) } : {}
    addAsked(context, made, { ...base, providerId: rival, state: kind, answeredAt, ...reason })
    if (kind !== 'lost' || answeredAt === null) continue
    addQuote(context, random, made, {
      enquiryId: id,
      providerId: rival,
      by: memberOf(given.members, rival),
      state: 'declined',
      at: answeredAt,
      validUntil: new Date(endedAt + 20 * DAY),
      turnaroundDays: random.int(5, 20),
      endedAt,
      lines: [{ ...line, serviceId: null, unitFen: (BigInt(String(item.unit_price_fen)) * BigInt(random.int(104, 135))) / 100n }],
    })
  }
  return { enquiryId: id, quoteId: quote.id }
}

type Open = {
  readonly index: number
  readonly matter: (typeof ENQUIRY_WORDS)[number]
  readonly services: readonly Row[]
  readonly rivals: readonly string[]
}

/** An open enquiry of the cast's enterprise, its provider among those that were asked. */
function addOpen(context: Context, random: Random, made: Made, given: Given, { index, matter, services, rivals }: Open): void {
  const { enterpriseId, engineerId, providerId: ownProvider } = given.cast
  // At ten of a day before the reference day, whose first minute is now.
  const at = context.now.getTime() - matter.daysAgo * DAY - 14 * HOUR
  const others = rivals.filter((rival) => rival !== ownProvider)
  const asked = [ownProvider, ...others.slice(index % 3, (index % 3) + 2)]
  const { id, itemIds, openUntil } = addHead(context, random, made, {
    key: `open|${matter.title}`,
    organisationId: enterpriseId,
    personId: engineerId,
    kind: 'need',
    title: matter.title,
    words: matter.words,
    state: 'open',
    at,
    endedAt: null,
    ...(matter.offered ? { offeredFen: BigInt(matter.offered) * 100n } : {}),
    confidentiality: matter.confidentiality,
    purpose: matter.purpose,
    deadlineDay: context.dayOf(context.now.getTime() + 45 * DAY),
    items: matter.items.map((item) => ({ ...item, serviceId: null })),
  })
  const base = { enquiryId: id, organisationId: enterpriseId, at, openUntil }
  for (const [position, providerId] of asked.entries()) {
    const answer = matter.answers[position] ?? 'asked'
    const answeredAt = answer === 'asked' ? null : Math.min(at + (position + 3) * 2 * HOUR, context.now.getTime() - HOUR)
    const reason = answer === 'declined' ? { reason: 'no_capacity' } : {}
    const threadId = addAsked(context, made, { ...base, providerId, state: answer, answeredAt, ...reason })
    if (answer !== 'quoted' || answeredAt === null) continue
    const service = services.find((row) => row.provider_id === providerId)
    const by = memberOf(given.members, providerId)
    const {
      id: quoteId,
      totalFen,
      number,
    } = addQuote(context, random, made, {
      enquiryId: id,
      providerId,
      by,
      state: 'offered',
      at: answeredAt,
      validUntil: context.instant(20 + position, 24 * 60),
      turnaroundDays: 7 + position * 4,
      words: matter.quoteWords[position] ?? '',
      endedAt: null,
      lines: matter.items.map((item, place) => ({
        itemId: itemIds[place] ?? '',
        serviceId: service ? String(service.id) : null,
        name: item.name,
        method: item.method,
        quantity: item.quantity,
        unitFen: BigInt(item.yuan * (100 - position * 8)),
      })),
    })
    const total = formatFen(totalFen)
    made.messages.push(
      {
        id: timedId(answeredAt, random),
        thread_id: threadId,
        side: 'platform',
        person_id: null,
        body: 'quote_offered',
        note: 'quote_offered',
        note_params: { number, revision: 1, total },
        cause: quoteId,
        created_at: new Date(answeredAt),
      },
      {
        id: timedId(answeredAt + 20 * MINUTE, random),
        thread_id: threadId,
        side: 'provider',
        person_id: by,
        body: matter.question,
        note: null,
        note_params: {},
        cause: null,
        created_at: new Date(answeredAt + 20 * MINUTE),
      },
    )
  }
}

const memberOf = (members: readonly Member[], organisationId: string): string | null =>
  (
    members.find((member) => member.organisationId === organisationId && member.roles.includes('provider:lab_manager')) ??
    members.find((member) => member.organisationId === organisationId)
  )?.personId ?? null
