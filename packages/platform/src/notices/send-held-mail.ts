import type { Kysely } from 'kysely'
import { sendMail } from '../mail/mail.ts'
import type { PlatformTables } from '../platform-tables.ts'
import { composeLetter } from './compose-notice.ts'
import { findSettings, type HeldMail, listPersonsDue, listReceivers, takeDueMail } from './sql.ts'

const BATCH = 200

/**
 * Writes the letters whose time has come: each person's digest as one, the others singly. Taking them and writing the letters commit
 * together. What was read in the page meanwhile is left out unless it carries something, and so is what the person switched off.
 */
export async function sendHeldMail(
  db: Kysely<PlatformTables>,
  options: { readonly now: Date; readonly publicAddress: string },
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const persons: string[] = await listPersonsDue(db, options.now, after, BATCH)
    for (const personId of persons) await db.transaction().execute(async (tx) => sendTo(tx, personId, options))
    if (persons.length < BATCH) return
    after = persons.at(-1) ?? null
  }
}

async function sendTo(
  db: Parameters<typeof takeDueMail>[0],
  personId: string,
  { now, publicAddress }: { readonly now: Date; readonly publicAddress: string },
): Promise<void> {
  const due = await takeDueMail(db, personId, now)
  const [person] = await listReceivers(db, [personId])
  const setting = (await findSettings(db, [personId])).get(personId)
  if (!person) return
  const wanted = due.filter(
    ({ isRead, enclosures, group }) => setting?.mail[group] !== 'off' && (!isRead || Object.keys(enclosures).length > 0),
  )
  const write = async (mails: readonly HeldMail[], key: string) => {
    const letter = composeLetter(
      mails.map(({ texts, link }) => ({ ...texts[person.language], link })),
      person,
      publicAddress,
    )
    const attachments = mails.flatMap(({ enclosures }) => enclosures.attachments ?? [])
    const calendar = mails.length === 1 ? mails[0]?.enclosures.calendar : undefined
    await sendMail(db, { ...letter, ...(calendar && { calendar }), attachments, to: person.email, language: person.language, key })
  }
  // Mail programs act on one calendar part a letter.
  const [singles, digest] = [wanted.filter(isSingle), wanted.filter((mail) => !isSingle(mail))]
  for (const mail of singles) await write([mail], `notice ${mail.noticeId}`)
  const [first] = digest
  if (first) await write(digest, `digest ${first.noticeId}`)
}

function isSingle({ isDigest, enclosures }: HeldMail): boolean {
  return !isDigest || enclosures.calendar !== undefined
}
