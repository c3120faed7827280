import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { dayRange, localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { afterMonths, type Ground } from '../../core/qualification/levels.ts'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { grantLevel, listByIds, type QualificationRow } from '../sql/qualification/qualifications.ts'
import { listValidity } from '../sql/qualification/rules.ts'
import { reviewGround } from './review-ground.ts'

const REGION_ZONE = 'Asia/Shanghai'
export const RESOURCE_NOT_OWN: Problem = { code: 'booking.qualification_resource_missing', kind: 'missing', field: '/resourceIds' }
const DAY_PAST: Problem = { code: 'booking.qualification_day_past', kind: 'refused', field: '/validUntil' }

type Grant = {
  readonly providerId: string
  readonly personId: string
  readonly resourceIds: readonly string[]
  readonly level: number
  readonly ground: Ground
  readonly groundId: string | null
  readonly reason: string | null
  /** A last day or the very end; null is without end; undefined goes by `months`, then by each instrument's rule. */
  readonly validUntil?: string | Date | null | undefined
  readonly months?: number | null | undefined
  readonly by: string | null
}

/** The end of a last day in the region. */
function endOf(until: string | Date | null, now: Date): Date | null {
  if (until === null || until instanceof Date) return until
  if (until < localDayOf(now, REGION_ZONE)) throw new Refusal(DAY_PAST)
  return dayRange(until, REGION_ZONE).end
}

/** Gives one level on several instruments of the provider in one act, tells the person, and lets go of losses that it makes good. */
export async function grantQualifications(
  tx: Db<BookingTables>,
  command: Pick<Command, 'now' | 'audit' | 'publish'>,
  needs: Pick<BookingNeeds, 'notify'>,
  grant: Grant,
): Promise<QualificationRow[]> {
  const { now } = command
  const validity = await listValidity(tx, grant.providerId, grant.resourceIds)
  if (validity.size !== new Set(grant.resourceIds).size) throw new Refusal(RESOURCE_NOT_OWN)
  const ids: string[] = []
  for (const [resourceId, ruleMonths] of validity) {
    const months = grant.months ?? ruleMonths
    const byRule = months === null ? null : afterMonths(now, months)
    const validUntil = grant.validUntil === undefined ? byRule : endOf(grant.validUntil, now)
    const id = await grantLevel(tx, { ...grant, id: newId(now.getTime()), resourceId, validUntil, now })
    if (!id) continue
    ids.push(id)
    const detail = {
      resourceId,
      personId: grant.personId,
      level: grant.level,
      ground: grant.ground,
      ...(grant.groundId && { groundId: grant.groundId }),
      ...(validUntil && { validUntil: validUntil.toISOString() }),
      ...(grant.reason && { reason: grant.reason }),
    }
    await command.audit({ action: 'booking.qualification.grant', subjectType: 'qualification', subjectId: id, detail })
    await reviewGround(tx, needs, now, { resourceId, personId: grant.personId })
  }
  const rows = await listByIds(tx, ids)
  if (rows.length > 0) await tellPerson(tx, needs, rows, now)
  return rows
}

async function tellPerson(
  tx: Db<BookingTables>,
  needs: Pick<BookingNeeds, 'notify'>,
  rows: readonly QualificationRow[],
  now: Date,
): Promise<void> {
  const [first] = rows
  if (!first) return
  await needs.notify(tx, {
    kind: 'booking.qualification_granted',
    to: [first.person_id],
    params: {
      provider: first.provider_name,
      level: first.level,
      resources: {
        zh: rows.map((row) => row.resource_name),
        en: rows.map((row) => row.resource_name_en || row.resource_name),
      },
    },
    link: '/account/passport',
    key: `qualification ${first.id} ${now.toISOString()}`,
  })
}
