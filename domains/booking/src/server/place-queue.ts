import { sqlStateOf } from '@jiju/platform/database/pool'
import type { StatementRunner } from './needs.ts'
import { insertReservations, type PlacedRow, type Placement } from './sql/place.ts'

const LANES = 4
// A statement that waits for somebody's open transaction must not hold up bookings of other resources.
const PATIENCE_MS = 5
const MAX_BATCH = 64
const MAX_TRIES = 4

type Waiting = { readonly row: PlacedRow; readonly resolve: (placement: Placement) => void; readonly reject: (error: unknown) => void }

/**
 * Writes reservations that arrive together as one statement. A lone booking goes at once; those that arrive while a statement is under way leave
 * together with the next, so that a crowd costs few round trips and few commits; a statement that takes long is passed by. Each is answered after its own commit, and one that fails alone
 * (a receipt that exists already) fails alone.
 */
export class PlaceQueue {
  private readonly statements: StatementRunner
  private waiting: Waiting[] = []
  private busyLanes = 0
  private isPatient = false

  constructor(statements: StatementRunner) {
    this.statements = statements
  }

  place(row: PlacedRow): Promise<Placement> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ row, resolve, reject })
      if (this.busyLanes === 0) this.startLane()
      else if (!this.isPatient && this.busyLanes < LANES) this.beImpatientLater()
    })
  }

  private beImpatientLater(): void {
    this.isPatient = true
    setTimeout(() => {
      this.isPatient = false
      if (this.waiting.length === 0 || this.busyLanes === LANES) return
      this.startLane()
      this.beImpatientLater()
    }, PATIENCE_MS)
  }

  private startLane(): void {
    this.busyLanes += 1
    // Requests of the same turn of the event loop join the batch.
    setImmediate(async () => {
      while (this.waiting.length > 0) await this.write(this.takeBatch())
      this.busyLanes -= 1
    })
  }

  /** The first of each resource, in order of arrival: two of one resource in one statement could wait for a third that waits for them. */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = []
    const rest: Waiting[] = []
    const resources = new Set<string>()
    for (const entry of this.waiting) {
      const isNext = batch.length < MAX_BATCH && !resources.has(entry.row.resource_id)
      if (isNext) resources.add(entry.row.resource_id)
      ;(isNext ? batch : rest).push(entry)
    }
    this.waiting = rest
    return batch
  }

  private async write(batch: readonly Waiting[], attempt = 1): Promise<void> {
    try {
      const placements = await insertReservations(
        this.statements,
        batch.map((entry) => entry.row),
      )
      for (const [index, entry] of batch.entries()) entry.resolve(placements[index] ?? 'stale')
    } catch (error) {
      // Tried again only when the database said that it rolled back; after a broken connection nobody knows, and the caller repeats with its key.
      const stateClass = sqlStateOf(error)?.slice(0, 2) ?? ''
      const canRepeat = stateClass === '40' ? attempt < MAX_TRIES : batch.length > 1 && (stateClass === '22' || stateClass === '23')
      if (!canRepeat) for (const entry of batch) entry.reject(error)
      else for (const entry of batch) await this.write([entry], attempt + 1)
    }
  }
}
