import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { OfferSample } from '../../contract/samples.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import {
  beginCustody,
  endCustody,
  endHandover,
  findHandover,
  findPersonName,
  type HandoverRow,
  insertHandover,
  listHandlers,
  withdrawOffers,
} from '../sql/samples/custody.ts'
import { moveSample, type SampleRow } from '../sql/samples/samples.ts'
import { type By, demandFit, demandHolder, demandNoOffer, getPlace, lockSample, notAllowed, record } from './sample-target.ts'
import { tellOffered, tellOfferRefused } from './tell-of-samples.ts'

const HANDOVER_MISSING = { code: 'orders.handover_missing', kind: 'missing' } as const
const HELD = ['received', 'refused', 'broken'] as const

/** Who holds a sample offers it to a colleague; it changes hands when the other confirms. */
export async function offerSample(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  id: string,
  offer: OfferSample,
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'offer', by)
  demandHolder(sample, by)
  demandNoOffer(sample)
  if (offer.toPersonId === by.userId) throw new Refusal({ code: 'orders.handover_to_self', kind: 'refused', field: '/toPersonId' })
  const receiver = (await listHandlers(tx, by.organisationId)).find((one) => one.id === offer.toPersonId)
  if (!receiver) throw new Refusal({ code: 'orders.handler_missing', kind: 'refused', field: '/toPersonId' })
  const place = offer.placeId ? await getPlace(tx, offer.placeId, by.organisationId) : undefined
  if (place) demandFit(sample, place, offer.words)
  const handover = {
    id: newId(command.now.getTime()),
    sampleId: id,
    from: by.userId,
    to: receiver.id,
    placeId: place?.id ?? null,
    words: offer.words ?? null,
    now: command.now,
  }
  if (!(await insertHandover(tx, handover))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, {
    sample,
    kind: 'offered',
    from: sample.holder_name,
    to: receiver.name,
    place: place?.name,
    words: offer.words,
  })
  await tellOffered(tx, needs, sample, { handoverId: handover.id, from: sample.holder_name ?? '', to: receiver.id })
}

/** The other has it in hand: from now on it is theirs. */
export async function confirmHandover(
  tx: Db<OrdersTables>,
  command: Command,
  id: string,
  told: { words?: string | undefined; placeId?: string | undefined },
  by: By,
): Promise<string> {
  const { handover, sample } = await getOffer(tx, id, by)
  if (handover.to_person_id !== by.userId) throw new Refusal(HANDOVER_MISSING)
  const placeId = told.placeId ?? handover.place_id ?? undefined
  const place = placeId ? await getPlace(tx, placeId, by.organisationId) : undefined
  if (!(await endHandover(tx, id, 'confirmed', command.now))) throw new Refusal(HANDOVER_MISSING)
  if (!(await endCustody(tx, sample.id, command.now, handover.from_person_id))) throw new Refusal(notAllowed(sample))
  await beginCustody(tx, { id: newId(command.now.getTime()), sampleId: sample.id, personId: by.userId, now: command.now })
  if (!(await moveSample(tx, sample.id, HELD, { placeId: place?.id ?? null }))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, {
    sample,
    kind: 'handed_over',
    from: handover.from_name,
    to: handover.to_name,
    place: place?.name,
    words: told.words,
  })
  return sample.id
}

/** The other does not take it; it stays where it is. */
export async function refuseHandover(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  id: string,
  words: string,
  by: By,
): Promise<string> {
  const { handover, sample } = await getOffer(tx, id, by)
  if (handover.to_person_id !== by.userId || !(await endHandover(tx, id, 'refused', command.now))) throw new Refusal(HANDOVER_MISSING)
  await record(tx, command, by, { sample, kind: 'offer_refused', from: handover.from_name, to: handover.to_name, words })
  await tellOfferRefused(tx, needs, sample, { handoverId: id, to: handover.to_name, from: handover.from_person_id, words })
  return sample.id
}

/** Whoever offered it keeps it after all. */
export async function withdrawHandover(tx: Db<OrdersTables>, command: Command, id: string, by: By): Promise<string> {
  const { handover, sample } = await getOffer(tx, id, by)
  if (handover.from_person_id !== by.userId || !(await endHandover(tx, id, 'withdrawn', command.now))) throw new Refusal(HANDOVER_MISSING)
  await record(tx, command, by, { sample, kind: 'offer_withdrawn', from: handover.from_name, to: handover.to_name })
  return sample.id
}

/** A lab manager takes a sample whose holder cannot hand it over, and says why. */
export async function takeOver(tx: Db<OrdersTables>, command: Command, id: string, words: string, by: By): Promise<void> {
  const sample = await lockSample(tx, id, 'take_over', by)
  if (sample.holder_id === by.userId) throw new Refusal({ code: 'orders.handover_to_self', kind: 'refused' })
  await withdrawOffers(tx, id, command.now)
  await endCustody(tx, id, command.now)
  await beginCustody(tx, { id: newId(command.now.getTime()), sampleId: id, personId: by.userId, now: command.now })
  await record(tx, command, by, { sample, kind: 'taken_over', from: sample.holder_name, to: await findPersonName(tx, by.userId), words })
}

async function getOffer(tx: Db<OrdersTables>, id: string, by: By): Promise<{ handover: HandoverRow; sample: SampleRow }> {
  const handover = await findHandover(tx, id)
  if (!handover) throw new Refusal(HANDOVER_MISSING)
  try {
    return { handover, sample: await lockSample(tx, handover.sample_id, 'offer', by) }
  } catch (error) {
    // Another organisation's hand-over answers like an unknown one.
    if (error instanceof Refusal && error.problems[0]?.code === 'orders.sample_missing') throw new Refusal(HANDOVER_MISSING)
    throw error
  }
}
