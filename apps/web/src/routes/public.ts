import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadTexts } from '../lib/i18n.ts'
import { NotFound } from '../ui/states.tsx'
import { conditions } from './conditions.ts'
import { publicRoute } from './root.tsx'

const getParentRoute = () => publicRoute

export const publicRoutes = [
  createRoute({
    getParentRoute,
    path: '/',
    loader: () => loadTexts('home'),
    component: lazyRouteComponent(() => import('../pages/home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/search',
    loader: () => loadTexts('search'),
    component: lazyRouteComponent(() => import('../pages/search/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/earliest',
    validateSearch: conditions(
      'q',
      'standard',
      'sampleKind',
      'quantity',
      'ready',
      'deadline',
      'district',
      'schemes',
      'transport',
      'services',
    ),
    loader: () => loadTexts('order-earliest'),
    component: lazyRouteComponent(() => import('../pages/earliest/earliest-page.tsx'), 'EarliestPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/compare',
    loader: () => loadTexts('compare'),
    component: lazyRouteComponent(() => import('../pages/compare/compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/resources/$id',
    loader: () => loadTexts('resource', 'outages'),
    component: lazyRouteComponent(() => import('../pages/resource/resource-page.tsx'), 'ResourcePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/providers',
    loader: () => loadTexts('provider'),
    component: lazyRouteComponent(() => import('../pages/provider/providers-page.tsx'), 'ProvidersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/providers/$id',
    loader: () => loadTexts('provider', 'orderDisputes'),
    component: lazyRouteComponent(() => import('../pages/provider/provider-page.tsx'), 'ProviderPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/standards',
    loader: () => loadTexts('standard'),
    component: lazyRouteComponent(() => import('../pages/standard/standards-page.tsx'), 'StandardsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/standards/$id',
    loader: () => loadTexts('standard'),
    component: lazyRouteComponent(() => import('../pages/standard/standard-page.tsx'), 'StandardPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/lists',
    loader: () => loadTexts('scoring-lists'),
    component: lazyRouteComponent(() => import('../pages/scoring-lists/public-lists-page.tsx'), 'PublicListsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/lists/$id',
    loader: () => loadTexts('scoring-lists'),
    component: lazyRouteComponent(() => import('../pages/scoring-lists/public-list-page.tsx'), 'PublicListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/verify',
    loader: () => loadTexts('verify', 'scoring-lists'),
    component: lazyRouteComponent(() => import('../pages/verify/verify-page.tsx'), 'VerifyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/v/$code',
    loader: () => loadTexts('verify', 'scoring-lists'),
    component: lazyRouteComponent(() => import('../pages/verify/verify-page.tsx'), 'VerifyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/copies',
    loader: () => loadTexts('verify'),
    component: lazyRouteComponent(() => import('../pages/verify/copy-page.tsx'), 'CopyPage'),
  }),
  createRoute({ getParentRoute, path: '$', component: NotFound }),
] as const
