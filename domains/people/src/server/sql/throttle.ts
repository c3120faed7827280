import { sql } from 'kysely'
import type { ThrottleRule } from '../../core/throttle-rules.ts'
import type { PeopleDb } from './database.ts'

/**
 * Counts a try before it is made, in one statement, so that a thousand at once are counted as a thousand.
 * Returns the seconds to wait when the bucket is blocked; then nothing is counted. Runs outside the transaction of the try: a refusal must not undo it.
 */
export async function reserveTry(db: PeopleDb, bucket: Buffer, rule: ThrottleRule, now: Date): Promise<number | undefined> {
  const failures = sql`case when throttle.last_at < ${now}::timestamptz - make_interval(secs => ${rule.forgetSeconds}) then 1 else throttle.failures + 1 end`
  // A free try blocks nothing, not even one whose clock reads a millisecond less because it was asked for at the same time.
  const blockedUntil = (count: unknown) =>
    sql`case when ${count}::int < ${rule.freeTries} then to_timestamp(0) else ${now}::timestamptz + make_interval(secs =>
      least(${rule.maxDelaySeconds}::float8, ${rule.firstDelaySeconds}::float8 * power(2, least(${count}::int - ${rule.freeTries}, 20)))) end`
  const counted = await sql<{ failures: number }>`
    insert into people.throttle as throttle (bucket, failures, last_at, blocked_until)
    values (${bucket}, 1, ${now}, ${blockedUntil(1)})
    on conflict (bucket) do update
      set failures = ${failures}, last_at = ${now}, blocked_until = ${blockedUntil(failures)}
      where throttle.blocked_until <= ${now}
    returning failures`.execute(db)
  if (counted.rows.length > 0) return undefined
  const blocked = await db.selectFrom('people.throttle').select('blocked_until').where('bucket', '=', bucket).executeTakeFirst()
  return Math.max(1, Math.ceil(((blocked?.blocked_until.getTime() ?? 0) - now.getTime()) / 1000))
}

/** Forgets the bucket: the try was right. */
export async function clearTries(db: PeopleDb, bucket: Buffer): Promise<void> {
  await db.deleteFrom('people.throttle').where('bucket', '=', bucket).execute()
}

/** Takes one counted try back: it was right, but the bucket is shared with others. */
export async function giveBackTry(db: PeopleDb, bucket: Buffer): Promise<void> {
  await db.updateTable('people.throttle').set({ failures: sql`greatest(failures - 1, 0)` }).where('bucket', '=', bucket).execute()
}

/** Counts one event that blocks nothing; returns how many there were since a pause of `windowSeconds`. */
export async function countEvent(db: PeopleDb, bucket: Buffer, windowSeconds: number, now: Date): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into people.throttle as throttle (bucket, failures, last_at, blocked_until) values (${bucket}, 1, ${now}, ${now})
    on conflict (bucket) do update set last_at = ${now},
      failures = case when throttle.last_at < ${now}::timestamptz - make_interval(secs => ${windowSeconds}) then 1 else throttle.failures + 1 end
    returning failures`.execute(db)
  return rows[0]?.failures ?? 0
}

export async function countedEvents(db: PeopleDb, bucket: Buffer, since: Date): Promise<number> {
  const row = await db
    .selectFrom('people.throttle')
    .select('failures')
    .where('bucket', '=', bucket)
    .where('last_at', '>', since)
    .executeTakeFirst()
  return row?.failures ?? 0
}
