import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { measureRobustness, type Robustness, type RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'
import { placesText } from '../../core/engine/robustness/places-text.ts'
import { runModel } from '../../core/engine/run-model.ts'
import type { NewInterval } from '../sql/robustness.ts'
import { type Hashed, hashPieces, jsonLists } from './written.ts'

type PlacesToMeasure = {
  readonly number: string
  readonly model: Model
  readonly table: FactTable
  readonly asOf: string
  readonly settings: RobustnessSettings
}

/** What measuring leaves: a text of all with its hash, and the intervals of enterprises as JSON lists of a few thousand rows each. */
export type MeasuredPlaces = Pick<Robustness, 'leaveOneOut' | 'sensitivity'> & {
  readonly file: Hashed
  readonly intervals: readonly string[]
}

/** How far the places of a run hang on choices of weight and method; yields the part done (0–1). */
export function* measurePlaces({ number, model, table, asOf, settings }: PlacesToMeasure): Generator<number, MeasuredPlaces, void> {
  const measured = yield* measureRobustness({ model, table, asOf, scores: runModel(model, table, asOf).scores }, settings)
  const { leaveOneOut, sensitivity } = measured
  return {
    leaveOneOut,
    sensitivity,
    file: hashPieces([placesText({ run: number, settings }, table.ids, measured)]),
    intervals: jsonLists(intervalsOf(table.ids, measured)),
  }
}

function intervalsOf(ids: readonly string[], { intervals: { all, stage } }: Robustness): NewInterval[] {
  return ids.flatMap((creditCode, row) =>
    Number.isNaN(all.best[row])
      ? []
      : [
          {
            creditCode,
            allLow: Math.floor(all.best[row] as number),
            allHigh: Math.ceil(all.worst[row] as number),
            stageLow: Math.floor(stage.best[row] as number),
            stageHigh: Math.ceil(stage.worst[row] as number),
          },
        ],
  )
}
