import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { findRoot } from '../apps/api/src/root.ts'
import { type Bench, percentile } from './bench.ts'
import { countDoubleSold, seedBookingDistrict } from './booking-district.ts'
import type { LoadOrder, LoadResult } from './booking-load.ts'
import { startServerProcess } from './server-process.ts'

const PORT = 4401
const RESOURCES = 1000
const CONNECTIONS = 64

/**
 * Bookings a second through HTTP, and in the same run the same rows by raw pipelined SQL on as many connections; server, load and database share the machine.
 * The first figure is of a process that answers requests while letters wait in the outbox; `with_letters` is one process that does everything at once.
 */
const bench: Bench = async ({ quick, emit, databaseUrl, home }) => {
  const district = await seedBookingDistrict(databaseUrl, { resources: RESOURCES, people: CONNECTIONS })
  // Short rounds in turn, so that both doors meet the same moods of the machine.
  const seconds = quick ? 2 : 6
  const rounds = quick ? 3 : 8
  const start = (backgroundWork: 'on' | 'off') => startServerProcess({ databaseUrl, home, port: PORT, connections: 16, backgroundWork })
  const load = async (door: LoadOrder['door'], firstSlot: number, duration = seconds): Promise<LoadResult> => {
    const order: LoadOrder = {
      door,
      host: '127.0.0.1',
      port: PORT,
      databaseUrl,
      connections: CONNECTIONS,
      depth: 4,
      seconds: duration,
      firstSlot,
      ...district,
    }
    const script = path.join(findRoot(), 'bench/booking-load.ts')
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, JSON.stringify(order)], {
      maxBuffer: 1 << 28,
    })
    return JSON.parse(stdout) as LoadResult
  }
  const rate = (results: readonly LoadResult[]) =>
    percentile(
      results.map((result) => result.done / result.seconds),
      0.5,
    )
  const booked: LoadResult[] = []
  const inserted: LoadResult[] = []
  let server = await start('off')
  try {
    await load('http', 0, 3)
    await load('raw_sql', 500, 1)
    for (let round = 1; round <= rounds; round += 1) {
      booked.push(await load('http', round * 1000))
      inserted.push(await load('raw_sql', round * 1000 + 500))
    }
    await server.stop()
    server = await start('on')
    const all = await load('http', 10_000)
    const latencies = booked.flatMap((result) => result.latenciesMs)
    emit({ figure: 'bookings_per_s', value: rate(booked), unit: '1/s', peer: 'raw_sql', peerValue: rate(inserted) })
    emit({ figure: 'bookings_per_s_with_letters', value: rate([all]), unit: '1/s', peer: 'raw_sql', peerValue: rate(inserted) })
    emit({ figure: 'p50_ms', value: percentile(latencies, 0.5), unit: 'ms' })
    emit({ figure: 'p95_ms', value: percentile(latencies, 0.95), unit: 'ms' })
    emit({ figure: 'failed', value: [...booked, all].reduce((sum, result) => sum + result.failed, 0), unit: 'requests' })
    emit({ figure: 'double_sold', value: await countDoubleSold(databaseUrl), unit: 'pairs' })
    emit({ figure: 'resources', value: RESOURCES, unit: 'rows' })
  } finally {
    await server.stop()
  }
}

export default bench
