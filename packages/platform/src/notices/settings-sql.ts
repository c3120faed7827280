import type { Db } from '../database/pool.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { DEFAULT_SETTING, type NoticeSetting } from './mail-time.ts'
import { toSetting } from './sql.ts'

type Platform = Db<PlatformTables>

/** A person's setting with its version; version 0 is the default that nobody has saved. */
export async function findSetting(db: Platform, personId: string): Promise<{ setting: NoticeSetting; version: number }> {
  const row = await db
    .selectFrom('platform.notice_setting')
    .select(['mail', 'zone', 'quiet_from', 'quiet_until', 'digest_at', 'version'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? { setting: toSetting(row), version: row.version } : { setting: DEFAULT_SETTING, version: 0 }
}

/** False when the setting is not at `version` any more. */
export async function saveSetting(db: Platform, personId: string, setting: NoticeSetting, version: number): Promise<boolean> {
  const values = {
    mail: JSON.stringify(setting.mail),
    zone: setting.zone,
    quiet_from: setting.quiet?.from ?? null,
    quiet_until: setting.quiet?.until ?? null,
    digest_at: setting.digestAt,
    version: version + 1,
  }
  const changed =
    version === 0
      ? await db
          .insertInto('platform.notice_setting')
          .values({ person_id: personId, ...values })
          .onConflict((conflict) => conflict.column('person_id').doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await db
          .updateTable('platform.notice_setting')
          .set(values)
          .where('person_id', '=', personId)
          .where('version', '=', version)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows)
  return changed === 1n
}
