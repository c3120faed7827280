import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { NoShowPolicy, NoShowPolicyEntry } from '../../contract/no-shows.ts'
import type { BookingTables } from '../needs.ts'
import { getPolicy, savePolicy } from '../sql/no-shows.ts'

/** What a provider asks of people who do not come; points that were given keep their number and expiry. */
export async function readPolicy(db: Db<BookingTables>, providerId: string): Promise<NoShowPolicy> {
  const { points, threshold, expires_after_days: expiresAfterDays, version } = await getPolicy(db, providerId)
  return { points, threshold, expiresAfterDays, version }
}

export async function editPolicy(
  tx: Db<BookingTables>,
  command: Command,
  edit: { providerId: string; userId: string; version: number; policy: NoShowPolicyEntry },
): Promise<NoShowPolicy> {
  const isSaved = await savePolicy(tx, edit, edit.policy, { userId: edit.userId, now: command.now })
  if (!isSaved) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'booking.no_show_policy.edit',
    subjectType: 'no_show_policy',
    subjectId: edit.providerId,
    detail: { ...edit.policy },
  })
  return readPolicy(tx, edit.providerId)
}
