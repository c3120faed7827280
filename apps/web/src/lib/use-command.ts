import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newAttempt } from './api.ts'

type Attempt = ReturnType<typeof newAttempt>

/**
 * A command with its `Idempotency-Key`: the same input sent again after a failure carries the same key, so that it happens once;
 * changed input, or input after a success, is a new attempt.
 */
export function useCommand<Input, Output>({
  run,
  onDone,
}: {
  run: (input: Input, headers: Attempt) => Promise<Output>
  onDone?: (output: Output, input: Input) => void | Promise<void>
}) {
  const last = useRef<{ input: string; headers: Attempt } | null>(null)
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      const text = JSON.stringify(input) ?? ''
      if (last.current?.input !== text) last.current = { input: text, headers: newAttempt() }
      return run(input, last.current.headers)
    },
    onSuccess: async (output, input) => {
      last.current = null
      await onDone?.(output, input)
    },
  })
}
