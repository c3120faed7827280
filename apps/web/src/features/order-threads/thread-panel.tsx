import type { MessageList } from '@jiju/orders/contract/threads'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Bones, ErrorState, Skeleton } from '../../ui/states.tsx'
import { listMessages, markRead, threadKey } from './calls.ts'
import { MessageForm } from './message-form.tsx'
import { MessageRow } from './message-row.tsx'
import './order-threads.css'

const REFETCH_MS = 30_000

/** What both sides and the platform have written about a matter, oldest first, with a field for the next message. */
export function ThreadPanel({ threadId, title, note }: { threadId: string; title?: string; note?: string }) {
  const { t } = useTranslation('order-threads')
  const client = useQueryClient()
  const mayWrite = useAccess('orders.thread.write')
  const query = useInfiniteQuery({
    queryKey: threadKey(threadId),
    queryFn: ({ pageParam, signal }): Promise<MessageList> => listMessages(threadId, pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: REFETCH_MS,
  })
  const newest = query.data?.pages[0]
  const unread = newest?.unread ?? 0
  useEffect(() => {
    // Seen on this screen is read; a failure leaves the mark where it was.
    if (unread > 0)
      void markRead(threadId)
        .then(() => client.invalidateQueries({ queryKey: ['enquiries'] }))
        .catch(() => undefined)
  }, [threadId, unread, client])
  const messages = (query.data?.pages.flatMap(({ items }) => items) ?? []).toReversed()
  return (
    <Panel title={title ?? t('title')} note={note ?? t('note')}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && (
        <Skeleton>
          <Bones rows={2} />
        </Skeleton>
      )}
      {newest && (
        <div className="stack">
          {query.hasNextPage && (
            <Button size="sm" isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('earlier')}
            </Button>
          )}
          {messages.length === 0 ? (
            <p className="t3">{t('empty')}</p>
          ) : (
            <ol className="plain thread" aria-label={title ?? t('title')}>
              {messages.map((message) => (
                <MessageRow key={message.id} threadId={threadId} message={message} otherReadAt={newest.otherReadAt} />
              ))}
            </ol>
          )}
          {mayWrite && newest.mayWrite ? (
            <MessageForm threadId={threadId} onSent={() => void client.invalidateQueries({ queryKey: threadKey(threadId) })} />
          ) : (
            !newest.mayWrite && <p className="s t3">{t('closed')}</p>
          )}
        </div>
      )}
    </Panel>
  )
}
