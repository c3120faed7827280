import type { Kysely } from 'kysely'
import type { AnyDb } from '../database/pool.ts'
import type { DomainModule } from '../module.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { deleteOldNotices } from './list-sql.ts'
import problems from './problems.json' with { type: 'json' }
import { type NoticesDeps, noticeRoutes, noticeSettingRoutes } from './routes.ts'
import { sendHeldMail } from './send-held-mail.ts'

/** What people are told: their list, their wishes, and the letters that wait for quiet hours or the digest. */
export function noticesModule(options: Omit<NoticesDeps, 'db'> & { readonly db: AnyDb }): DomainModule {
  const deps: NoticesDeps = { ...options, db: options.db as Kysely<PlatformTables> }
  return {
    name: 'notices',
    problems,
    routes: async (scope) => {
      await noticeRoutes(scope, deps)
      await noticeSettingRoutes(scope, deps)
    },
    jobs: {
      'notices.send_held_mail': () => sendHeldMail(deps.db, { now: deps.now(), publicAddress: deps.publicAddress }),
      'notices.delete_old': () => deleteOldNotices(deps.db),
    },
    schedules: [
      { cron: '* * * * *', job: 'notices.send_held_mail' },
      { cron: '41 19 * * *', job: 'notices.delete_old' },
    ],
  }
}
