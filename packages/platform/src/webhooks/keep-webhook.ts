import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { z } from 'zod'
import type { Command } from '../http/command.ts'
import { VERSION_STALE } from '../http/if-match.ts'
import { seal } from '../secrets/seal.ts'
import { type AddressPolicy, findAddressProblem } from './address-rules.ts'
import type { WebhookEntry } from './contract.ts'
import { SECRET_PURPOSE } from './deliver.ts'
import type { WebhooksDeps } from './deps.ts'
import { bodyOf, enqueueDelivery } from './fan-out.ts'
import { PING } from './ping.ts'
import { newWebhookSecret } from './signature.ts'
import { findDelivery, holdDeliveries, insertPing, releaseHeld } from './sql/deliveries.ts'
import {
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  lockOrganisationWebhooks,
  updateWebhook,
  type WebhookRow,
} from './sql/webhooks.ts'

type Tx = WebhooksDeps['db']
type Entry = z.output<typeof WebhookEntry>
type Target = { readonly organisationId: string; readonly id: string; readonly version: number }

const MAX_WEBHOOKS = 20
export const WEBHOOK_MISSING: Problem = { code: 'webhooks.webhook_missing', kind: 'missing' }
export const DELIVERY_MISSING: Problem = { code: 'webhooks.delivery_missing', kind: 'missing' }

function findProblems(entry: Entry, topics: ReadonlySet<string>, policy: AddressPolicy): Problem[] {
  const code = findAddressProblem(entry.address, policy)
  const unknown = entry.topics.flatMap((topic, index): Problem[] =>
    topics.has(topic) ? [] : [{ code: 'webhooks.topic_unknown', kind: 'refused', field: `/topics/${index}`, params: { topic } }],
  )
  return [...(code ? [{ code, kind: 'refused', field: '/address' } as const] : []), ...unknown]
}

/** A new webhook with its secret, which nobody sees again. */
export async function addWebhook(
  { authSecret, publicEvents, post }: WebhooksDeps,
  tx: Tx,
  command: Command,
  add: Entry & { readonly organisationId: string; readonly by: string },
): Promise<{ row: WebhookRow; secret: string }> {
  const problems = findProblems(add, new Set(Object.keys(publicEvents)), post)
  await lockOrganisationWebhooks(tx, add.organisationId)
  if ((await listWebhooks(tx, add.organisationId)).length >= MAX_WEBHOOKS)
    problems.push({ code: 'webhooks.too_many', kind: 'refused', params: { most: MAX_WEBHOOKS } })
  if (problems.length > 0) throw new Refusal(...problems)
  const secret = newWebhookSecret()
  const row = await insertWebhook(tx, {
    id: newId(command.now.getTime()),
    organisationId: add.organisationId,
    name: add.name,
    address: add.address,
    topics: [...new Set(add.topics)],
    secretSealed: seal(authSecret, SECRET_PURPOSE, Buffer.from(secret)),
    createdBy: add.by,
    now: command.now,
  })
  await note(command, 'add', row.id, { topics: row.topics })
  return { row, secret }
}

export async function editWebhook(
  { publicEvents, post }: WebhooksDeps,
  tx: Tx,
  command: Command,
  edit: Target & { readonly entry: Entry },
): Promise<WebhookRow> {
  const current = await getWebhook(tx, edit)
  // A topic that the platform does not tell any more may stay until it is taken out.
  const problems = findProblems(edit.entry, new Set([...Object.keys(publicEvents), ...current.topics]), post)
  if (problems.length > 0) throw new Refusal(...problems)
  const { name, address, topics } = edit.entry
  const row = await change(tx, command, edit, { name, address, topics: [...new Set(topics)] })
  await note(command, 'edit', row.id, { topics: row.topics })
  return row
}

/** Another secret; the one before signs beside it for `overlapHours`, so that the receiver can change at its leisure. */
export async function rotateSecret(
  { authSecret }: WebhooksDeps,
  tx: Tx,
  command: Command,
  rotate: Target & { readonly overlapHours: number },
): Promise<{ row: WebhookRow; secret: string }> {
  const current = await getWebhook(tx, rotate)
  const secret = newWebhookSecret()
  const overlaps = rotate.overlapHours > 0
  const row = await change(tx, command, rotate, {
    secret_sealed: seal(authSecret, SECRET_PURPOSE, Buffer.from(secret)),
    old_secret_sealed: overlaps ? current.secret_sealed : null,
    old_secret_until: overlaps ? new Date(command.now.getTime() + rotate.overlapHours * 3_600_000) : null,
  })
  await note(command, 'rotate_secret', row.id, { overlapHours: rotate.overlapHours })
  return { row, secret }
}

/** Nothing leaves until it is resumed; events wait. */
export async function pauseWebhook(tx: Tx, command: Command, target: Target): Promise<WebhookRow> {
  await getWebhook(tx, target)
  const row = await change(tx, command, target, { state: 'paused', paused_because: 'by_member' })
  await holdDeliveries(tx, row.id)
  await note(command, 'pause', row.id)
  return row
}

/** What waited leaves, oldest first. */
export async function resumeWebhook(tx: Tx, command: Command, target: Target): Promise<WebhookRow> {
  await getWebhook(tx, target)
  const row = await change(tx, command, target, { state: 'active', paused_because: null })
  const released = await releaseHeld(tx, row.id)
  for (const deliveryId of released) await enqueueDelivery(tx, { deliveryId, webhookId: row.id, attempt: 0 })
  await note(command, 'resume', row.id, { released: released.length })
  return row
}

export async function removeWebhook(tx: Tx, command: Command, target: Omit<Target, 'version'>): Promise<void> {
  if (!(await deleteWebhook(tx, target.organisationId, target.id))) throw new Refusal(WEBHOOK_MISSING)
  await note(command, 'remove', target.id)
}

/** One test event to one webhook, also while it is paused; returns the delivery. */
export async function pingWebhook(tx: Tx, command: Command, target: Omit<Target, 'version'>): Promise<string> {
  const { id: webhookId } = await getWebhook(tx, target)
  const eventId = newId(command.now.getTime())
  const body = bodyOf({ id: eventId, topic: PING, occurredAt: command.now, data: { webhookId } })
  const deliveryId = await insertPing(tx, { webhookId, eventId, topic: PING, body, now: command.now })
  await enqueueDelivery(tx, { deliveryId, webhookId, attempt: 'by_hand' })
  return deliveryId
}

/** One more try of a delivery, whatever became of it; the plan goes on beside it. */
export async function resendDelivery(tx: Tx, command: Command, target: Omit<Target, 'version'>): Promise<void> {
  const delivery = await findDelivery(tx, target.organisationId, target.id)
  if (!delivery) throw new Refusal(DELIVERY_MISSING)
  await enqueueDelivery(tx, { deliveryId: delivery.id, webhookId: delivery.webhook_id, attempt: 'by_hand' })
  await note(command, 'resend', delivery.webhook_id, { deliveryId: delivery.id })
}

async function getWebhook(tx: Tx, { organisationId, id }: Omit<Target, 'version'>): Promise<WebhookRow> {
  const row = await findWebhook(tx, organisationId, id)
  if (!row) throw new Refusal(WEBHOOK_MISSING)
  return row
}

async function change(tx: Tx, { now }: Command, target: Target, values: Parameters<typeof updateWebhook>[2]): Promise<WebhookRow> {
  const row = await updateWebhook(tx, { ...target, now }, values)
  if (!row) throw new Refusal(VERSION_STALE)
  return row
}

function note(command: Command, verb: string, id: string, detail?: Readonly<Record<string, unknown>>): Promise<void> {
  return command.audit({ action: `webhooks.webhook.${verb}`, subjectType: 'webhook', subjectId: id, ...(detail && { detail }) })
}
