import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { measureRobustness, type Robustness, type RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'
import { runModel } from '../../core/engine/run-model.ts'

type PlacesToMeasure = {
  readonly model: Model
  readonly table: FactTable
  readonly asOf: string
  readonly settings: RobustnessSettings
}

/** How far the places of a run hang on choices of weight and method. */
export function measurePlaces({ model, table, asOf, settings }: PlacesToMeasure): Generator<number, Robustness, void> {
  return measureRobustness({ model, table, asOf, scores: runModel(model, table, asOf).scores }, settings)
}
