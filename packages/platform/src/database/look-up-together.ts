type LookUpOptions = {
  /** Loads under way at most. Another one than the first starts only when a load takes longer than `patienceMs`. */
  readonly lanes?: number
  readonly patienceMs?: number
  readonly maxKeys?: number
}

type Waiting<Value> = { readonly resolve: (value: Value | undefined) => void; readonly reject: (error: unknown) => void }

/**
 * Turns lookups of one key into lookups of many: what is asked for while a query is under way leaves together with the next. Nothing is kept, so an
 * answer is never older than its question. For queries that every request makes.
 */
export function lookUpTogether<Value>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  { lanes = 3, patienceMs = 10, maxKeys = 100 }: LookUpOptions = {},
): (key: string) => Promise<Value | undefined> {
  const waiting = new Map<string, Waiting<Value>[]>()
  let busyLanes = 0
  let isPatient = false

  const takeBatch = () => {
    const batch = new Map([...waiting].slice(0, maxKeys))
    for (const key of batch.keys()) waiting.delete(key)
    return batch
  }

  const loadBatch = async (batch: ReadonlyMap<string, readonly Waiting<Value>[]>) => {
    try {
      const values = await load([...batch.keys()])
      for (const [key, askers] of batch) for (const asker of askers) asker.resolve(values.get(key))
    } catch (error) {
      for (const askers of batch.values()) for (const asker of askers) asker.reject(error)
    }
  }

  const runLane = async () => {
    while (waiting.size > 0) await loadBatch(takeBatch())
    busyLanes -= 1
  }

  const startLane = () => {
    busyLanes += 1
    // Questions of the same turn of the event loop join the first load.
    setImmediate(runLane)
  }

  /** A load that takes long must not hold up the others for good. */
  const beImpatientLater = () => {
    isPatient = true
    setTimeout(() => {
      isPatient = false
      if (waiting.size === 0 || busyLanes === lanes) return
      startLane()
      beImpatientLater()
    }, patienceMs)
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const askers = waiting.get(key)
      if (askers) askers.push({ resolve, reject })
      else waiting.set(key, [{ resolve, reject }])
      if (busyLanes === 0) startLane()
      else if (!isPatient && busyLanes < lanes) beImpatientLater()
    })
}
