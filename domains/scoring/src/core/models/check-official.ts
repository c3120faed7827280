import { checkModel, type Mistake } from '../engine/check-model.ts'

/**
 * Everything that keeps a value from being a model of the district: what the engine refuses, and half places. The engine ranks ties by their
 * mean where a statistic wants it; a published list, a certificate and a cut-off have whole places.
 */
export function checkOfficialModel(value: unknown): Mistake[] {
  const hasHalfPlaces = typeof value === 'object' && value !== null && 'ties' in value && value.ties === 'mean'
  const half: Mistake = { path: '/ties', code: 'scoring.model_half_places', params: {}, isWarning: false }
  return hasHalfPlaces ? [...checkModel(value), half] : checkModel(value)
}
