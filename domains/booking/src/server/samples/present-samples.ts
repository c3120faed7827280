import { formatFen } from '@jiju/kernel/money'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { SampleQueue, SampleSubmission } from '../../contract/samples.ts'
import { sampleStep } from '../../core/samples/sample-states.ts'
import type { Reader } from '../present.ts'
import type { SampleQueueRow } from '../sql/sample-queues.ts'
import type { SampleRow } from '../sql/sample-submissions.ts'
import { sideOfSamples } from './submission.ts'

export function presentQueue(row: SampleQueueRow, nextPromisedDay: string | null): SampleQueue {
  return {
    resourceId: row.resource_id,
    isAccepting: row.is_accepting,
    dailyCapacity: row.daily_capacity,
    leadDays: row.lead_days,
    maxSamples: row.max_samples,
    instructions: row.instructions,
    waitingSamples: row.waiting_samples,
    nextPromisedDay,
    version: row.version,
  }
}

/** Row to wire. */
export function presentSubmission(row: SampleRow, reader: Reader): SampleSubmission {
  const isOpen = row.state === 'queued' || row.state === 'received' || row.state === 'running'
  return {
    id: row.id,
    number: row.number,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    resourceNameEn: row.resource_name_en,
    siteName: row.site_name,
    siteAddress: row.site_address,
    zone: row.zone,
    providerId: row.provider_id,
    providerName: row.provider_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    bookerName: row.booker_name,
    state: row.state,
    samples: row.sample_count,
    sampleKind: row.sample_kind,
    project: row.project,
    note: row.note,
    instructions: row.instructions,
    unitPrice: formatFen(row.unit_price_fen),
    total: formatFen(row.price_fen),
    firstPromisedDay: row.first_promised_day,
    promisedDay: row.promised_day,
    isLate: isOpen && row.promised_day < localDayOf(reader.now, row.zone),
    samplesAhead: row.samples_ahead,
    receivedAt: row.received_at?.toISOString() ?? null,
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    canCancel: sampleStep(row.state, 'cancel', sideOfSamples(row, reader.organisationId)) !== undefined,
    version: row.version,
    createdAt: row.created_at.toISOString(),
  }
}
