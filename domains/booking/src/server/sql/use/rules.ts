import type { Db } from '@jiju/platform/database/pool'
import { sql } from 'kysely'
import { DEFAULT_USE_RULES, type UseRules } from '../../../core/use/rules.ts'
import type { BookingTables } from '../../needs.ts'

/** `version` 0 while the defaults hold. */
type StoredUseRules = UseRules & { readonly version: number }

/** The use rules of a resource that has a calendar. */
export async function readUseRules(db: Db<BookingTables>, resourceId: string): Promise<StoredUseRules> {
  const { rows } = await sql<StoredUseRules>`
    select check_in as "checkIn", early_minutes as "earlyMinutes", grace_minutes as "graceMinutes", overrun_minutes as "overrunMinutes",
      allows_unbooked as "allowsUnbooked", answer_days as "answerDays", frees_rest as "freesRest", version
    from booking.use_rules where resource_id = ${resourceId}`.execute(db)
  return rows[0] ?? { ...DEFAULT_USE_RULES, version: 0 }
}

/** Writes the rules when `version` is still the current one; false when somebody else was faster. */
export async function saveUseRules(
  db: Db<BookingTables>,
  target: { resourceId: string; providerId: string; version: number },
  rules: UseRules,
  by: { userId: string; now: Date },
): Promise<boolean> {
  const values = sql`${rules.checkIn}, ${rules.earlyMinutes}, ${rules.graceMinutes}, ${rules.overrunMinutes}, ${rules.allowsUnbooked},
    ${rules.answerDays}, ${rules.freesRest}`
  const result =
    target.version === 0
      ? await sql`
        insert into booking.use_rules (resource_id, provider_id, check_in, early_minutes, grace_minutes, overrun_minutes, allows_unbooked,
          answer_days, frees_rest, updated_at, updated_by)
        values (${target.resourceId}, ${target.providerId}, ${values}, ${by.now}, ${by.userId})
        on conflict (resource_id) do nothing`.execute(db)
      : await sql`
        update booking.use_rules
        set (check_in, early_minutes, grace_minutes, overrun_minutes, allows_unbooked, answer_days, frees_rest) = (${values}),
          version = version + 1, updated_at = ${by.now}, updated_by = ${by.userId}
        where resource_id = ${target.resourceId} and provider_id = ${target.providerId} and version = ${target.version}`.execute(db)
  return result.numAffectedRows === 1n
}
