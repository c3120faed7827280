import type { Certainty, Citation, Words } from '../engine/model.ts'
import presets from './presets.json' with { type: 'json' }

/** A part of a list: places counted from the best, or a share of those who have a score; the lower bound is not in it, the upper is. */
export type ListTier = { readonly code: string; readonly name: Words } & (
  | { readonly fromPercent: number; readonly toPercent: number }
  | { readonly fromPlace: number; readonly toPlace: number }
)

/** How a district has published lists, to start from. */
export type ListPreset = {
  readonly code: string
  readonly name: Words
  readonly certainty: Certainty
  readonly sources: readonly Citation[]
  /** The model that it was used with; any other serves as well. */
  readonly modelCode: string
  /** Tiers of every stage by itself, or of all together. */
  readonly scope: 'stage' | 'all'
  readonly noticeWorkingDays: number
  readonly tiers: readonly ListTier[]
}

export const LIST_PRESETS = presets as readonly ListPreset[]
