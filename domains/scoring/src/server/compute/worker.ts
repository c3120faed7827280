import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf } from './buffers-of.ts'
import type { WorkerMessage } from './compute.ts'
import { startTask, type Task } from './tasks.ts'

const PROGRESS_EVERY_MS = 250

/** Does the task that it was started with, tells how far it is, and ends with the result. */
const post = (message: WorkerMessage, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(message, buffers)
const work = startTask(workerData as Task)
let toldAt = 0
for (;;) {
  const step = work.next()
  if (step.done) {
    post({ kind: 'done', result: step.value }, buffersOf(step.value))
    break
  }
  if (Date.now() - toldAt < PROGRESS_EVERY_MS) continue
  toldAt = Date.now()
  post({ kind: 'progress', doneRatio: step.value })
}
