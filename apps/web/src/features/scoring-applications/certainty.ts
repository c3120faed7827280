/** How sure a rule is, as facts are marked. */
export function certaintyOf(certainty: 'seen' | 'second_hand' | 'to_confirm'): 'verified' | 'secondary' | 'unconfirmed' {
  return certainty === 'seen' ? 'verified' : certainty === 'second_hand' ? 'secondary' : 'unconfirmed'
}
