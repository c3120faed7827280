import type { DoorPlan } from '@jiju/booking/contract/feeds'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { serverClock } from '../../lib/clock.ts'
import { RequestProblem } from '../../lib/problem.ts'

const REFRESH_MS = 60_000
const DAY_MS = 86_400_000

/** The plan behind a token, asked for again and again; what was read last stays while the network is away. */
export function useDoorPlan(token: string): { plan: DoorPlan | undefined; isGone: boolean } {
  const query = useQuery({
    queryKey: ['door', token],
    queryFn: async ({ signal }): Promise<DoorPlan> =>
      await answer(api.GET('/api/v1/booking/door/{token}', { params: { path: { token } }, signal })),
    refetchInterval: REFRESH_MS,
    refetchIntervalInBackground: true,
    refetchOnReconnect: true,
    refetchOnWindowFocus: true,
    retry: false,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const isGone = query.error instanceof RequestProblem && query.error.status === 404
  useFreshProgram(query.isSuccess && !query.isFetching)
  return { plan: isGone ? undefined : query.data, isGone }
}

/** The server's time, to the second. */
export function useClock(): Date {
  const [now, setNow] = useState(() => serverClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(serverClock.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Counts up, so that pages of a full screen take turns. */
export function useTurns(everyMs: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((old) => old + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return turn
}

/** A tablet at a door must not fall asleep. Browsers give the lock back when the page was hidden, so it is asked for again. */
export function useWakeLock(): void {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [])
}

/** A screen that hangs for months loads the newest program once a day, when the server has just answered. */
function useFreshProgram(isServerThere: boolean): void {
  const [loadedAt] = useState(() => performance.now())
  useEffect(() => {
    if (isServerThere && performance.now() - loadedAt > DAY_MS) location.reload()
  }, [isServerThere, loadedAt])
}
