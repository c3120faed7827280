const ASK_EVERY_MS = 1000

/** Works until `ask`, which is asked every second, throws: then the signal of the work is aborted with what was thrown. */
export async function whileWanted<Result>(
  { ask, signal }: { readonly ask: () => Promise<void>; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const unwanted = new AbortController()
  let asking: Promise<void> | null = null
  const timer = setInterval(() => {
    asking ??= ask()
      .catch((reason: unknown) => unwanted.abort(reason))
      .finally(() => {
        asking = null
      })
  }, ASK_EVERY_MS)
  try {
    return await work(AbortSignal.any([signal, unwanted.signal]))
  } finally {
    clearInterval(timer)
    await asking
  }
}
