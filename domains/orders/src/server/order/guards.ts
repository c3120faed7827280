import type { Act } from '../../core/order/machine.ts'
import { agreementIsAccepted } from '../agreement/agreement-guard.ts'
import { depositGuard } from '../money/hold.ts'
import { settledGuard } from '../money/settled-guard.ts'
import { fullReportApproved, partReportApproved, reportInForce } from '../reports/report-guards.ts'
import { deviationsAreDecided, samplesAreIn } from '../samples/sample-guards.ts'
import { guardFinish, guardStudyReport } from '../work/finish-guard.ts'
import type { Guard } from './order-act.ts'

export const GUARDS: Readonly<Partial<Record<Act, readonly Guard[]>>> = {
  receive: [agreementIsAccepted, samplesAreIn],
  begin: [agreementIsAccepted, samplesAreIn, depositGuard],
  finish: [deviationsAreDecided, guardFinish],
  approve: [reportInForce],
  deliver_part: [partReportApproved],
  issue: [fullReportApproved, guardStudyReport],
  settle: [settledGuard],
}
