import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { TimeRange } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import { type Choice, chooseResources, type Preference } from '../../core/bundles/choose.ts'
import { takenByUnit } from '../../core/units.ts'
import type { Operation } from '../../core/vocabulary.ts'
import { type Draft, draftReservation } from '../draft-reservation.ts'
import type { BookingTables } from '../needs.ts'
import { RESOURCE_MISSING, SLOT_TAKEN } from '../problems.ts'
import { listTaken } from '../sql/busy.ts'
import { findCustomer } from '../sql/customers.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { previewVerdict, type Verdict } from '../standing/judge-booking.ts'

export type BundleWish = {
  readonly during: TimeRange
  readonly parts: readonly { readonly resourceIds: readonly string[]; readonly operation: Operation | undefined }[]
  readonly choose: Preference
  readonly customerId: string
  readonly actorOrganisationId: string | null
  readonly bookerId: string
  /** Reservations that are given back first: they stand against nothing. */
  readonly givingBack?: readonly string[] | undefined
  readonly now: Date
}

/** One resource that could take a place in the bundle. */
export type Candidate = {
  readonly facts: ResourceFacts
  readonly draft: Draft
  readonly request: Verdict['request']
  readonly problems: readonly Problem[]
}

export type BundlePlan = {
  readonly parts: readonly { readonly candidates: readonly Candidate[]; readonly chosen: Candidate | undefined }[]
  /** The provider's one answer for all parts, due when the first is due. */
  readonly request: Verdict['request']
  readonly problems: readonly Problem[]
}

/** Who could take each place now, and who would. Companions that are needed count as met by what is chosen for the other places. */
export async function planBundle(db: Db<BookingTables>, wish: BundleWish): Promise<BundlePlan> {
  const ids = [...new Set(wish.parts.flatMap(({ resourceIds }) => resourceIds))]
  const known = new Map((await listResourceFacts(db, ids)).map((facts) => [facts.resourceId, facts]))
  if (known.size < ids.length) throw new Refusal(RESOURCE_MISSING)
  const customer = await findCustomer(db, wish.customerId)
  const isFree = new Map<string, boolean>()
  const parts: Candidate[][] = []
  for (const [index, part] of wish.parts.entries()) {
    const others = wish.parts.filter((_, other) => other !== index).flatMap(({ resourceIds }) => resourceIds)
    const candidates: Candidate[] = []
    for (const resourceId of new Set(part.resourceIds)) {
      const facts = known.get(resourceId)
      if (!facts) continue
      const draft = draftReservation({ resource: facts, customer, bookerName: '' }, { ...wish, ...part, resourceId, beside: others })
      const verdict = draft.blocked.end > draft.blocked.start ? await previewVerdict(db, draft, wish) : undefined
      if (!isFree.has(resourceId)) isFree.set(resourceId, await isFreeAt(db, facts, draft.blocked, wish))
      const problems = [...draft.problems, ...(verdict?.problems ?? []), ...(isFree.get(resourceId) ? [] : [SLOT_TAKEN])]
      candidates.push({ facts, draft, request: verdict?.request ?? null, problems })
    }
    parts.push(candidates)
  }
  return decide(parts, wish.choose)
}

async function isFreeAt(db: Db<BookingTables>, facts: ResourceFacts, blocked: TimeRange, wish: BundleWish): Promise<boolean> {
  if (blocked.end <= blocked.start) return true
  const { now, givingBack: except } = wish
  const taken = await listTaken(db, facts.resourceId, { from: blocked.start, until: blocked.end, now, except })
  return takenByUnit(taken, facts.rules.capacity).some((unit) => unit.length === 0)
}

const NOT_TOGETHER: Problem = { code: 'booking.bundle_not_possible', kind: 'conflict' }
const ONE_PROVIDER: Problem = { code: 'booking.bundle_one_provider', kind: 'refused', field: '/parts' }

function decide(parts: readonly (readonly Candidate[])[], choose: Preference): BundlePlan {
  const possible = parts.map((candidates) =>
    candidates
      .filter(({ problems }) => problems.length === 0)
      .map((candidate): Choice => ({ resourceId: candidate.facts.resourceId, priceFen: candidate.draft.price?.totalFen ?? 0n })),
  )
  const chosen = chooseResources(possible, choose)?.map((choice, index) =>
    parts[index]?.find(({ facts }) => facts.resourceId === choice.resourceId),
  )
  const providers = new Set(parts.length > 1 ? parts.flat().map(({ facts }) => facts.providerId) : [])
  const problems = [...(providers.size > 1 ? [ONE_PROVIDER] : []), ...(chosen ? [] : [NOT_TOGETHER])]
  const requests = (chosen ?? []).flatMap((candidate) => candidate?.request ?? [])
  const request = requests.sort((a, b) => a.decideUntil.getTime() - b.decideUntil.getTime())[0] ?? null
  return { parts: parts.map((candidates, index) => ({ candidates, chosen: chosen?.[index] })), request, problems }
}
