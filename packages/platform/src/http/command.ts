import { createHash } from 'node:crypto'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely, Transaction } from 'kysely'
import { recordAudit } from '../audit/audit.ts'
import { type Db, sqlStateOf } from '../database/pool.ts'
import { publish } from '../outbox/outbox.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { Actor } from './actor.ts'
import { findReceipt, insertReceipt, storeAnswer } from './receipt-sql.ts'

type CommandAnswer<Body> = { readonly status: number; readonly body: Body; readonly headers?: Readonly<Record<string, string>> }

/** What a use case may do beside its own tables, in the same transaction. */
export type Command = {
  readonly actor: Actor | null
  readonly now: Date
  readonly requestId: string
  readonly audit: (entry: {
    action: string
    subjectType: string
    subjectId: string
    detail?: Readonly<Record<string, unknown>>
  }) => Promise<void>
  readonly publish: (topic: string, payload: Readonly<Record<string, unknown>>) => Promise<void>
}

type CommandOptions = {
  /** The answer holds a secret that is shown once: it is not kept, and a repeat of the key is refused. */
  readonly holdsSecret?: boolean
}

const KEY_REUSED: Problem = { code: 'platform.idempotency_key_reused', kind: 'refused' }
const KEY_INVALID: Problem = { code: 'platform.idempotency_key_invalid', kind: 'invalid' }
const NOT_REPEATABLE: Problem = { code: 'platform.answer_not_repeatable', kind: 'conflict' }

/** The caller's `Idempotency-Key`; undefined when there is none or nobody is signed in. Keys belong to person and organisation. */
export function idempotencyOf(request: FastifyRequest): { actorId: string; key: string; requestHash: Buffer } | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || !request.actor) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refusal(KEY_INVALID)
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${request.headers['if-match'] ?? ''}\n${JSON.stringify(request.body ?? null)}`)
    .digest()
  return { actorId: `${request.actor.userId}/${request.actor.organisationId ?? ''}`, key, requestHash }
}

/**
 * Sends what was answered to the same key before; refuses when the body was another. False when the key is new.
 * The reply itself is no answer here: it can be awaited, and comes out of that as undefined.
 */
export async function replayAnswer(db: Db<PlatformTables>, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const idempotency = idempotencyOf(request)
  if (!idempotency) return false
  const receipt = await findReceipt(db, idempotency.actorId, idempotency.key)
  if (!receipt) return false
  if (!receipt.request_hash.equals(idempotency.requestHash)) throw new Refusal(KEY_REUSED)
  if (receipt.body === null && receipt.status !== 204) throw new Refusal(NOT_REPEATABLE)
  reply.header('idempotency-replayed', 'true')
  reply
    .code(receipt.status)
    .headers(receipt.headers as Record<string, string>)
    .send(receipt.body ?? undefined)
  return true
}

/** Serialisation failures and deadlocks are the database's way to ask for another try; nothing was changed. */
const RETRY_STATES = new Set(['40001', '40P01'])
const MAX_TRIES = 4

/**
 * Runs one change as one transaction: receipt of the Idempotency-Key, use case, audit and outbox commit together or not at all.
 * A refusal rolls everything back and leaves the key free. The answer is kept with the effect, so a repeat after a crash answers the same.
 */
export async function runCommand<Tables, Body>(
  db: Kysely<Tables>,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Transaction<Tables>, command: Command) => Promise<CommandAnswer<Body>>,
  options: CommandOptions = {},
): Promise<FastifyReply> {
  const idempotency = idempotencyOf(request)
  const actor = request.actor

  const once = () =>
    db.transaction().execute(async (tx) => {
      // Every database of the platform holds the platform's tables beside the domain's.
      const platform = tx as unknown as Db<PlatformTables>
      if (idempotency && !(await insertReceipt(platform, idempotency))) return undefined
      const command: Command = {
        actor,
        now: request.server.now(),
        requestId: request.id,
        audit: (entry) =>
          recordAudit(platform, {
            actorUserId: actor?.userId ?? null,
            actorOrganisationId: actor?.organisationId ?? null,
            requestId: request.id,
            ...entry,
          }),
        publish: (topic, payload) => publish(platform, { topic, payload }),
      }
      const answer = await work(tx, command)
      if (idempotency) await storeAnswer(platform, idempotency, options.holdsSecret ? { ...answer, body: null } : answer)
      return answer
    })

  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await once()
      if (answer)
        return reply
          .code(answer.status)
          .headers(answer.headers ?? {})
          .send(answer.body ?? undefined)
      if (await replayAnswer(db as unknown as Db<PlatformTables>, request, reply)) return reply
    } catch (error) {
      if (attempt >= MAX_TRIES || !RETRY_STATES.has(sqlStateOf(error) ?? '')) throw error
    }
  }
}
