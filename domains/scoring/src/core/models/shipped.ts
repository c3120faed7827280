import type { Model } from '../engine/model.ts'
import changsha from './changsha-38.json' with { type: 'json' }
import longwan from './longwan-18.json' with { type: 'json' }
import national from './national-18.json' with { type: 'json' }

/** The models that come with the platform, for a district to adopt and change. Their weights are to be confirmed. */
export const SHIPPED_MODELS = [national, changsha, longwan] as unknown as readonly Model[]
