import { addDays, type LocalDate } from '@jiju/kernel/local-date'
import type { CustodyKind } from '@jiju/orders/core/samples/vocabulary'
import { DEFAULT_RETENTION_DAYS } from '@jiju/orders/core/samples/vocabulary'
import type { Context, Row } from './context.ts'
import content from './order-samples.json' with { type: 'json' }
import { type DemoOrder, SAMPLED } from './orders.ts'
import type { Random } from './random.ts'
import { timedId } from './stable-id.ts'

type Member = { readonly personId: string; readonly organisationId: string; readonly roles: readonly string[]; readonly name: string }

type Given = { readonly orders: readonly DemoOrder[]; readonly members: readonly Member[] }

type Made = {
  readonly places: Row[]
  readonly parcels: Row[]
  readonly samples: Row[]
  readonly items: Row[]
  readonly events: Row[]
  readonly periods: Row[]
  readonly handovers: Row[]
  readonly destructions: Row[]
  readonly deviations: Row[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SAMPLES_OF_AN_ORDER = 2

/** Samples of every order that was accepted, as far as the order has come: on the way, received, split, kept, gone. */
export function generateOrderSamples(context: Context, { orders, members }: Given): Made {
  const made: Made = {
    places: [],
    parcels: [],
    samples: [],
    items: [],
    events: [],
    periods: [],
    handovers: [],
    destructions: [],
    deviations: [],
  }
  const random = context.random('order-samples')
  const places = new Map<string, string[]>()
  for (const { providerId } of orders) if (!places.has(providerId)) places.set(providerId, addPlaces(context, made, providerId))
  for (const order of orders.filter(({ serviceKind }) => SAMPLED.includes(serviceKind))) {
    const accepted = order.at.get('accept')
    if (!accepted) continue
    const staff = members.filter(
      ({ organisationId, roles }) =>
        organisationId === order.providerId && roles.some((role) => role === 'provider:lab_staff' || role === 'provider:lab_manager'),
    )
    const [first] = staff
    if (!first) continue
    const sender = members.find(({ personId }) => personId === order.personId)?.name ?? ''
    const story = { context, made, random, order, accepted, sender, places: places.get(order.providerId) ?? [] }
    const keeper = staff.at(-1) ?? first
    for (let index = 1; index <= SAMPLES_OF_AN_ORDER; index += 1) tellSample({ ...story, index, receiver: first, keeper })
  }
  // A part comes behind what it was taken from.
  return { ...made, samples: made.samples.toSorted((a, b) => Number(a.parent_id !== null) - Number(b.parent_id !== null)) }
}

function addPlaces(context: Context, made: Made, providerId: string): string[] {
  return content.places.map(({ room, shelf, storage }) => {
    const id = context.id(`storage-place|${providerId}|${room}|${shelf}`)
    made.places.push({ id, provider_id: providerId, room, shelf, storage, updated_at: context.now })
    return id
  })
}

/** Every column: rows of one table have the same. */
const NO_EVENT: Row = {
  person_id: null,
  from_name: null,
  to_name: null,
  place: null,
  quantity: null,
  celsius: null,
  condition: null,
  words: null,
  tracking_number: null,
  task_id: null,
  corrects_id: null,
}
const NO_SAMPLE: Row = {
  parent_id: null,
  replaces_id: null,
  batch: '',
  maker: '',
  packaging: '',
  appearance: '',
  produced_on: null,
  expires_on: null,
  note: '',
  condition: null,
  arrival_celsius: null,
  refusal: null,
  parcel_id: null,
  return_parcel_id: null,
  place_id: null,
  received_at: null,
  retain_until: null,
  retention_noticed_at: null,
  version: 1,
}

type Story = {
  readonly context: Context
  readonly made: Made
  readonly random: Random
  readonly order: DemoOrder
  readonly accepted: Date
  readonly sender: string
  readonly places: readonly string[]
  readonly index: number
  readonly receiver: Member
  readonly keeper: Member
}

/** One sample from its declaration to where the order has come. */
function tellSample(story: Story): void {
  const { context, made, random, order, accepted, sender, index, receiver, keeper } = story
  const { name, spec, quantity, unit, storage, hazards } = stuffOf(order, index)
  const place = content.places.findIndex((one) => one.storage === storage)
  const id = context.id(`sample|${order.id}|${index}`)
  const declared = accepted.getTime() + 2 * HOUR
  const received = order.at.get('receive')?.getTime()
  const sent = received ? received - DAY : context.now.getTime() - 3 * HOUR
  const isSent = received !== undefined || (order.state === 'accepted' && index === 1)
  const isRefused = order.state === 'paused' && index === 2
  const rest = index === 2 ? 'return' : 'dispose'
  const issued = order.at.get('issue') ?? order.at.get('cancel')
  const retainUntil = issued && received ? addDays(context.dayOf(issued.getTime()), DEFAULT_RETENTION_DAYS) : null
  const isOver = retainUntil !== null && retainUntil < context.referenceDay
  const used = order.at.get('finish') ? '2' : null

  let seq = 0
  const tell = (kind: CustodyKind, at: number, more: Row = {}) => {
    seq += 1
    const event = { ...NO_EVENT, id: timedId(at, random), sample_id: id, seq, kind, side: 'provider', at: new Date(at), ...more }
    made.events.push(event)
    return event.id
  }
  const carrier = random.pick(content.carriers)
  const tracking = `SD${random.int(100_000_000, 999_999_999)}`
  const celsius = storage === 'room' ? random.int(180, 260) / 10 : random.int(30, 70) / 10
  let parcelId: string | null = null

  tell('declared', declared, { side: 'client', person_id: order.personId, quantity })
  if (isSent) {
    parcelId = context.id(`parcel|${order.id}|${index}`)
    made.parcels.push(parcelRow(parcelId, order, { direction: 'to_provider', carrier, tracking, by: order.personId, at: sent }))
    tell('sent', sent, {
      side: 'client',
      person_id: order.personId,
      from_name: sender,
      to_name: carrier,
      celsius,
      tracking_number: tracking,
    })
  }
  if (received)
    tell(isRefused ? 'refused' : 'received', received, {
      person_id: receiver.personId,
      from_name: carrier,
      to_name: receiver.name,
      place: placeNameOf(place),
      quantity,
      celsius,
      condition: isRefused ? 'damaged' : 'intact',
      words: isRefused ? content.refusal : null,
      tracking_number: tracking,
    })
  const split = received && order.at.get('begin') && index === 1 && !isOver ? splitSample(story, { id, received, retainUntil, tell }) : '0'
  let holder = receiver
  let since = received
  if (received && used) {
    const at = order.at.get('finish')?.getTime() ?? received
    tell('consumed', at - HOUR, { person_id: receiver.personId, from_name: receiver.name, quantity: used, words: content.use })
    if (keeper.personId !== receiver.personId) {
      handOver(story, { id, from: receiver, to: keeper, since: received, at, tell })
      holder = keeper
      since = at
    }
  }
  if (retainUntil && issued) tell('retained', issued.getTime(), { side: 'platform', to_name: retainUntil })
  const ended = isOver && retainUntil ? endSample(story, { id, rest, holder, day: retainUntil, quantity, tell }) : null
  if (received && since !== undefined)
    made.periods.push({
      id: timedId(since, random),
      sample_id: id,
      person_id: holder.personId,
      held_from: new Date(since),
      held_until: ended ? new Date(ended.at) : null,
    })

  made.samples.push({
    ...NO_SAMPLE,
    id,
    order_id: order.id,
    number: `S${index}`,
    code: codeOf(random),
    origin: 'declared',
    name,
    spec,
    batch: `26${String(random.int(1, 12)).padStart(2, '0')}${random.pick(['A', 'B', 'C'])}`,
    quantity,
    remaining: String(Number(quantity) - Number(used ?? 0) - Number(split)),
    unit,
    storage,
    hazards,
    rest,
    produced_on: addDays(context.dayOf(declared), -30),
    expires_on: random.chance(0.2) ? addDays(context.dayOf(declared), 30) : addDays(context.dayOf(declared), 700),
    state: ended
      ? ended.state
      : received
        ? isRefused
          ? 'refused'
          : 'received'
        : isSent
          ? 'sent'
          : endedUnsent(order)
            ? 'withdrawn'
            : 'declared',
    condition: received ? (isRefused ? 'damaged' : 'intact') : null,
    arrival_celsius: received ? celsius : null,
    refusal: isRefused ? content.refusal : null,
    parcel_id: parcelId,
    return_parcel_id: ended?.parcelId ?? null,
    place_id: received && !ended ? (story.places[place] ?? null) : null,
    received_at: received ? new Date(received) : null,
    retain_until: retainUntil,
    retention_noticed_at: isOver ? new Date(declared) : null,
    declared_by: order.personId,
    declared_at: new Date(declared + index),
  })
  for (const itemId of order.itemIds) made.items.push({ sample_id: id, order_item_id: itemId })
  if (isRefused && received) made.deviations.push(refusalRow(story, id, received))
}

type Tell = (kind: CustodyKind, at: number, more?: Row) => string

/** One part is kept back before the work begins. */
function splitSample(
  story: Story,
  { id, received, retainUntil, tell }: { id: string; received: number; retainUntil: LocalDate | null; tell: Tell },
): string {
  const { context, made, random, order, receiver, places } = story
  const parent = stuffOf(order, 1)
  const at = received + HOUR
  const childId = context.id(`sample|${order.id}|1-1`)
  const place = content.places.length - 1
  const quantity = '1'
  const common = { person_id: receiver.personId, quantity }
  tell('split', at, { ...common, from_name: receiver.name, to_name: 'S1-1' })
  made.samples.push({
    ...NO_SAMPLE,
    id: childId,
    order_id: order.id,
    number: 'S1-1',
    code: codeOf(random),
    parent_id: id,
    origin: 'split',
    name: content.retained,
    spec: parent.spec,
    quantity,
    remaining: quantity,
    unit: parent.unit,
    storage: parent.storage,
    hazards: parent.hazards,
    rest: 'dispose',
    state: 'received',
    place_id: places[place] ?? null,
    received_at: new Date(at),
    retain_until: retainUntil,
    declared_by: receiver.personId,
    declared_at: new Date(at),
  })
  made.events.push({
    ...NO_EVENT,
    id: timedId(at, random),
    sample_id: childId,
    seq: 1,
    kind: 'split',
    side: 'provider',
    at: new Date(at),
    ...common,
    from_name: 'S1',
    to_name: 'S1-1',
    place: placeNameOf(place),
  })
  made.periods.push({
    id: timedId(at, random),
    sample_id: childId,
    person_id: receiver.personId,
    held_from: new Date(at),
    held_until: null,
  })
  return quantity
}

function handOver(story: Story, given: { id: string; from: Member; to: Member; since: number; at: number; tell: Tell }): void {
  const { made, random } = story
  const { id, from, to, since, at, tell } = given
  tell('offered', at - HOUR / 2, { person_id: from.personId, from_name: from.name, to_name: to.name })
  tell('handed_over', at, { person_id: to.personId, from_name: from.name, to_name: to.name })
  made.handovers.push({
    id: timedId(at, random),
    sample_id: id,
    from_person_id: from.personId,
    to_person_id: to.personId,
    state: 'confirmed',
    offered_at: new Date(at - HOUR / 2),
    answered_at: new Date(at),
  })
  made.periods.push({
    id: timedId(since, random),
    sample_id: id,
    person_id: from.personId,
    held_from: new Date(since),
    held_until: new Date(at),
  })
}

type End = { readonly state: string; readonly at: number; readonly parcelId: string | null }

/** When retention is over: what is to be returned was sent back and arrived, the rest was destroyed before a second person. */
function endSample(
  story: Story,
  given: { id: string; rest: string; holder: Member; day: LocalDate; quantity: string; tell: Tell },
): End | null {
  const { context, made, random, order, receiver, keeper } = story
  const { id, rest, holder, day, quantity, tell } = given
  const at = context.now.getTime() + context.daysFromNow(Date.parse(`${day}T02:00:00Z`)) * DAY + 10 * HOUR
  if (rest === 'return') {
    const carrier = random.pick(content.carriers)
    const tracking = `SD${random.int(100_000_000, 999_999_999)}`
    const parcelId = context.id(`parcel-back|${id}`)
    made.parcels.push(parcelRow(parcelId, order, { direction: 'to_client', carrier, tracking, by: holder.personId, at }))
    tell('returned', at, { person_id: holder.personId, from_name: holder.name, to_name: carrier, quantity, tracking_number: tracking })
    tell('return_confirmed', at + DAY, { side: 'client', person_id: order.personId, from_name: carrier, to_name: story.sender })
    return { state: 'returned', at, parcelId }
  }
  const witness = holder.personId === receiver.personId ? keeper : receiver
  // A destruction needs two; where one works alone the sample waits.
  if (witness.personId === holder.personId) return null
  const eventId = tell('destruction_proposed', at, { person_id: holder.personId, from_name: holder.name, quantity, words: content.method })
  tell('destroyed', at + HOUR, { person_id: witness.personId, from_name: holder.name, to_name: witness.name, words: content.method })
  made.destructions.push({
    id: timedId(at, random),
    sample_id: id,
    method: content.method,
    state: 'witnessed',
    event_id: eventId,
    proposed_by: holder.personId,
    proposed_at: new Date(at),
    witnessed_by: witness.personId,
    ended_at: new Date(at + HOUR),
  })
  return { state: 'destroyed', at: at + HOUR, parcelId: null }
}

function parcelRow(
  id: string,
  order: DemoOrder,
  parcel: { direction: string; carrier: string; tracking: string; by: string; at: number },
): Row {
  return {
    id,
    order_id: order.id,
    direction: parcel.direction,
    carrier: parcel.carrier,
    tracking_number: parcel.tracking,
    sent_by: parcel.by,
    sent_at: new Date(parcel.at),
  }
}

function refusalRow({ context, order, receiver }: Story, sampleId: string, at: number): Row {
  return {
    id: context.id(`deviation|${sampleId}`),
    order_id: order.id,
    number: 1,
    kind: 'sample_refused',
    sample_id: sampleId,
    what: content.refusal,
    occurred_at: new Date(at),
    impact: content.impact,
    needs_decision: true,
    informed_at: new Date(at),
    opened_by: receiver.personId,
    opened_at: new Date(at),
  }
}

/** What the samples of an order are: drawn from its number, so that a part is of the same stuff. */
function stuffOf(order: DemoOrder, index: number): (typeof content.samples)[number] {
  const drawn = [...order.number].reduce((sum, letter) => sum + letter.charCodeAt(0), index)
  return content.samples[drawn % content.samples.length] as (typeof content.samples)[number]
}

const endedUnsent = ({ state }: DemoOrder) => ['cancelled', 'withdrawn', 'declined', 'lapsed'].includes(state)

function placeNameOf(index: number): string | null {
  const place = content.places[index]
  return place ? [place.room, place.shelf].filter(Boolean).join(' / ') : null
}

const codeOf = (random: Random): string => Array.from({ length: 10 }, () => LETTERS[random.int(0, LETTERS.length - 1)]).join('')
