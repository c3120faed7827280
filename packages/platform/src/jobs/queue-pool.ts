import pg from 'pg'

/**
 * Connections for the queue alone, to the database of `pool`: waiting requests cannot keep workers from their jobs, nor the other way
 * round. The queue writes its job ids as JSON, which has no bigint, so here they stay text.
 */
export function openQueuePool(pool: pg.Pool, maxConnections: number, onError: (error: Error) => void = () => undefined): pg.Pool {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === pg.types.builtins.INT8 ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text'),
  }
  const queue = new pg.Pool({ ...pool.options, max: maxConnections, types: types as pg.CustomTypesConfig, application_name: 'jiju jobs' })
  queue.on('error', onError)
  queue.on('connect', (client) => client.on('error', onError))
  return queue
}
