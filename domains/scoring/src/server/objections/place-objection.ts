import { createHash, randomBytes } from 'node:crypto'
import { newId, readableNumber } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { verificationCode } from '@jiju/kernel/verification-code'
import { addWorkingDays } from '@jiju/kernel/working-days'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { PlaceObjection } from '../../contract/objections.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { LIST_MISSING } from '../lists/problems.ts'
import type { ScoringTables } from '../needs.ts'
import { ENTERPRISE_MISSING } from '../problems.ts'
import { findEnterpriseName } from '../sql/enterprise-names.ts'
import { findList } from '../sql/lists.ts'
import { countObjection, insertObjection } from '../sql/objections.ts'
import { findOrganisationName } from '../sql/organisations.ts'

type Placed = { readonly id: string; readonly number: string; readonly dueOn: string; readonly code: string | null }

/** The code of a citizen's objection as it is kept. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex')

/**
 * Takes an objection while the list is on notice and starts its clock. Members of an organisation object in its name; anybody else needs
 * a name and a contact, and gets a code. Refuses with `scoring.list_missing`, `scoring.notice_over`, `scoring.objector_unnamed` or
 * `scoring.enterprise_missing`.
 */
export async function placeObjection(
  tx: Db<ScoringTables>,
  command: Command,
  listId: string,
  wanted: PlaceObjection,
  actor: Actor | null,
): Promise<Placed> {
  const list = await findList(tx, listId)
  if (!list?.announced_at) throw new Refusal(LIST_MISSING)
  const enterpriseId = wanted.enterpriseId ?? null
  if (enterpriseId !== null && !(await findEnterpriseName(tx, enterpriseId)))
    throw new Refusal({ ...ENTERPRISE_MISSING, field: '/enterpriseId' })
  const organisationId = actor?.organisationId ?? null
  const problems: Problem[] = []
  if (organisationId === null && !wanted.objectorName)
    problems.push({ code: 'scoring.objector_unnamed', kind: 'invalid', field: '/objectorName' })
  if (organisationId === null && !wanted.contact)
    problems.push({ code: 'scoring.objector_unreachable', kind: 'invalid', field: '/contact' })
  if (problems.length > 0) throw new Refusal(...problems)

  const today = localDayOf(command.now, SCORING_ZONE)
  const counted = await countObjection(tx, listId, today)
  if (!counted) throw new Refusal({ code: 'scoring.notice_over', kind: 'refused', params: { contact: list.contact } })
  const id = newId(command.now.getTime())
  const code = organisationId === null ? verificationCode(randomBytes(10)) : null
  const placed = { id, number: readableNumber('OBJ', today, id), dueOn: addWorkingDays(today, counted.objection_days), code }
  await insertObjection(tx, {
    ...placed,
    listId,
    edition: counted.edition,
    enterpriseId,
    organisationId,
    personId: organisationId === null ? null : (actor?.userId ?? null),
    objectorName: organisationId === null ? (wanted.objectorName ?? '') : ((await findOrganisationName(tx, organisationId)) ?? ''),
    contact: organisationId === null ? (wanted.contact ?? null) : null,
    codeHash: code && hashOfCode(code),
    claim: wanted.claim,
    now: command.now,
  })
  await command.audit({
    action: 'scoring.objection.place',
    subjectType: 'scoring.objection',
    subjectId: id,
    detail: { number: placed.number, listId, enterpriseId },
  })
  await command.publish('scoring.objection_changed', {
    objectionId: id,
    listId,
    organisationId,
    number: placed.number,
    state: 'open',
    dueOn: placed.dueOn,
  })
  return placed
}
