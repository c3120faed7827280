import type { Db } from '@jiju/platform/database/pool'
import type { ListShifts } from '../../contract/lists.ts'
import { stepsText } from '../../core/engine/rounding.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { openRun } from '../runs/open-run.ts'
import { moveBetween } from '../runs/worked-out.ts'
import { findEnterpriseName } from '../sql/enterprise-names.ts'
import { type ListRow, readEdition } from '../sql/lists.ts'
import { presentShifts, type SplitMovement } from './present-list.ts'

type Editions = {
  readonly before: NonNullable<Awaited<ReturnType<typeof readEdition>>> | null
  readonly now: NonNullable<Awaited<ReturnType<typeof readEdition>>>
}

/** What moved between the current edition and the one before, with the exact reasons of each change of a score. */
export async function readShifts(db: Db<ScoringTables>, needs: ScoringNeeds, list: ListRow): Promise<ListShifts> {
  const editions = await readEditions(db, list)
  const shifts = present(list, editions, () => null, true)
  const { before, now } = editions
  if (!before || before.runId === now.runId || shifts.items.length === 0) return shifts
  const [older, newer] = [await openRun(db, needs, before.runId), await openRun(db, needs, now.runId)]
  const movements = new Map<string, SplitMovement>()
  for (const { enterpriseId } of shifts.items) {
    const enterprise = await findEnterpriseName(db, enterpriseId)
    const movement = enterprise && (await moveBetween(db, older, newer, enterprise.credit_code))
    if (movement?.kind !== 'stayed' || movement.changedSteps === null) continue
    const { own, peers, method } = movement
    if (own.steps === null || peers.steps === null || method.steps === null) continue
    const text = (steps: number) => stepsText(steps, movement.decimals)
    movements.set(enterpriseId, {
      changed: text(movement.changedSteps),
      own: text(own.steps),
      peers: text(peers.steps),
      method: text(method.steps),
    })
  }
  return present(list, editions, (id) => movements.get(id) ?? null, true)
}

/** The same for everybody: places, scores where the list shows them, and nothing of what they were made of. */
export async function readPublicShifts(db: Db<ScoringTables>, list: ListRow): Promise<ListShifts> {
  return present(list, await readEditions(db, list), () => null, list.shows_scores)
}

async function readEditions(db: Db<ScoringTables>, list: ListRow): Promise<Editions> {
  const { corrects } = list
  const [before, now] = await Promise.all([
    corrects ? readEdition(db, corrects.id, corrects.edition) : readEdition(db, list.id, list.edition - 1),
    readEdition(db, list.id, list.edition),
  ])
  if (!now) throw new Error(`list ${list.number} has lost its edition`)
  if (corrects) return { before: before ?? null, now }
  // Editions of a draft are nobody's matter.
  const isSeen = before && (list.announced_at === null || now.madeAt > list.announced_at)
  return { before: isSeen ? before : null, now }
}

function present(list: ListRow, { before, now }: Editions, movement: (id: string) => SplitMovement, showsScores: boolean): ListShifts {
  const to = { edition: list.edition, listNumber: list.number, runNumber: now.runNumber, entries: now.entries }
  const edition = list.corrects?.edition ?? list.edition - 1
  const from = before && { edition, listNumber: list.corrects?.number ?? list.number, runNumber: before.runNumber, entries: before.entries }
  return presentShifts(from, to, { showsScores, movementOf: movement })
}
