import { formatFen } from '@jiju/kernel/money'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, VERSION_STALE, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DecideSignal, ListSignals, Signal, SignalList, SignalParams, SignalRun } from '../../contract/signals.ts'
import type { OrdersDeps } from '../needs.ts'
import { findSignals } from '../signals/find-signals.ts'
import { decideSignal, findSignal, listSignals, type SignalRow } from '../sql/signals.ts'

const tags = ['orders']
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** What rules have noticed about orders, for the operator. */
export async function signalRoutes(scope: FastifyInstance, { db }: OrdersDeps): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/signals',
    {
      schema: {
        operationId: 'listOrderSignals',
        tags,
        summary: 'Matters that rules have noticed about orders, newest first, with the rows behind them',
        querystring: ListSignals,
        response: { 200: SignalList, ...problemResponses },
      },
      config: { access: 'orders.signal.read' },
    },
    async (request) => {
      const { state, rule, cursor, limit } = request.query
      const after = decodeCursor(cursor, Cursor)
      const rows = await listSignals(db, { state, rule, after: after && { at: new Date(after[0]), id: after[1] }, limit })
      return toPage(rows, limit, present, (row) => [row.changed_at.toISOString(), row.id])
    },
  )

  app.post(
    '/signal-runs',
    {
      schema: {
        operationId: 'findOrderSignals',
        tags,
        summary: 'Ask every rule now',
        response: { 200: SignalRun, ...problemResponses },
      },
      config: { access: 'orders.signal.decide' },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const changed = await findSignals(tx, command.now)
        await command.audit({ action: 'orders.signal.find', subjectType: 'signal', subjectId: 'all', detail: { changed } })
        return { status: 200, body: { changed } }
      }),
  )

  app.post(
    '/signals/:id/decision',
    {
      schema: {
        operationId: 'decideOrderSignal',
        tags,
        summary: 'Dismiss a signal or mark it followed up, with the reason (If-Match)',
        params: SignalParams,
        body: DecideSignal,
        response: { 200: Signal, ...problemResponses },
      },
      config: { access: 'orders.signal.decide' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { decision, reason } = request.body
      const version = expectedVersion(request)
      return runCommand(db, request, reply, async (tx, command) => {
        const seen = await findSignal(tx, id)
        if (!seen) throw new Refusal({ code: 'orders.signal_missing', kind: 'missing' })
        if (seen.state !== 'open') throw new Refusal({ code: 'orders.signal_decided', kind: 'conflict' })
        const by = actorOf(request).userId
        if (!(await decideSignal(tx, { id, version, state: decision, reason, by, at: command.now }))) throw new Refusal(VERSION_STALE)
        await command.audit({
          action: `orders.signal.${decision}`,
          subjectType: 'signal',
          subjectId: id,
          detail: { rule: seen.rule, reason },
        })
        const row = await findSignal(tx, id)
        if (!row) throw new Error('a signal that was decided is gone')
        return { status: 200, body: present(row), headers: { etag: versionTag(row.version) } }
      })
    },
  )
}

const yuanOf = (fen: bigint | null): string | null => (fen === null ? null : formatFen(fen))

function present(row: SignalRow): Signal {
  return {
    id: row.id,
    rule: row.rule,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    providerId: row.provider_id,
    providerName: row.provider_name,
    amount: yuanOf(row.amount_fen),
    evidence: row.evidence.map(({ kind, id, label, amountFen, on }) => ({
      kind,
      id,
      label,
      amount: yuanOf(amountFen === null ? null : BigInt(amountFen)),
      on,
    })),
    state: row.state,
    version: row.version,
    foundAt: row.found_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    reason: row.reason,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }
}
