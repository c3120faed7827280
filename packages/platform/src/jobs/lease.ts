import pg from 'pg'
import type { JobsLog } from './graphile-logger.ts'

// First key of the advisory locks that say which worker pools live.
const LEASES = 746_103
const CHECK_MS = 10_000
const GRACE_SECONDS = 10

/**
 * The queue itself gives a job of a killed process to another one only after four hours. Each process therefore holds a session lock
 * named after its worker pool, and frees the jobs of pools whose lock nobody holds. A process that loses its database session for
 * longer than the grace may see a job run twice, which handlers allow.
 */
export function keepLease(pool: pg.Pool, log: JobsLog): { hold: (poolId: string) => void; release: () => Promise<void> } {
  let poolId: string | null = null
  let session: pg.Client | null = null
  let running: Promise<void> = Promise.resolve()

  const beat = async () => {
    try {
      session ??= await openSession(pool, poolId, () => {
        session = null
      })
      await freeAbandoned(session)
    } catch (error) {
      log.warn(`The lease of the job workers could not be renewed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const timer = setInterval(() => {
    running = running.then(beat)
  }, CHECK_MS)
  return {
    hold: (id) => {
      poolId = id
      running = running.then(beat)
    },
    release: async () => {
      clearInterval(timer)
      await running
      await session?.end()
    },
  }
}

async function openSession(pool: pg.Pool, poolId: string | null, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client(pool.options)
  client.on('error', onLost)
  client.on('end', onLost)
  await client.connect()
  await client.query('select pg_advisory_lock($1, hashtext($2))', [LEASES, poolId])
  return client
}

/** Frees what worker pools hold that no longer live; returns those pools. */
export async function freeAbandoned(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ locked_by: string }>(
    `select distinct job.locked_by from graphile_worker._private_jobs job
     where job.locked_by like 'pool-%' and job.locked_at < now() - make_interval(secs => $2)
       and not exists (
         select from pg_locks held
         where held.locktype = 'advisory' and held.objsubid = 2 and held.classid = $1
           and held.database = (select oid from pg_database where datname = current_database())
           and held.objid::bigint = hashtext(job.locked_by)::bigint & 4294967295)`,
    [LEASES, GRACE_SECONDS],
  )
  const abandoned = rows.map(({ locked_by }) => locked_by)
  if (abandoned.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [abandoned])
  return abandoned
}
