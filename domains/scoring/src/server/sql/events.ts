import type { Db } from '@jiju/platform/database/pool'
import { type Selectable, sql } from 'kysely'
import type { Source } from '../../core/facts/sources.ts'
import type { ScoringTables } from '../needs.ts'
import type { ScoringNegativeEvent } from '../tables.ts'
import type { RecordedCounts } from './facts.ts'

export type EventRow = Selectable<ScoringNegativeEvent>

export type NewEvent = {
  readonly id: string
  readonly enterpriseId: string
  readonly code: string
  readonly occurredOn: string
  readonly repairedOn: string | null
  readonly source: Source
  readonly document: string
}

/** Adds events; what is recorded already (same enterprise, kind and document) stays as it is. */
export async function insertEvents(
  tx: Db<ScoringTables>,
  events: readonly NewEvent[],
  by: { recordedBy: string | null; now: Date },
): Promise<RecordedCounts> {
  if (events.length === 0) return { recorded: 0, replaced: 0, unchanged: 0 }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring.negative_event')
    .values(
      events.map((event) => ({
        id: event.id,
        enterprise_id: event.enterpriseId,
        code: event.code,
        occurred_on: event.occurredOn,
        repaired_on: event.repairedOn,
        source: event.source,
        document: event.document,
        recorded_by: by.recordedBy,
        received_at: by.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['enterprise_id', 'code', 'document']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  const recorded = Number(numInsertedOrUpdatedRows ?? 0n)
  return { recorded, replaced: 0, unchanged: events.length - recorded }
}

export async function findEvent(db: Db<ScoringTables>, id: string): Promise<EventRow | undefined> {
  return db.selectFrom('scoring.negative_event').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Ends an event with its reason; false when it is ended already. A repaired one goes on in another row from that moment. */
export async function endEvent(tx: Db<ScoringTables>, id: string, reason: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scoring.negative_event')
    .set({ ended_at: now, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function listEventsOf(db: Db<ScoringTables>, enterpriseId: string): Promise<EventRow[]> {
  return db
    .selectFrom('scoring.negative_event')
    .selectAll()
    .where('enterprise_id', '=', enterpriseId)
    .orderBy('occurred_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type NamedEventRow = EventRow & { readonly enterprise_name: string; readonly credit_code: string }

/** Events that count, newest record first. */
export async function listLiveEvents(db: Db<ScoringTables>, before: string | undefined, limit: number): Promise<NamedEventRow[]> {
  const { rows } = await sql<NamedEventRow>`
    select n.*, e.name as enterprise_name, e.credit_code from scoring.negative_event n join scoring.enterprise e on e.id = n.enterprise_id
    where n.ended_at is null and ${before ? sql`n.id < ${before}::uuid` : sql`true`}
    order by n.id desc limit ${limit + 1}`.execute(db)
  return rows
}
