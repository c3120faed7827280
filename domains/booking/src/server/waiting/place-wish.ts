import { newId, readableNumber } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { PlaceWish } from '../../contract/waiting.ts'
import { findCompanionProblems } from '../../core/bundles/companions.ts'
import { customerClassOf } from '../../core/customer-class.ts'
import { findWishProblems, MAX_OPEN_WISHES } from '../../core/waiting/wish.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING } from '../problems.ts'
import { findCustomer } from '../sql/customers.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { countOpenWishes, findWish, insertWish, type WishRow } from '../sql/waiting.ts'

type Wisher = { readonly organisationId: string; readonly userId: string }

/** Puts a wish on the list of every resource that would do. Refuses what no slot could ever meet. */
export async function placeWish(tx: Db<BookingTables>, command: Command, body: PlaceWish, by: Wisher): Promise<WishRow> {
  const { now } = command
  const resourceIds = [...new Set(body.resourceIds)]
  const found = (await listResourceFacts(tx, resourceIds)).filter(({ isPublished }) => isPublished)
  const [first] = found
  if (!first || found.length < resourceIds.length) throw new Refusal(RESOURCE_MISSING)
  const customer = await findCustomer(tx, by.organisationId)
  const problems: Problem[] = []
  const choices = found.flatMap((facts) => {
    problems.push(...problemsAt(facts, body, now))
    const decided = customer
      ? customerClassOf(customer, { providerId: facts.providerId, district: facts.providerDistrict })
      : { problem: RESOURCE_MISSING }
    if ('customerClass' in decided)
      return [{ resourceId: facts.resourceId, providerId: facts.providerId, customerClass: decided.customerClass }]
    problems.push(decided.problem)
    return []
  })
  if ((await countOpenWishes(tx, by.userId)) >= MAX_OPEN_WISHES)
    problems.push({ code: 'booking.too_many_wishes', kind: 'refused', params: { maxWishes: MAX_OPEN_WISHES } })
  if (problems.length > 0) throw new Refusal(...new Map(problems.map((problem) => [problem.code, problem])).values())

  const id = newId(now.getTime())
  const wish = {
    id,
    number: readableNumber('WL', localDayOf(now, first.site.zone), id),
    organisation_id: by.organisationId,
    booker_id: by.userId,
    from_day: body.fromDay,
    until_day: body.untilDay,
    weekdays: [...new Set(body.weekdays)].sort(),
    from_minute: body.fromMinute,
    until_minute: body.untilMinute,
    minutes: body.minutes,
    operation: body.operation ?? null,
    project: body.project ?? null,
    created_at: now,
  }
  await insertWish(tx, wish, choices)
  await command.audit({ action: 'booking.wish.place', subjectType: 'waiting_wish', subjectId: id, detail: { resourceIds } })
  for (const resourceId of resourceIds) await command.publish('booking.wish_placed', { resourceId })
  const placed = await findWish(tx, id, by.userId)
  if (!placed) throw new Error(`wish ${id} vanished while it was placed`)
  return placed
}

function problemsAt(facts: ResourceFacts, body: PlaceWish, now: Date): Problem[] {
  const { rules, site } = facts
  const problems = findWishProblems(body, rules, localDayOf(now, site.zone))
  if (!rules.isAccepting) problems.push({ code: 'booking.resource_closed', kind: 'refused' })
  problems.push(...findCompanionProblems(facts.companions, []))
  if (body.operation && !rules.operations.includes(body.operation))
    problems.push({
      code: body.operation === 'self_service' ? 'booking.operator_only' : 'booking.self_service_only',
      kind: 'refused',
      field: '/operation',
    })
  return problems
}
