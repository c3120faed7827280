import type { Model } from '@jiju/scoring/core/engine/model'

/** A model's word for how sure it is, as the mark that pages show. */
export const certaintyOf = (certainty: Model['certainty']) =>
  certainty === 'seen' ? 'verified' : certainty === 'second_hand' ? 'secondary' : 'unconfirmed'
