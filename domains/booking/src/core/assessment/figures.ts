import type { Fen } from '@jiju/kernel/money'

/**
 * What one instrument did in a period. Seconds are exact and no second counts twice: while several units run at once, or two records overlap,
 * it counts once, for outside when any of them is from outside.
 */
export type Figures = {
  /** Published instruments, and those of them that take bookings or samples. */
  readonly instruments: number
  readonly openInstruments: number
  /** Proved by the meter log: metered at both ends, or confirmed by a second person. */
  readonly effectiveSeconds: number
  /** The part of `effectiveSeconds` in which another organisation used the instrument. */
  readonly externalSeconds: number
  /** In the log but inferred, beside what is proved; not in `effectiveSeconds`. */
  readonly inferredSeconds: number
  /** Booked and over, but not in the log at all; not in `effectiveSeconds`. */
  readonly bookedOnlySeconds: number
  /** Proved seconds with every unit counted for itself: more than `effectiveSeconds` only where several units ran at once. */
  readonly unitSeconds: number
  /** In which the site was open. */
  readonly openSeconds: number
  /** Proved uses that ended in the period: a use that lies in two periods is one use, of the later. */
  readonly uses: number
  readonly externalUses: number
  /** Charges of proved uses that ended in the period and that were accepted, by word or by silence. */
  readonly insideFen: Fen
  readonly outsideFen: Fen
  /** Charges of the same period that are open, objected to, or of a use that is not proved. */
  readonly pendingFen: Fen
  readonly evaluations: number
  /** Sum over evaluations of their three marks. */
  readonly markSum: number
}

export const NO_FIGURES: Figures = {
  instruments: 0,
  openInstruments: 0,
  effectiveSeconds: 0,
  externalSeconds: 0,
  inferredSeconds: 0,
  bookedOnlySeconds: 0,
  unitSeconds: 0,
  openSeconds: 0,
  uses: 0,
  externalUses: 0,
  insideFen: 0n,
  outsideFen: 0n,
  pendingFen: 0n,
  evaluations: 0,
  markSum: 0,
}

/** Figures of several instruments together: a laboratory, an institution, a class, the district. */
export function addFigures(a: Figures, b: Figures): Figures {
  return {
    instruments: a.instruments + b.instruments,
    openInstruments: a.openInstruments + b.openInstruments,
    effectiveSeconds: a.effectiveSeconds + b.effectiveSeconds,
    externalSeconds: a.externalSeconds + b.externalSeconds,
    inferredSeconds: a.inferredSeconds + b.inferredSeconds,
    bookedOnlySeconds: a.bookedOnlySeconds + b.bookedOnlySeconds,
    unitSeconds: a.unitSeconds + b.unitSeconds,
    openSeconds: a.openSeconds + b.openSeconds,
    uses: a.uses + b.uses,
    externalUses: a.externalUses + b.externalUses,
    insideFen: a.insideFen + b.insideFen,
    outsideFen: a.outsideFen + b.outsideFen,
    pendingFen: a.pendingFen + b.pendingFen,
    evaluations: a.evaluations + b.evaluations,
    markSum: a.markSum + b.markSum,
  }
}

/** Rates are null when there is nothing to divide by: missing is not zero. */
type Rates = {
  /** 开放率: instruments that take bookings or samples ÷ published instruments. */
  readonly openingRate: number | null
  /** 共享率: external ÷ effective hours. */
  readonly sharingRate: number | null
  /** 利用率: effective hours ÷ reference hours of the instruments; above 1 when they run longer than the reference. */
  readonly utilisation: number | null
  /** Share of all known use that is proved. */
  readonly provedRate: number | null
  /** Mean of all marks, 1–5. */
  readonly mark: number | null
  /** Open hours without proved use. */
  readonly idleSeconds: number
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** `referenceHours` of one instrument over the period. Retired instruments keep their hours and need no reference of their own. */
export function ratesOf(figures: Figures, referenceHours: number): Rates {
  const known = figures.effectiveSeconds + figures.inferredSeconds + figures.bookedOnlySeconds
  return {
    openingRate: ratio(figures.openInstruments, figures.instruments),
    sharingRate: ratio(figures.externalSeconds, figures.effectiveSeconds),
    utilisation: ratio(figures.effectiveSeconds, figures.instruments * referenceHours * 3600),
    provedRate: ratio(figures.effectiveSeconds, known),
    mark: ratio(figures.markSum, figures.evaluations * 3),
    idleSeconds: Math.max(0, figures.openSeconds - figures.effectiveSeconds),
  }
}
