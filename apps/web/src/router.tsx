import { createRouter } from '@tanstack/react-router'
import { expectPageTitle, settlePageTitle } from './lib/page-focus.ts'
import { parseSearch, stringifySearch } from './lib/search-params.ts'
import { accountPublicRoutes, accountWorkRoutes } from './routes/account.ts'
import { doorRoute } from './routes/door.ts'
import { publicRoutes } from './routes/public.ts'
import { publicRoute, rootRoute, workRoute } from './routes/root.tsx'
import { workspaceRoutes } from './routes/workspaces.ts'
import { Crash } from './ui/crash.tsx'
import { NotFound, Skeleton } from './ui/states.tsx'

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([...publicRoutes, ...accountPublicRoutes]),
  workRoute.addChildren([...accountWorkRoutes, ...workspaceRoutes]),
  doorRoute,
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: Skeleton,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Crash,
  scrollRestoration: true,
})

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (fromLocation && pathChanged) expectPageTitle()
})
router.subscribe('onResolved', settlePageTitle)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
