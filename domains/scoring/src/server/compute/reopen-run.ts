import { readFactsText } from '../../core/engine/canonical.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { type Run, runModel } from '../../core/engine/run-model.ts'

type RunToReopen = { readonly model: Model; readonly facts: Uint8Array; readonly asOf: string }
type ReopenedRun = Run & { readonly table: FactTable }

/** Reads the kept facts of a run and scores them again. */
export function* reopenRun({ model, facts, asOf }: RunToReopen): Generator<number, ReopenedRun, void> {
  const { table } = readFactsText(new TextDecoder().decode(facts))
  yield 0.5
  return { ...runModel(model, table, asOf), table }
}
