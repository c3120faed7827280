import type { Verification } from '@jiju/orders/contract/verifications'

/** What a file is to a report: the very file, another edition of it, or none of them: then bytes were changed, or it is another file. */
export type Comparison = 'same' | 'replaced' | 'withdrawn' | 'other_edition' | 'changed'

export function compareFile(
  { sha256, state, editions }: Pick<Verification, 'sha256' | 'state' | 'editions'>,
  fileHash: string,
): Comparison {
  if (fileHash === sha256) return state === 'issued' ? 'same' : state
  const edition = editions.find((one) => one.sha256 === fileHash)
  if (!edition) return 'changed'
  return edition.state === 'issued' ? 'other_edition' : edition.state
}
