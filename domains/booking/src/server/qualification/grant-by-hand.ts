import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { GrantQualification } from '../../contract/qualifications.ts'
import { heldLevel } from '../../core/qualification/levels.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { isKnownPerson } from '../sql/qualification/matrix.ts'
import { findShared } from '../sql/qualification/passports.ts'
import type { QualificationRow } from '../sql/qualification/qualifications.ts'
import { grantQualifications } from './grant.ts'

const PERSON_MISSING: Problem = { code: 'booking.qualification_person_missing', kind: 'missing', field: '/personId' }
const NOT_SHARED: Problem = { code: 'booking.recognised_missing', kind: 'missing', field: '/recognisedId' }

/** The provider's word: with a reason of its own, or because another provider granted the level and the person shared that. */
export async function grantByHand(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: GrantQualification & { providerId: string; userId: string },
): Promise<QualificationRow[]> {
  const { personId, recognisedId, providerId } = wish
  if (!(await isKnownPerson(tx, providerId, personId))) throw new Refusal(PERSON_MISSING)
  const grant = { ...wish, by: wish.userId, reason: wish.reason ?? null }
  if (!recognisedId) return grantQualifications(tx, command, needs, { ...grant, ground: 'by_hand', groundId: null })

  const source = await findShared(tx, { id: recognisedId, providerId, personId })
  if (!source) throw new Refusal(NOT_SHARED)
  const held = { level: source.level, validFrom: source.valid_from, lapsesAt: source.lapses_at, isSuspended: source.suspended_at !== null }
  if (heldLevel([held], command.now) < wish.level)
    throw new Refusal({ code: 'booking.recognised_too_low', kind: 'refused', params: { level: source.level }, field: '/level' })
  const validUntil = wish.validUntil === undefined && source.valid_until ? source.valid_until : wish.validUntil
  return grantQualifications(tx, command, needs, { ...grant, validUntil, ground: 'recognition', groundId: source.id })
}
