import { Worker } from 'node:worker_threads'
import { doTask, type Input, type Output, type Task, type TaskName } from './tasks.ts'

type Watch = {
  readonly signal?: AbortSignal
  readonly onProgress?: (doneRatio: number) => void
  /** It takes less time than a thread takes to start, so it is done at once. */
  readonly isSmall?: boolean
}

export type WorkerMessage = { readonly kind: 'progress'; readonly doneRatio: number } | { readonly kind: 'done'; readonly result: unknown }

/**
 * Does a long task in a thread of its own, so that the server goes on answering. Columns in shared memory are read where they lie, all
 * else of the input is copied. An aborted signal ends the thread and rejects with its reason.
 */
export async function compute<Name extends TaskName>(name: Name, input: Input<Name>, watch: Watch = {}): Promise<Output<Name>> {
  watch.signal?.throwIfAborted()
  const task = { name, input } as Task
  return (watch.isSmall ? doTask(task, () => undefined) : await inThread(task, watch)) as Output<Name>
}

function inThread(task: Task, { signal, onProgress }: Watch): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(task)
    const abort = () => {
      worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.doneRatio)
      else resolve(message.result)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', abort)
      // Without effect where the result has come.
      reject(new Error(`the thread of ${task.name} ended with ${code}`))
    })
  })
}

/** The built server has the worker as a file beside its own; from source it is compiled while it is read, as the rest is. */
function startWorker(workerData: Task): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./scoring-worker.mjs', import.meta.url), { workerData })
  const source = new URL('./worker.ts', import.meta.url).href
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
  return new Worker(script, { eval: true, workerData })
}
