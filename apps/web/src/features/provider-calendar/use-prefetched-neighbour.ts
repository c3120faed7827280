import { addDays } from '@jiju/kernel/local-date'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type TimelineConditions, timelineOptions } from './calls.ts'

/** Asks for the window that the reader will probably turn to, once the one on the screen is there: the next, or the one before for who leafs back. */
export function usePrefetchedNeighbour(conditions: TimelineConditions, isReady: boolean): void {
  const client = useQueryClient()
  const shown = useRef(conditions.from)
  const key = JSON.stringify(conditions)
  useEffect(() => {
    if (!isReady) return
    const current = JSON.parse(key) as TimelineConditions
    const isBack = current.from < shown.current
    shown.current = current.from
    const from = addDays(current.from, isBack ? -current.days : current.days)
    void client.prefetchInfiniteQuery(timelineOptions({ ...current, from }))
  }, [client, key, isReady])
}
