import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Passport, RecognitionRuleEntry, SharedPassport } from '../../contract/passports.ts'
import { groupBy } from '../../core/qualification/group-by.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { listPassed } from '../sql/qualification/attempts.ts'
import {
  deleteRecognitionRule,
  isVerifiedProvider,
  listRecognisable,
  listShares,
  revokeShare,
  type SharerRow,
  saveRecognitionRule,
  share,
} from '../sql/qualification/passports.ts'
import { listHoldings } from '../sql/qualification/qualifications.ts'
import { grantQualifications } from './grant.ts'
import { presentQualification } from './present-qualification.ts'

const PROVIDER_MISSING: Problem = { code: 'booking.passport_provider_missing', kind: 'missing', field: '/providerId' }
const SHARE_MISSING: Problem = { code: 'booking.passport_share_missing', kind: 'missing' }
const OWN_PROVIDER: Problem = { code: 'booking.recognition_of_itself', kind: 'refused', field: '/fromProviderId' }
const RULE_MISSING: Problem = { code: 'booking.recognition_rule_missing', kind: 'missing' }

export async function readPassport(db: Db<BookingTables>, personId: string, now: Date): Promise<Passport> {
  const holdings = await listHoldings(db, [personId])
  const shares = await listShares(db, personId)
  const passed = await listPassed(db, personId)
  return {
    items: holdings.map((row) => presentQualification(row, now)),
    shares: shares.map((row) => ({
      id: row.id,
      providerId: row.provider_id,
      providerName: row.provider_name,
      sharedAt: row.shared_at.toISOString(),
    })),
    tests: passed.map((row) => ({
      testId: row.test_id,
      title: row.title,
      providerName: row.provider_name,
      passedAt: row.passed_at.toISOString(),
    })),
  }
}

/** The person lets a provider read what others granted; what its rules recognise is granted at once. */
export async function sharePassport(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: { personId: string; personName: string; providerId: string },
): Promise<{ id: string; recognised: number }> {
  const { personId, providerId } = wish
  if (!(await isVerifiedProvider(tx, providerId))) throw new Refusal(PROVIDER_MISSING)
  const { id, isNew } = await share(tx, { personId, providerId, now: command.now })
  if (!isNew) return { id, recognised: 0 }
  await command.audit({
    action: 'booking.passport.share',
    subjectType: 'passport',
    subjectId: personId,
    detail: { shareId: id, providerId },
  })
  await needs.notify(tx, {
    kind: 'booking.passport_shared',
    to: { organisationId: providerId, roles: ['provider:lab_manager'] },
    params: { person: wish.personName },
    link: '/p/qualifications?tab=passports',
    key: `passport ${id}`,
  })
  return { id, recognised: await recognise(tx, command, needs, { providerId, personId }) }
}

/** Takes a share back; what was granted on its ground stays the provider's to decide. */
export async function revokePassport(tx: Db<BookingTables>, command: Command, wish: { id: string; personId: string }): Promise<void> {
  const providerId = await revokeShare(tx, wish.id, wish.personId, command.now)
  if (!providerId) throw new Refusal(SHARE_MISSING)
  await command.audit({
    action: 'booking.passport.revoke',
    subjectType: 'passport',
    subjectId: wish.personId,
    detail: { shareId: wish.id, providerId },
  })
}

/** The passports of those who share them, without what the reader granted itself. */
export async function readShared(
  db: Db<BookingTables>,
  sharers: readonly SharerRow[],
  providerId: string,
  now: Date,
): Promise<SharedPassport[]> {
  const holdings = groupBy(
    await listHoldings(
      db,
      sharers.map((sharer) => sharer.person_id),
      providerId,
    ),
    (row) => row.person_id,
  )
  return sharers.map((sharer) => ({
    shareId: sharer.id,
    personId: sharer.person_id,
    personName: sharer.person_name,
    organisationName: sharer.organisation_name,
    sharedAt: sharer.shared_at.toISOString(),
    items: (holdings.get(sharer.person_id) ?? []).map((row) => presentQualification(row, now)),
  }))
}

/** All levels of a provider on a class count here from now on, for everybody who shares a passport or will. */
export async function addRecognitionRule(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: RecognitionRuleEntry & { providerId: string; userId: string },
): Promise<string> {
  if (wish.fromProviderId === wish.providerId) throw new Refusal(OWN_PROVIDER)
  if (!(await isVerifiedProvider(tx, wish.fromProviderId))) throw new Refusal({ ...PROVIDER_MISSING, field: '/fromProviderId' })
  const id = await saveRecognitionRule(tx, { ...wish, by: wish.userId, now: command.now })
  const { fromProviderId, classCode, maxLevel } = wish
  await command.audit({
    action: 'booking.recognition.allow',
    subjectType: 'recognition_rule',
    subjectId: id,
    detail: { fromProviderId, classCode, maxLevel },
  })
  await recognise(tx, command, needs, { providerId: wish.providerId })
  return id
}

export async function removeRecognitionRule(
  tx: Db<BookingTables>,
  command: Command,
  wish: { id: string; providerId: string },
): Promise<void> {
  if (!(await deleteRecognitionRule(tx, wish.id, wish.providerId))) throw new Refusal(RULE_MISSING)
  await command.audit({ action: 'booking.recognition.end', subjectType: 'recognition_rule', subjectId: wish.id })
}

async function recognise(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  of: { providerId: string; personId?: string },
): Promise<number> {
  const found = await listRecognisable(tx, { ...of, now: command.now })
  for (const row of found)
    await grantQualifications(tx, command, needs, {
      providerId: of.providerId,
      personId: row.person_id,
      resourceIds: [row.resource_id],
      level: row.level,
      ground: 'recognition',
      groundId: row.source_id,
      reason: null,
      validUntil: row.valid_until ?? undefined,
      by: command.actor?.organisationId === of.providerId ? command.actor.userId : null,
    })
  return found.length
}
