import type { DomainModule } from '@jiju/platform/module'
import { mergeHandlers } from '@jiju/platform/outbox/outbox'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import type { OrdersDeps } from './needs.ts'
import { ORDER_NOTICES, orderTeller } from './notices/tell-of-order.ts'
import { ORDER_SCHEDULES, orderJobs } from './order/sweep-orders.ts'
import { ORDER_PUBLIC_EVENTS } from './public-events.ts'
import { formRoutes } from './routes/form-routes.ts'
import { orderRoutes } from './routes/order-routes.ts'
import { spendingRoutes } from './routes/spending-routes.ts'
import { voucherOfficeRoutes } from './routes/voucher-office-routes.ts'
import { voucherProgrammeRoutes } from './routes/voucher-programme-routes.ts'
import { voucherRoutes } from './routes/voucher-routes.ts'
import { PURCHASE_NOTICES, purchaseEvents } from './spending/tell-approvers.ts'

/** Orders: from the question to the settled bill, one number and one state machine. */
export function ordersModule(deps: OrdersDeps): DomainModule {
  return {
    name: 'orders',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await orderRoutes(scope, deps)
      await formRoutes(scope, deps)
      await spendingRoutes(scope, deps)
      await voucherRoutes(scope, deps)
      await voucherProgrammeRoutes(scope, deps)
      await voucherOfficeRoutes(scope, deps)
    },
    events: mergeHandlers({ 'orders.order_changed': { 'orders.tell': orderTeller(deps) } }, purchaseEvents(deps)),
    jobs: { ...orderJobs(deps) },
    schedules: [...ORDER_SCHEDULES],
    notices: { ...ORDER_NOTICES, ...PURCHASE_NOTICES },
    publicEvents: { ...ORDER_PUBLIC_EVENTS },
  }
}
