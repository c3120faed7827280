import type { RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'

/** Fewer draws of more enterprises, so that a run of any size is measured in minutes. */
const MANY = 10_000

/** The settings that every run is measured with: weights by a tenth, three ways of normalising, two of putting together, 90 % of the draws. */
export function settingsFor(enterprises: number): RobustnessSettings {
  const isMany = enterprises > MANY
  return {
    seed: 20_260_101,
    draws: isMany ? 500 : 2000,
    holds: 0.9,
    noise: { kind: 'uniform', ratio: 0.1 },
    normalisations: ['model', 'percentile', 'min_max'],
    aggregations: ['model', 'arithmetic'],
    sobolBase: isMany ? 0 : 64,
  }
}
