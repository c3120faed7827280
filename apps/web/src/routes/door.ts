import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadTexts, showLanguage } from '../lib/i18n.ts'
import { conditions } from './conditions.ts'
import { rootRoute } from './root.tsx'

/** The screen at a lab's door, without any frame; its address says the language. */
export const doorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/door/$token',
  validateSearch: conditions('lang'),
  beforeLoad: ({ search }: { search: { lang?: string | undefined } }) => showLanguage(search.lang === 'en' ? 'en' : 'zh'),
  loader: () => loadTexts('feeds'),
  component: lazyRouteComponent(() => import('../pages/door/door-page.tsx'), 'DoorPage'),
})
