import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { findQualification, type QualificationRow, resumeLevels, suspendLevels } from '../sql/qualification/qualifications.ts'
import { reviewGround } from './review-ground.ts'

const QUALIFICATION_MISSING: Problem = { code: 'booking.qualification_missing', kind: 'missing' }

type Target = { readonly id: string; readonly version: number; readonly providerId: string; readonly userId: string }

/** Takes away every level of the person on that instrument until it is lifted; coming bookings that rested on them are found and told. */
export async function suspendQualification(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: Target & { readonly reason: string },
): Promise<{ row: QualificationRow; losses: number }> {
  const { now } = command
  const row = await getQualification(tx, wish)
  if (row.suspended_at) throw new Refusal({ code: 'booking.qualification_suspended', kind: 'conflict' })
  if (!(await suspendLevels(tx, wish, { reason: wish.reason, by: wish.userId, now }))) throw new Refusal(VERSION_STALE)
  await record(command, 'suspend', row, { reason: wish.reason })
  await tell(tx, needs, 'booking.qualification_suspended', row, { words: wish.reason, now })
  const losses = await reviewGround(tx, needs, now, { resourceId: row.resource_id, personId: row.person_id })
  return { row: await getQualification(tx, wish), losses }
}

/** Lifts a suspension; bookings that lost their ground by it and are not decided have it again. */
export async function resumeQualification(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: Target,
): Promise<QualificationRow> {
  const row = await getQualification(tx, wish)
  if (!row.suspended_at) throw new Refusal({ code: 'booking.qualification_not_suspended', kind: 'conflict' })
  if (!(await resumeLevels(tx, wish, command.now))) throw new Refusal(VERSION_STALE)
  await record(command, 'resume', row, {})
  await tell(tx, needs, 'booking.qualification_resumed', row, { words: '', now: command.now })
  await reviewGround(tx, needs, command.now, { resourceId: row.resource_id, personId: row.person_id })
  return getQualification(tx, wish)
}

async function getQualification(tx: Db<BookingTables>, { id, providerId }: Target): Promise<QualificationRow> {
  const row = await findQualification(tx, id, providerId)
  if (!row) throw new Refusal(QUALIFICATION_MISSING)
  return row
}

function record(command: Command, verb: 'suspend' | 'resume', row: QualificationRow, detail: Record<string, unknown>): Promise<void> {
  const about = { resourceId: row.resource_id, personId: row.person_id, level: row.level }
  return command.audit({
    action: `booking.qualification.${verb}`,
    subjectType: 'qualification',
    subjectId: row.id,
    detail: { ...about, ...detail },
  })
}

function tell(
  tx: Db<BookingTables>,
  needs: Pick<BookingNeeds, 'notify'>,
  kind: string,
  row: QualificationRow,
  what: { words: string; now: Date },
): Promise<void> {
  return needs.notify(tx, {
    kind,
    to: [row.person_id],
    params: {
      resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
      provider: row.provider_name,
      words: what.words,
    },
    link: '/account/passport',
    key: `${kind} ${row.id} ${what.now.toISOString()}`,
  })
}
