import { QueryClient } from '@tanstack/react-query'
import { isTransient } from './problem.ts'

const MINUTE = 60_000

/** How long an answer counts as fresh, by what it is about. Money and rights are always asked anew. */
export const FRESH = { reference: 24 * 60 * MINUTE, catalogue: 5 * MINUTE, availability: 15_000, never: 0 } as const

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * MINUTE,
      retry: (failures, error) => failures < 2 && isTransient(error),
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false },
  },
})
