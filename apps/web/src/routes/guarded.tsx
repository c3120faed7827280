import type { AccessKey } from '@jiju/people/core/access'
import type { lazyRouteComponent } from '@tanstack/react-router'
import { useAccess } from '../lib/session.ts'
import { Forbidden } from '../ui/states.tsx'

type Page = ReturnType<typeof lazyRouteComponent>

/** A page that the role may not open says so at once, and asks the server for nothing. The frame has loaded the session before. */
export function guarded(access: AccessKey, Page: Page): Page {
  function Guarded() {
    return useAccess(access) ? <Page /> : <Forbidden />
  }
  return Object.assign(Guarded, Page.preload ? { preload: Page.preload } : {}) as Page
}
