import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import type { OrdersTables } from '../../needs.ts'

export type DestructionRow = {
  readonly id: string
  readonly sample_id: string
  readonly method: string
  readonly state: 'proposed' | 'witnessed' | 'withdrawn'
  readonly proposed_by: string
  readonly proposer_name: string
}

export async function findDestruction(db: Db<OrdersTables>, id: string): Promise<DestructionRow | undefined> {
  const { rows } = await sql<DestructionRow>`
    select d.id, d.sample_id, d.method, d.state, d.proposed_by, p.name as proposer_name
    from orders.sample_destruction d join people_pub.person p on p.id = d.proposed_by where d.id = ${id}`.execute(db)
  return rows[0]
}

/** False when one waits for its witness already. */
export async function insertDestruction(
  tx: Db<OrdersTables>,
  destruction: { id: string; sampleId: string; method: string; eventId: string; by: string; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into orders.sample_destruction (id, sample_id, method, event_id, proposed_by, proposed_at)
    values (${destruction.id}, ${destruction.sampleId}, ${destruction.method}, ${destruction.eventId}, ${destruction.by}, ${destruction.now})
    on conflict (sample_id) where state <> 'withdrawn' do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** False when it was witnessed or withdrawn before. */
export async function endDestruction(tx: Db<OrdersTables>, id: string, witness: string | null, now: Date): Promise<boolean> {
  const state = witness === null ? 'withdrawn' : 'witnessed'
  const { numAffectedRows } = await sql`
    update orders.sample_destruction set state = ${state}, witnessed_by = ${witness}, ended_at = ${now} where id = ${id} and state = 'proposed'`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
