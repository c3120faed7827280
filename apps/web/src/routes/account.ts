import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { loadTexts } from '../lib/i18n.ts'
import { queryClient } from '../lib/query-client.ts'
import { one } from '../lib/search-params.ts'
import { meOptions, workspacePath } from '../lib/session.ts'
import { conditions } from './conditions.ts'
import { guarded } from './guarded.tsx'
import { publicRoute, workRoute } from './root.tsx'

/** Where the facts of the own organisation stand, by workspace. */
const ORGANISATION_PAGES = {
  '/e': '/e/organisation',
  '/p': '/p/organisation',
  '/o': '/o/organisation',
  '/b/points': '/b/organisation',
  '/talent': '/e/organisation',
  '/join': '/workspace',
} as const

/** Only addresses of this platform: anything else would send people away after signing in. */
function nextOf(value: unknown): { next?: string } {
  const next = one(value)
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? { next } : {}
}

export const accountPublicRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/signin',
    validateSearch: (search: Record<string, unknown>) => nextOf(search.next),
    loader: () => loadTexts('signin', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/join',
    loader: () => loadTexts('signin', 'people', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/join-page.tsx'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/verify-email',
    loader: () => loadTexts('signin', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/verify-email-page.tsx'), 'VerifyEmailPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/forgot',
    loader: () => loadTexts('signin', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/password-reset-pages.tsx'), 'ForgotPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/reset-password',
    loader: () => loadTexts('signin', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/password-reset-pages.tsx'), 'ResetPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/change-email',
    loader: () => loadTexts('signin', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/change-email-page.tsx'), 'ChangeEmailPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/invitation',
    loader: () => loadTexts('signin', 'people', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/invitation-page.tsx'), 'InvitationPage'),
  }),
] as const

export const accountWorkRoutes = [
  // Mails point here: they don't know the reader's roles.
  createRoute({
    getParentRoute: () => workRoute,
    path: '/me/security',
    beforeLoad: () => {
      throw redirect({ to: '/account', search: { tab: 'secondFactor' }, replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/organisation',
    beforeLoad: async () => {
      throw redirect({ to: ORGANISATION_PAGES[workspacePath(await queryClient.ensureQueryData(meOptions))], replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/account',
    validateSearch: conditions('tab'),
    loader: () => loadTexts('account', 'feeds', 'notices', 'people', 'signin', 'workspace'),
    component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/account/notices',
    validateSearch: conditions('group', 'unread'),
    loader: () => loadTexts('notices'),
    component: lazyRouteComponent(() => import('../pages/account/notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/account/passport',
    loader: () => loadTexts('qualification'),
    component: guarded(
      'booking.passport.manage',
      lazyRouteComponent(() => import('../pages/account/passport-page.tsx'), 'PassportPage'),
    ),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/account/webhooks',
    loader: () => loadTexts('webhooks'),
    component: guarded(
      'webhooks.webhook.list',
      lazyRouteComponent(() => import('../pages/account/webhooks-page.tsx'), 'WebhooksPage'),
    ),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/account/webhooks/$id',
    validateSearch: conditions('state', 'delivery'),
    loader: () => loadTexts('webhooks'),
    component: guarded(
      'webhooks.webhook.list',
      lazyRouteComponent(() => import('../pages/account/webhook-page.tsx'), 'WebhookPage'),
    ),
  }),
] as const
