import { createRoute } from '@tanstack/react-router'
import { loadTexts } from '../lib/i18n.ts'
import { one } from '../lib/search-params.ts'
import { NotFound } from '../ui/states.tsx'
import { publicRoute, workRoute } from './root.tsx'

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
    loader: () => loadTexts('account'),
    component: NotFound,
  }),
  createRoute({ getParentRoute: () => publicRoute, path: '/join', loader: () => loadTexts('account'), component: NotFound }),
] as const

export const accountWorkRoutes = [
  createRoute({ getParentRoute: () => workRoute, path: '/account', loader: () => loadTexts('account'), component: NotFound }),
] as const
