import { fitOfSummary } from '@jiju/scoring/core/engine/cohort-summary'
import type { FactSpread } from '@jiju/scoring/core/engine/fact-spread'
import type { FactRef, Model } from '@jiju/scoring/core/engine/model'
import { type Change, strongestChanges } from '@jiju/scoring/core/engine/strongest-changes'
import { type Facts, scoreOne, type WhatIf, whatIf } from '@jiju/scoring/core/engine/what-if'
import type { Ground } from './calls.ts'

export type Slider = {
  readonly fact: FactRef
  readonly from: number | null
  readonly low: number
  readonly high: number
  readonly step: number
  /** What bringing it to the next mark of the peers would gain. */
  readonly suggestion: Change | null
}

export type Trial = {
  readonly sliders: readonly Slider[]
  readonly of: (changes: Facts) => WhatIf
}

const MOST_SLIDERS = 4

/** The engine in the browser, over what anyone may know of the peers. Null where only the server can say (outranking). */
export function openTrial(model: Model, { own, summary, asOf, shownSteps }: Ground): Trial | null {
  const fit = fitOfSummary(model, summary)
  if (!fit) return null
  const frozen = { model, fit, asOf }
  const stage = scoreOne(frozen, own).scores.stage[0] as number
  const spreads = summary.cohorts[model.cohort === 'stage' ? stage : 0]?.facts ?? {}
  const sliders = strongestChanges(frozen, own, spreads)
    .slice(0, MOST_SLIDERS)
    .flatMap((suggestion) => {
      const spread = spreads[suggestion.fact]
      return spread ? [sliderOf(suggestion, spread)] : []
    })
  return { sliders, of: (changes) => whatIf(frozen, own, { changes, board: summary.board, shown: shownSteps }) }
}

/** From the lower of the peers' tenth and one's own value to beyond the best tenth. */
function sliderOf(suggestion: Change, { tenth, ninetieth, isWhole }: FactSpread): Slider {
  const { fact, from, to } = suggestion
  const high = niceAbove(Math.max(ninetieth, to * 1.2, (from ?? 0) * 1.5), isWhole)
  const low = Math.min(0, Math.floor(tenth), Math.floor(from ?? 0))
  const step = isWhole ? 1 : 10 ** (Math.floor(Math.log10(Math.max(high - low, 1e-6))) - 2)
  return { fact, from, low, high, step, suggestion }
}

function niceAbove(value: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  const nice = ([1, 1.5, 2, 3, 5, 10].find((factor) => factor * power >= value) ?? 10) * power
  return isWhole ? Math.max(2, Math.ceil(nice)) : nice
}
