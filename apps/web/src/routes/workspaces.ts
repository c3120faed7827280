import { createRoute, redirect } from '@tanstack/react-router'
import { queryClient } from '../lib/query-client.ts'
import { meOptions, workspacePath } from '../lib/session.ts'
import { NotFound } from '../ui/states.tsx'
import { workRoute } from './root.tsx'

const getParentRoute = () => workRoute

export const workspaceRoutes = [
  createRoute({
    getParentRoute,
    path: '/workspace',
    beforeLoad: async () => {
      throw redirect({ to: workspacePath(await queryClient.ensureQueryData(meOptions)), replace: true })
    },
  }),
  createRoute({ getParentRoute, path: '/e', component: NotFound }),
  createRoute({ getParentRoute, path: '/p', component: NotFound }),
  createRoute({ getParentRoute, path: '/o', component: NotFound }),
] as const
