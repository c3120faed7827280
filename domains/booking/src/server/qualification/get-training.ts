import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { BookingTables } from '../needs.ts'
import { findTraining, type TrainingRow } from '../sql/qualification/trainings.ts'

const TRAINING_MISSING: Problem = { code: 'booking.training_missing', kind: 'missing' }

/** A session as `personId` meets it; of one provider only when `providerId` is given. */
export async function getTraining(db: Db<BookingTables>, id: string, personId: string | null, providerId?: string): Promise<TrainingRow> {
  const row = await findTraining(db, id, personId)
  if (!row || (providerId && row.provider_id !== providerId)) throw new Refusal(TRAINING_MISSING)
  return row
}
