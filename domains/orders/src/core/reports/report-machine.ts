import type { ReportState } from './vocabulary.ts'

export type ReportAct = 'prepare' | 'check' | 'approve' | 'return' | 'discard' | 'issue' | 'replace' | 'withdraw'

type ReportTransition = { readonly from: readonly ReportState[]; readonly to: ReportState; readonly needsReason?: boolean }

/** Every way in which a report changes its state. `replace` is done by the issue of its successor and by nothing else. */
export const REPORT_TRANSITIONS: Readonly<Record<ReportAct, ReportTransition>> = {
  prepare: { from: ['draft'], to: 'prepared' },
  check: { from: ['prepared'], to: 'checked' },
  approve: { from: ['checked'], to: 'approved' },
  return: { from: ['prepared', 'checked', 'approved'], to: 'draft', needsReason: true },
  discard: { from: ['draft', 'prepared', 'checked', 'approved'], to: 'discarded' },
  issue: { from: ['approved'], to: 'issued' },
  replace: { from: ['issued'], to: 'replaced', needsReason: true },
  withdraw: { from: ['issued'], to: 'withdrawn', needsReason: true },
}

export const reportAllows = (state: ReportState, act: ReportAct): boolean => REPORT_TRANSITIONS[act].from.includes(state)

/** Who has signed a report so far. */
type Signers = { readonly preparedBy: string | null; readonly checkedBy: string | null }

/** Three different persons prepare, check and approve; true when `personId` may do this act. */
export function maySign(act: ReportAct, personId: string, { preparedBy, checkedBy }: Signers): boolean {
  if (act === 'check') return personId !== preparedBy
  if (act === 'approve') return personId !== preparedBy && personId !== checkedBy
  return true
}
