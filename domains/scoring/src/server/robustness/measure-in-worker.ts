import { Worker } from 'node:worker_threads'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import type { Robustness, RobustnessSettings } from '../../core/engine/robustness/measure-robustness.ts'

export type Work = { readonly model: Model; readonly table: FactTable; readonly asOf: string; readonly settings: RobustnessSettings }

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly doneRatio: number }
  | { readonly kind: 'done'; readonly robustness: Robustness }

/** Measures in a thread of its own, so that the server goes on answering. An aborted signal ends the thread and rejects with its reason. */
export function measureInWorker(
  work: Work,
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (doneRatio: number) => void } = {},
): Promise<Robustness> {
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const worker = startWorker(work)
    const abort = () => {
      worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress?.(message.doneRatio)
      else resolve(message.robustness)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', abort)
      // Without effect where the result has come.
      reject(new Error(`the robustness worker ended with ${code}`))
    })
  })
}

/** The built server has the worker as a file beside its own; from source it is compiled while it is read, as the rest is. */
function startWorker(work: Work): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./robustness-worker.mjs', import.meta.url), { workerData: work })
  const source = new URL('./worker.ts', import.meta.url).href
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
  return new Worker(script, { eval: true, workerData: work })
}
