import { sealAudit } from '../audit/seal-audit.ts'
import type { AnyDb, Db } from '../database/pool.ts'
import { deliverMail } from '../mail/deliver-mail.ts'
import { MAIL_QUEUED } from '../mail/mail.ts'
import type { MailTransport } from '../mail/transport.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { deleteOutdated } from './delete-outdated.ts'
import type { Working } from './run.ts'

/** What the platform itself does in the background: delivers mail, seals the audit log, deletes what nobody needs any more. */
export function platformWork(options: { readonly db: AnyDb; readonly mail: MailTransport | null }): Working {
  const db = options.db as Db<PlatformTables>
  return {
    events: {
      [MAIL_QUEUED]: { deliver: async (event) => deliverMail(db, options.mail, String(event.payload.mailId)) },
    },
    jobs: {
      'platform.seal_audit': async (payload) => {
        await sealAudit(db, { isComplete: (payload as { isComplete?: boolean }).isComplete === true })
      },
      'platform.delete_outdated': async () => deleteOutdated(db),
    },
    schedules: [
      { cron: '* * * * *', job: 'platform.seal_audit' },
      // An entry of a transaction that stayed open for longer than the minute's run looks back.
      { cron: '7 * * * *', job: 'platform.seal_audit', payload: { isComplete: true } },
      { cron: '23 19 * * *', job: 'platform.delete_outdated' },
    ],
  }
}
