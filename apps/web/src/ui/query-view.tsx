import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { RequestProblem } from '../lib/problem.ts'
import { ErrorState, Forbidden, NotFound, SignInNeeded, Skeleton } from './states.tsx'

/** The states of everything that is asked of the server: loading, error, forbidden, missing, and the answer. */
export function QueryView<Data>({
  query,
  skeleton,
  children,
  isPage = false,
}: {
  query: UseQueryResult<Data, Error>
  skeleton?: ReactNode
  children: (data: Data) => ReactNode
  /** Whole pages say 页面不存在, 没有权限 or 请先登录; parts only that they failed. */
  isPage?: boolean
}) {
  if (query.data !== undefined) return <div className={query.isPlaceholderData ? 'stale' : undefined}>{children(query.data)}</div>
  if (query.error) {
    const status = query.error instanceof RequestProblem ? query.error.status : null
    if (isPage && (status === 404 || status === 400)) return <NotFound />
    if (isPage && status === 403) return <Forbidden />
    if (isPage && status === 401) return <SignInNeeded />
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  }
  return <Skeleton>{skeleton}</Skeleton>
}
