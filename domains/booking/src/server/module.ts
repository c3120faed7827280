import type { DomainModule } from '@jiju/platform/module'
import { PROBLEM_TEXTS } from '../contract/problem-texts.ts'
import { bookingEvents } from './events.ts'
import { BOOKING_SCHEDULES, bookingJobs } from './jobs.ts'
import type { BookingDeps } from './needs.ts'
import { BOOKING_NOTICES } from './notices/kinds.ts'
import { OUTAGE_NOTICES } from './notices/outage-kinds.ts'
import { PLAN_NOTICES } from './notices/plan-kinds.ts'
import { QUALIFICATION_NOTICES } from './notices/qualification-kinds.ts'
import { USE_NOTICES } from './notices/use-kinds.ts'
import { BOOKING_PUBLIC_EVENTS } from './public-events.ts'
import { addressRoutes } from './routes/address-routes.ts'
import { assessmentRoutes } from './routes/assessment-routes.ts'
import { assessmentStatementRoutes } from './routes/assessment-statement-routes.ts'
import { availabilityRoutes } from './routes/availability-routes.ts'
import { bundleRoutes } from './routes/bundle-routes.ts'
import { calendarRoutes } from './routes/calendar-routes.ts'
import { calibrationRoutes } from './routes/calibration-routes.ts'
import { chargeListRoutes } from './routes/charge-list-routes.ts'
import { chargeRoutes } from './routes/charge-routes.ts'
import { companionRoutes } from './routes/companion-routes.ts'
import { demandRoutes } from './routes/demand-routes.ts'
import { displacementRoutes } from './routes/displacement-routes.ts'
import { districtAssessmentRoutes } from './routes/district-assessment-routes.ts'
import { faultRoutes } from './routes/fault-routes.ts'
import { groupRoutes } from './routes/group-routes.ts'
import { moveRequestRoutes } from './routes/move-request-routes.ts'
import { noShowRoutes } from './routes/no-show-routes.ts'
import { outageRoutes } from './routes/outage-routes.ts'
import { ownFeedRoutes } from './routes/own-feed-routes.ts'
import { passportRoutes } from './routes/passport-routes.ts'
import { publicFeedRoutes } from './routes/public-feed-routes.ts'
import { qualificationRoutes } from './routes/qualification-routes.ts'
import { quoteRoutes } from './routes/quote-routes.ts'
import { requestRoutes } from './routes/request-routes.ts'
import { reservationRoutes } from './routes/reservation-routes.ts'
import { sampleQueueRoutes } from './routes/sample-queue-routes.ts'
import { sampleRoutes } from './routes/sample-routes.ts'
import { seriesRoutes } from './routes/series-routes.ts'
import { tariffRoutes } from './routes/tariff-routes.ts'
import { testRoutes } from './routes/test-routes.ts'
import { trainingRoutes } from './routes/training-routes.ts'
import { useDeskRoutes } from './routes/use-desk-routes.ts'
import { useRoutes } from './routes/use-routes.ts'
import { waitingRoutes } from './routes/waiting-routes.ts'
import { CHARGE_PUBLIC_EVENTS } from './use/use-public-events.ts'

/** Calendars and reservations: one slot is sold once. */
export function bookingModule(deps: BookingDeps): DomainModule {
  return {
    name: 'booking',
    problems: PROBLEM_TEXTS,
    routes: async (scope) => {
      await availabilityRoutes(scope, deps)
      await calendarRoutes(scope, deps)
      await outageRoutes(scope, deps)
      await displacementRoutes(scope, deps)
      await faultRoutes(scope, deps)
      await calibrationRoutes(scope, deps)
      await quoteRoutes(scope, deps)
      await reservationRoutes(scope, deps)
      await seriesRoutes(scope, deps)
      await bundleRoutes(scope, deps)
      await groupRoutes(scope, deps)
      await companionRoutes(scope, deps)
      await waitingRoutes(scope, deps)
      await demandRoutes(scope, deps)
      await requestRoutes(scope, deps)
      await moveRequestRoutes(scope, deps)
      await sampleQueueRoutes(scope, deps)
      await sampleRoutes(scope, deps)
      await noShowRoutes(scope, deps)
      await tariffRoutes(scope, deps)
      await useRoutes(scope, deps)
      await useDeskRoutes(scope, deps)
      await chargeRoutes(scope, deps)
      await chargeListRoutes(scope, deps)
      await assessmentRoutes(scope, deps)
      await assessmentStatementRoutes(scope, deps)
      await districtAssessmentRoutes(scope, deps)
      await ownFeedRoutes(scope, deps)
      await addressRoutes(scope, deps)
      await publicFeedRoutes(scope, deps)
      await qualificationRoutes(scope, deps)
      await trainingRoutes(scope, deps)
      await testRoutes(scope, deps)
      await passportRoutes(scope, deps)
    },
    events: bookingEvents(deps),
    jobs: bookingJobs(deps),
    schedules: BOOKING_SCHEDULES,
    notices: { ...BOOKING_NOTICES, ...OUTAGE_NOTICES, ...PLAN_NOTICES, ...QUALIFICATION_NOTICES, ...USE_NOTICES },
    publicEvents: { ...BOOKING_PUBLIC_EVENTS, ...CHARGE_PUBLIC_EVENTS },
  }
}
