/** How sure a model or a rule is, as the mark that facts have. */
export function certaintyOf(certainty: 'seen' | 'second_hand' | 'to_confirm'): 'verified' | 'secondary' | 'unconfirmed' {
  return certainty === 'seen' ? 'verified' : certainty === 'second_hand' ? 'secondary' : 'unconfirmed'
}
