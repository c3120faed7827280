import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { bookableWindow, findFreeStarts } from '../../core/free-slots.ts'
import { takenByUnit } from '../../core/units.ts'
import type { BookingTables } from '../needs.ts'
import { listTaken } from '../sql/busy.ts'
import { listResourceFacts, type ResourceFacts } from '../sql/resource-facts.ts'
import { type BundleWish, planBundle } from './plan-bundle.ts'

type TimesWish = Omit<BundleWish, 'during'> & {
  readonly from: Date
  readonly until: Date
  readonly minutes: number
  readonly limit: number
}

const MAX_STARTS = 2_000
// Starts that were free but whose plan fails, for a limit or two parts that want one resource.
const SPARE_PLANS = 30

type BundleTime = { readonly start: Date; readonly end: Date; readonly resourceIds: readonly string[]; readonly totalFen: bigint }

/** Times at which every part can be had, earliest first, or cheapest first when that is asked for. */
export async function findBundleTimes(db: Db<BookingTables>, wish: TimesWish): Promise<BundleTime[]> {
  const ids = [...new Set(wish.parts.flatMap(({ resourceIds }) => resourceIds))]
  const startsOf = new Map<string, ReadonlySet<number>>()
  for (const facts of await listResourceFacts(db, ids)) startsOf.set(facts.resourceId, new Set(await freeStarts(db, facts, wish)))
  const byPart = wish.parts.map(({ resourceIds }) => new Set(resourceIds.flatMap((id) => [...(startsOf.get(id) ?? [])])))
  const common = [...(byPart[0] ?? [])].filter((start) => byPart.every((starts) => starts.has(start))).sort((a, b) => a - b)
  const found: BundleTime[] = []
  for (const start of common.slice(0, wish.limit + SPARE_PLANS)) {
    if (wish.choose === 'listed' && found.length === wish.limit) break
    const during = { start: new Date(start), end: new Date(start + wish.minutes * 60_000) }
    const plan = await planBundle(db, { ...wish, during })
    const chosen = plan.parts.flatMap((part) => part.chosen ?? [])
    if (plan.problems.length > 0 || chosen.length < wish.parts.length) continue
    const totalFen = chosen.reduce((sum, { draft }) => sum + (draft.price?.totalFen ?? 0n), 0n)
    found.push({ ...during, resourceIds: chosen.map(({ facts }) => facts.resourceId), totalFen })
  }
  if (wish.choose === 'cheapest') found.sort((a, b) => (a.totalFen < b.totalFen ? -1 : a.totalFen > b.totalFen ? 1 : 0))
  return found.slice(0, wish.limit)
}

async function freeStarts(db: Db<BookingTables>, facts: ResourceFacts, wish: TimesWish): Promise<number[]> {
  const { rules, site } = facts
  const { minutes } = wish
  if (!rules.isAccepting || minutes < rules.minMinutes || minutes > rules.maxMinutes || minutes % rules.stepMinutes !== 0) return []
  const window = bookableWindow(rules, site.zone, wish.now)
  const from = Math.max(wish.from.getTime(), window.earliest.getTime())
  const until = Math.min(wish.until.getTime(), window.until.getTime())
  if (from >= until) return []
  const reach = (minutes + rules.bufferBeforeMinutes + rules.bufferAfterMinutes) * 60_000
  const rows = await listTaken(db, facts.resourceId, {
    from: new Date(from - reach),
    until: new Date(until + reach),
    now: wish.now,
    except: wish.givingBack,
  })
  const taken = takenByUnit(rows, rules.capacity)
  return findFreeStarts({ site, rules, taken, minutes, from, firstDay: localDayOf(new Date(from), site.zone), until }, MAX_STARTS)
}
