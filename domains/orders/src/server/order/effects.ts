import type { Act } from '../../core/order/machine.ts'
import { dropAmendments, openTerms } from '../agreement/order-effects.ts'
import { closeDispute, openDispute } from '../disputes/open-dispute.ts'
import { finishAward, reopenEnquiry } from '../enquiries/end-award.ts'
import { agreeTerms } from '../money/agree-terms.ts'
import { chargeApproved, chargeCancelled, releaseEnded } from '../money/charge-order.ts'
import { discardReports } from '../reports/report-guards.ts'
import { askForSamples, forgetUnsent, startRetention, stopRetention } from '../samples/sample-effects.ts'
import { startApproval } from '../spending/start-approval.ts'
import { adjustToAmendment } from '../vouchers/adjust-voucher.ts'
import { freeVoucher } from '../vouchers/free-voucher.ts'
import { reserveVoucher } from '../vouchers/reserve-voucher.ts'
import { giveUpTasks, openRetests, openTasks } from '../work/open-tasks.ts'
import type { Effect } from './order-act.ts'

export const EFFECTS: Readonly<Partial<Record<Act, readonly Effect[]>>> = {
  // Vouchers come before money: what a programme pays is not held of the client.
  place: [openTerms, reserveVoucher],
  conclude: [openTerms, reserveVoucher, askForSamples, agreeTerms],
  submit: [openTerms, reserveVoucher, startApproval],
  conclude_purchase: [finishAward, askForSamples, agreeTerms],
  // After the amendment has changed the items.
  amend: [adjustToAmendment, openTasks],
  receive: [openTasks],
  begin: [openTasks],
  resume: [openTasks],
  decline: [freeVoucher, forgetUnsent, releaseEnded],
  withdraw: [reopenEnquiry, freeVoucher, forgetUnsent, releaseEnded],
  refuse_purchase: [reopenEnquiry, freeVoucher, forgetUnsent, releaseEnded],
  lapse: [reopenEnquiry, freeVoucher, forgetUnsent, releaseEnded],
  cancel: [dropAmendments, freeVoucher, forgetUnsent, startRetention, giveUpTasks, discardReports, chargeCancelled],
  rule_refund: [dropAmendments, freeVoucher, startRetention, giveUpTasks, closeDispute, discardReports, chargeCancelled],
  accept: [askForSamples, agreeTerms],
  take: [openTerms, reserveVoucher, askForSamples, agreeTerms],
  issue: [startRetention],
  agree_retest: [stopRetention, openRetests],
  rule_redo: [stopRetention, openRetests, closeDispute],
  object: [openDispute],
  rule_pay: [closeDispute, chargeApproved],
  settle_dispute: [closeDispute, chargeApproved],
  approve: [chargeApproved],
}
