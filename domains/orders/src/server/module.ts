import type { DomainModule } from '@jiju/platform/module'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import type { OrdersDeps } from './needs.ts'
import { orderRoutes } from './routes/order-routes.ts'

/** Orders: from the question to the settled bill, one number and one state machine. */
export function ordersModule(deps: OrdersDeps): DomainModule {
  return {
    name: 'orders',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await orderRoutes(scope, deps)
    },
    events: {},
    jobs: {},
    schedules: [],
    notices: {},
    publicEvents: {},
  }
}
