import type { DomainModule } from '@jiju/platform/module'
import problems from '../contract/problems.json' with { type: 'json' }
import type { PeopleDeps } from './deps.ts'
import { PEOPLE_NOTICES } from './notice-kinds.ts'
import { PEOPLE_PUBLIC_EVENTS } from './public-events.ts'
import { answerResetRequest, RESET_REQUESTED } from './reset-password.ts'
import { consentRoutes } from './routes/consents.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { meRoutes } from './routes/me.ts'
import { memberRoutes } from './routes/members.ts'
import { operatorRoutes } from './routes/operator.ts'
import { organisationRoutes } from './routes/organisations.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { deleteStale } from './sql/sessions.ts'

export { accessControl } from './access-control.ts'

/** Persons, organisations, memberships, consents, and signing in. */
export function peopleModule(deps: PeopleDeps): DomainModule {
  return {
    name: 'people',
    problems,
    routes: async (scope) => {
      await signInRoutes(scope, deps)
      await meRoutes(scope, deps)
      await secondFactorRoutes(scope, deps)
      await organisationRoutes(scope, deps)
      await memberRoutes(scope, deps)
      await invitationRoutes(scope, deps)
      await consentRoutes(scope, deps)
      await operatorRoutes(scope, deps)
    },
    events: {
      [RESET_REQUESTED]: {
        mail_reset_link: async (event) => answerResetRequest(deps, { eventId: event.id, email: String(event.payload.email) }),
      },
    },
    jobs: { 'people.delete_stale': async () => deleteStale(deps.db, deps.needs.now()) },
    schedules: [{ cron: '17 3 * * *', job: 'people.delete_stale' }],
    notices: PEOPLE_NOTICES,
    publicEvents: PEOPLE_PUBLIC_EVENTS,
  }
}
