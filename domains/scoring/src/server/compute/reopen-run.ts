import { readFactsText } from '../../core/engine/canonical.ts'
import type { FactTable } from '../../core/engine/fact-table.ts'
import type { Model } from '../../core/engine/model.ts'
import { type Run, runModel } from '../../core/engine/run-model.ts'
import { shareArrays } from './share-arrays.ts'

type RunToReopen = { readonly model: Model; readonly facts: Uint8Array; readonly asOf: string }
type ReopenedRun = Run & { readonly table: FactTable }

/** Reads the kept facts of a run and scores them again; other threads read its columns where they lie. */
export function reopenRun({ model, facts, asOf }: RunToReopen): ReopenedRun {
  const { table } = readFactsText(new TextDecoder().decode(facts))
  return shareArrays({ ...runModel(model, table, asOf), table })
}
