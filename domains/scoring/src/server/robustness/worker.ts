import { parentPort, workerData } from 'node:worker_threads'
import { measureRobustness } from '../../core/engine/robustness/measure-robustness.ts'
import { runModel } from '../../core/engine/run-model.ts'
import type { Work, WorkerMessage } from './measure-in-worker.ts'

const PROGRESS_EVERY_MS = 250

/** Measures what it was started with, tells how far it is, and ends with the result. */
const { model, table, asOf, settings } = workerData as Work
const post = (message: WorkerMessage) => parentPort?.postMessage(message)
const work = measureRobustness({ model, table, asOf, scores: runModel(model, table, asOf).scores }, settings)
let toldAt = 0
for (;;) {
  const step = work.next()
  if (step.done) {
    post({ kind: 'done', robustness: step.value })
    break
  }
  if (Date.now() - toldAt < PROGRESS_EVERY_MS) continue
  toldAt = Date.now()
  post({ kind: 'progress', doneRatio: step.value })
}
