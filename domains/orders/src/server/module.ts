import type { DomainModule } from '@jiju/platform/module'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import type { OrdersDeps } from './needs.ts'
import { ORDER_NOTICES, orderTeller } from './notices/tell-of-order.ts'
import { ORDER_SCHEDULES, orderJobs } from './order/sweep-orders.ts'
import { ORDER_PUBLIC_EVENTS } from './public-events.ts'
import { orderRoutes } from './routes/order-routes.ts'

/** Orders: from the question to the settled bill, one number and one state machine. */
export function ordersModule(deps: OrdersDeps): DomainModule {
  return {
    name: 'orders',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await orderRoutes(scope, deps)
    },
    events: { 'orders.order_changed': { 'orders.tell': orderTeller(deps) } },
    jobs: { ...orderJobs(deps) },
    schedules: [...ORDER_SCHEDULES],
    notices: { ...ORDER_NOTICES },
    publicEvents: { ...ORDER_PUBLIC_EVENTS },
  }
}
