import type { Problem } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Act } from '../../core/order/machine.ts'
import { depositGuard } from '../money/hold.ts'
import { settledGuard } from '../money/settled-guard.ts'
import type { OrdersTables } from '../needs.ts'
import { fullReportApproved, partReportApproved, reportInForce } from '../reports/report-guards.ts'
import { deviationsAreDecided, samplesAreIn } from '../samples/sample-guards.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { guardFinish, guardStudyReport } from '../work/finish-guard.ts'

/** What speaks against an act now, beyond the state; each topic adds its own. The order is locked while it is asked. */
export type Guard = (tx: Db<OrdersTables>, order: OrderRow, now: Date) => Promise<readonly Problem[]>

export const GUARDS: Readonly<Partial<Record<Act, readonly Guard[]>>> = {
  receive: [samplesAreIn],
  begin: [samplesAreIn, depositGuard],
  finish: [deviationsAreDecided, guardFinish],
  approve: [reportInForce],
  deliver_part: [partReportApproved],
  issue: [fullReportApproved, guardStudyReport],
  settle: [settledGuard],
}
