import type { DecideSignal, Signal } from '@jiju/orders/contract/signals'
import type { SignalRule } from '@jiju/orders/core/signals/vocabulary'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>

export const signalsKey = ['order-signals'] as const

export async function listSignals(
  filter: { state: Signal['state']; rule: SignalRule | undefined },
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: Signal[]; nextCursor: string | null }> {
  const { state, rule } = filter
  return await answer(
    api.GET('/api/v1/orders/signals', { params: { query: { state, ...(rule && { rule }), ...(cursor && { cursor }) } }, signal }),
  )
}

export async function findSignals(_: undefined, headers: Attempt): Promise<{ changed: number }> {
  return await answer(api.POST('/api/v1/orders/signal-runs', { headers }))
}

export async function decideSignal({ signal, body }: { signal: Signal; body: DecideSignal }, headers: Attempt): Promise<Signal> {
  return await answer(
    api.POST('/api/v1/orders/signals/{id}/decision', {
      params: { path: { id: signal.id } },
      body,
      headers: { ...headers, 'If-Match': `"${signal.version}"` },
    }),
  )
}
