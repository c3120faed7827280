import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { CorrectSample, DeriveSample, LoseSample, SplitSample } from '../../contract/samples.ts'
import { formatQuantity, parseQuantity } from '../../core/samples/quantity.ts'
import { nextNumber } from '../../core/samples/sample-acts.ts'
import { openDeviation } from '../deviations/open-deviation.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import type { Work } from '../order/order-act.ts'
import { SAMPLE_MISSING } from '../problems.ts'
import { beginCustody, endCustody, findPersonName, isEventOf, withdrawOffers } from '../sql/samples/custody.ts'
import type { PlaceRow } from '../sql/samples/places.ts'
import {
  countSample,
  type Description,
  findSample,
  insertSample,
  listSamplesOfOrder,
  moveSample,
  type SampleRow,
  takeFromSample,
} from '../sql/samples/samples.ts'
import { findOrder } from '../sql/service-orders.ts'
import { newSampleCode } from './declare-samples.ts'
import { type By, demandFiles, demandFit, demandHolder, demandNoOffer, getPlace, lockSample, notAllowed, record } from './sample-target.ts'

/** Where a sample lies from now on. */
export async function storeSample(
  tx: Db<OrdersTables>,
  command: Work,
  id: string,
  { placeId, words }: { placeId: string; words?: string | undefined },
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'store', by)
  demandHolder(sample, by)
  const place = await getPlace(tx, placeId, by.organisationId)
  demandFit(sample, place, words)
  if (!(await moveSample(tx, id, [sample.state], { placeId }))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, {
    sample,
    kind: 'stored',
    from: sample.place_name ?? sample.holder_name,
    to: place.name,
    place: place.name,
    quantity: sample.remaining,
    words,
  })
}

/** Parts of the same stuff, each a sample of its own: what they hold is taken from it. */
export async function splitSample(tx: Db<OrdersTables>, command: Work, id: string, { parts, words }: SplitSample, by: By): Promise<void> {
  const sample = await lockSample(tx, id, 'split', by)
  demandHolder(sample, by)
  demandNoOffer(sample)
  const total = formatQuantity(parts.reduce((sum, { quantity }) => sum + parseQuantity(quantity), 0n))
  await take(tx, sample, total)
  const numbers: string[] = []
  for (const part of parts) {
    const place = part.placeId ? await getPlace(tx, part.placeId, by.organisationId) : undefined
    if (place) demandFit(sample, place, words)
    const child = await addChild(tx, command, by, {
      parent: sample,
      origin: 'split',
      place,
      description: { ...describe(sample), name: part.name ?? sample.name, quantity: part.quantity },
    })
    await record(tx, command, by, {
      sample: { id: child.id, order_id: sample.order_id },
      kind: 'split',
      from: sample.number,
      to: child.number,
      place: place?.name,
      quantity: part.quantity,
      words,
    })
    numbers.push(child.number)
  }
  await record(tx, command, by, { sample, kind: 'split', quantity: total, from: sample.holder_name, to: numbers.join('、'), words })
  await endWhenUsedUp(tx, command, sample)
}

/** Something made from it, such as an extract: it takes from the sample and has a quantity of its own. */
export async function deriveSample(tx: Db<OrdersTables>, command: Work, id: string, made: DeriveSample, by: By): Promise<void> {
  const sample = await lockSample(tx, id, 'split', by)
  demandHolder(sample, by)
  demandNoOffer(sample)
  await take(tx, sample, made.uses)
  const place = made.placeId ? await getPlace(tx, made.placeId, by.organisationId) : undefined
  if (place) demandFit({ number: sample.number, storage: made.storage }, place, undefined)
  const { name, quantity, unit, storage, words } = made
  const child = await addChild(tx, command, by, {
    parent: sample,
    origin: 'derived',
    place,
    description: { ...describe(sample), name, quantity, unit, storage, producedOn: null, expiresOn: made.expiresOn ?? null },
  })
  const both = { kind: 'derived', words } as const
  await record(tx, command, by, { ...both, sample, quantity: made.uses, from: sample.holder_name, to: child.number })
  await record(tx, command, by, {
    ...both,
    sample: { id: child.id, order_id: sample.order_id },
    quantity,
    from: sample.number,
    to: child.number,
    place: place?.name,
  })
  await endWhenUsedUp(tx, command, sample)
}

type Use = { readonly quantity: string; readonly words: string; readonly taskId?: string | undefined }

/** A task of the work uses some of a sample; what is taken was there. */
export async function consumeSample(
  tx: Db<OrdersTables>,
  command: Work,
  id: string,
  { quantity, words, taskId }: Use,
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'consume', by)
  await take(tx, sample, quantity)
  await record(tx, command, by, { sample, kind: 'consumed', quantity, from: sample.holder_name, words, taskId })
  await endWhenUsedUp(tx, command, sample)
}

/** Lost or broken, all of it or a part: the client hears of it and decides. */
export async function loseSample(
  tx: Db<OrdersTables>,
  command: Work,
  needs: OrdersNeeds,
  id: string,
  loss: LoseSample,
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'lose', by)
  await demandFiles(tx, loss.fileIds, by.organisationId)
  const quantity = loss.quantity ?? sample.remaining
  if (!(await takeFromSample(tx, id, quantity, loss.kind))) throw new Refusal(tooLittle(sample, quantity))
  const { words, fileIds } = loss
  await record(tx, command, by, { sample, kind: loss.kind, quantity, from: sample.holder_name, place: sample.place_name, words, fileIds })
  const left = await findSample(tx, id)
  if (left?.state === 'lost') await leaveHands(tx, command, id)
  const order = await findOrder(tx, sample.order_id)
  if (!order) throw new Error('a sample without an order')
  await openDeviation(tx, command, needs, order, {
    kind: loss.kind === 'lost' ? 'sample_lost' : 'sample_broken',
    sampleId: id,
    what: `${sample.number}：${words}`,
    impact: loss.impact,
    needsDecision: true,
    by: by.userId,
  })
}

/** What was counted holds; the event that was wrong stays as it is and is named. */
export async function correctSample(
  tx: Db<OrdersTables>,
  command: Work,
  id: string,
  { remaining, words, correctsId }: CorrectSample,
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, id, 'correct', by)
  if (sample.holder_id) demandHolder(sample, by)
  if (correctsId && !(await isEventOf(tx, correctsId, id))) throw new Refusal(SAMPLE_MISSING)
  if (!(await countSample(tx, id, remaining)))
    throw new Refusal({
      code: 'orders.sample_too_much',
      kind: 'refused',
      params: { number: sample.number, quantity: plain(sample.quantity), unit: sample.unit },
      field: '/remaining',
    })
  const isBack = sample.holder_id === null && parseQuantity(remaining) > 0n
  if (isBack) await beginCustody(tx, { id: newId(command.now.getTime()), sampleId: id, personId: by.userId, now: command.now })
  const to = isBack ? await findPersonName(tx, by.userId) : undefined
  await record(tx, command, by, { sample, kind: 'corrected', quantity: remaining, to, words, correctsId })
  await endWhenUsedUp(tx, command, sample)
}

/** Quantities come from the database with all their zeros. */
const plain = (decimal: string) => formatQuantity(parseQuantity(decimal))

const tooLittle = (sample: SampleRow, wanted: string) =>
  ({
    code: 'orders.sample_too_little',
    kind: 'refused',
    params: { number: sample.number, remaining: plain(sample.remaining), wanted: plain(wanted), unit: sample.unit },
  }) as const

async function take(tx: Db<OrdersTables>, sample: SampleRow, quantity: string): Promise<void> {
  if (!(await takeFromSample(tx, sample.id, quantity))) throw new Refusal(tooLittle(sample, quantity))
}

async function endWhenUsedUp(tx: Db<OrdersTables>, command: Work, sample: SampleRow): Promise<void> {
  const left = await findSample(tx, sample.id)
  if (left?.state === 'used_up') await leaveHands(tx, command, sample.id)
}

async function leaveHands(tx: Db<OrdersTables>, command: Work, id: string): Promise<void> {
  await withdrawOffers(tx, id, command.now)
  await endCustody(tx, id, command.now)
}

const describe = (sample: SampleRow): Description => ({
  name: sample.name,
  spec: sample.spec,
  batch: sample.batch,
  maker: sample.maker,
  packaging: '',
  appearance: '',
  quantity: sample.quantity,
  unit: sample.unit,
  storage: sample.storage,
  hazards: sample.hazards,
  rest: sample.rest,
  producedOn: sample.produced_on,
  expiresOn: sample.expires_on,
  note: '',
  itemIds: sample.item_ids,
})

async function addChild(
  tx: Db<OrdersTables>,
  command: Work,
  by: By,
  child: { parent: SampleRow; origin: 'split' | 'derived'; description: Description; place: PlaceRow | undefined },
): Promise<{ id: string; number: string }> {
  const { parent, origin, description, place } = child
  const id = newId(command.now.getTime())
  const taken = (await listSamplesOfOrder(tx, parent.order_id)).map(({ number }) => number)
  const number = nextNumber(taken, parent.number)
  await insertSample(tx, {
    id,
    orderId: parent.order_id,
    number,
    code: newSampleCode(),
    parentId: parent.id,
    origin,
    replacesId: null,
    description,
    state: 'received',
    placeId: place?.id ?? null,
    by: by.userId,
    now: command.now,
  })
  await beginCustody(tx, { id: newId(command.now.getTime()), sampleId: id, personId: by.userId, now: command.now })
  if (parent.retain_until) await moveSample(tx, id, ['received'], { retainUntil: parent.retain_until })
  return { id, number }
}
