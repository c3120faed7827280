import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingTables } from '../needs.ts'
import { SUBMISSION_MISSING } from '../problems.ts'
import { findSubmission, type SampleRow } from '../sql/sample-submissions.ts'

/** The side on which an organisation stands; a provider that sends samples to itself is the provider. */
export function sideOfSamples(row: Pick<SampleRow, 'provider_id'>, organisationId: string | null): 'customer' | 'provider' {
  return row.provider_id === organisationId ? 'provider' : 'customer'
}

export async function getSubmission(db: Db<BookingTables>, id: string, organisationId: string): Promise<SampleRow> {
  const row = await findSubmission(db, id, organisationId)
  if (!row) throw new Refusal(SUBMISSION_MISSING)
  return row
}

/** What leaves with an event and stays in the audit log: ids, days and money. */
export function sampleDetail(row: SampleRow, command: Pick<Command, 'actor'>, actorOrganisationId: string): Record<string, unknown> {
  return {
    submissionId: row.id,
    resourceId: row.resource_id,
    providerId: row.provider_id,
    organisationId: row.organisation_id,
    bookerId: row.booker_id,
    samples: row.sample_count,
    promisedDay: row.promised_day,
    priceFen: row.price_fen.toString(),
    actorUserId: command.actor?.userId ?? null,
    actorOrganisationId,
  }
}
