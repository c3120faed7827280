import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Keyboard } from '../frames/keyboard.tsx'
import { PublicFrame } from '../frames/public-frame.tsx'
import { loadTexts } from '../lib/i18n.ts'
import { NotFound } from '../ui/states.tsx'
import { Toasts } from '../ui/toast.tsx'

function Root() {
  const { t } = useTranslation('common')
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <Outlet />
      <Keyboard />
      <Toasts />
    </>
  )
}

export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

/** Pages for everybody. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: PublicFrame })

/** Pages of work: signed-in persons only; the frame asks for the sign-in. */
export const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'work',
  loader: () => loadTexts('workspace'),
  component: lazyRouteComponent(() => import('../frames/workspace-frame.tsx'), 'WorkspaceFrame'),
})
