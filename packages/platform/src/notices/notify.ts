import type { Db } from '../database/pool.ts'
import { sendMail } from '../mail/mail.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { composeLetter, composeNotice } from './compose-notice.ts'
import { planMail } from './mail-time.ts'
import type { Notify } from './notice.ts'
import type { NoticeKinds } from './notice-kinds.ts'
import { findSettings, holdMail, insertNotices, listReceivers } from './sql.ts'

type NotifierOptions = {
  /** Read when something is told: the modules that declare kinds are made after this. */
  readonly kinds: () => NoticeKinds
  readonly now: () => Date
  readonly publicAddress: string
}

/** Everything that people are told goes through this: rows for the page, and letters as each person wishes, in the caller's transaction. */
export function notifier({ kinds, now, publicAddress }: NotifierOptions): Notify {
  return async (anyDb, notice) => {
    const db = anyDb as Db<PlatformTables>
    const kind = kinds()[notice.kind]
    if (!kind) throw new Error(`No module declares notices of the kind ${notice.kind}`)
    const receivers = await listReceivers(db, notice.to)
    if (receivers.length === 0) return
    const at = now()
    const texts = composeNotice(kind.texts, notice.params)
    const link = notice.link ?? null
    const ids = await insertNotices(
      db,
      receivers.map(({ id }) => ({
        personId: id,
        key: notice.key,
        kind: notice.kind,
        group: kind.group,
        texts,
        link,
        isQuiet: kind.isQuiet ?? false,
        now: at,
      })),
    )
    const settings = await findSettings(db, [...ids.keys()])
    const enclosures = {
      ...(notice.calendar && { calendar: notice.calendar }),
      ...(notice.attachments && { attachments: notice.attachments }),
    }
    for (const receiver of receivers) {
      const noticeId = ids.get(receiver.id)
      const setting = settings.get(receiver.id)
      if (!noticeId || !setting) continue
      const plan = planMail(kind, setting, at)
      if (plan.when === 'now') {
        const letter = composeLetter([{ ...texts[receiver.language], link }], receiver, publicAddress)
        await sendMail(db, { ...letter, ...enclosures, to: receiver.email, language: receiver.language, key: `notice ${noticeId}` })
      } else if (plan.when !== 'never') {
        const isDigest = plan.when === 'digest'
        await holdMail(db, { noticeId, personId: receiver.id, isDigest, dueAt: plan.dueAt, enclosures })
      }
    }
  }
}
