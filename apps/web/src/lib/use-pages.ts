import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

/** A keyset list: the pages asked for so far as one list, and a way to the next. Old rows stay while new conditions load. */
export function usePages<Item>({
  queryKey,
  load,
  isEnabled = true,
  refetchMs,
}: {
  queryKey: readonly unknown[]
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>
  isEnabled?: boolean
  refetchMs?: number | false
}) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isEnabled,
    refetchInterval: refetchMs ?? false,
  })
  return {
    query,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: { hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() },
  }
}
