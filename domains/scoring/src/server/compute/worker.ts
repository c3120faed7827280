import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf } from './buffers-of.ts'
import type { WorkerMessage } from './compute.ts'
import { doTask, type Task } from './tasks.ts'

const PROGRESS_EVERY_MS = 250

/** Does the task that it was started with, tells how far it is, and ends with the result. */
const post = (message: WorkerMessage, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(message, buffers)
let toldAt = 0
const result = doTask(workerData as Task, (doneRatio) => {
  if (Date.now() - toldAt < PROGRESS_EVERY_MS) return
  toldAt = Date.now()
  post({ kind: 'progress', doneRatio })
})
post({ kind: 'done', result }, buffersOf(result))
