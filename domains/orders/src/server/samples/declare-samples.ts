import { randomInt } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { DeclareSamples, DescribeSample } from '../../contract/samples.ts'
import { nextNumber } from '../../core/samples/sample-acts.ts'
import type { OrderState } from '../../core/vocabulary.ts'
import type { OrdersTables } from '../needs.ts'
import { listOrderItems } from '../sql/order-items.ts'
import { type Description, describeSample, insertSample, listSamplesOfOrder, moveSample } from '../sql/samples/samples.ts'
import { type By, lockOwnOrder, lockSample, notAllowed, record } from './sample-target.ts'

// Crockford's letters: none is taken for another when it is typed from a label.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10

/** A new code for a label. It only names the sample: who may see it is asked when it is opened. */
export const newSampleCode = (): string => Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** States of an order in which samples can still be declared. */
const OPEN_FOR_SAMPLES: readonly OrderState[] = ['awaiting_approval', 'placed', 'accepted', 'received', 'working', 'paused']

export const SAMPLE_ORDER_CLOSED = { code: 'orders.sample_order_closed', kind: 'conflict' } as const

/** The client says what it will send; each sample gets its number and the code of its label. */
export async function declareSamples(
  tx: Db<OrdersTables>,
  command: Command,
  orderId: string,
  { samples }: DeclareSamples,
  by: By,
): Promise<void> {
  const order = await lockOwnOrder(tx, orderId, by)
  if (!OPEN_FOR_SAMPLES.includes(order.state)) throw new Refusal(SAMPLE_ORDER_CLOSED)
  await demandItems(
    tx,
    orderId,
    samples.flatMap(({ description }) => description.itemIds),
  )
  const there = await listSamplesOfOrder(tx, orderId)
  const taken = there.map(({ number }) => number)
  for (const { description, replacesId } of samples) {
    const replaced = replacesId ? there.find(({ id }) => id === replacesId) : undefined
    if (
      replacesId &&
      (!replaced || !['refused', 'lost', 'broken'].includes(replaced.state) || there.some((one) => one.replaces_id === replacesId))
    )
      throw new Refusal(notAllowed({ number: replaced?.number ?? '—' }))
    const number = nextNumber(taken)
    taken.push(number)
    const id = newId(command.now.getTime())
    await insertSample(tx, {
      id,
      orderId,
      number,
      code: newSampleCode(),
      parentId: null,
      origin: 'declared',
      replacesId: replacesId ?? null,
      description: toDescription(description),
      state: 'declared',
      placeId: null,
      by: by.userId,
      now: command.now,
    })
    await record(tx, command, by, { sample: { id, order_id: orderId }, kind: 'declared', quantity: description.quantity })
  }
}

/** What was declared can be changed until it is sent. */
export async function editSample(
  tx: Db<OrdersTables>,
  command: Command,
  target: { id: string; version: number },
  description: DescribeSample,
  by: By,
): Promise<void> {
  const sample = await lockSample(tx, target.id, 'edit', by)
  await demandItems(tx, sample.order_id, description.itemIds)
  if (!(await describeSample(tx, target, toDescription(description)))) throw new Refusal(VERSION_STALE)
  await record(tx, command, by, { sample, kind: 'edited', quantity: description.quantity })
}

/** It will not be sent after all. */
export async function withdrawSample(tx: Db<OrdersTables>, command: Command, id: string, by: By): Promise<void> {
  const sample = await lockSample(tx, id, 'withdraw', by)
  if (!(await moveSample(tx, id, ['declared'], { state: 'withdrawn' }))) throw new Refusal(notAllowed(sample))
  await record(tx, command, by, { sample, kind: 'withdrawn' })
}

async function demandItems(tx: Db<OrdersTables>, orderId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const own = new Set((await listOrderItems(tx, orderId)).map(({ id }) => id))
  if (!itemIds.every((id) => own.has(id))) throw new Refusal({ code: 'orders.sample_item_missing', kind: 'refused' })
}

const toDescription = ({ producedOn, expiresOn, ...rest }: DescribeSample): Description => ({
  ...rest,
  producedOn: producedOn ?? null,
  expiresOn: expiresOn ?? null,
})
