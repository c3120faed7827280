import { newId } from '@jiju/kernel/ids'
import type { UseSource } from '../../core/use/vocabulary.ts'
import type { RunningUseRow } from '../sql/use/running.ts'
import type { Writer } from './writer.ts'

/** How a beginning or an end was told. */
export type Signal = {
  readonly at: Date
  readonly source: UseSource
  readonly device?: { readonly name: string; readonly eventId: string; readonly at: Date; readonly skewSeconds: number | null }
}

/** The log's row of a signal that began or ended `use`. */
export function eventOf(use: RunningUseRow, kind: 'start' | 'end', signal: Signal, writer: Writer) {
  return {
    id: newId(writer.now.getTime()),
    use_id: use.id,
    resource_id: use.resource_id,
    provider_id: use.provider_id,
    reservation_id: use.reservation_id,
    kind,
    at: signal.at,
    received_at: writer.now,
    source: signal.source,
    device: signal.device?.name ?? null,
    device_event: signal.device?.eventId ?? null,
    device_at: signal.device?.at ?? null,
    skew_seconds: signal.device?.skewSeconds ?? null,
    outcome: kind === 'start' ? ('started' as const) : ('finished' as const),
    recorded_by: writer.actor?.userId ?? null,
  }
}
