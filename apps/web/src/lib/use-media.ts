import { useCallback, useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** Below 700 px: one column, bottom bar, sheets instead of columns. */
export function useIsPhone(): boolean {
  return useMedia('(max-width: 699px)')
}

/** Below 1080 px: side columns move under the main one. */
export function useIsNarrow(): boolean {
  return useMedia('(max-width: 1079px)')
}

/** The reader asked the system for less motion. */
export function usePrefersLessMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}
