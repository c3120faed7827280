/** The place of an enterprise in one edition of a list. */
export type Place = { readonly tier: number | null; readonly stage: string | null; readonly rank: number; readonly score: string }

type Shift = { readonly enterpriseId: string; readonly name: string; readonly from: Place | null; readonly to: Place | null }

type Entry = Place & { readonly enterpriseId: string; readonly name: string }

/** Who came, went, or stands otherwise in the newer edition of a list; in the order of the newer, those who went last. */
export function compareEditions(before: readonly Entry[], after: readonly Entry[]): Shift[] {
  const former = new Map(before.map((entry) => [entry.enterpriseId, entry]))
  const stays = new Set(after.map(({ enterpriseId }) => enterpriseId))
  const shifts = after.map((entry): Shift => {
    const from = former.get(entry.enterpriseId)
    return { enterpriseId: entry.enterpriseId, name: entry.name, from: from ? placeOf(from) : null, to: placeOf(entry) }
  })
  const gone = before
    .filter(({ enterpriseId }) => !stays.has(enterpriseId))
    .map((entry): Shift => ({ enterpriseId: entry.enterpriseId, name: entry.name, from: placeOf(entry), to: null }))
  return [...shifts, ...gone].filter(({ from, to }) => !(from && to && isSame(from, to)))
}

const placeOf = ({ tier, stage, rank, score }: Entry): Place => ({ tier, stage, rank, score })

const isSame = (a: Place, b: Place) => a.tier === b.tier && a.stage === b.stage && a.rank === b.rank && a.score === b.score
